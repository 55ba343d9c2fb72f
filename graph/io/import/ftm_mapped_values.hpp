#pragma once

/// What a mapping of followthemoney says of entities and properties, as values of a mapping of
/// ours.

#include <algorithm>
#include <string>
#include <string_view>

#include "io/import/yaml.hpp"

namespace entente::import {

template <typename List>
[[nodiscard]] bool is_one_of(std::string_view text, const List& list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

/// A text in JSON.
[[nodiscard]] std::string quoted(std::string_view text);

/// None if the entity lacks it.
[[nodiscard]] const YamlNode* property_of(const YamlNode& entity, std::string_view name);

/// In JSON. Refuses what ours has no word for.
class FtmMappedValues {
 public:
  /// `name`: the file of the mapping, which outlives it.
  explicit FtmMappedValues(const std::string& name) : name_(name) {}

  /// The id of an entity.
  [[nodiscard]] std::string id_of(const YamlNode& entity) const;
  /// The text of a property as a template, not in JSON.
  [[nodiscard]] std::string text_of(const YamlNode& property) const;
  [[nodiscard]] std::string date_of(const YamlNode& property) const;

 private:
  [[noreturn]] void refuse(const YamlNode& node, std::string message, std::string hint) const;
  [[nodiscard]] std::string column(const std::string& name, const YamlNode& node) const;

  const std::string& name_;
};

}  // namespace entente::import
