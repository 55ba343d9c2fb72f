#include "io/tables/statistics_date.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "io/tables/serial_date.hpp"

namespace entente::tables {
namespace {

using Unit = StatisticsDate::Unit;
using Shown = StatisticsDate::Shown;
using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr long long stata_day_zero = -3653;    // 1960-01-01
constexpr long long spss_day_zero = -141'428;  // 1582-10-14
constexpr long long seconds_a_day = 86'400;
constexpr int stata_year_zero = 1960;

/// The days at whose ends a second was inserted, as year and month; the month's last.
constexpr std::array<std::pair<int, unsigned>, 27> leaps = {
    {{1972, 6},  {1972, 12}, {1973, 12}, {1974, 12}, {1975, 12}, {1976, 12}, {1977, 12},
     {1978, 12}, {1979, 12}, {1981, 6},  {1982, 6},  {1983, 6},  {1985, 6},  {1987, 12},
     {1989, 12}, {1990, 12}, {1992, 6},  {1993, 6},  {1994, 6},  {1995, 12}, {1997, 6},
     {1998, 12}, {2005, 12}, {2008, 12}, {2012, 6},  {2015, 6},  {2016, 12}}};

long long floored(long long number, long long divisor) {
  return number / divisor - (number % divisor < 0 ? 1 : 0);
}

long long day_of(long long year, unsigned month, unsigned day) {
  const year_month_day date{std::chrono::year{static_cast<int>(year)}, std::chrono::month{month},
                            std::chrono::day{day}};
  return sys_days{date}.time_since_epoch().count();
}

year_month_day date_of(long long day) {
  return year_month_day{sys_days{days{day}}};
}

long long year_of(long long day) {
  return static_cast<int>(date_of(day).year());
}

std::string day_text(long long day) {
  const year_month_day date = date_of(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

/// Seconds without those inserted, of which the last may be one itself.
long long without_leaps(long long seconds, long long day_zero) {
  long long passed = 0;
  for (const auto& [year, month] : leaps) {
    const long long next = month == 12 ? day_of(year + 1, 1, 1) : day_of(year, month + 1, 1);
    if (seconds - passed < (next - day_zero) * seconds_a_day) break;
    ++passed;
  }
  return seconds - passed;
}

/// The `number`-th stretch of so many months since 1960.
std::string months_text(long long number, int length) {
  const long long first = stata_year_zero * 12 + number * length;
  const auto month = [](long long at) {
    return fmt::format("{:04}-{:02}", floored(at, 12), at - floored(at, 12) * 12 + 1);
  };
  return length == 1 ? month(first) : month(first) + "/" + month(first + length - 1);
}

/// From a day on for a week, at the longest to the end of its year.
std::string week_text(long long first, long long days_long) {
  const long long last = day_of(year_of(first), 12, 31);
  return day_text(first) + "/" + day_text(std::min(first + days_long - 1, last));
}

std::string stata_week_text(long long number) {
  constexpr int weeks = 52;
  constexpr long long to_the_end = 9;
  const long long year = stata_year_zero + floored(number, weeks);
  const long long week = number - floored(number, weeks) * weeks;
  return week_text(day_of(year, 1, 1) + week * 7, week == weeks - 1 ? to_the_end : 7);
}

std::string clock_text(long long of_day) {
  return fmt::format("{:02}:{:02}:{:02}", of_day / 3600, of_day / 60 % 60, of_day % 60);
}

/// A clock at midnight is that of days that were made into times.
std::string time_text(long long seconds, long long day_zero, Shown shown) {
  const long long day = floored(seconds, seconds_a_day) + day_zero;
  const long long of_day = seconds - floored(seconds, seconds_a_day) * seconds_a_day;
  const year_month_day date = date_of(day);
  const auto months = [&](int length) {
    const long long since = (year_of(day) - stata_year_zero) * 12 +
                            static_cast<long long>(static_cast<unsigned>(date.month())) - 1;
    return months_text(floored(since, length), length);
  };
  switch (shown) {
    case Shown::clock:
      return day_text(day) + (of_day == 0 ? "" : "T" + clock_text(of_day));
    case Shown::day:
      return day_text(day);
    case Shown::week: {
      const long long first = day_of(year_of(day), 1, 1);
      return week_text(first + (day - first) / 7 * 7, 7);
    }
    case Shown::month:
      return months(1);
    case Shown::quarter:
      return months(3);
  }
  return day_text(day);
}

/// Details say all that is shown: hours as HH, Hh, hH, hh.
bool shows_hours(std::string_view details) {
  return std::adjacent_find(details.begin(), details.end(), [](char a, char b) {
           return (a == 'H' || a == 'h') && (b == 'H' || b == 'h');
         }) != details.end();
}

std::string duration_text(double value) {
  const auto whole = static_cast<long long>(std::abs(value));
  return (value < 0 ? "-" : "") + clock_text(whole % (100 * seconds_a_day)) +
         (whole >= 100 * seconds_a_day ? " (more than 100 days)" : "");
}

StatisticsDate of_seconds(Shown shown) {
  StatisticsDate date;
  date.unit = Unit::seconds;
  date.shown = shown;
  date.day_zero = spss_day_zero;
  return date;
}

}  // namespace

CellKind StatisticsDate::kind() const {
  if (unit == Unit::number) return CellKind::number;
  return unit == Unit::duration || unit == Unit::unread ? CellKind::text : CellKind::date;
}

std::string StatisticsDate::text(double value) const {
  constexpr double furthest_day = 2'900'000;
  constexpr std::array<double, 10> days_each = {0, 1, 7, 30, 91, 182, 365, 1.0 / 86'400, 0, 0};
  const std::string raw = number_as_shown(value) + (format.empty() ? "" : " (" + format + ")");
  const double seconds = unit == Unit::seconds ? value / per_second : value;
  if (unit == Unit::unread || unit == Unit::number) return raw;
  if (unit == Unit::duration) return std::abs(value) < 1e12 ? duration_text(value) : raw;
  if (!(std::abs(seconds * days_each[static_cast<std::size_t>(unit)]) < furthest_day)) return raw;
  const auto whole = static_cast<long long>(std::floor(seconds));
  switch (unit) {
    case Unit::days:
      return day_text(whole + day_zero);
    case Unit::weeks:
      return stata_week_text(whole);
    case Unit::months:
      return months_text(whole, 1);
    case Unit::quarters:
      return months_text(whole, 3);
    case Unit::half_years:
      return months_text(whole, 6);
    case Unit::years:
      return whole < 0 || whole > 9999 ? raw : fmt::format("{:04}", whole);
    default:
      return time_text(leap_seconds ? without_leaps(whole, day_zero) : whole, day_zero, shown);
  }
}

StatisticsDate stata_date(std::string_view format) {
  StatisticsDate date;
  date.day_zero = stata_day_zero;
  std::string_view name = format;
  if (name.starts_with("%-")) name.remove_prefix(1);
  if (name.starts_with('%')) name.remove_prefix(1);
  if (name.starts_with("d")) {
    date.unit = Unit::days;
    return date;
  }
  if (name.size() < 2 || name.front() != 't') return {};
  const std::string_view details = name.substr(2);
  date.format = format;
  switch (name[1]) {
    case 'd':
      date.unit = Unit::days;
      break;
    case 'w':
      date.unit = Unit::weeks;
      break;
    case 'm':
      date.unit = Unit::months;
      break;
    case 'q':
      date.unit = Unit::quarters;
      break;
    case 'h':
      date.unit = Unit::half_years;
      break;
    case 'y':
      date.unit = Unit::years;
      break;
    case 'c':
    case 'C':
      date.unit = Unit::seconds;
      date.per_second = 1000;
      date.leap_seconds = name[1] == 'C';
      date.shown = details.empty() || shows_hours(details) ? Shown::clock : Shown::day;
      break;
    default:
      date.unit = Unit::unread;
  }
  return date;
}

StatisticsDate spss_date(std::string_view format) {
  constexpr std::array<std::pair<std::string_view, Shown>, 10> times = {{{"DATETIME", Shown::clock},
                                                                         {"YMDHMS", Shown::clock},
                                                                         {"DATE", Shown::day},
                                                                         {"ADATE", Shown::day},
                                                                         {"EDATE", Shown::day},
                                                                         {"JDATE", Shown::day},
                                                                         {"SDATE", Shown::day},
                                                                         {"WKYR", Shown::week},
                                                                         {"MOYR", Shown::month},
                                                                         {"QYR", Shown::quarter}}};
  for (const auto& [name, shown] : times)
    if (format.starts_with(name)) return of_seconds(shown);
  for (const std::string_view name : {"TIME", "DTIME", "MTIME"})
    if (format.starts_with(name)) {
      StatisticsDate duration;
      duration.unit = Unit::duration;
      return duration;
    }
  return {};
}

}  // namespace entente::tables
