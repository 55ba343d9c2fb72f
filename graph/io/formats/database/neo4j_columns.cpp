#include "io/formats/database/neo4j_columns.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.hpp"
#include "io/formats/plain_values.hpp"
#include "io/json/number_text.hpp"
#include "model/json_append.hpp"

namespace entente {
namespace {

constexpr std::array<std::pair<std::string_view, Neo4jRole>, 6> neo4j_roles = {{
    {"id", Neo4jRole::id},
    {"label", Neo4jRole::label},
    {"start_id", Neo4jRole::start},
    {"end_id", Neo4jRole::end},
    {"type", Neo4jRole::type},
    {"ignore", Neo4jRole::ignored},
}};

Neo4jValue value_named(std::string_view type) {
  for (const std::string_view name : {"int", "long", "short", "byte"})
    if (type == name) return Neo4jValue::whole;
  if (type == "float" || type == "double") return Neo4jValue::real;
  return type == "boolean" ? Neo4jValue::boolean : Neo4jValue::text;
}

bool is_whole_number(std::string_view text) {
  const std::string_view digits = text.substr(text.starts_with('-') ? 1 : 0);
  return !digits.empty() && std::all_of(digits.begin(), digits.end(), is_ascii_digit) &&
         (digits.size() == 1 || digits.front() != '0');
}

/// One value as JSON; a text where it is not what the column says.
std::string json_value(Neo4jValue value, std::string_view text) {
  const bool fits = (value == Neo4jValue::whole && is_whole_number(text)) ||
                    (value == Neo4jValue::real && is_json_number(text)) ||
                    (value == Neo4jValue::boolean && (text == "true" || text == "false"));
  if (fits) return std::string(text);
  std::string json;
  json::append_text(json, text);
  return json;
}

/// What a value is as a cell, if one can hold it.
std::optional<Neo4jValue> kind_of(const Scalar& value) {
  if (std::holds_alternative<bool>(value)) return Neo4jValue::boolean;
  if (std::holds_alternative<std::int64_t>(value)) return Neo4jValue::whole;
  if (std::holds_alternative<double>(value)) return Neo4jValue::real;
  if (const auto* text = std::get_if<std::string>(&value); text && !text->empty())
    return Neo4jValue::text;
  return std::nullopt;
}

/// What holds values of both kinds: whole numbers among others are numbers.
std::optional<Neo4jValue> common(Neo4jValue a, Neo4jValue b) {
  const auto is_number = [](Neo4jValue one) {
    return one == Neo4jValue::whole || one == Neo4jValue::real;
  };
  if (a == b) return a;
  if (is_number(a) && is_number(b)) return Neo4jValue::real;
  return std::nullopt;
}

/// Whether all whole numbers are ones that a double has.
bool are_exact(const std::vector<Scalar>& values) {
  constexpr std::int64_t most = std::int64_t{1} << 53;
  return std::all_of(values.begin(), values.end(), [](const Scalar& value) {
    const auto* whole = std::get_if<std::int64_t>(&value);
    return whole == nullptr || (*whole >= -most && *whole <= most);
  });
}

bool can_be_title(std::string_view name) {
  return !name.empty() && name.find_first_of(":(){}[],;\"'\r\n\t ") == std::string_view::npos;
}

}  // namespace

Neo4jColumn neo4j_column(std::string_view title) {
  Neo4jColumn column;
  const std::size_t colon = title.find(':');
  column.name = title.substr(0, colon);
  if (colon == title.npos) return column;
  std::string_view type = title.substr(colon + 1);
  type = type.substr(0, type.find('{'));
  const std::size_t bracket = type.find('(');
  if (bracket != type.npos) {
    column.space = type.substr(bracket + 1, type.find(')', bracket) - bracket - 1);
    type = type.substr(0, bracket);
  }
  if (type.ends_with("[]")) {
    column.is_list = true;
    type.remove_suffix(2);
  }
  const std::string lower = ascii_lowered(type);
  const auto* role = std::find_if(neo4j_roles.begin(), neo4j_roles.end(),
                                  [&](const auto& one) { return one.first == lower; });
  if (role != neo4j_roles.end()) column.role = role->second;
  column.value = value_named(lower);
  return column;
}

std::string neo4j_title(const Neo4jColumn& column) {
  std::string title = column.name;
  if (column.value == Neo4jValue::whole) title += ":long";
  if (column.value == Neo4jValue::real) title += ":double";
  if (column.value == Neo4jValue::boolean) title += ":boolean";
  if (column.value == Neo4jValue::text && column.is_list) title += ":string";
  return title + (column.is_list ? "[]" : "");
}

Property neo4j_property(const Neo4jColumn& column, std::string_view cell) {
  if (!column.is_list) {
    if (column.value == Neo4jValue::text)
      return {column.name, std::string(cell), Property::Form::text};
    return {column.name, json_value(column.value, cell), Property::Form::json};
  }
  std::string list = "[";
  for (const std::string_view one : split(cell, ';'))
    list += (list.size() > 1 ? ", " : "") + json_value(column.value, one);
  return {column.name, list + ']', Property::Form::json};
}

std::optional<Neo4jColumn> neo4j_column_for(std::string_view name, const AttributeValue& value) {
  if (!can_be_title(name)) return std::nullopt;
  Neo4jColumn column;
  column.name = name;
  if (const auto* scalar = std::get_if<Scalar>(&value)) {
    const auto kind = kind_of(*scalar);
    if (!kind) return std::nullopt;
    column.value = *kind;
    return column;
  }
  const auto& list = std::get<std::vector<Scalar>>(value);
  if (list.empty()) return std::nullopt;
  column.is_list = true;
  for (const Scalar& one : list) {
    const auto kind = kind_of(one);
    if (!kind) return std::nullopt;
    const auto both = &one == list.data() ? kind : common(column.value, *kind);
    if (!both) return std::nullopt;
    column.value = *both;
    const auto* text = std::get_if<std::string>(&one);
    if (text && text->find(';') != text->npos) return std::nullopt;
  }
  if (column.value == Neo4jValue::real && !are_exact(list)) return std::nullopt;
  return column;
}

void widen(Neo4jColumn& column, const Neo4jColumn& other) {
  if (column.is_list != other.is_list) return;
  if (const auto both = common(column.value, other.value)) column.value = *both;
}

bool holds(const Neo4jColumn& column, std::string_view name, const AttributeValue& value) {
  const auto own = neo4j_column_for(name, value);
  if (!own || own->is_list != column.is_list) return false;
  if (own->value == column.value) return true;
  if (column.value != Neo4jValue::real || own->value != Neo4jValue::whole) return false;
  const auto* list = std::get_if<std::vector<Scalar>>(&value);
  return list ? are_exact(*list) : are_exact({std::get<Scalar>(value)});
}

std::string neo4j_cell(const AttributeValue& value) {
  return plain_text(value, ";");
}

}  // namespace entente
