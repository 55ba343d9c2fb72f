#include <algorithm>
#include <optional>
#include <utility>

#include <entente/base/json_text.hpp>
#include <entente/io/conversion_report.hpp>

#include "base/sorted.hpp"
#include "base/text_map.hpp"
#include "io/formats/foreign.hpp"
#include "io/formats/json_shape.hpp"
#include "io/formats/readers.hpp"
#include "io/formats/record_members.hpp"
#include "io/json/tape_sink.hpp"
#include "io/packing/digest.hpp"
#include "model/json_append.hpp"

namespace entente {
namespace {

constexpr std::string_view changed_message = "are not in the file as they were, but in the report";

/// What a change does to a record.
enum class Fate : std::uint8_t { changed, added, gone };

/// Notes how records differ, each difference also as a loss of its member.
class PatchWriter {
 public:
  explicit PatchWriter(ConversionReport& report) : report_(report) {}

  void header(const Dossier& original, const Dossier& found) {
    const Members members = header_members_of(original);
    if (members == header_members_of(found)) return;
    std::string text = "{\"dossier\": {";
    for (const auto& [name, value] : members) {
      json::append_key(text, name);
      text += value;
    }
    report_.patch.push_back(text + "}}");
    report_.summary.add("header", "title or vocabulary " + std::string(changed_message), "dossier");
  }

  template <typename Record>
  void records(std::string_view noun, const std::vector<Record>& original,
               const std::vector<Record>& found) {
    ViewMap<const Record*> by_name;
    for (const Record& record : found) by_name.emplace(record.id, &record);
    for (const Record* record : by_id(original)) {
      const auto same = by_name.find(record->id);
      if (same == by_name.end()) {
        add(noun, *record);
        continue;
      }
      compare(noun, *record, *same->second);
      by_name.erase(same);
    }
    std::vector<std::string_view> surplus;
    for (const auto& one : by_name) surplus.push_back(one.first);
    std::sort(surplus.begin(), surplus.end());
    for (const std::string_view id : surplus) {
      report_.patch.push_back(begun(noun, id, Fate::gone) + "}");
      lost("id", id);
    }
  }

 private:
  void lost(std::string_view member, std::string_view id) {
    report_.summary.add(member, "`" + std::string(member) + "` " + std::string(changed_message),
                        id);
  }

  static std::string begun(std::string_view noun, std::string_view id, Fate fate) {
    std::string text = "{";
    json::append_member(text, noun, id);
    if (fate == Fate::added) text += ", \"new\": true";
    if (fate == Fate::gone) text += ", \"gone\": true";
    return text;
  }

  static void append_set(std::string& text, const Members& members) {
    if (members.empty()) return;
    text += ", \"set\": {";
    for (const auto& [name, value] : members) {
      json::append_key(text, name);
      text += value;
    }
    text += '}';
  }

  template <typename Record>
  void add(std::string_view noun, const Record& record) {
    std::string text = begun(noun, record.id, Fate::added);
    append_set(text, members_of(record));
    report_.patch.push_back(text + "}");
    lost("record", record.id);
  }

  template <typename Record>
  void compare(std::string_view noun, const Record& original, const Record& found) {
    const Members wanted = members_of(original);
    const Members there = members_of(found);
    if (wanted == there) return;
    const auto is_named = [](std::string_view name) {
      return [name](const auto& member) { return member.first == name; };
    };
    std::string text = begun(noun, original.id, Fate::changed);
    Members set;
    for (const auto& member : wanted)
      if (std::find(there.begin(), there.end(), member) == there.end()) set.push_back(member);
    append_set(text, set);
    std::string unset;
    for (const auto& member : there)
      if (std::none_of(wanted.begin(), wanted.end(), is_named(member.first))) {
        unset += (unset.empty() ? "\"" : ", \"") + std::string(member.first) + '"';
        lost(member.first, original.id);
      }
    if (!unset.empty()) text += ", \"unset\": [" + unset + "]";
    for (const auto& member : set) lost(member.first, original.id);
    report_.patch.push_back(text + "}");
  }

  ConversionReport& report_;
};

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

class ReportVisitor : public JsonVisitor {
 public:
  bool opens(const JsonPath& path) override {
    return path.empty() || (path.size() == 1 && path[0] == "patch");
  }
  bool value(const JsonPath& path, JsonValue value) override {
    if (path.size() == 2) report_.patch.push_back(to_json(value));
    if (path.size() != 1) return true;
    if (path[0] == "target") report_.target = value.text();
    if (path[0] == "target_sha256") report_.target_sha256 = value.text();
    return true;
  }
  [[nodiscard]] ConversionReport take() && { return std::move(report_); }

 private:
  ConversionReport report_;
};

}  // namespace

std::string sha256_of(const std::vector<WrittenFile>& files) {
  if (files.size() == 1) return sha256(files.front().bytes);
  std::vector<std::string> lines;
  std::vector<const WrittenFile*> sorted;
  for (const WrittenFile& file : files) sorted.push_back(&file);
  std::sort(sorted.begin(), sorted.end(),
            [](const WrittenFile* a, const WrittenFile* b) { return a->name < b->name; });
  std::string all;
  for (const WrittenFile* file : sorted) all += sha256(file->bytes) + "  " + file->name + "\n";
  return sha256(all);
}

ConversionReport report_on(const DossierFormat& target, const std::vector<WrittenFile>& files,
                           const Dossier& original, LossReport losses) {
  ConversionReport report;
  report.target = target.name;
  report.target_sha256 = sha256_of(files);
  report.summary = std::move(losses);
  Dossier found;
  if (target.is_read()) found = read_written(target, files).dossier;
  PatchWriter patch(report);
  patch.header(original, found);
  patch.records("entity", original.entities, found.entities);
  patch.records("relation", original.relations, found.relations);
  return report;
}

std::string to_json(const ConversionReport& report) {
  JsonText head;
  head.open_object().member("target", report.target).member("target_sha256", report.target_sha256);
  head.key("summary").open_list();
  for (const Loss& loss : report.summary.losses()) {
    head.open_object().member("code", loss.code).member("count", loss.count);
    head.key("first").open_list();
    for (const std::string& id : loss.first) head.value(id);
    head.close_list().close_object();
  }
  std::string text = head.close_list().str() + ", \"patch\": [";
  for (const std::string& change : report.patch)
    text += (&change == report.patch.data() ? "\n  " : ",\n  ") + change;
  return text + (report.patch.empty() ? "]}\n" : "\n]}\n");
}

ConversionReport read_conversion_report(std::string_view text, const std::string& name) {
  DossierDraft draft;
  const ReadLimits limits;
  ForeignReading reading({{name, text}}, 0, draft, limits);
  ReportVisitor visitor;
  visit_exactly(reading, visitor);
  ConversionReport report = std::move(visitor).take();
  if (!reading.stopped() && (report.target.empty() || report.target_sha256.empty()))
    reading.stop({}, {"bad-report", "this is no report of a conversion",
                      "convert --report FILE writes one"});
  if (!draft.problems.empty()) throw DossierError(std::move(draft.problems));
  return report;
}

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
