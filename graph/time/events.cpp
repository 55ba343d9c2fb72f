#include "time/events.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include <entente/time/day.hpp>

namespace entente {

namespace {

using Element = DateSet::Element;

// The years, months or days of a range lie side by side; this is the one that holds `day`.
DayRange unit_at(Day day, Precision precision) {
  if (precision == Precision::day) return {day, day};
  const Civil civil = to_civil(day);
  if (precision == Precision::year) {
    return {to_day({civil.year, 1, 1}), to_day({civil.year, 12, 31})};
  }
  const int last = days_in_month(civil.year, civil.month);
  return {to_day({civil.year, civil.month, 1}), to_day({civil.year, civil.month, last})};
}

Precision precision_of(const Element& range) {
  return range.first.precision == Precision::masked ? range.last.precision : range.first.precision;
}

// Whether some unit of the range lies wholly inside the window.
bool has_unit_inside(const Element& range, const Window& window) {
  const Day first = std::max({window.first, range.lo(), calendar_first});
  const Day last = std::min({window.last, range.hi(), calendar_last});
  if (first > last) return false;
  const Precision precision = precision_of(range);
  const DayRange unit = unit_at(first, precision);
  if (unit.lo == first) return unit.hi <= last;
  return unit.hi < last && unit_at(unit.hi + 1, precision).hi <= last;
}

bool certainly_in(const Element& element, const Window& window) {
  if (element.is_range) return has_unit_inside(element, window);
  return element.lo() >= window.first && element.hi() <= window.last;
}

// First and last event of a range; both the same for a single date.
bool each_may_be_in(const Element& element, const Window& window) {
  if (!element.is_range) return element.may_fall_within(window.first, window.last);
  return element.first.lo <= window.last && element.first.hi >= window.first &&
         element.last.lo <= window.last && element.last.hi >= window.first;
}

// Whether the ranges together hold every day of the window.
bool fill(std::vector<DayRange> ranges, const Window& window) {
  std::sort(ranges.begin(), ranges.end(),
            [](const DayRange& a, const DayRange& b) { return a.lo < b.lo; });
  Day next = window.first;
  for (const DayRange& range : ranges) {
    if (range.lo > next) return false;
    if (range.hi >= window.last) return true;
    next = std::max(next, range.hi + 1);
  }
  return false;
}

// The most events of the element that can fall into the window.
std::int64_t count_in(const Element& element, const Window& window) {
  if (!element.is_range) return 1;
  const Day lo = std::max(element.lo(), window.first);
  const Day hi = std::min(element.hi(), window.last);
  if (lo > hi) return 0;
  const Precision precision = precision_of(element);
  if (precision == Precision::day) return std::int64_t{hi.count()} - lo.count() + 1;
  const Civil first = to_civil(std::clamp(lo, calendar_first, calendar_last));
  const Civil last = to_civil(std::clamp(hi, calendar_first, calendar_last));
  const std::int64_t years = last.year - first.year;
  return precision == Precision::year ? years + 1 : years * 12 + last.month - first.month + 1;
}

bool are_fewer_than_days(const DateSet& events, const Window& window) {
  std::int64_t missing = std::int64_t{window.last.count()} - window.first.count() + 1;
  for (const Element& element : events.elements()) {
    missing -= std::min(missing, count_in(element, window));
  }
  return missing > 0;
}

}  // namespace

Verdict some_event_in(const DateSet& events, const Window& window) {
  if (!events.may_fall_within(window.first, window.last)) return Verdict::no;
  const auto& elements = events.elements();
  const bool certain = std::any_of(elements.begin(), elements.end(), [&](const Element& element) {
    return certainly_in(element, window);
  });
  return certain ? Verdict::yes : Verdict::maybe;
}

Verdict some_event_on_common_day(const DateSet& a, const DateSet& b) {
  Verdict verdict = Verdict::no;
  for (const Element& element : b.elements()) {
    const Window days{element.lo(), element.hi()};
    if (!a.may_fall_within(days.first, days.last)) continue;
    verdict = verdict | (days.is_one_day() ? some_event_in(a, days) : Verdict::maybe);
  }
  return verdict;
}

Verdict all_events_in(const DateSet& events, const Window& window) {
  if (events.lo() >= window.first && events.hi() <= window.last) return Verdict::yes;
  const auto& elements = events.elements();
  const bool possible = std::all_of(elements.begin(), elements.end(), [&](const Element& element) {
    return each_may_be_in(element, window);
  });
  return possible ? Verdict::maybe : Verdict::no;
}

Verdict events_fill(const DateSet& events, const Window& window) {
  std::vector<DayRange> certain;
  std::vector<DayRange> possible;
  for (const Element& element : events.elements()) {
    const DayRange days{element.lo(), element.hi()};
    const bool every_day = element.is_range && precision_of(element) == Precision::day;
    if (every_day || days.lo == days.hi) certain.push_back(days);
    possible.push_back(days);
  }
  if (fill(certain, window)) return Verdict::yes;
  if (!fill(possible, window) || are_fewer_than_days(events, window)) return Verdict::no;
  return Verdict::maybe;
}

}  // namespace entente
