#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::test {

/// Whether a text is well-formed as far as our SVG goes: every element closed in order, attributes
/// in double quotes, no bare `<` or `&`, no control character.
inline bool is_well_formed(std::string_view text) {
  const auto is_plain = [](std::string_view part) {
    for (std::size_t i = 0; i < part.size(); ++i) {
      const auto c = static_cast<unsigned char>(part[i]);
      if (c == '<' || (c < 0x20 && c != '\n')) return false;
      if (c != '&') continue;
      const std::size_t end = part.substr(i).find(';');
      if (end == std::string_view::npos || end < 2 || end > 7) return false;
    }
    return true;
  };
  std::vector<std::string> open;
  bool any = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t tag = text.find('<', at);
    if (!is_plain(text.substr(at, tag - at))) return false;
    if (tag == std::string_view::npos) break;
    std::size_t end = tag + 1;
    for (bool quoted = false; end < text.size() && (quoted || text[end] != '>'); ++end)
      if (text[end] == '"') quoted = !quoted;
    if (end == text.size()) return false;
    std::string_view inside = text.substr(tag + 1, end - tag - 1);
    at = end + 1;
    if (!is_plain(inside)) return false;
    if (inside.front() == '?') continue;
    any = true;
    const bool closes = inside.front() == '/';
    const std::string name(
        inside.substr(closes ? 1 : 0, inside.find_first_of(" \n/", 1) - (closes ? 1 : 0)));
    if (closes) {
      if (open.empty() || open.back() != name) return false;
      open.pop_back();
    } else if (inside.back() != '/') {
      open.push_back(name);
    }
  }
  return any && open.empty();
}

}  // namespace entente::test
