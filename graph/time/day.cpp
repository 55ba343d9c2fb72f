#include <algorithm>
#include <cassert>
#include <chrono>
#include <cstdint>
#include <string>

#include <entente/time/day.hpp>

namespace entente {

namespace {

std::string padded(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

}  // namespace

Day to_day(const Civil& civil) noexcept {
  assert(is_valid(civil));
  namespace chrono = std::chrono;
  const chrono::sys_days days{chrono::year{civil.year} /
                              chrono::month{static_cast<unsigned>(civil.month)} /
                              chrono::day{static_cast<unsigned>(civil.day)}};
  return static_cast<Day>(days.time_since_epoch().count());
}

Civil to_civil(Day day) noexcept {
  assert(is_calendar_day(day));
  namespace chrono = std::chrono;
  const chrono::year_month_day date{chrono::sys_days{chrono::days{day}}};
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

std::string format_day(Day day) {
  const Civil civil = to_civil(day);
  const std::string year = padded(civil.year < 0 ? -civil.year : civil.year, 4);
  return (civil.year < 0 ? "-" : "") + year + "-" + padded(civil.month, 2) + "-" +
         padded(civil.day, 2);
}

Day add_months(Day day, int months) noexcept {
  if (day == day_min || day == day_max) return day;
  const Civil from = to_civil(day);
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
