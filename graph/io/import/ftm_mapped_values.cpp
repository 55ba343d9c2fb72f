#include "io/import/ftm_mapped_values.hpp"

#include <array>
#include <utility>
#include <vector>

#include "model/json_append.hpp"

namespace entente::import {
namespace {

constexpr std::array<std::string_view, 12> known_options = {
    "column", "columns", "join",  "literal",  "literals", "entity",
    "format", "split",   "fuzzy", "required", "template", "country"};

/// With braces of its own doubled.
std::string literal(std::string_view text) {
  std::string out;
  for (const char c : text) {
    out += c;
    if (c == '{') out += c;
  }
  return out;
}

}  // namespace

std::string quoted(std::string_view text) {
  std::string out;
  json::append_text(out, text);
  return out;
}

const YamlNode* property_of(const YamlNode& entity, std::string_view name) {
  const YamlNode* properties = entity.find("properties");
  return properties == nullptr ? nullptr : properties->find(name);
}

void FtmMappedValues::refuse(const YamlNode& node, std::string message, std::string hint) const {
  refuse_yaml(name_, node.line, std::move(message), std::move(hint));
}

/// `{column}`
std::string FtmMappedValues::column(const std::string& name, const YamlNode& node) const {
  if (name.find_first_of("{}") != name.npos)
    refuse(node, "a column whose name holds braces is not read", "give it another name");
  return "{" + name + "}";
}

std::string FtmMappedValues::id_of(const YamlNode& entity) const {
  if (const YamlNode* own = entity.find("id_column")) return quoted(column(own->text, *own));
  std::vector<std::string> keys;
  if (const YamlNode* text = entity.find("key_literal")) keys.push_back(literal(text->text));
  for (const char* member : {"key", "keys"})
    if (const YamlNode* node = entity.find(member)) {
      if (node->kind == YamlNode::Kind::text) keys.push_back(column(node->text, *node));
      for (const YamlNode& item : node->items) keys.push_back(column(item.text, item));
    }
  if (keys.empty())
    refuse(entity, "the entity has no `keys`", "name the columns that tell it apart");
  std::string text;
  for (const std::string& key : keys) text += (text.empty() ? "" : "-") + key;
  return "{\"slug\": " + quoted(text) + "}";
}

std::string FtmMappedValues::text_of(const YamlNode& property) const {
  if (property.kind == YamlNode::Kind::text)
    refuse(property, "a property is described by members", "write column: NAME below it");
  for (const auto& [option, node] : property.members)
    if (!is_one_of(option, known_options))
      refuse(node, "`" + option + "` of a property is not read", "write the mapping as ours");
  if (const YamlNode* one = property.find("column")) return column(one->text, *one);
  if (const YamlNode* text = property.find("literal")) return literal(text->text);
  if (const YamlNode* several = property.find("columns")) {
    const YamlNode* join = property.find("join");
    std::string text;
    for (const YamlNode& item : several->items)
      text += (text.empty() ? "" : literal(join == nullptr ? " " : join->text)) +
              column(item.text, item);
    return text;
  }
  refuse(property, "the property has no `column`, `columns` or `literal`",
         "templates and lists of literals are not read");
}

std::string FtmMappedValues::date_of(const YamlNode& property) const {
  const std::string text = quoted(text_of(property));
  const YamlNode* format = property.find("format");
  if (format == nullptr) return text;
  const std::string_view order = format->text.starts_with("%d")   ? "dmy"
                                 : format->text.starts_with("%m") ? "mdy"
                                                                  : "ymd";
  return "{\"date\": " + text + ", \"order\": \"" + std::string(order) + "\"}";
}

}  // namespace entente::import
