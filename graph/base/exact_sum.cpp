#include "base/exact_sum.hpp"

#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include "base/exact_unit.hpp"

namespace entente::kernel {

namespace {

constexpr double largest_whole = 0x1p53;

/// Of numbers that are whole in that many units to one, as long as no sum on the way is rounded.
std::optional<double> plain_sum(std::span<const double> numbers, double units) {
  constexpr double most_digits = 1e15;
  double sum = 0;
  double size = 0;
  for (const double number : numbers) {
    const double whole = std::round(number * units);
    if (!(std::abs(whole) < most_digits) || whole / units != number) return std::nullopt;
    sum += whole;
    size += std::abs(whole);
  }
  return size < largest_whole ? std::optional(sum / units) : std::nullopt;
}

/// Those above 0 and those below, each added up on its own.
double wide_sum(std::span<const double> numbers) {
  using Sum = WideSum<widest>;
  std::vector<ExactNumber> exact;
  exact.reserve(numbers.size());
  for (const double number : numbers) exact.push_back(exact_number(std::abs(number)));
  const Unit unit = common_unit(exact);
  Sum above;
  Sum below;
  for (std::size_t i = 0; i < exact.size(); ++i) {
    const ExactNumber& one = exact[i];
    if (one.digits == 0) continue;
    Sum& side = numbers[i] < 0 ? below : above;
    side = side + power_in<Sum>(one.base, one.exponent, unit) * one.digits;
  }
  if (above == below) return 0;
  return above < below ? -nearest_double(below - above, unit) : nearest_double(above - below, unit);
}

}  // namespace

double exact_sum(std::span<const double> numbers) {
  constexpr std::array<double, 7> powers_of_ten = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
  for (const double units : powers_of_ten)
    if (const auto sum = plain_sum(numbers, units)) return *sum;
  return wide_sum(numbers);
}

}  // namespace entente::kernel
