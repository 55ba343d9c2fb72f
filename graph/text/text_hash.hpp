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

}  // namespace entente
