#include "facts/meeting.hpp"

#include <algorithm>

#include <entente/time/date_set.hpp>

#include "time/day_range.hpp"

namespace entente {

namespace {

/// The Gregorian calendar comes round in so many days.
constexpr int days_of_cycle = 146097;
/// A day that may be one of more than so many is not looked at day by day.
constexpr int most_days_asked = 400;

bool is_act(const DatedStretch& one) {
  return one.reading == Reading::instant;
}

/// A set of events that ranges keep from being distinguished.
bool is_many(const DatedStretch& one) {
  return is_act(one) && !one.when.is_interval() && one.when.text().front() == '{';
}

bool is_of_any_year(const DatedStretch& one) {
  const Bounds own = one.when.bounds(one.reading);
  return one.days && one.days->date() != nullptr && own.start_min == day_min &&
         own.end_max == day_max;
}

/// The first day from `from` on on which it may hold.
std::optional<Day> day_from(const DatedStretch& one, Day from) {
  from = std::max(from, one.bounds.start_min);
  const auto day = one.days ? one.days->first_from(from) : std::optional(from);
  return day && *day <= one.bounds.end_max ? day : std::nullopt;
}

/// Whether both may hold on one day of the window.
bool may_meet(const DatedStretch& a, const DatedStretch& b, const Window& window) {
  Day day = std::max({window.first, a.bounds.start_min, b.bounds.start_min});
  Day last = std::min({window.last, a.bounds.end_max, b.bounds.end_max});
  if (is_of_any_year(a) && is_of_any_year(b)) {
    day = std::max(day, calendar_first);
    last = std::min(last, day + days_of_cycle);
  }
  while (day <= last) {
    const auto of_a = day_from(a, day);
    const auto of_b = of_a ? day_from(b, *of_a) : std::nullopt;
    if (!of_b) return false;
    if (*of_a == *of_b) return *of_b <= last;
    day = *of_b;
  }
  return false;
}

Verdict clocks_agree(const DatedStretch& a, const DatedStretch& b) {
  if (!is_act(a) || !is_act(b) || (!a.clock && !b.clock)) return Verdict::yes;
  if (!a.clock || !b.clock || a.clock->is_instant != b.clock->is_instant) return Verdict::maybe;
  return a.clock->seconds == b.clock->seconds ? Verdict::yes : Verdict::no;
}

/// Clock times of one instant coincide, whatever days their offsets make of them.
bool are_one_instant(const DatedStretch& a, const DatedStretch& b) {
  return is_act(a) && is_act(b) && a.clock && b.clock && clocks_agree(a, b) == Verdict::yes;
}

Verdict fulfils(const DatedStretch& one, std::span<const Condition> conditions) {
  Verdict all = Verdict::yes;
  for (const Condition& condition : conditions)
    all = all & judge_date(dating_of(one.when, one.reading), condition, one.context).verdict;
  return all;
}

Verdict meet(const DatedStretch& a, const DatedStretch& b, std::span<const Condition> conditions) {
  const Verdict selected = fulfils(a, conditions) & fulfils(b, conditions);
  if (are_one_instant(a, b)) return selected;
  const Verdict days =
      overlaps(ReadWhen{a.when, a.reading, a.context}, ReadWhen{b.when, b.reading, b.context})
          .verdict;
  const Verdict both = days & clocks_agree(a, b) & selected;
  if (both != Verdict::maybe || is_many(a) || is_many(b)) return both;
  const auto meets_in = [&](const Condition& condition) {
    return condition.coverage == Coverage::every_day || may_meet(a, b, condition.window);
  };
  const bool may = may_meet(a, b, {day_min, day_max}) &&
                   std::all_of(conditions.begin(), conditions.end(), meets_in);
  return may ? Verdict::maybe : Verdict::no;
}

bool certainly_on(const DatedStretch& one, Day day) {
  return !is_many(one) && one.bounds.start_max <= day && day <= one.bounds.end_min;
}

/// Whether on each day of which one may be the only one on which it holds, another of `others`
/// certainly holds.
bool is_met_whenever(const DatedStretch& one, const std::vector<DatedStretch>& others,
                     std::span<const Condition> conditions) {
  const Day first = one.bounds.end_min;
  const Day last = one.bounds.start_max;
  if (is_many(one) || first > last || first == day_min || last == day_max) return false;
  if (fulfils(one, conditions) != Verdict::yes) return false;
  const auto is_met = [&](Day day) {
    return std::any_of(others.begin(), others.end(), [&](const DatedStretch& other) {
      return certainly_on(other, day) && clocks_agree(one, other) == Verdict::yes;
    });
  };
  auto day = day_from(one, first);
  for (int count = 0; day && *day <= last; ++count) {
    if (count == most_days_asked || !is_met(*day)) return false;
    day = day_from(one, *day + 1);
  }
  return true;
}

}  // namespace

std::vector<DatedStretch> stretches_of(const When& when, Reading reading,
                                       const TimeContext& context) {
  std::vector<When> events;
  if (reading == Reading::instant && when.text().front() == '{') {
    const DateSet set = DateSet::parse(when.text());
    for (std::size_t i = 0; i < set.elements().size(); ++i)
      events.push_back(set.elements()[i].is_range ? when : When::parse(set.element_text(i)));
  } else {
    events.push_back(when);
  }
  std::vector<DatedStretch> found;
  for (const When& one : events) {
    DatedStretch stretch{one, reading, context};
    stretch.bounds = one.bounds(reading, stretch.context);
    if (reading == Reading::instant && !one.is_interval() && !is_many(stretch)) {
      stretch.days = one.start(reading);
      stretch.clock = start_clock(one);
    }
    found.push_back(std::move(stretch));
  }
  return found;
}

DatedStretch stretch_within(const Bounds& bounds) {
  const auto text = [](Day low, Day high, Day unlimited) {
    return low == unlimited && high == unlimited ? ".." : one_of_days(low, high);
  };
  const When when = When::between(text(bounds.start_min, bounds.start_max, day_min),
                                  text(bounds.end_min, bounds.end_max, day_max));
  return {when, Reading::interval, {}, bounds};
}

Verdict meet(const std::vector<DatedStretch>& a, const std::vector<DatedStretch>& b,
             std::span<const Condition> conditions) {
  Verdict any = Verdict::no;
  for (const DatedStretch& one : a)
    for (const DatedStretch& other : b) any = any | meet(one, other, conditions);
  if (any != Verdict::maybe) return any;
  const auto met = [&](const std::vector<DatedStretch>& ones,
                       const std::vector<DatedStretch>& others) {
    return std::any_of(ones.begin(), ones.end(), [&](const DatedStretch& one) {
      return is_met_whenever(one, others, conditions);
    });
  };
  return met(a, b) || met(b, a) ? Verdict::yes : Verdict::maybe;
}

}  // namespace entente
