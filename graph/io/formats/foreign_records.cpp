#include "io/formats/foreign_records.hpp"

#include <algorithm>
#include <utility>

#include <entente/time/date_error.hpp>

#include "base/ascii.hpp"
#include "model/record_json.hpp"

namespace entente {

void add_checked(ForeignReading& reading, const Entity& entity, ForeignPlace place) {
  std::string json;
  json::append_record(json, entity);
  reading.add_entity_json(json, place);
}

bool add_checked(ForeignReading& reading, const Relation& relation, ForeignPlace place) {
  std::string json;
  json::append_record(json, relation);
  return reading.add_relation_json(json, place);
}

ForeignRecords::ForeignRecords(ForeignReading& reading, std::string vocabulary)
    : reading_(reading), vocabulary_(std::move(vocabulary)) {}

Entity& ForeignRecords::entity(const std::string& id, std::string_view kind, ForeignPlace place) {
  const auto [found, is_new] = index_.emplace(id, entities_.size());
  if (is_new) {
    entities_.push_back({{}, place});
    entities_.back().record.id = id;
  }
  Entity& entity = entities_[found->second].record;
  if (entity.kind.empty()) entity.kind = kind;
  return entity;
}

Entity* ForeignRecords::find(std::string_view id) {
  const auto found = index_.find(std::string(id));
  return found == index_.end() ? nullptr : &entities_[found->second].record;
}

std::string ForeignRecords::document_at(const std::string& url, ForeignPlace place) {
  const auto known = documents_.find(url);
  if (known != documents_.end()) return known->second;
  std::string id;
  do id = "source-" + std::to_string(documents_.size() + 1);
  while (index_.contains(id));
  Entity& document = entity(id, "document", place);
  add_attribute(document.attributes, "url", Scalar(url));
  documents_.emplace(url, id);
  return id;
}

Relation& ForeignRecords::relate(std::string id, const NeededType& type, const std::string& from,
                                 const std::string& to, ForeignPlace place) {
  const std::size_t times = ++relation_ids_[id];
  if (times > 1) {
    std::string numbered;
    std::size_t number = times;
    do numbered = id + "-" + std::to_string(number++);
    while (relation_ids_.contains(numbered));
    relation_ids_[numbered] = 1;
    id = std::move(numbered);
  }
  types_.try_emplace(std::string(type.id),
                     Typed{std::string(type.phrase), type.symmetry, type.reading});
  static_cast<void>(entity(from, "", place));
  static_cast<void>(entity(to, "", place));
  Placed<Relation>& added = relations_.emplace_back();
  added.place = place;
  added.record.id = std::move(id);
  added.record.type = type.id;
  added.record.from = from;
  added.record.to = to;
  return added.record;
}

void ForeignRecords::add_all(const NeededKind& fallback) {
  for (const Placed<Relation>& one : relations_)
    for (const Evidence& evidence : one.record.evidence)
      static_cast<void>(entity(evidence.source, "document", one.place));
  for (Placed<Entity>& one : entities_)
    if (one.record.kind.empty()) {
      one.record.kind = fallback.id;
      vocabulary_.need(fallback);
    }
  for (const Placed<Relation>& one : relations_) {
    const Typed& type = types_.find(one.record.type)->second;
    vocabulary_.need({one.record.type, type.phrase, type.symmetry, type.reading},
                     find(one.record.from)->kind, find(one.record.to)->kind);
  }
  reading_.vocabulary("diplomacy");
  if (std::string own = vocabulary_.json(); !own.empty()) reading_.vocabulary(std::move(own));
  for (const Placed<Entity>& one : entities_) add_checked(reading_, one.record, one.place);
  for (const Placed<Relation>& one : relations_)
    if (!add_checked(reading_, one.record, one.place)) return;
}

void add_attribute(Attributes& attributes, std::string_view name, Scalar value) {
  for (auto& [known, present] : attributes) {
    if (known != name) continue;
    if (auto* list = std::get_if<std::vector<Scalar>>(&present)) {
      if (std::find(list->begin(), list->end(), value) == list->end())
        list->push_back(std::move(value));
    } else if (std::get<Scalar>(present) != value) {
      present = std::vector<Scalar>{std::get<Scalar>(present), std::move(value)};
    }
    return;
  }
  attributes.emplace_back(name, std::move(value));
}

void add_name(Names& names, std::string_view language, std::string_view name) {
  if (name.empty()) return;
  auto found = std::find_if(names.begin(), names.end(),
                            [&](const LanguageNames& one) { return one.language == language; });
  if (found == names.end()) found = names.insert(names.end(), {std::string(language), {}});
  if (std::find(found->names.begin(), found->names.end(), name) == found->names.end())
    found->names.emplace_back(name);
}

std::string plain_date(std::string_view text) {
  // What marks doubt is EDTF already. An interval is no date, though it has dates.
  if (text.find_first_of("~?%X[") != text.npos)
    return text.find('/') == text.npos && date_of(std::string(text)) ? std::string(text) : "";
  const std::string_view day = text.substr(0, text.find_first_of("T "));
  const bool before_zero = day.starts_with('-');
  const auto parts = split(before_zero ? day.substr(1) : day, '-');
  if (parts.size() > 3 || parts[0].size() != 4) return {};
  std::string date = before_zero ? "-" : "";
  date += parts[0];
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (parts[i] == "00" || parts[i] == "0" || parts[i].empty()) break;
    if (parts[i].size() > 2) return {};
    date += parts[i].size() == 1 ? "-0" : "-";
    date += parts[i];
  }
  return date_of(date) ? date : std::string();
}

std::optional<When> state_between(const std::string& start, const std::string& end) {
  if (start.empty() && end.empty()) return std::nullopt;
  try {
    return When::between(start, end);
  } catch (const DateError&) {
    return std::nullopt;
  }
}

std::optional<When> date_of(const std::string& text) {
  try {
    return When::parse(text);
  } catch (const DateError&) {
    return std::nullopt;
  }
}

namespace {

/// A date as one of a set: the dates of a set themselves, the years of a decade.
std::string member_of_set(const std::string& date) {
  if (date.starts_with('[') && date.ends_with(']')) return date.substr(1, date.size() - 2);
  if (!date.ends_with('X') || date.find_first_of("X-") != date.size() - 1) return date;
  const std::string decade = date.substr(0, date.size() - 1);
  return decade + "0.." + decade + "9";
}

}  // namespace

std::string one_of(const std::vector<std::string>& dates) {
  if (dates.size() < 2) return dates.empty() ? std::string() : dates.front();
  std::vector<std::string> sorted = dates;
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  if (sorted.size() == 1) return sorted.front();
  std::string set = "[";
  for (const std::string& date : sorted) set += (set.size() > 1 ? "," : "") + member_of_set(date);
  return set + "]";
}

}  // namespace entente
