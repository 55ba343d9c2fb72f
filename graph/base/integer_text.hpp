#pragma once

/// Integers in digits, which a double may not hold exactly.

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "base/ascii.hpp"

namespace entente {

/// Whether a text is digits alone, with or without a minus in front.
inline bool is_integer_text(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

/// Whether a number is exactly the integer that a text of digits is.
inline bool is_exactly(std::string_view integer, double number) {
  constexpr std::size_t always_exact = 15;
  if (integer.size() <= always_exact) return true;
  const bool is_negative = integer.starts_with('-');
  if (is_negative) integer.remove_prefix(1);
  while (integer.size() > 1 && integer.starts_with('0')) integer.remove_prefix(1);
  return fmt::format("{:.0f}", is_negative ? -number : number) == integer;
}

}  // namespace entente
