#include "base/exact_number.hpp"

#include <array>
#include <bit>
#include <charconv>
#include <cmath>

namespace entente::kernel {

namespace {

/// As whole digits times a power of two.
ExactNumber binary(double number) {
  constexpr int mantissa_bits = 53;
  int exponent = 0;
  const double fraction = std::frexp(number, &exponent);
  const auto digits = static_cast<std::uint64_t>(std::ldexp(fraction, mantissa_bits));
  const int zeros = std::countr_zero(digits);
  return {digits >> static_cast<unsigned>(zeros), exponent - mantissa_bits + zeros, Base::two};
}

/// The shortest decimal that reads as the number.
ExactNumber decimal(double number) {
  std::array<char, 32> text{};
  const char* const end =
      std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::scientific)
          .ptr;
  ExactNumber read;
  const char* at = text.data();
  for (bool behind_point = false; *at != 'e'; ++at) {
    if (*at == '.') {
      behind_point = true;
      continue;
    }
    read.digits = 10 * read.digits + static_cast<std::uint64_t>(*at - '0');
    if (behind_point) --read.exponent;
  }
  int power = 0;
  std::from_chars(at + (at[1] == '+' ? 2 : 1), end, power);
  read.exponent += power;
  return read;
}

}  // namespace

ExactNumber exact_number(double number) {
  constexpr std::uint64_t most_digits = 1'000'000'000'000'000;
  constexpr std::uint64_t few_bits = std::uint64_t{1} << 32U;
  if (number == 0) return {};
  const ExactNumber held = binary(number);
  // A decimal fraction that is no binary one needs all bits; what has few was made of halves.
  if (held.digits < few_bits) return held;
  const ExactNumber written = decimal(number);
  return written.digits < most_digits ? written : held;
}

}  // namespace entente::kernel
