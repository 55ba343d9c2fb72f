#pragma once

/// The plain part of YAML that mappings of other programs are written in: blocks of members and of
/// items, texts with and without quotation marks, short lists in brackets, remarks. Anchors, tags,
/// folded texts and several documents are refused with their place.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::import {

struct YamlNode {
  enum class Kind : std::uint8_t { none, text, list, members };

  Kind kind = Kind::none;
  std::string text = {};
  std::vector<YamlNode> items = {};
  std::vector<std::pair<std::string, YamlNode>> members = {};
  std::uint32_t line = 1;

  /// The member of that name, or nullptr.
  [[nodiscard]] const YamlNode* find(std::string_view name) const;
};

/// @throws DossierError `bad-mapping`.
[[nodiscard]] YamlNode read_yaml(std::string_view text, const std::string& name);

/// Ends the reading. @throws DossierError `bad-mapping`
[[noreturn]] void refuse_yaml(const std::string& name, std::uint32_t line, std::string message,
                              std::string hint);

}  // namespace entente::import
