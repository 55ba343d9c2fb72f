#pragma once

/// The longest stretch of days that one choice a leg covers.

#include <cstdint>
#include <limits>
#include <vector>

#include <entente/time/day.hpp>

namespace entente {

/// What a piece covers of the days that are asked about.
struct Reach {
  Day from = day_min;
  Day to = day_max;
};

inline constexpr std::int64_t unlimited_days = std::numeric_limits<std::int64_t>::max();

/// How many days lie between, both counted; unlimited from `day_min` or to `day_max`.
[[nodiscard]] constexpr std::int64_t days_between(Day from, Day to) {
  if (from > to) return 0;
  if (from == day_min || to == day_max) return unlimited_days;
  return std::int64_t{to.count()} - from.count() + 1;
}

/// The longest stretches.
struct Stretches {
  std::int64_t days = 0;  ///< 0: there are none
  /// The first days of all of them, ascending; of unlimited ones the earliest, and the last from
  /// which on it goes without limit.
  std::vector<Day> starts = {};

  /// Whether a piece covers the stretch that begins there.
  [[nodiscard]] bool covered(Day start, const Reach& reach) const {
    if (reach.from > start) return false;
    if (days != unlimited_days) return reach.to - start >= days - 1;
    return start == day_min ? reach.to >= start : reach.to == day_max;
  }
};

/// A choice of one reach a leg covers the days from its latest `from` to its earliest `to`; these
/// are the longest such stretches. None if a leg is empty or nothing overlaps.
/// A sweep over the first days: O(P log P) for P reaches.
[[nodiscard]] Stretches longest_stretches(const std::vector<std::vector<Reach>>& legs);

}  // namespace entente
