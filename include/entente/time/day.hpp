#pragma once

/// Civil days, and the calendar they come from.
///
/// The calendar is the proleptic Gregorian one with a year 0 (1 BC), years −9999 to 9999, as in
/// ISO 8601. A day has no time zone: it is the day a source names.

#include <chrono>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <limits>
#include <string>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// A day: how many days it lies after 1970-01-01, negative before; or one of the two limits, which
/// are no days: `day_max` lies after every day and says "no upper limit", `day_min` before every
/// day. A `Day` is that one number in 32 bits; a default one is `day_min`.
///
/// A limit stays that limit whatever is added to it or taken from it, and a sum beyond what 32 bits
/// hold is the limit on its side. The difference to a limit is the greatest or the smallest `int`,
/// which says "without end"; that of a limit to itself is 0.
class Day {
 public:
  /// No lower limit.
  constexpr Day() noexcept = default;
  /// So many days after 1970-01-01, within the calendar or not; see `is_calendar_day`.
  constexpr explicit Day(std::int32_t count) noexcept : count_(count) {}
  /// The day that the standard library counts so. @throws InvalidArgument `bad-date` as `to_day`.
  explicit Day(std::chrono::sys_days days);
  /// The day as the standard library counts it. @throws InvalidArgument `bad-date` as
  /// `to_sys_days`.
  explicit operator std::chrono::sys_days() const;

  /// "After every day": no upper limit, as `day_max`.
  [[nodiscard]] static constexpr Day unlimited() noexcept {
    return Day(std::numeric_limits<std::int32_t>::max());
  }
  /// "Before every day": no lower limit, as `day_min`.
  [[nodiscard]] static constexpr Day unlimited_past() noexcept { return Day(); }

  /// How many days after 1970-01-01; of a limit, the greatest or the smallest number there is.
  [[nodiscard]] constexpr std::int32_t count() const noexcept { return count_; }

  // gnu::const: loops over days join comparisons by & and |, which calls with effects would forbid.

  /// The same day or limit.
  [[gnu::const]] friend constexpr bool operator==(Day a, Day b) noexcept {
    return a.count_ == b.count_;
  }
  /// Earlier; limits come before and after all days.
  [[gnu::const]] friend constexpr bool operator<(Day a, Day b) noexcept {
    return a.count_ < b.count_;
  }
  /// No later.
  [[gnu::const]] friend constexpr bool operator<=(Day a, Day b) noexcept {
    return a.count_ <= b.count_;
  }
  /// Later.
  [[gnu::const]] friend constexpr bool operator>(Day a, Day b) noexcept {
    return a.count_ > b.count_;
  }
  /// No earlier.
  [[gnu::const]] friend constexpr bool operator>=(Day a, Day b) noexcept {
    return a.count_ >= b.count_;
  }
  /// In order of time.
  friend constexpr std::strong_ordering operator<=>(Day a, Day b) noexcept {
    return a.count_ <=> b.count_;
  }

  /// So many days later; limits stay.
  friend constexpr Day operator+(Day day, int days) noexcept { return moved(day, days); }
  /// The same.
  friend constexpr Day operator+(int days, Day day) noexcept { return moved(day, days); }
  /// So many days earlier; limits stay.
  friend constexpr Day operator-(Day day, int days) noexcept {
    return moved(day, -std::int64_t{days});
  }
  /// As `day + days`.
  constexpr Day& operator+=(int days) noexcept { return *this = *this + days; }
  /// As `day - days`.
  constexpr Day& operator-=(int days) noexcept { return *this = *this - days; }
  /// The next day; limits stay.
  constexpr Day& operator++() noexcept { return *this += 1; }
  /// The day before; limits stay.
  constexpr Day& operator--() noexcept { return *this -= 1; }
  /// The next day; gives the old one.
  constexpr Day operator++(int) noexcept {
    const Day before = *this;
    ++*this;
    return before;
  }
  /// The day before; gives the old one.
  constexpr Day operator--(int) noexcept {
    const Day before = *this;
    --*this;
    return before;
  }
  /// How many days `a` lies after `b`; the greatest or smallest `int` where either is a limit and
  /// they differ.
  friend constexpr int operator-(Day a, Day b) noexcept {
    if (a == b) return 0;
    if (a.is_limit() || b.is_limit()) return a < b ? least : greatest;
    return within_32_bits(std::int64_t{a.count_} - b.count_);
  }

 private:
  static constexpr std::int32_t least = std::numeric_limits<std::int32_t>::min();
  static constexpr std::int32_t greatest = std::numeric_limits<std::int32_t>::max();

  [[nodiscard]] constexpr bool is_limit() const noexcept {
    return count_ == least || count_ == greatest;
  }
  static constexpr std::int32_t within_32_bits(std::int64_t number) noexcept {
    return number < least      ? least
           : number > greatest ? greatest
                               : static_cast<std::int32_t>(number);
  }
  static constexpr Day moved(Day day, std::int64_t days) noexcept {
    return day.is_limit() ? day : Day(within_32_bits(day.count_ + days));
  }

  std::int32_t count_ = least;
};

/// "Before every day": no lower limit. Never a day of the calendar.
inline constexpr Day day_min = Day::unlimited_past();
/// "After every day": no upper limit. Never a day of the calendar.
inline constexpr Day day_max = Day::unlimited();

inline constexpr int year_min = -9999;          ///< the first year that can be written
inline constexpr int year_max = 9999;           ///< the last year that can be written
inline constexpr Day calendar_first{-4371587};  ///< -9999-01-01
inline constexpr Day calendar_last{2932896};    ///< 9999-12-31

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

/// The day of a date. @throws InvalidArgument `bad-date` unless `is_valid(civil)`: there is no
/// 30 February.
[[nodiscard]] Day to_day(const Civil& civil);

/// Its year, month and day of the month. @throws InvalidArgument `bad-date` unless
/// `is_calendar_day(day)`.
[[nodiscard]] Civil to_civil(Day day);

/// "2014-05-06", "-0044-03-15"; `..` for `day_min` and `day_max`, as EDTF writes no limit.
/// @throws InvalidArgument `bad-date` for any other that is no day of the calendar.
[[nodiscard]] std::string format_day(Day day);

/// Writes the day as `format_day` does, and one outside the calendar as its number: "day 3000000".
std::ostream& operator<<(std::ostream& out, Day day);

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

/// Days as keys of unordered containers.
template <>
struct std::hash<entente::Day> {
  /// As of its number.
  std::size_t operator()(entente::Day day) const noexcept {
    return std::hash<std::int32_t>()(day.count());
  }
};
