#include <algorithm>
#include <tuple>

#include <entente/time/date.hpp>

#include "time/date_cursor.hpp"

namespace entente {

std::optional<Day> DateValue::first_from(Day day) const noexcept {
  if (day > hi) return std::nullopt;
  return gapless ? std::max(day, lo) : pattern.first_from(day);
}

std::optional<Day> DateValue::last_until(Day day) const noexcept {
  if (day < lo) return std::nullopt;
  return gapless ? std::min(day, hi) : pattern.last_until(day);
}

bool DateValue::may_fall_within(Day first, Day last) const noexcept {
  const std::optional<Day> day = first_from(first);
  return day && *day <= last;
}

DateValue DateValue::loosened() const noexcept {
  if (qualifier() == Qualifier::none) return *this;
  DatePattern loose = pattern;
  constexpr std::array<std::size_t, 4> parts = {0, 4, 6, 8};
  for (std::size_t part = 0; part < 3; ++part) {
    if (qualifiers[part] == Qualifier::none) continue;
    for (std::size_t i = parts[part]; i < parts[part + 1]; ++i) loose.digits[i] = 'X';
  }
  if (qualifiers[0] != Qualifier::none) loose.before_zero = false;
  return value_of(loose);
}

DateValue value_of(const DatePattern& pattern) noexcept {
  DateValue value;
  value.pattern = pattern;
  const DayRange days = pattern.hull().value_or(DayRange{});
  value.lo = days.lo;
  value.hi = days.hi;
  value.gapless = pattern.is_gapless();
  return value;
}

Date Date::parse(std::string_view text) {
  DateCursor cursor(text);
  const DateValue value = scan_date(cursor);
  if (!cursor.at_end()) reject_rest(cursor);
  return {text, value};
}

bool sorts_before(const Date& a, const Date& b) noexcept {
  // The last days swapped: descending.
  return std::tuple(a.lo(), b.hi(), a.qualifier(), std::string_view(a.text())) <
         std::tuple(b.lo(), a.hi(), b.qualifier(), std::string_view(b.text()));
}

}  // namespace entente
