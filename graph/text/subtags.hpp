#pragma once

/// The kinds of subtags that a language tag is made of (RFC 5646, section 2.1).

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "base/ascii.hpp"

namespace entente {

[[nodiscard]] inline bool is_letters(std::string_view subtag, std::size_t least, std::size_t most) {
  return subtag.size() >= least && subtag.size() <= most &&
         std::all_of(subtag.begin(), subtag.end(), is_ascii_letter);
}

[[nodiscard]] inline bool is_script_subtag(std::string_view subtag) {
  return is_letters(subtag, 4, 4);
}

[[nodiscard]] inline bool is_region_subtag(std::string_view subtag) {
  return is_letters(subtag, 2, 2) ||
         (subtag.size() == 3 && std::all_of(subtag.begin(), subtag.end(), is_ascii_digit));
}

[[nodiscard]] inline bool is_variant_subtag(std::string_view subtag) {
  return subtag.size() >= 5 || (subtag.size() == 4 && is_ascii_digit(subtag[0]));
}

}  // namespace entente
