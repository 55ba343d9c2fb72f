#pragma once

/// What a weight is exactly, and the double nearest to a sum.

#include <cstdint>

namespace entente::kernel {

enum class Base : std::uint8_t { ten, two };

/// digits · base^exponent; 0 has no digits.
struct ExactNumber {
  std::uint64_t digits = 0;
  int exponent = 0;
  Base base = Base::ten;
};

/// A finite number that is not below 0: the decimal that is written for it where that has up to 15
/// digits, which distinguish all doubles, else what the double holds. So 0.1 is a tenth, and a
/// third of 1 is what the computer made of it.
[[nodiscard]] ExactNumber exact_number(double number);

}  // namespace entente::kernel
