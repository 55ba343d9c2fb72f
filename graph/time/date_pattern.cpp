#include <algorithm>
#include <cstdlib>

#include <entente/time/date_pattern.hpp>

namespace entente {

namespace {

constexpr char unknown = 'X';

bool fits(char digit, int value) {
  return digit == unknown || digit - '0' == value;
}

bool fits_year(const DatePattern& p, int year) {
  if (p.is_any_year()) return true;
  if (p.before_zero != (year < 0)) return false;
  const int y = std::abs(year);
  return fits(p.digits[0], y / 1000) && fits(p.digits[1], y / 100 % 10) &&
         fits(p.digits[2], y / 10 % 10) && fits(p.digits[3], y % 10);
}

// The first and the last year that may agree with the digits.
struct YearSpan {
  explicit YearSpan(const DatePattern& p) {
    if (p.is_any_year()) return;
    const int least = magnitude(p, '0');
    const int most = magnitude(p, '9');
    first = p.before_zero ? -most : least;
    last = p.before_zero ? std::min(-1, -least) : most;
  }

  static int magnitude(const DatePattern& p, char for_unknown) {
    int year = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      year = year * 10 + ((p.digits[i] == unknown ? for_unknown : p.digits[i]) - '0');
    }
    return year;
  }

  int first = year_min;
  int last = year_max;
};

bool fits_month(const DatePattern& p, int month) {
  return fits(p.digits[4], month / 10) && fits(p.digits[5], month % 10);
}

bool fits_day(const DatePattern& p, int day) {
  return fits(p.digits[6], day / 10) && fits(p.digits[7], day % 10);
}

// The first admitted day of a year at or after a month and day of it; the year itself is not asked.
std::optional<Civil> first_in_year(const DatePattern& p, const Civil& from) {
  for (int month = from.month; month <= 12; ++month) {
    if (!fits_month(p, month)) continue;
    const int last = days_in_month(from.year, month);
    for (int day = month == from.month ? from.day : 1; day <= last; ++day) {
      if (fits_day(p, day)) return Civil{from.year, month, day};
    }
  }
  return std::nullopt;
}

// The last admitted day of a year at or before a month and day of it.
std::optional<Civil> last_in_year(const DatePattern& p, const Civil& until) {
  for (int month = until.month; month >= 1; --month) {
    if (!fits_month(p, month)) continue;
    const int last = days_in_month(until.year, month);
    for (int day = month == until.month ? until.day : last; day >= 1; --day) {
      if (fits_day(p, day)) return Civil{until.year, month, day};
    }
  }
  return std::nullopt;
}

// Whether common years and leap years have an admitted day: two tests instead of one a year.
struct YearKinds {
  explicit YearKinds(const DatePattern& p)
      : common(first_in_year(p, {2001, 1, 1})), leap(first_in_year(p, {2000, 1, 1})) {}
  [[nodiscard]] bool has(int year) const { return is_leap_year(year) ? leap : common; }

  bool common;
  bool leap;
};

bool is_unknown(const DatePattern& p, std::size_t from, std::size_t to) {
  return std::all_of(p.digits.begin() + static_cast<std::ptrdiff_t>(from),
                     p.digits.begin() + static_cast<std::ptrdiff_t>(to),
                     [](char digit) { return digit == unknown; });
}

}  // namespace

bool DatePattern::is_any_year() const noexcept {
  return !before_zero && is_unknown(*this, 0, 4);
}

bool DatePattern::admits(Day day) const noexcept {
  if (!is_calendar_day(day)) return is_any_year() && is_unknown(*this, 4, 8);
  const Civil civil = to_civil(day);
  return fits_year(*this, civil.year) && fits_month(*this, civil.month) &&
         fits_day(*this, civil.day);
}

std::optional<Day> DatePattern::first_from(Day day) const noexcept {
  const YearSpan years(*this);
  if (day > to_day({years.last, 12, 31})) return std::nullopt;
  const Civil from = to_civil(std::max(day, to_day({years.first, 1, 1})));
  if (fits_year(*this, from.year)) {
    if (const auto found = first_in_year(*this, from)) return to_day(*found);
  }
  const YearKinds kinds(*this);
  for (int year = from.year + 1; year <= years.last; ++year) {
    if (!kinds.has(year) || !fits_year(*this, year)) continue;
    return to_day(*first_in_year(*this, {year, 1, 1}));
  }
  return std::nullopt;
}

std::optional<Day> DatePattern::last_until(Day day) const noexcept {
  const YearSpan years(*this);
  if (day < to_day({years.first, 1, 1})) return std::nullopt;
  const Civil until = to_civil(std::min(day, to_day({years.last, 12, 31})));
  if (fits_year(*this, until.year)) {
    if (const auto found = last_in_year(*this, until)) return to_day(*found);
  }
  const YearKinds kinds(*this);
  for (int year = until.year - 1; year >= years.first; --year) {
    if (!kinds.has(year) || !fits_year(*this, year)) continue;
    return to_day(*last_in_year(*this, {year, 12, 31}));
  }
  return std::nullopt;
}

std::optional<DayRange> DatePattern::hull() const noexcept {
  const auto first = first_from(calendar_first);
  const auto last = last_until(calendar_last);
  if (!first || !last) return std::nullopt;
  if (is_any_year()) return DayRange{};
  return DayRange{*first, *last};
}

bool DatePattern::is_gapless() const noexcept {
  const auto first_x = std::find(digits.begin(), digits.begin() + 4, unknown);
  if (first_x != digits.begin() + 4) {  // an unknown year: all that follows must be unknown too
    return std::all_of(first_x, digits.end(), [](char digit) { return digit == unknown; });
  }
  const auto days = hull();
  if (!days) return false;
  for (Day day = days->lo; day <= days->hi; ++day) {
    if (!admits(day)) return false;
  }
  return true;
}

}  // namespace entente
