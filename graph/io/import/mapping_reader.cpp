/// Reads mappings. Members that begin with `//` are remarks, for people and for `--propose`.

#include "io/import/mapping_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "io/input.hpp"
#include "io/json/whole_json.hpp"

namespace entente::import {
namespace {

constexpr Member mapping_format = "entente-mapping/1";
constexpr std::array<Member, 22> mapping_members = {
    "format", "title", "vocabulary", "languages", "observed_through", "countries", "tables",
    "file",   "sheet", "query",      "header",    "delimiter",        "columns",   "missing",
    "where",  "split", "join",       "entity",    "relation",         "relations", "entities",
    "//"};
constexpr std::size_t first_of_table = 7;
constexpr std::array<Member, 15> table_members = {
    "file",  "sheet", "query",  "header",   "delimiter", "columns",  "missing", "where",
    "split", "join",  "entity", "relation", "relations", "entities", "//"};
constexpr std::array<Member, 8> entity_members = {"id",    "kind",       "names", "when",
                                                  "codes", "attributes", "where", "//"};
constexpr std::array<Member, 10> relation_members = {
    "id", "type", "from", "to", "when", "modality", "attributes", "evidence", "where", "//"};
constexpr std::array<Member, 5> evidence_members = {"source", "at", "asserted_by", "when", "//"};
constexpr std::array<Member, 5> join_members = {"file", "sheet", "key", "on", "//"};
constexpr std::array<Member, 5> column_members = {"date", "decimal", "missing", "map", "//"};

}  // namespace

MappedEntity MappingReader::entity(JsonValue json) {
  MappedEntity entity;
  entity.place = place(json);
  if (!read_.expect(json, JsonKind::object, "write {\"id\": …, \"kind\": …}")) return entity;
  const auto seen = read_.members(json, entity_members, [&](std::size_t index, JsonValue member) {
    if (index == 0) entity.id = value(member);
    if (index == 1) entity.kind = value(member);
    if (index == 2 && read_.expect(member, JsonKind::object, "write {\"en\": \"{name}\"}"))
      for (const JsonValue language : member) {
        entity.names.emplace_back(std::string(language.key()), std::vector<MappedValue>());
        one_or_many(language,
                    [&](JsonValue name) { entity.names.back().second.push_back(value(name)); });
      }
    if (index == 3) entity.when = when(member);
    if (index == 4) entity.codes = texts(member);
    if (index == 5) entity.attributes = texts(member);
    if (index == 6) entity.conditions = conditions(member);
  });
  read_.require(json, "the entity", seen, entity_members, {0});
  const bool is_country = entity.id.kind == MappedValue::Kind::country;
  if (!is_country) read_.require(json, "the entity", seen, entity_members, {1});
  return entity;
}

MappedEnd MappingReader::end(JsonValue json) {
  MappedEnd end;
  const bool is_entity = has_member(json, "id");
  if (is_entity)
    end.entity = entity(json);
  else
    end.id = value(json);
  return end;
}

MappedRelation MappingReader::relation(JsonValue json) {
  MappedRelation relation;
  relation.place = place(json);
  if (!read_.expect(json, JsonKind::object, "write {\"type\": …, \"from\": …, \"to\": …}"))
    return relation;
  const auto seen = read_.members(json, relation_members, [&](std::size_t index, JsonValue member) {
    if (index == 0) relation.id = value(member);
    if (index == 1) relation.type = value(member);
    if (index == 2) relation.from = end(member);
    if (index == 3) relation.to = end(member);
    if (index == 4) relation.when = when(member);
    if (index == 5) relation.modality = value(member);
    if (index == 6) relation.attributes = texts(member);
    if (index == 7) {
      relation.evidence.emplace();
      one_or_many(member, [&](JsonValue item) { relation.evidence->push_back(evidence(item)); });
    }
    if (index == 8) relation.conditions = conditions(member);
  });
  read_.require(json, "the relation", seen, relation_members, {1, 2, 3});
  return relation;
}

MappedEvidence MappingReader::evidence(JsonValue json) {
  MappedEvidence evidence;
  if (!read_.expect(json, JsonKind::object, "write {\"source\": \"…\"}")) return evidence;
  const auto seen = read_.members(json, evidence_members, [&](std::size_t index, JsonValue member) {
    if (index == 0) evidence.source = value(member);
    if (index == 1) evidence.at = value(member);
    if (index == 2) evidence.asserted_by = value(member);
    if (index == 3) evidence.when = when(member);
  });
  read_.require(json, "the evidence", seen, evidence_members, {0});
  return evidence;
}

MappedJoin MappingReader::join(JsonValue json) {
  MappedJoin join;
  join.name = json.key();
  join.place = place(json);
  if (!read_.expect(json, JsonKind::object, "write {\"sheet\": …, \"key\": …, \"on\": …}"))
    return join;
  const auto seen = read_.members(json, join_members, [&](std::size_t index, JsonValue member) {
    if (index == 0) join.file = text(member);
    if (index == 1) join.sheet = text(member);
    if (index == 2) join.key = text(member);
    if (index == 3) join.on = text_template(member);
  });
  read_.require(json, "the join", seen, join_members, {2, 3});
  return join;
}

MappedColumn MappingReader::column(JsonValue json) {
  MappedColumn column;
  column.name = json.key();
  column.place = place(json);
  if (!read_.expect(json, JsonKind::object, "write {\"date\": \"dmy\"}")) return column;
  read_.members(json, column_members, [&](std::size_t index, JsonValue member) {
    if (index == 0) column.order = order(member);
    if (index == 1) column.decimal = decimal(member);
    if (index == 2) column.missing = missing(member);
    if (index == 3) column.map = map(member);
  });
  return column;
}

void MappingReader::table_member(MappedTable& table, Member name, JsonValue json) {
  if (name == "file") table.file = text(json);
  if (name == "query") table.query = text(json);
  if (name == "columns" && read_.expect(json, JsonKind::object))
    for (const JsonValue member : json)
      if (!member.key().starts_with("//")) table.columns.push_back(column(member));
  if (name == "missing") table.missing = missing(json);
  if (name == "where") table.conditions = conditions(json);
  if (name == "entity" || name == "entities")
    one_or_many(json, [&](JsonValue item) { table.entities.push_back(entity(item)); });
  if (name == "relation" || name == "relations")
    one_or_many(json, [&](JsonValue item) { table.relations.push_back(relation(item)); });
  if (name == "split" && read_.expect(json, JsonKind::object, "write {\"column\": \";\"}"))
    for (const JsonValue member : json)
      table.splits.push_back({std::string(member.key()), text(member), place(member)});
  if (name == "join" && read_.expect(json, JsonKind::object))
    for (const JsonValue member : json) table.joins.push_back(join(member));
  const auto* const number = std::get_if<std::int64_t>(&json.scalar().value);
  if (name == "sheet") table.sheet = number ? "#" + std::to_string(*number) : text(json);
  if (name == "header") {
    const auto* const flag = std::get_if<bool>(&json.scalar().value);
    constexpr std::int64_t most_header = 1'000;
    if (flag != nullptr)
      table.header = *flag ? 1 : 0;
    else if (number != nullptr && *number >= 1 && *number <= most_header)
      table.header = static_cast<std::uint32_t>(*number);
    else
      error(json, "`header` is the row in which the columns are named", "1, 2, … or false");
  }
  if (name == "delimiter") {
    const std::string delimiter = text(json);
    if (delimiter.size() == 1 && delimiter != "\"" && delimiter != "\n" && delimiter != "\r")
      table.delimiter = delimiter.front();
    else
      error(json, "a delimiter is one ASCII character", "\",\", \";\", \"\\t\", \"|\"");
  }
}

MappedTable MappingReader::table(JsonValue json) {
  MappedTable table;
  table.place = place(json);
  if (!read_.expect(json, JsonKind::object, "write {\"relation\": {…}}")) return table;
  read_.members(json, table_members,
                [&](std::size_t, JsonValue member) { table_member(table, member.key(), member); });
  if (table.entities.empty() && table.relations.empty())
    error(json, "the table makes neither entities nor relations",
          "add \"entity\": {…} or \"relation\": {…}");
  return table;
}

Mapping MappingReader::mapping(JsonValue root) {
  Mapping mapping;
  if (!read_.expect(root, JsonKind::object,
                    "a mapping begins {\"format\": \"entente-mapping/1\", …}"))
    return mapping;
  // Where there are no tables, the mapping is one itself, and its entities are patterns.
  const bool has_tables = has_member(root, "tables");
  MappedTable only;
  only.place = place(root);
  const auto seen = read_.members(root, mapping_members, [&](std::size_t index, JsonValue member) {
    const Member name = member.key();
    if (index == 0 && text(member) != mapping_format)
      error(member, "this is not a mapping's format", "\"format\": \"entente-mapping/1\"");
    if (index == 1) mapping.titles = records_.labels(member);
    if (index == 2)
      for (NamedVocabulary& each : records_.vocabularies(member))
        mapping.vocabularies.push_back(std::move(each.name));
    if (index == 3) mapping.languages = list_of_texts(member);
    if (index == 4) mapping.observed_through = text(member);
    if (index == 5) mapping.countries = map(member);
    if (name == "tables" && member.kind() == JsonKind::list && member.begin() == member.end())
      error(member, "`tables` is empty, so that nothing would be read",
            "write what the columns mean: \"tables\": [{\"relation\": {…}}]");
    if (name == "tables")
      one_or_many(member, [&](JsonValue item) { mapping.tables.push_back(table(item)); });
    if (name == "entities" && has_tables) {
      one_or_many(member, [&](JsonValue item) { records_.entity(item, mapping.entities); });
    } else if (index >= first_of_table && name != "//") {
      if (has_tables)
        error(member, "`" + std::string(name) + "` belongs into one of the tables",
              "move it into \"tables\": [{…}]");
      else
        table_member(only, name, member);
    }
  });
  read_.require(root, "the mapping", seen, mapping_members, {0});
  if (!has_tables) {
    if (only.entities.empty() && only.relations.empty())
      error(root, "the mapping makes neither entities nor relations",
            "add \"tables\": [{\"relation\": {…}}]");
    mapping.tables.push_back(std::move(only));
  }
  return mapping;
}

Mapping read_mapping(std::string_view bytes, const std::string& name) {
  std::vector<Problem> problems;
  Mapping mapping;
  if (const auto text = checked_text(bytes, name, problems,
                                     "a mapping begins {\"format\": \"entente-mapping/1\", …}")) {
    MappingReader reader(name, *text, problems);
    read_whole_json(*text, name, "a mapping", reader,
                    [&](JsonValue root) { mapping = reader.mapping(root); });
  }
  if (has_errors(problems)) throw DossierError(std::move(problems));
  return mapping;
}

}  // namespace entente::import
