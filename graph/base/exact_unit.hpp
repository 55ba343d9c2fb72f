#pragma once

/// Exact numbers counted in one unit, in which they are whole, and the double nearest to so many
/// units.

#include <cmath>
#include <span>
#include <string>

#include "base/exact_number.hpp"
#include "base/wide_sum.hpp"

namespace entente::kernel {

/// What 1 weighs: base^exponent.
struct Unit {
  Base base = Base::ten;
  int exponent = 0;
};

/// In units of 10^-1074 the largest double has 1,383 digits; 2^32 of them may be added.
constexpr std::size_t widest = 74;

/// A unit in which all of these are whole: of two, unless one of them is a decimal.
[[nodiscard]] Unit common_unit(std::span<const ExactNumber> numbers);

/// base^exponent in units of which it is a multiple.
template <typename Sum>
[[nodiscard]] Sum power_in(Base base, int exponent, Unit unit) {
  Sum power(1);
  const auto multiply = [&power](std::uint64_t factor, int times) {
    for (int i = 0; i < times; ++i) power = power * factor;
  };
  if (base == unit.base) {
    multiply(base == Base::ten ? 10 : 2, exponent - unit.exponent);
  } else if (exponent < 0) {
    multiply(5, -exponent);
    multiply(10, exponent - unit.exponent);
  } else {
    multiply(2, exponent);
    multiply(10, -unit.exponent);
  }
  return power;
}

/// The double nearest to digits · 10^exponent; infinite beyond the largest.
[[nodiscard]] double nearest_decimal(const std::string& digits, int exponent);

/// The double nearest to so many units; infinite beyond the largest.
template <std::size_t Words>
[[nodiscard]] double nearest_double(const WideSum<Words>& sum, Unit unit) {
  if (unit.base == Base::ten) return nearest_decimal(sum.text(), unit.exponent);
  const auto head = sum.head();
  return std::ldexp(static_cast<double>(head.bits), head.below + unit.exponent);
}

}  // namespace entente::kernel
