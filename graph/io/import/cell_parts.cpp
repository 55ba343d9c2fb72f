#include "io/import/cell_parts.hpp"

#include <algorithm>

namespace entente::import {

std::vector<std::string_view> parts_of_cell(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end =
        separator.empty() ? text.size() : std::min(text.find(separator), text.size());
    std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), end + separator.size()));
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

}  // namespace entente::import
