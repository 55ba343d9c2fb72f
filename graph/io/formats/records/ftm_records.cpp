#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.hpp"
#include "io/formats/foreign_records.hpp"
#include "io/formats/json_shape.hpp"
#include "io/formats/records/ftm_schemata.hpp"
#include "io/formats/records/ftm_statements.hpp"
#include "io/formats/records/json_fields.hpp"
#include "text/language_codes.hpp"

namespace entente {
namespace {

constexpr std::array<std::string_view, 4> naming = {"name", "alias", "previousName", "weakAlias"};
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> coding = {
    {{"wikidataId", "wikidata"},
     {"leiCode", "lei"},
     {"isin", "isin"},
     {"imoNumber", "imo"},
     {"registrationNumber", "registration"}}};

/// A kind for a schema that we know nothing of: `CallForTenders` is a `call-for-tenders`.
std::string kind_for(std::string_view schema) {
  std::string kind;
  for (const char c : schema) {
    const char lower = ascii_lower(c);
    if (lower != c && !kind.empty()) kind += '-';
    kind += is_ascii_letter(c) || is_ascii_digit(c) ? lower : '-';
  }
  return kind;
}

/// A date; one that is only known to lie between two, `2001/2003`, as one of them. Empty if it is
/// neither.
std::string plain_or_between(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == text.npos) return plain_date(text);
  std::array<std::string, 2> ends;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const std::string_view end = i == 0 ? text.substr(0, slash) : text.substr(slash + 1);
    const bool is_open = end.empty() || end == "..";
    if (!is_open) ends[i] = plain_date(end);
    if (!is_open && ends[i].empty()) return {};
  }
  const std::string set = "[" + ends[0] + ".." + ends[1] + "]";
  return date_of(set) ? set : std::string();
}

}  // namespace

FtmRecords::FtmRecords(ForeignReading& reading) : reading_(reading), records_(reading, "ftm") {}

void FtmRecords::add(const FtmEntity& entity) {
  if (const FtmEdge* edge = find_ftm_edge(entity.schema))
    add_edge(entity, *edge);
  else
    add_thing(entity);
}

std::vector<std::string> FtmRecords::dates(const FtmEntity& entity, std::string_view property) {
  std::vector<std::string> found;
  for (const FtmValue& one : entity.values(property))
    if (std::string date = plain_or_between(one.text); !date.empty())
      found.push_back(std::move(date));
  return found;
}

/// The dates of an entity; the properties they are from are used up if all of them are dates.
std::optional<When> FtmRecords::when_of(FtmEntity& entity, const FtmLifespan& names) {
  bool all_read = true;
  const auto take = [&](std::string_view property) {
    std::vector<std::string> found = dates(entity, property);
    if (found.size() == entity.values(property).size()) return found;
    all_read = false;
    return std::vector<std::string>();
  };
  const std::vector<std::string> start = take(names.start);
  const std::vector<std::string> end = take(names.end);
  auto when = state_between(one_of(start), one_of(end));
  const bool contradict = !when && !(start.empty() && end.empty());
  if (when) {
    if (!start.empty()) entity.drop(names.start);
    if (!end.empty()) entity.drop(names.end);
  } else if (names.start == "startDate") {
    const std::vector<std::string> days = take("date");
    if (!days.empty()) entity.drop("date");
    when = date_of(one_of(days));
  }
  if (!all_read || contradict) reading_.note_unread_dates(entity.place);
  return when;
}

void FtmRecords::add_thing(FtmEntity entity) {
  std::string_view known = kind_of_ftm(entity.schema);
  const std::string kind =
      known.empty() || known == "asset" ? kind_for(entity.schema) : std::string(known);
  if (known.empty() || known == "asset")
    records_.need({labels_.emplace_back(kind), "", labels_.emplace_back(entity.schema), ""});
  Entity& record = records_.entity(entity.id, kind, entity.place);
  if (ftm_schema_of(kind, builtin_) != entity.schema)
    add_attribute(record.attributes, "schema", Scalar(entity.schema));
  for (const std::string_view property : naming) take_names(entity, property, record);
  if (record.names.empty()) take_names(entity, "title", record);
  if (record.names.empty()) take_names(entity, "full", record);
  if (record.names.empty()) add_name(record.names, "und", entity.caption);
  for (const auto& [property, scheme] : coding) take_code(entity, property, scheme, record);
  if (auto when = when_of(entity, ftm_lifespan(entity.schema))) record.when = std::move(when);
  if (kind == "document") take_publication(entity, record);
  take_references(entity);
  for (const auto& [name, value] : entity.others)
    add_json_attributes(record.attributes, name, value);
  take_rest(entity, record.attributes);
}

