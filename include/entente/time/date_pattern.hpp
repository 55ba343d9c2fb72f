#pragma once

/// The digits of a date, some of which may be unknown: `201X`, `1960-XX-25`.

#include <array>
#include <cstdint>
#include <optional>

#include <entente/export.hpp>
#include <entente/time/day.hpp>

namespace ENTENTE_API entente {

/// The first and the last day of something, both included.
struct DayRange {
  Day lo = day_min;  ///< the first
  Day hi = day_max;  ///< the last

  /// The same two days.
  friend constexpr bool operator==(const DayRange&, const DayRange&) = default;
};

/// Which days a written date admits: those whose digits agree with it, an `X` agreeing with any.
///
/// A year of four `X` admits every year, also those before year 0. All answers are exact; the
/// searches cost at most one cheap test a year of the calendar.
struct DatePattern {
  std::array<char, 8> digits{'X', 'X', 'X', 'X', 'X', 'X', 'X', 'X'};  ///< YYYYMMDD
  bool before_zero = false;                                            ///< the year has a minus

  /// Whether `day` is one of the days.
  [[nodiscard]] bool admits(Day day) const noexcept;
  /// The earliest day at or after `day`.
  [[nodiscard]] std::optional<Day> first_from(Day day) const noexcept;
  /// The latest day at or before `day`.
  [[nodiscard]] std::optional<Day> last_until(Day day) const noexcept;
  /// First and last day, unlimited where the year is wholly unknown; none if no calendar has such
  /// a day (`2014-02-3X`).
  [[nodiscard]] std::optional<DayRange> hull() const noexcept;
  /// Whether every day between the first and the last is admitted.
  [[nodiscard]] bool is_gapless() const noexcept;
  /// Whether all four digits of the year are unknown and it has no sign.
  [[nodiscard]] bool is_any_year() const noexcept;

  /// The same digits.
  friend constexpr bool operator==(const DatePattern&, const DatePattern&) = default;
};

}  // namespace entente
