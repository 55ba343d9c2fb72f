#pragma once

/// Civil days as signed numbers, and the calendar they come from.
///
/// The calendar is the proleptic Gregorian one with a year 0 (1 BC), years −9999 to 9999, as in
/// ISO 8601. A day has no time zone: it is the day a source names.

#include <chrono>
#include <cstdint>
#include <limits>
#include <string>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// Days since 1970-01-01; negative before it.
using Day = std::int32_t;

/// "Before every day": no lower limit. Never a day of the calendar.
inline constexpr Day day_min = std::numeric_limits<Day>::min();
/// "After every day": no upper limit. Never a day of the calendar.
inline constexpr Day day_max = std::numeric_limits<Day>::max();

inline constexpr int year_min = -9999;           ///< the first year that can be written
inline constexpr int year_max = 9999;            ///< the last year that can be written
inline constexpr Day calendar_first = -4371587;  ///< -9999-01-01
inline constexpr Day calendar_last = 2932896;    ///< 9999-12-31

/// A day as year, month (1–12) and day of the month (1–31).
struct Civil {
  int year = 1970;  ///< −9999 to 9999; 0 is 1 BC
  int month = 1;    ///< 1 to 12
  int day = 1;      ///< 1 to 31

  /// The same day.
  friend constexpr bool operator==(const Civil&, const Civil&) = default;
};

/// Whether the year has a 29 February.
[[nodiscard]] constexpr bool is_leap_year(int year) noexcept {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/// Number of days of a month, 28 to 31. `month` is 1 to 12.
[[nodiscard]] constexpr int days_in_month(int year, int month) noexcept {
  if (month == 2) return is_leap_year(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// Whether the calendar has such a day and it can be written.
[[nodiscard]] constexpr bool is_valid(const Civil& civil) noexcept {
  return civil.year >= year_min && civil.year <= year_max && civil.month >= 1 &&
         civil.month <= 12 && civil.day >= 1 && civil.day <= days_in_month(civil.year, civil.month);
}

/// Whether `day` is a day of the calendar, and so can be written.
[[nodiscard]] constexpr bool is_calendar_day(Day day) noexcept {
  return day >= calendar_first && day <= calendar_last;
}

/// Whether it is one of the two that stand for no limit, and no day.
[[nodiscard]] constexpr bool is_unlimited(Day day) noexcept {
  return day == day_min || day == day_max;
}

/// The number of a day. @throws InvalidArgument `bad-date` unless `is_valid(civil)`: there is no
/// 30 February.
[[nodiscard]] Day to_day(const Civil& civil);

/// Year, month and day of a number. @throws InvalidArgument `bad-date` unless
/// `is_calendar_day(day)`.
[[nodiscard]] Civil to_civil(Day day);

/// "2014-05-06", "-0044-03-15"; `..` for `day_min` and `day_max`, as EDTF writes no limit.
/// @throws InvalidArgument `bad-date` for any other number that is no day of the calendar.
[[nodiscard]] std::string format_day(Day day);

/// The day as the standard library counts it. @throws InvalidArgument `bad-date` unless
/// `is_calendar_day(day)`.
[[nodiscard]] std::chrono::sys_days to_sys_days(Day day);

/// The day that the standard library counts so. @throws InvalidArgument `bad-date` if it lies
/// outside the calendar.
[[nodiscard]] Day to_day(std::chrono::sys_days days);

/// The same day of the month `months` later (or earlier, if negative), or the last day of that
/// month where it is shorter: 31 January plus one month is 28 or 29 February. `day_min` and
/// `day_max` stay as they are; past either end of the calendar the result is that end.
[[nodiscard]] Day add_months(Day day, int months) noexcept;

/// `add_months` by twelve a year: 29 February plus one year is 28 February.
[[nodiscard]] Day add_years(Day day, int years) noexcept;

}  // namespace entente
