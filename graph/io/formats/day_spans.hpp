#pragma once

/// Dates as stretches of full days, for formats that know no others.

#include <optional>
#include <vector>

#include <entente/time/day.hpp>
#include <entente/time/when.hpp>

namespace entente {

/// From the first day to the last, both in it; nothing limits it where there is none.
struct DaySpan {
  std::optional<Day> first = {};
  std::optional<Day> last = {};
};

/// The days that a date may touch: one stretch, of several events one each, in order and apart.
/// Empty if there is no date, or nothing limits it.
[[nodiscard]] std::vector<DaySpan> day_spans(const std::optional<When>& when);

}  // namespace entente
