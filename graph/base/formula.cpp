#include "base/formula.hpp"

#include <algorithm>
#include <array>

namespace entente {
namespace {

bool is_plain_number(std::string_view cell) {
  std::size_t i = cell.starts_with('-') || cell.starts_with('+') ? 1 : 0;
  std::size_t digits = 0;
  std::size_t points = 0;
  for (; i < cell.size() && cell[i] != 'e' && cell[i] != 'E'; ++i) {
    if (cell[i] >= '0' && cell[i] <= '9')
      ++digits;
    else if (cell[i] == '.')
      ++points;
    else
      return false;
  }
  if (digits == 0 || points > 1) return false;
  if (i == cell.size()) return true;
  const std::string_view exponent = cell.substr(i + 1);
  const std::size_t sign = exponent.starts_with('-') || exponent.starts_with('+') ? 1 : 0;
  return exponent.size() > sign && exponent.find_first_not_of("0123456789", sign) == exponent.npos;
}

}  // namespace

bool may_be_formula(std::string_view cell) {
  constexpr std::string_view narrow = "=+-@\t\r\n";
  constexpr std::array<std::string_view, 4> wide = {"＝", "＋", "－", "＠"};
  if (cell.empty()) return false;
  const bool starts_one = narrow.find(cell.front()) != narrow.npos ||
                          (cell.front() == wide[0].front() &&
                           std::any_of(wide.begin(), wide.end(), [&](std::string_view start) {
                             return cell.starts_with(start);
                           }));
  return starts_one && !is_plain_number(cell);
}

}  // namespace entente
