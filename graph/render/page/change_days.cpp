#include "render/page/change_days.hpp"

#include <limits>
#include <optional>
#include <string>

#include <entente/time/date_set.hpp>

#include "facts/lifespan.hpp"
#include "facts/publication.hpp"

namespace entente {
namespace {

void add_context(const TimeContext& context, ChangeDays& changes) {
  changes.add(context.lifetime);
  for (const auto& day : {context.observed_through, context.ends_by, context.lasts_until})
    if (day) changes.add(Bounds{*day, *day, *day, *day});
}

/// The days that lie as far away as something may be attested from a period ("10y", "6m", "90d"),
/// and those around them, for months are not all of one length.
void add_days_within(const std::string& distance, std::vector<Day>& days) {
  if (distance.empty()) return;
  constexpr int around = 4;
  const int number = std::stoi(distance);
  const char unit = distance.back();
  const auto moved = [&](Day day, int sign) {
    if (unit == 'd') return day + sign * number;
    return add_months(day, sign * number * (unit == 'y' ? 12 : 1));
  };
  const std::vector<Day> near = days;
  for (const Day day : near)
    for (const int sign : {-1, 1})
      for (int by = -around; by <= around; ++by) days.push_back(moved(day, sign) + by);
}

}  // namespace

ChangeDays change_days_of(const Graph& graph, const Selection& selection,
                          const Viewpoint& viewpoint, RelationId relation, const Window& near) {
  ChangeDays changes{.near = near};
  const Reading reading = graph.type(relation).reading;
  const auto add_lifespan = [&](EntityId entity) {
    if (const auto when = lifespan_of(graph, entity)) changes.add(*when, Reading::interval);
  };
  for (const When& when : viewpoint.dates(relation)) changes.add(when, reading);
  add_lifespan(graph.from(relation));
  add_lifespan(graph.to(relation));
  for (const Evidence& piece : graph.evidence(relation)) {
    const auto source = graph.entity(piece.source);
    // Of a publication only the first and the last day that it may be count.
    if (const auto when = source ? publication(graph.store(), *source) : std::nullopt)
      changes.add(when->bounds(Reading::instant));
  }
  if (const auto closing = viewpoint.inferred_end(relation))
    changes.add(Bounds{closing->ends_by, closing->ends_by, closing->ends_by, closing->ends_by});
  add_context(viewpoint.context(relation), changes);
  add_days_within(selection.attested_within, changes.days);
  return changes;
}

void ChangeDays::add(const Bounds& bounds) {
  for (const Day day : {bounds.start_min, bounds.start_max, bounds.end_min, bounds.end_max}) {
    if (!is_calendar_day(day)) continue;
    days.push_back(day);
    days.push_back(day + 1);
  }
}

void ChangeDays::add(const When& when, Reading reading) {
  add(when.bounds(reading));
  add_members(when.start_text());
  if (when.is_interval() || when.is_object_form()) add_members(when.end_text());
}

/// A masked date admits stretches of days: all of them where they are few, else those near by.
void ChangeDays::add_stretches(const DateValue& date) {
  constexpr int few = 500;
  if (date.gapless) return;
  const std::size_t before = days.size();
  const auto add_all = [&](Day from, Day until, int most) {
    for (int count = 0; count < most; ++count) {
      const auto first = date.first_from(from);
      if (!first || *first > until) return true;
      Day last = *first;
      while (date.admits(last + 1)) ++last;
      days.push_back(*first);
      days.push_back(last + 1);
      from = last + 1;
    }
    return false;
  };
  if (add_all(date.lo == day_min ? calendar_first : date.lo, day_max, few)) return;
  days.resize(before);
  recurring.push_back(date.pattern);
  add_all(near.first, near.last, std::numeric_limits<int>::max());
}

void ChangeDays::add_members(std::string_view text) {
  if (text.empty() || text == "..") return;
  if (text.front() != '[' && text.front() != '{') return add_stretches(Date::parse(text).value());
  for (const DateSet::Element& element : DateSet::parse(text).elements()) {
    add(Bounds{element.lo(), element.lo(), element.hi(), element.hi()});
    add_stretches(element.first);
    if (element.is_range) add_stretches(element.last);
  }
}

}  // namespace entente
