#include "io/json/number_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

namespace entente {

namespace {

/// The digits that count: without sign, point and exponent, and the zeros around them.
std::string significant_digits(std::string_view number) {
  std::string digits;
  for (const char c : number.substr(0, number.find_first_of("eE")))
    if (c >= '0' && c <= '9' && !(digits.empty() && c == '0')) digits += c;
  digits.erase(digits.find_last_not_of('0') + 1);
  return digits;
}

}  // namespace

bool keeps_every_digit(std::string_view number, double value) {
  constexpr std::size_t always_kept = 15;
  const std::string digits = significant_digits(number);
  const bool has_few_bits = std::abs(value) < std::numeric_limits<double>::min();
  if (digits.empty() || (digits.size() <= always_kept && !has_few_bits)) return true;
  // A double has no more than 767 digits; what is written with more is kept only if it ends there.
  constexpr std::size_t most = 800;
  if (digits.size() > most) return false;
  std::array<char, most + 16> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value,
                                 std::chars_format::scientific, static_cast<int>(digits.size()) - 1)
                       .ptr;
  return significant_digits({text.data(), end}) == digits;
}

}  // namespace entente
