#include "render/chart/gantt/gantt_sets.hpp"

#include <algorithm>

#include <entente/time/date_set.hpp>

namespace entente {
namespace {

constexpr std::size_t most_in_range = 400;  // of more, marks would be a band

/// How many months a date of that precision takes; 0 of a day.
int months_of(const DateValue& date) {
  if (date.precision == Precision::year) return 12;
  return date.precision == Precision::month ? 1 : 0;
}

/// Each year, month or day of a range; the first and the last where they are too many.
void add_range(std::vector<AttestedDays>& days, const DateSet::Element& range) {
  const int months = months_of(range.first);
  std::vector<AttestedDays> each;
  for (Day day = range.lo(); day <= range.hi() && each.size() <= most_in_range;) {
    const Day next = months > 0 ? add_months(day, months) : day + 1;
    each.push_back({day, next - 1});
    day = next;
  }
  if (each.size() > most_in_range)
    each = {{range.first.lo, range.first.hi}, {range.last.lo, range.last.hi}};
  days.insert(days.end(), each.begin(), each.end());
}

void add_element(std::vector<AttestedDays>& days, const DateSet::Element& element) {
  const bool begins = is_calendar_day(element.lo());
  const bool ends = is_calendar_day(element.hi());
  if (begins && ends && element.is_range)
    add_range(days, element);
  else if (begins && is_calendar_day(element.first.hi))
    days.push_back({element.first.lo, element.first.hi});
  else if (ends && is_calendar_day(element.last.lo))
    days.push_back({element.last.lo, element.last.hi});
}

}  // namespace

std::vector<AttestedDays> days_of_set(const When& when) {
  if (when.is_interval() || !when.text().starts_with('{')) return {};
  std::vector<AttestedDays> days;
  for (const DateSet::Element& element : DateSet::parse(when.text()).elements())
    add_element(days, element);
  std::sort(days.begin(), days.end(), [](const AttestedDays& a, const AttestedDays& b) {
    return a.first != b.first ? a.first < b.first : a.last < b.last;
  });
  return days;
}

}  // namespace entente