void FtmRecords::take_names(FtmEntity& entity, std::string_view property, Entity& record) {
  for (const FtmValue& one : entity.values(property))
    add_name(record.names, one.language.empty() ? "und" : tag_of_language_code(one.language),
             one.text);
  entity.drop(property);
}

void FtmRecords::take_code(FtmEntity& entity, std::string_view property, std::string_view scheme,
                           Entity& record) {
  const auto& values = entity.values(property);
  if (values.size() != 1) return;
  const auto has = [&](const auto& code) { return code.first == scheme; };
  if (std::any_of(record.codes.begin(), record.codes.end(), has)) return;
  record.codes.emplace_back(scheme, values.front().text);
  entity.drop(property);
}

void FtmRecords::take_publication(FtmEntity& entity, Entity& record) {
  for (const std::string_view property : {"publishedAt", "date"}) {
    const std::vector<std::string> days = dates(entity, property);
    if (days.size() != 1 || find_attribute(record.attributes, "published")) continue;
    add_attribute(record.attributes, "published", Scalar(days.front()));
    entity.drop(property);
  }
  const auto& urls = entity.values("sourceUrl");
  if (urls.size() != 1) return;
  add_attribute(record.attributes, "url", Scalar(urls.front().text));
  entity.drop("sourceUrl");
}

/// Properties of things that name other entities.
void FtmRecords::take_references(FtmEntity& entity) {
  struct Reference {
    std::string_view property;
    std::string_view schema;  // of the entity that has it; empty: any
    NeededType type;
  };
  static constexpr std::array<Reference, 4> references = {{
      {"entity", "Sanction", {"targets", "targets"}},
      {"holder", "Passport", {"identifies", "identifies"}},
      {"holder", "Identification", {"identifies", "identifies"}},
      {"addressEntity", "", {"located_in", "is located in"}},
  }};
  for (const Reference& one : references) {
    if (!one.schema.empty() && one.schema != entity.schema) continue;
    for (const FtmValue& value : entity.values(one.property))
      records_.relate(entity.id + "-" + std::string(one.property), one.type, entity.id, value.text,
                      entity.place);
    entity.drop(one.property);
  }
}

void FtmRecords::take_rest(const FtmEntity& entity, Attributes& attributes) {
  for (const auto& [property, values] : entity.properties)
    for (const FtmValue& one : values)
      add_attribute(attributes, property,
                    Scalar(property == "language" ? tag_of_language_code(one.text) : one.text));
}

void FtmRecords::add_edge(FtmEntity entity, const FtmEdge& edge) {
  const std::vector<FtmValue> sources = entity.values(edge.source);
  const std::vector<FtmValue> targets = entity.values(edge.target);
  if (sources.empty() || targets.empty()) {
    const std::string lacking(sources.empty() ? edge.source : edge.target);
    reading_.leave_out(
        entity.place,
        {"ftm-edge", "an entity of schema " + entity.schema + " has no `" + lacking + "`",
         "name both ends", entity.id, Severity::error, Concerns::record});
    return;
  }
  entity.drop(edge.source);
  entity.drop(edge.target);
  const std::optional<When> when = when_of(entity, {"", "startDate", "endDate"});
  std::vector<Evidence> evidence;
  for (const FtmValue& one : entity.values("proof"))
    evidence.push_back({one.text, "", "", std::nullopt});
  entity.drop("proof");
  Attributes attributes;
  if (edge.schema != ftm_edge_of(edge.type.id, "Position").schema)
    add_attribute(attributes, "schema", Scalar(entity.schema));
  for (const auto& [name, value] : entity.others) add_json_attributes(attributes, name, value);
  take_rest(entity, attributes);
  for (const FtmValue& source : sources)
    for (const FtmValue& target : targets) {
      const std::string& from = edge.reversed ? target.text : source.text;
      const std::string& to = edge.reversed ? source.text : target.text;
      Relation& relation = records_.relate(entity.id, edge.type, from, to, entity.place);
      relation.when = when;
      relation.evidence = evidence;
      relation.attributes = attributes;
    }
}

void FtmRecords::add_json_attributes(Attributes& attributes, const std::string& name,
                                     const std::vector<Scalar>& values) {
  for (const Scalar& value : values) add_attribute(attributes, name, value);
}

void FtmRecords::finish() && {
  records_.add_all({"thing", "", "thing", ""});
}

}  // namespace entente
