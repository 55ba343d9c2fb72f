#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <vector>

#include <entente/error.hpp>
#include <entente/time/date_set.hpp>
#include <entente/time/window.hpp>

#include "time/date_cursor.hpp"

namespace entente {

namespace {

/// One side of `A/B`, or the whole of a single date.
struct Side {
  Day lo = day_min;
  Day hi = day_max;
  std::string fault = {};  ///< why it is not one stretch of whole days; empty if it is
};

constexpr std::array<std::string_view, 4> words_for_today = {"today", "now", "present", "current"};

Day today() {
  using std::chrono::duration_cast;
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return Day(static_cast<std::int32_t>(duration_cast<std::chrono::hours>(now).count() / 24));
}

bool means_today(std::string_view text) {
  std::string small(text);
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return std::find(words_for_today.begin(), words_for_today.end(), small) != words_for_today.end();
}

std::string fault_of(const DateValue& value) {
  if (value.qualifier() != Qualifier::none) return "a period takes no qualifiers";
  if (value.clock) return "a period is made of whole days and takes no clock times";
  if (value.lo == day_min || value.hi == day_max)
    return "a period has a first and a last day; write '..' for no limit";
  return value.gapless ? "" : "a period is one stretch of days, and this date has gaps";
}

Side scan_set(DateCursor& s) {
  const std::string_view rest = s.expression().substr(s.position());
  const std::size_t close = rest.find_first_of("]}");
  if (close == std::string_view::npos) s.invalid("a period takes no sets");
  const DateSet set = DateSet::parse(rest.substr(0, close + 1));
  s.skip(close + 1);
  return {set.lo(), set.hi(), "a period takes no sets"};
}

Side scan_side(DateCursor& s) {
  if (s.accept("..")) {
    if (!s.at_end() && s.peek() != '/') s.invalid("expected '/', as in ../2014");
    return {};
  }
  if (s.peek() == '[' || s.peek() == '{') return scan_set(s);
  if (s.at_end() || s.peek() == '/')
    return {day_min, day_max, "a period has two known ends; write '..' for no limit"};
  const std::string_view rest = s.expression().substr(s.position());
  const std::string_view word = rest.substr(0, rest.find('/'));
  if (means_today(word)) {
    s.skip(word.size());
    return {today(), today(), "a question names its days, so that it can be asked again"};
  }
  const DateValue value = scan_date(s);
  return {value.lo, value.hi, fault_of(value)};
}

/// A day written as its year or month where those are whole.
std::string written(Day day, std::size_t length) {
  const std::string text = format_day(day);
  return text.substr(0, text.size() - (10 - length));
}

/// The shortest way to write these days: 2014, 2014-05/2014-06, ../2014-05-06.
std::string stretch(Day first, Day last) {
  const auto begins = [&](int month) {
    const Civil civil = first == day_min ? Civil{} : to_civil(first);
    return civil.day == 1 && (month == 0 || civil.month == month);
  };
  const auto ends = [&](int month) {
    const Civil civil = last == day_max ? Civil{1970, 12, 31} : to_civil(last);
    return civil.day == days_in_month(civil.year, civil.month) &&
           (month == 0 || civil.month == month);
  };
  const std::size_t length = begins(1) && ends(12) ? 4 : begins(0) && ends(0) ? 7 : 10;
  const std::string from = first == day_min ? ".." : written(first, length);
  const std::string to = last == day_max ? ".." : written(last, length);
  return from == to && from != ".." ? from : from + "/" + to;
}

[[noreturn]] void reject_stretch(std::string_view text, std::size_t at, const Side& first,
                                 const Side& last) {
  const std::string& fault = first.fault.empty() ? last.fault : first.fault;
  const std::string advice =
      first.lo <= last.hi ? "write " + stretch(first.lo, last.hi) : std::string();
  throw DateError(DateError::Kind::no_period, text, at + 1, fault, advice);
}

}  // namespace

Window Window::parse(std::string_view text) {
  DateCursor s(text, DateUse::period);
  if (s.at_end()) s.invalid("expected a date or a period, such as 2014 or 2014/2016");
  const bool open_start = s.sees("..");
  const Side first = scan_side(s);
  if (s.at_end()) {
    if (open_start) s.invalid("expected '/' and a date; '../..' is all time");
    if (!first.fault.empty()) reject_stretch(text, 0, first, first);
    return {first.lo, first.hi};
  }
  if (!s.accept("/")) reject_rest(s);
  const std::size_t end_at = s.position();
  const Side last = scan_side(s);
  if (!s.at_end()) reject_rest(s);
  if (!first.fault.empty() || !last.fault.empty())
    reject_stretch(text, first.fault.empty() ? end_at : 0, first, last);
  if (first.lo > last.hi) s.invalid_at(end_at, "the period ends before it starts");
  return {first.lo, last.hi};
}

void require_order(const Window& window) {
  if (window.first > window.last)
    throw InvalidArgument("period", "the period ends on " + format_day(window.last) +
                                        ", before it starts on " + format_day(window.first));
}

std::string format(const Window& window) {
  if (window.is_one_day()) return format_day(window.first);
  return (window.first == day_min ? ".." : format_day(window.first)) + "/" +
         (window.last == day_max ? ".." : format_day(window.last));
}

std::vector<Window> calendar_periods(const Window& window, CalendarStep step) {
  if (window.first == day_min || window.last == day_max)
    throw InvalidArgument("endless-series", "a series needs a first and a last day");
  require_order(window);
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
