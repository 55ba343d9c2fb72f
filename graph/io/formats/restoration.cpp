/// Puts back into a dossier what a foreign format could not hold, from the report of the
/// conversion.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/io/conversion_report.hpp>

#include "base/text_map.hpp"
#include "io/formats/foreign.hpp"
#include "io/formats/readers.hpp"
#include "io/formats/record_members.hpp"
#include "io/json/tape_sink.hpp"
#include "model/json_append.hpp"

namespace entente {
namespace {

/// What a change does to a record.
enum class Fate : std::uint8_t { changed, added, gone };

/// A change of a record, as a report has it.
struct Change {
  Fate fate = Fate::changed;
  std::vector<std::pair<std::string, std::string>> set = {};
  std::vector<std::string> unset = {};
};

using Changes = std::vector<std::pair<std::string, Change>>;

/// What a report notes, sorted out.
struct Patch {
  std::optional<std::string> header = {};
  Changes entities = {};
  Changes relations = {};
};

[[noreturn]] void refuse_report(const std::string& what) {
  throw DossierError({{Severity::error, "bad-report", "", 0, 0, "", what,
                       "a report is used as convert --report wrote it"}});
}

std::vector<std::pair<std::string, std::string>> members_in(JsonValue object) {
  std::vector<std::pair<std::string, std::string>> members;
  if (object.kind() != JsonKind::object) refuse_report("`set` must be an object");
  for (const JsonValue member : object)
    members.emplace_back(std::string(member.key()), to_json(member));
  return members;
}

void read_change(JsonValue object, Patch& patch) {
  if (object.kind() != JsonKind::object) refuse_report("a change must be an object");
  Change change;
  Changes* list = nullptr;
  std::string id;
  for (const JsonValue member : object) {
    const std::string_view name = member.key();
    if (name == "dossier") {
      patch.header = to_json(member);
      return;
    }
    if (name == "entity" || name == "relation") {
      list = name == "entity" ? &patch.entities : &patch.relations;
      id = member.text();
    } else if (name == "new") {
      change.fate = Fate::added;
    } else if (name == "gone") {
      change.fate = Fate::gone;
    } else if (name == "set") {
      change.set = members_in(member);
    } else if (name == "unset" && member.kind() == JsonKind::list) {
      for (const JsonValue one : member) change.unset.emplace_back(one.text());
    } else {
      refuse_report("no change has a member `" + std::string(name) + "`");
    }
  }
  if (list == nullptr || id.empty()) refuse_report("a change names no record");
  list->emplace_back(std::move(id), std::move(change));
}

Patch patch_of(const ConversionReport& report) {
  const ReadLimits limits;
  Patch patch;
  for (const std::string& change : report.patch) {
    JsonTape tape(change);
    TapeSink sink(tape, limits.values);
    if (parse_json(change, 0, change.size(), sink, limits.depth) || tape.size() > limits.values)
      refuse_report("a change is not JSON that we take");
    read_change(tape.root(), patch);
  }
  return patch;
}

/// The members of a record with a change made to them.
std::string changed_text(std::string_view id, const Members& members, const Change& change) {
  std::string text = "{";
  json::append_member(text, "id", id);
  const auto is_among = [](const auto& list, std::string_view name, auto name_of) {
    return std::any_of(list.begin(), list.end(),
                       [&](const auto& one) { return name_of(one) == name; });
  };
  for (const auto& [name, value] : members) {
    if (is_among(change.unset, name, [](const std::string& one) { return one; })) continue;
    if (is_among(change.set, name, [](const auto& one) { return one.first; })) continue;
    json::append_key(text, name);
    text += value;
  }
  for (const auto& [name, value] : change.set) {
    json::append_key(text, name);
    text += value;
  }
  return text + '}';
}

/// Puts the records of one list back.
template <typename Record, typename Keep, typename Put>
void restore(std::vector<Record>& records, const Changes& changes, std::string_view noun,
             std::vector<std::string>& misfits, Keep keep, Put put) {
  ViewMap<const Change*> by_name;
  for (const auto& [id, change] : changes) by_name.emplace(id, &change);
  for (Record& record : records) {
    const auto found = by_name.find(record.id);
    if (found == by_name.end()) {
      keep(std::move(record));
      continue;
    }
    const Change& change = *found->second;
    by_name.erase(found);
    if (change.fate == Fate::gone) continue;
    put(changed_text(record.id, change.fate == Fate::added ? Members() : members_of(record),
                     change));
  }
  for (const auto& [id, change] : changes) {
    if (!by_name.contains(id)) continue;
    if (change.fate == Fate::added)
      put(changed_text(id, {}, change));
    else
      misfits.push_back(std::string(noun) + " " + id);
  }
}

}  // namespace

Restoration restored(const ConversionReport& report, Dossier read_back) {
  const DossierFormat* target = find_dossier_format(report.target);
  if (target == nullptr || !target->is_read()) read_back = {};
  const Patch patch = patch_of(report);
  const ReadLimits limits;
  Restoration result;
  DossierDraft draft;
  ForeignReading reading({{"", ""}}, 0, draft, limits);
  if (patch.header) {
    std::string header = R"({"format": "entente/1")";
    const std::string_view rest = std::string_view(*patch.header).substr(1);
    static_cast<void>(reading.own_header(header + (rest == "}" ? "" : ", ") + std::string(rest)));
  } else {
    draft.dossier.titles = std::move(read_back.titles);
    draft.dossier.vocabularies = std::move(read_back.vocabularies);
    draft.dossier.foreign = std::move(read_back.foreign);
  }
  restore(
      read_back.entities, patch.entities, "entity", result.misfits,
      [&](Entity&& entity) { draft.dossier.entities.push_back(std::move(entity)); },
      [&](const std::string& text) { reading.add_entity_json(text, {}); });
  restore(
      read_back.relations, patch.relations, "relation", result.misfits,
      [&](Relation&& relation) { draft.dossier.relations.push_back(std::move(relation)); },
      [&](const std::string& text) { static_cast<void>(reading.add_relation_json(text, {})); });
  if (has_errors(draft.problems)) {
    for (Problem& problem : draft.problems) problem.code = "bad-report";
    throw DossierError(std::move(draft.problems));
  }
  result.dossier = std::move(draft.dossier);
  result.dossier.files = std::move(read_back.files);
  result.dossier.folder = std::move(read_back.folder);
  return result;
}

}  // namespace entente
