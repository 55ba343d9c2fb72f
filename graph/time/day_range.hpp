#pragma once

/// One unknown day between two known ones, as EDTF writes it.

#include <string>

#include <entente/time/day.hpp>

namespace entente {

/// "[2014-05-06..2014-05-09]", "[..2014-05-09]", "[2014-05-06..]"; the day itself where both are
/// the same, and "", an unknown end, where neither is limited.
[[nodiscard]] inline std::string one_of_days(Day first, Day last) {
  if (first == last) return format_day(first);
  const std::string from = first == day_min ? "" : format_day(first);
  const std::string to = last == day_max ? "" : format_day(last);
  return from.empty() && to.empty() ? "" : "[" + from + ".." + to + "]";
}

}  // namespace entente
