#pragma once

/// Texts of any length for messages of one line.

#include <cstddef>
#include <string>
#include <string_view>

namespace entente {

/// The text, or its first 80 bytes, to the character, and `…`.
[[nodiscard]] inline std::string shortened(std::string_view text) {
  constexpr std::size_t most = 80;
  if (text.size() <= most) return std::string(text);
  std::size_t cut = most;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
  return std::string(text.substr(0, cut)) + "…";
}

}  // namespace entente
