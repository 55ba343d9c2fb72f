/// What stands in a mapping's records: templates, values, dates, conditions.

#include <algorithm>
#include <array>
#include <utility>

#include "base/text_map.hpp"
#include "io/import/mapping_reader.hpp"
#include "io/import/missing_words.hpp"

namespace entente::import {
namespace {

constexpr std::array<Member, 3> when_members = {"from", "to", "//"};
constexpr std::string_view template_hint = "write {{ for a brace, {column} for a column";

}  // namespace

bool has_member(JsonValue json, Member name) {
  if (json.kind() != JsonKind::object) return false;
  for (const JsonValue member : json)
    if (member.key() == name) return true;
  return false;
}

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
    } else if (name == "decimal" && value.kind == Kind::number) {
      value.decimal = decimal(member);
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

DecimalSign MappingReader::decimal(JsonValue json) {
  const std::string sign = text(json);
  if (sign == ",") return DecimalSign::comma;
  if (sign != ".") error(json, "this stands before no decimals", "\",\" or \".\"");
  return DecimalSign::point;
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

TextMap<std::string> MappingReader::map(JsonValue json) {
  TextMap<std::string> entries;
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
    const auto meaning = missing_code_from(text(member));
    if (meaning)
      missing.codes.emplace_back(std::string(member.key()), *meaning);
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

std::vector<std::string> MappingReader::list_of_texts(JsonValue json) {
  std::vector<std::string> all;
  one_or_many(json, [&](JsonValue item) { all.push_back(text(item)); });
  return all;
}

}  // namespace entente::import
