#include <algorithm>
#include <chrono>
#include <cstdint>
#include <ostream>
#include <string>

#include <entente/error.hpp>
#include <entente/time/day.hpp>

namespace entente {

namespace {

std::string padded(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

void require_calendar_day(Day day) {
  if (is_calendar_day(day)) return;
  if (is_unlimited(day)) throw InvalidArgument("bad-date", "no limit is no day of the calendar");
  throw InvalidArgument(
      "bad-date", "day " + std::to_string(day.count()) + " lies outside the years -9999 to 9999");
}

}  // namespace

Day to_day(const Civil& civil) {
  if (!is_valid(civil))
    throw InvalidArgument("bad-date", "no calendar has the day " + std::to_string(civil.year) +
                                          "-" + padded(civil.month, 2) + "-" +
                                          padded(civil.day, 2));
  namespace chrono = std::chrono;
  const chrono::sys_days days{chrono::year{civil.year} /
                              chrono::month{static_cast<unsigned>(civil.month)} /
                              chrono::day{static_cast<unsigned>(civil.day)}};
  return Day(static_cast<std::int32_t>(days.time_since_epoch().count()));
}

Civil to_civil(Day day) {
  require_calendar_day(day);
  namespace chrono = std::chrono;
  const chrono::year_month_day date{chrono::sys_days{chrono::days{day.count()}}};
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

std::chrono::sys_days to_sys_days(Day day) {
  require_calendar_day(day);
  return std::chrono::sys_days{std::chrono::days{day.count()}};
}

Day to_day(std::chrono::sys_days days) {
  const auto count = days.time_since_epoch().count();
  if (count < calendar_first.count() || count > calendar_last.count())
    throw InvalidArgument("bad-date", "the day lies outside the years -9999 to 9999");
  return Day(static_cast<std::int32_t>(count));
}

Day::Day(std::chrono::sys_days days) : Day(to_day(days)) {}

Day::operator std::chrono::sys_days() const {
  return to_sys_days(*this);
}

std::string format_day(Day day) {
  if (is_unlimited(day)) return "..";
  const Civil civil = to_civil(day);
  const std::string year = padded(civil.year < 0 ? -civil.year : civil.year, 4);
  return (civil.year < 0 ? "-" : "") + year + "-" + padded(civil.month, 2) + "-" +
         padded(civil.day, 2);
}

std::ostream& operator<<(std::ostream& out, Day day) {
  if (is_unlimited(day) || is_calendar_day(day)) return out << format_day(day);
  return out << "day " << day.count();
}

Day add_months(Day day, int months) noexcept {
  if (day == day_min || day == day_max) return day;
  const Civil from = to_civil(std::clamp(day, calendar_first, calendar_last));
  const std::int64_t count = std::int64_t{from.year} * 12 + (from.month - 1) + months;
  if (count < std::int64_t{year_min} * 12) return calendar_first;
  if (count >= (std::int64_t{year_max} + 1) * 12) return calendar_last;
  const int month = static_cast<int>(((count % 12) + 12) % 12);
  const int year = static_cast<int>((count - month) / 12);
  return to_day({year, month + 1, std::min(from.day, days_in_month(year, month + 1))});
}

Day add_years(Day day, int years) noexcept {
  constexpr int more_than_the_calendar = 2 * (year_max - year_min);
  return add_months(day, 12 * std::clamp(years, -more_than_the_calendar, more_than_the_calendar));
}

}  // namespace entente
