#include "facts/stages.hpp"

#include <entente/time/day.hpp>

namespace entente {

namespace {

/// The first and the last day on which some period begins or ends; any one day if none does.
std::pair<Day, Day> limits(std::span<const Window> periods) {
  Day first = day_max;
  Day last = day_min;
  for (const Window& period : periods)
    for (const Day day : {period.first, period.last}) {
      if (day == day_min || day == day_max) continue;
      first = std::min(first, day);
      last = std::max(last, day);
    }
  return first <= last ? std::pair(first, last) : std::pair(Day(0), Day(0));
}

}  // namespace

// Both answers change only on days where a period begins or ends, so the day before the first
// such day stands for all earlier ones, and the day after the last for all later ones.
PeriodTable::PeriodTable(std::span<const Window> periods)
    : size_(static_cast<std::uint32_t>(periods.size())) {
  const auto [first, last] = limits(periods);
  first_ = first - 1;
  const auto days = static_cast<std::size_t>(last - first + 3);
  ending_from_.reserve(days);
  beginning_after_.reserve(days);
  std::uint32_t ending = 0;
  std::uint32_t beginning = 0;
  for (Day day = first_; day <= last + 1; ++day) {
    while (ending < size_ && periods[ending].last < day) ++ending;
    while (beginning < size_ && periods[beginning].first <= day) ++beginning;
    ending_from_.push_back(ending);
    beginning_after_.push_back(beginning);
  }
}

}  // namespace entente
