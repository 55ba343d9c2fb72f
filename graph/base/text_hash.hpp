#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace entente {

/// The hash that all tables of texts share, so that it is made once for a text. Differs between
/// standard libraries: never written anywhere.
[[nodiscard]] inline std::uint32_t text_hash(std::string_view text) {
  const std::uint64_t hash = std::hash<std::string_view>{}(text);
  return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

/// A text that somebody holds, with its hash.
struct HashedText {
  std::string_view text = {};
  std::uint32_t hash = 0;
};

[[nodiscard]] inline HashedText hashed(std::string_view text) {
  return {text, text_hash(text)};
}
[[nodiscard]] inline HashedText hashed(const HashedText& text) {
  return text;
}

}  // namespace entente
