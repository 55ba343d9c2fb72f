#pragma once

/// Dates as stretches of full days, for formats that know no others.

#include <optional>
#include <string>
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

/// Whether these times, as a format of days has them, are the days of a date that says it better.
[[nodiscard]] bool are_days_of(const std::vector<std::string>& times, const When& when);

}  // namespace entente
