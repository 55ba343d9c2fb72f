#include "io/formats/xml/gexf_attributes.hpp"

#include <utility>

#include "model/json_append.hpp"

namespace entente {
namespace {

CellType cell_type_of(std::string_view name) {
  if (name == "boolean") return CellType::boolean;
  if (name == "integer" || name == "long" || name == "short" || name == "byte")
    return CellType::integer;
  if (name == "float" || name == "double") return CellType::real;
  return CellType::text;
}

std::vector<std::string> listed_texts(std::string_view text) {
  const bool bracketed = text.starts_with('[') && text.ends_with(']');
  const char divider = bracketed ? ',' : '|';
  if (bracketed) text = text.substr(1, text.size() - 2);
  std::vector<std::string> texts;
  std::string one;
  char quote = '\0';
  bool any = false;
  for (const char c : text) {
    if (quote != '\0' && c == quote) {
      quote = '\0';
    } else if (quote == '\0' && bracketed && (c == '"' || c == '\'') && one.empty()) {
      quote = c;
      any = true;
    } else if (quote == '\0' && c == divider) {
      texts.push_back(std::exchange(one, {}));
      any = true;
    } else if (quote != '\0' || c != ' ' || !one.empty()) {
      one += c;
      any = true;
    }
  }
  if (any) texts.push_back(std::move(one));
  return texts;
}

}  // namespace

GexfAttribute gexf_attribute(const XmlElement& element) {
  constexpr std::string_view list = "list";
  std::string_view type = element["type"];
  const bool is_list = type.starts_with(list);
  if (is_list) type.remove_prefix(list.size());
  return {std::string(element.has("title") ? element["title"] : element["id"]), cell_type_of(type),
          is_list, std::nullopt};
}

Property gexf_property(const GexfAttribute& attribute, std::string_view text) {
  if (!attribute.is_list) return property_of_cell(attribute.title, attribute.type, text);
  std::string list = "[";
  for (const std::string& one : listed_texts(text)) {
    const Property item = property_of_cell(attribute.title, attribute.type, one);
    if (list.size() > 1) list += ", ";
    if (item.form == Property::Form::json)
      list += item.value;
    else
      json::append_text(list, item.value);
  }
  return {attribute.title, list + "]", Property::Form::json};
}

Property list_property(std::string name, const std::vector<std::string>& texts) {
  std::string list = "[";
  for (const std::string& one : texts) {
    if (list.size() > 1) list += ", ";
    json::append_text(list, one);
  }
  return {std::move(name), list + "]", Property::Form::json};
}

}  // namespace entente
