#include <string>
#include <vector>

#include <entente/error.hpp>
#include <entente/time/window.hpp>

#include "time/date_cursor.hpp"

namespace entente {

namespace {

struct Side {
  Day lo = day_min;
  Day hi = day_max;
};

Side scan_side(DateCursor& s) {
  if (s.accept("..")) {
    if (!s.at_end() && s.peek() != '/') s.invalid("expected '/', as in ../2014");
    return {};
  }
  if (s.peek() == '[' || s.peek() == '{') s.invalid("a period takes no sets");
  if (s.at_end() || s.peek() == '/') {
    s.invalid("a period has two known ends; write '..' for no limit");
  }
  const std::size_t start = s.position();
  const DateValue value = scan_date(s);
  if (value.qualifier() != Qualifier::none) s.invalid_at(start, "a period takes no qualifiers");
  return {value.lo, value.hi};
}

}  // namespace

Window Window::parse(std::string_view text) {
  DateCursor s(text, DateUse::period);
  if (s.at_end()) s.invalid("expected a date or a period, such as 2014 or 2014/2016");
  const bool open_start = s.sees("..");
  const Side first = scan_side(s);
  if (s.at_end()) {
    if (open_start) s.invalid("expected '/' and a date; '../..' is all time");
    return {first.lo, first.hi};
  }
  if (!s.accept("/")) reject_rest(s);
  const std::size_t end_at = s.position();
  const Side last = scan_side(s);
  if (!s.at_end()) reject_rest(s);
  if (first.lo > last.hi) s.invalid_at(end_at, "the period ends before it starts");
  return {first.lo, last.hi};
}

std::string format(const Window& window) {
  if (window.is_one_day()) return format_day(window.first);
  return (window.first == day_min ? ".." : format_day(window.first)) + "/" +
         (window.last == day_max ? ".." : format_day(window.last));
}

std::vector<Window> calendar_periods(const Window& window, CalendarStep step) {
  if (window.first == day_min || window.last == day_max)
    throw InvalidArgument("endless-series", "a series needs a first and a last day");
  const int months = step == CalendarStep::year ? 12 : step == CalendarStep::quarter ? 3 : 1;
  const Civil begin = to_civil(window.first);
  Day first = to_day({begin.year, (begin.month - 1) / months * months + 1, 1});
  std::vector<Window> periods;
  while (first <= window.last) {
    const Day next = add_months(first, months);
    // Past the end of the calendar there is no next period to end before.
    const bool final = to_civil(next).day != 1 || next == first;
    periods.push_back({first, final ? calendar_last : next - 1});
    if (final) break;
    first = next;
  }
  return periods;
}

}  // namespace entente
