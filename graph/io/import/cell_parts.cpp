#include "io/import/cell_parts.hpp"

#include <algorithm>

#include "base/ascii.hpp"

namespace entente::import {

std::vector<std::string_view> parts_of_cell(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end =
        separator.empty() ? text.size() : std::min(text.find(separator), text.size());
    const std::string_view part = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + separator.size()));
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

}  // namespace entente::import
