#include "io/formats/records/ftm_edits.hpp"

#include <optional>
#include <utility>

#include <entente/error.hpp>
#include <entente/io/vocabulary.hpp>

#include "io/formats/foreign_records.hpp"
#include "io/formats/plain_values.hpp"
#include "io/formats/records/ftm_schemata.hpp"
#include "io/formats/records/json_fields.hpp"
#include "text/shortened.hpp"

namespace entente {
namespace {

/// The text of a property that has one value; empty if it has none, or several.
std::string only_text(JsonValue properties, std::string_view name) {
  const auto value = member_of(properties, name);
  if (!value) return {};
  std::vector<std::string> texts = texts_of(*value);
  return texts.size() == 1 ? std::move(texts.front()) : std::string();
}

std::string_view naming_property(std::string_view schema) {
  return schema == "Document" ? "title" : schema == "Address" ? "full" : "name";
}

}  // namespace

void FtmEdits::entity(JsonValue line, ForeignPlace place) {
  Entity& entity = reading_.entity(reading_.entities() - 1);
  const std::string schema = text_member(line, "schema");
  schemata_.emplace(entity.id, schema);
  const auto properties = member_of(line, "properties");
  if (!properties || properties->kind() != JsonKind::object) return;
  VisibleParts parts;
  parts.label = only_text(*properties, naming_property(schema));
  parts.place = place;
  edits_.entity(parts);
  kind(entity, schema, place);
  const FtmLifespan lifespan = ftm_lifespan(schema);
  dates(entity, *properties, lifespan.start, lifespan.end, place);
  std::vector<Shown> shown = {{"url", "sourceUrl"}, {"note", "notes"}};
  if (!entity.when) shown.push_back({"published", "date"});
  attributes(entity, *properties, shown, place);
}

void FtmEdits::relation(JsonValue line, ForeignPlace place) {
  Relation& relation = reading_.relation(reading_.relations() - 1);
  const std::string schema = text_member(line, "schema");
  const auto properties = member_of(line, "properties");
  if (!properties || properties->kind() != JsonKind::object) return;
  VisibleParts parts;
  parts.label = only_text(*properties, "role");
  if (parts.label.empty()) parts.label = only_text(*properties, "relationship");
  parts.place = place;
  type(relation, schema, place);
  edits_.relation(parts);
  ends(relation, schema, *properties, place);
  dates(relation, *properties, "startDate", "endDate", place);
  attributes(relation, *properties, {{"note", "summary"}}, place);
}

void FtmEdits::kind(Entity& entity, const std::string& schema, ForeignPlace place) {
  const std::string_view shown = kind_of_ftm(schema);
  if (shown.empty() || shown == entity.kind) return;
  const std::string& written = written_schema(entity.kind);
  if (written.empty() || written == schema) return;
  remark(entity.id, "schema", schema, entity.kind, place);
  entity.kind = shown;
}

/// The schema that the writer takes for a kind; empty if the vocabulary cannot be had.
const std::string& FtmEdits::written_schema(const std::string& kind) {
  const auto [found, is_new] = written_.try_emplace(kind);
  if (is_new) try {
      found->second = ftm_schema_of(kind, vocabulary_of(reading_.dossier()));
    } catch (const std::exception&) {
      found->second.clear();  // those say it who check the records
    }
  return found->second;
}

void FtmEdits::type(Relation& relation, const std::string& schema, ForeignPlace place) {
  const FtmEdge* edge = find_ftm_edge(schema);
  if (edge == nullptr || edge->type.id == relation.type) return;
  const auto to = schemata_.find(relation.to);
  const std::string_view to_schema = to == schemata_.end() ? std::string_view() : to->second;
  for (const std::string_view end : {to_schema, std::string_view(), std::string_view("Position")})
    if (ftm_edge_of(relation.type, end).schema == schema) return;
  remark(relation.id, "schema", schema, relation.type, place);
  relation.type = edge->type.id;
}

/// Which end is which, what is unchanged says best.
void FtmEdits::ends(Relation& relation, const std::string& schema, JsonValue properties,
                    ForeignPlace place) {
  const FtmEdge* edge = find_ftm_edge(schema);
  if (edge == nullptr) return;
  std::string from = only_text(properties, edge->source);
  std::string to = only_text(properties, edge->target);
  if (from.empty() || to.empty()) return;
  const bool as_is = from == relation.from || to == relation.to;
  const bool reversed = from == relation.to || to == relation.from;
  if (as_is == reversed ? edge->reversed : reversed) std::swap(from, to);
  if (from != relation.from && to != relation.to && from == relation.to && to == relation.from)
    return;
  const auto take = [&](std::string& kept, std::string& shown, std::string_view name) {
    if (kept == shown) return;
    remark(relation.id, name, shown, kept, place);
    kept = std::move(shown);
  };
  take(relation.from, from, "from");
  take(relation.to, to, "to");
}

/// Ends that are not shown, as those in doubt, stay what they are.
template <typename Record>
void FtmEdits::dates(Record& record, JsonValue properties, std::string_view start,
                     std::string_view end, ForeignPlace place) {
  const bool is_state = record.when && record.when->is_interval();
  const std::string first = only_text(properties, start);
  const std::string last = only_text(properties, end);
  const std::string day = only_text(properties, "date");
  const std::string kept_first(is_state ? record.when->start_text() : std::string_view());
  const std::string kept_last(is_state ? record.when->end_text() : std::string_view());
  std::optional<When> edited;
  std::string shown;
  if ((!first.empty() && first != kept_first) || (!last.empty() && last != kept_last)) {
    shown = first + "/" + last;
    edited = state_between(first.empty() ? kept_first : plain_date(first),
                           last.empty() ? kept_last : plain_date(last));
  } else if (record.when && !is_state && !day.empty() && day != record.when->text()) {
    shown = day;
    edited = date_of(plain_date(day));
  }
  if (!edited) return;
  remark(record.id, "date", shown, record.when ? record.when->text() : "", place);
  record.when = std::move(edited);
}

template <typename Record>
void FtmEdits::attributes(Record& record, JsonValue properties, const std::vector<Shown>& shown,
                          ForeignPlace place) {
  for (const auto& [name, property] : shown) {
    const std::string text = only_text(properties, property);
    const AttributeValue* value = find_attribute(record.attributes, name);
    const std::string kept = value == nullptr ? std::string() : plain_text(*value);
    // A note may be many things to others; one that we did not write is no edit of ours.
    if (text.empty() || value == nullptr || text == kept) continue;
    remark(record.id, property, text, kept, place);
    for (auto& [known, old] : record.attributes)
      if (known == name) old = Scalar(text);
  }
}

void FtmEdits::remark(std::string_view record, std::string_view property, std::string_view shown,
                    std::string_view kept, ForeignPlace place) {
  edits_.remark(record,
                "`" + std::string(property) + "` says `" + shortened(shown) +
                    "`, and the record kept `" + shortened(kept) + "`: the former counts",
                place);
}

}  // namespace entente
