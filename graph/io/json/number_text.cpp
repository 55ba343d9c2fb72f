#include "io/json/number_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

#include "base/ascii.hpp"

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

bool are_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit);
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

bool is_json_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::string_view mantissa = text.substr(0, text.find_first_of("eE"));
  const std::string_view whole = mantissa.substr(0, mantissa.find('.'));
  if (!are_digits(whole) || (whole.size() > 1 && whole.front() == '0')) return false;
  if (whole.size() < mantissa.size() && !are_digits(mantissa.substr(whole.size() + 1)))
    return false;
  if (mantissa.size() == text.size()) return true;
  std::string_view power = text.substr(mantissa.size() + 1);
  if (power.starts_with('-') || power.starts_with('+')) power.remove_prefix(1);
  return are_digits(power);
}

}  // namespace entente
