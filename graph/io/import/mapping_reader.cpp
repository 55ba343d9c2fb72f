/// Reads mappings. Members that begin with `//` are remarks, for people and for `--propose`.

#include <algorithm>
#include <array>
#include <utility>

#include <entente/io/vocabulary.hpp>

#include "io/import/mapping.hpp"
#include "io/input.hpp"
#include "io/json/record_reader.hpp"
#include "io/json/tape_sink.hpp"

namespace entente::import {
namespace {

using Member = std::string_view;

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
constexpr std::array<Member, 4> column_members = {"date", "missing", "map", "//"};
constexpr std::array<Member, 3> when_members = {"from", "to", "//"};

constexpr std::string_view template_hint = "write {{ for a brace, {column} for a column";

bool has_member(JsonValue json, Member name) {
  if (json.kind() != JsonKind::object) return false;
  for (const JsonValue member : json)
    if (member.key() == name) return true;
  return false;
}

class MappingReader {
 public:
  MappingReader(const std::string& name, std::string_view text, std::vector<Problem>& problems)
      : file_(name),
        findings_(name, text, problems),
        records_(findings_, limits_, 0),
        read_(records_.members()) {}

  void fault(const JsonFault& fault) { findings_.add(fault); }
  Mapping mapping(JsonValue root);

 private:
  MappingPlace place(JsonValue value) {
    const Position position = findings_.locator().locate(value.at());
    return {.file = file_, .line = position.line, .column = position.column};
  }
  void error(JsonValue value, std::string message, std::string hint) {
    read_.error(value.at(), {"bad-mapping", std::move(message), std::move(hint)});
  }
  std::string text(JsonValue value) { return read_.text(value, TextUse::prose); }

  TextTemplate text_template(JsonValue value);
  MappedValue value(JsonValue json, int depth = 0);
  void value_object(JsonValue json, MappedValue& value, int depth);
  MappedWhen when(JsonValue json);
  DateOrder order(JsonValue json);
  CountrySystem system(JsonValue json);
  std::unordered_map<std::string, std::string> map(JsonValue json);
  MissingCodes missing(JsonValue json);
  std::vector<MappedCondition> conditions(JsonValue json);
  MappedTexts texts(JsonValue json);
  MappedEntity entity(JsonValue json);
  MappedEnd end(JsonValue json);
  MappedRelation relation(JsonValue json);
  MappedEvidence evidence(JsonValue json);
  MappedJoin join(JsonValue json);
  MappedColumn column(JsonValue json);
  void table_member(MappedTable& table, Member name, JsonValue json);
  MappedTable table(JsonValue json);
  std::vector<std::string> list_of_texts(JsonValue json);
  template <typename Take>
  void one_or_many(JsonValue json, Take take) {
    if (json.kind() != JsonKind::list) return take(json);
    for (const JsonValue item : json) take(item);
  }

