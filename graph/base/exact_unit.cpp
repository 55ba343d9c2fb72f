#include "base/exact_unit.hpp"

#include <algorithm>
#include <limits>
#include <system_error>

#include <entente/base/read_number.hpp>

namespace entente::kernel {

Unit common_unit(std::span<const ExactNumber> numbers) {
  const bool decimals = std::any_of(numbers.begin(), numbers.end(), [](const ExactNumber& number) {
    return number.digits != 0 && number.base == Base::ten;
  });
  Unit unit{decimals ? Base::ten : Base::two, std::numeric_limits<int>::max()};
  for (const ExactNumber& number : numbers) {
    if (number.digits == 0) continue;
    // 2^-3 is 125 · 10^-3, and 2^3 is whole in either base.
    const bool whole = decimals && number.base == Base::two && number.exponent > 0;
    unit.exponent = std::min(unit.exponent, whole ? 0 : number.exponent);
  }
  return unit;
}

double nearest_decimal(const std::string& digits, int exponent) {
  const std::string text = digits + "e" + std::to_string(exponent);
  double number = 0;
  const auto result = read_number(text.data(), text.data() + text.size(), number);
  const bool too_large = result.ec == std::errc::result_out_of_range;
  return too_large ? std::numeric_limits<double>::infinity() : number;
}

}  // namespace entente::kernel