  const std::string& file_;
  ReadLimits limits_ = {};
  Findings findings_;
  RecordReader records_;
  MemberReader& read_;
};

TextTemplate MappingReader::text_template(JsonValue json) {
  auto parsed = parse_template(text(json));
  if (!parsed) {
    error(json, "a brace stands without its partner", std::string(template_hint));
    parsed.emplace();
  }
  parsed->place = place(json);
  return std::move(*parsed);
}

MappedValue MappingReader::value(JsonValue json, int depth) {
  constexpr int most_depth = 8;
  MappedValue value;
  value.text.place = place(json);
  if (json.kind() == JsonKind::object && depth < most_depth)
    value_object(json, value, depth);
  else if (json.kind() == JsonKind::integer || json.kind() == JsonKind::boolean)
    error(json, "a text is needed here", "write it in quotes");
  else
    value.text = text_template(json);
  return value;
}

/// `{"slug": V}` and its like; names that are none of ours are entries of a map.
void MappingReader::value_object(JsonValue json, MappedValue& value, int depth) {
  using Kind = MappedValue::Kind;
  constexpr std::array<std::pair<Member, Kind>, 7> forms = {{{"value", Kind::text},
                                                             {"date", Kind::text},
                                                             {"slug", Kind::slug},
                                                             {"country", Kind::country},
                                                             {"number", Kind::number},
                                                             {"text", Kind::verbatim},
                                                             {"split", Kind::split}}};
  read_.require_unique(json);
  bool has_form = false;
  for (const JsonValue member : json) {
    const Member name = member.key();
    const auto* const form = std::find_if(forms.begin(), forms.end(),
                                          [&](const auto& each) { return each.first == name; });
    if (form != forms.end() && !has_form) {
      has_form = true;
      value.kind = form->second;
      value.inner.push_back(this->value(member, depth + 1));
    } else if (name == "first" && !has_form) {
      has_form = true;
      value.kind = Kind::first;
      if (read_.expect(member, JsonKind::list, "write [\"{one}\", \"{other}\"]"))
        for (const JsonValue item : member) value.inner.push_back(this->value(item, depth + 1));
    } else if (name == "map") {
      value.map.merge(map(member));
    } else if (name == "else") {
      value.otherwise = member.kind() == JsonKind::null ? std::string() : text(member);
    } else if (name == "order") {
      value.order = order(member);
    } else if (name == "by" && value.kind == Kind::country) {
      value.system = system(member);
    } else if (name == "by") {
      value.separator = text(member);
    } else if (!name.starts_with("//")) {
      value.map.emplace(std::string(name), text(member));
    }
  }
  if (!has_form || value.inner.empty())
    error(json, "what the value is made of is not said",
          "one of \"value\", \"slug\", \"country\", \"first\", \"number\", \"text\", \"split\"");
  if (value.inner.empty()) value.inner.emplace_back();
  if (value.kind == Kind::split && value.separator.empty()) value.separator = ";";
}

MappedWhen MappingReader::when(JsonValue json) {
  MappedWhen when;
  const bool is_interval = has_member(json, "from") || has_member(json, "to");
  if (!is_interval) {
    when.at = value(json);
    return when;
  }
  read_.members(json, when_members, [&](std::size_t index, JsonValue member) {
    if (index == 0) when.from = value(member);
    if (index == 1) when.to = value(member);
  });
  return when;
}

DateOrder MappingReader::order(JsonValue json) {
  const std::string name = text(json);
  if (name == "dmy") return DateOrder::day_first;
  if (name == "mdy") return DateOrder::month_first;
  if (name == "ymd") return DateOrder::year_first;
  error(json, "this is no order of day, month and year", "\"dmy\", \"mdy\" or \"ymd\"");
  return DateOrder::unsaid;
}

CountrySystem MappingReader::system(JsonValue json) {
  const std::string name = text(json);
  if (name == "name" || name == "iso2" || name == "iso3") return CountrySystem::name_or_letters;
  if (name == "numeric") return CountrySystem::iso_numeric;
  if (name == "cow") return CountrySystem::cow;
  if (name == "gw") return CountrySystem::gw;
  error(json, "this is no way to name countries",
        "\"name\", \"iso2\", \"iso3\", \"numeric\", \"cow\" or \"gw\"");
  return CountrySystem::name_or_letters;
}

std::unordered_map<std::string, std::string> MappingReader::map(JsonValue json) {
  std::unordered_map<std::string, std::string> entries;
  if (!read_.expect(json, JsonKind::object, "write {\"in the table\": \"in the dossier\", …}"))
    return entries;
  read_.require_unique(json);
  for (const JsonValue member : json)
    if (!member.key().starts_with("//")) entries.emplace(std::string(member.key()), text(member));
  return entries;
}

MissingCodes MappingReader::missing(JsonValue json) {
  MissingCodes missing;
  if (!read_.expect(json, JsonKind::object, "write {\"-9\": \"unknown\"}")) return missing;
  read_.require_unique(json);
  for (const JsonValue member : json) {
    const std::string meaning = text(member);
    if (meaning == "unknown")
      missing.codes.emplace_back(std::string(member.key()), MissingCode::unknown);
    else if (meaning == "none")
      missing.codes.emplace_back(std::string(member.key()), MissingCode::none);
    else if (meaning == "not observed")
      missing.codes.emplace_back(std::string(member.key()), MissingCode::not_observed);
    else
      error(member, "this is nothing that a code can stand for",
            "\"unknown\", \"none\" or \"not observed\"");
  }
  return missing;
}

std::vector<MappedCondition> MappingReader::conditions(JsonValue json) {
  std::vector<MappedCondition> all;
  if (!read_.expect(json, JsonKind::object, "write {\"{column}\": \"value\"}")) return all;
  for (const JsonValue member : json) {
    if (member.key().starts_with("//")) continue;
    MappedCondition condition;
    auto parsed = parse_template(member.key());
    // A bare word is a column.
    if (parsed && std::none_of(parsed->parts.begin(), parsed->parts.end(),
                               [](const auto& part) { return part.is_column; }))
      parsed->parts = {{std::string(member.key()), true}};
    if (!parsed) error(member, "a brace stands without its partner", std::string(template_hint));
    if (parsed) condition.text = std::move(*parsed);
    condition.text.place = place(member);
    if (member.kind() == JsonKind::object) {
      for (const JsonValue inner : member) {
        if (inner.key() != "not")
          error(inner, "this is no condition", "write {\"not\": \"value\"}");
        condition.negated = true;
        condition.values = list_of_texts(inner);
      }
    } else {
      condition.values = list_of_texts(member);
    }
    all.push_back(std::move(condition));
  }
  return all;
}

MappedTexts MappingReader::texts(JsonValue json) {
  MappedTexts all;
  if (!read_.expect(json, JsonKind::object, "write {\"name\": \"{column}\"}")) return all;
  read_.require_unique(json);
  for (const JsonValue member : json)
    if (!member.key().starts_with("//")) all.emplace_back(std::string(member.key()), value(member));
  return all;
}

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
    if (index == 1) column.missing = missing(member);
    if (index == 2) column.map = map(member);
  });
  return column;
}

std::vector<std::string> MappingReader::list_of_texts(JsonValue json) {
  std::vector<std::string> all;
  one_or_many(json, [&](JsonValue item) { all.push_back(text(item)); });
  return all;
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

}  // namespace

std::optional<TextTemplate> parse_template(std::string_view text) {
  TextTemplate parsed;
  std::string plain;
  const auto end_plain = [&] {
    if (!plain.empty()) parsed.parts.push_back({std::exchange(plain, {}), false});
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool doubled = i + 1 < text.size() && text[i + 1] == text[i];
    if ((text[i] == '{' || text[i] == '}') && doubled) {
      plain += text[i++];
    } else if (text[i] == '{') {
      const std::size_t close = text.find('}', i);
      if (close == text.npos || close == i + 1) return std::nullopt;
      end_plain();
      parsed.parts.push_back({std::string(text.substr(i + 1, close - i - 1)), true});
      i = close;
    } else if (text[i] == '}') {
      return std::nullopt;
    } else {
      plain += text[i];
    }
  }
  end_plain();
  return parsed;
}

Mapping read_mapping(std::string_view bytes, const std::string& name) {
  std::vector<Problem> problems;
  Mapping mapping;
  if (const auto text = checked_text(bytes, name, problems)) {
    const ReadLimits limits;
    JsonTape tape(*text);
    TapeSink sink(tape, limits.values);
    MappingReader reader(name, *text, problems);
    if (const auto fault = parse_json(*text, 0, text->size(), sink, limits.depth))
      reader.fault(*fault);
    else
      mapping = reader.mapping(tape.root());
  }
  if (has_errors(problems)) throw DossierError(std::move(problems));
  return mapping;
}

}  // namespace entente::import
