#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <entente/network/network.hpp>
#include <entente/query/series.hpp>
#include <entente/query/timeline.hpp>
#include <entente/time/day.hpp>

#include "base/run_scope.hpp"
#include "facts/counts_by_period.hpp"

namespace entente {
namespace {

int months_of(CalendarStep step) {
  return step == CalendarStep::year ? 12 : step == CalendarStep::quarter ? 3 : 1;
}

std::string label_of(Day start, CalendarStep step) {
  const std::string text = format_day(start);
  const std::string year = text.substr(0, text.size() - 6);
  if (step == CalendarStep::year) return year;
  if (step == CalendarStep::month) return text.substr(0, text.size() - 3);
  return year + "-Q" + std::to_string((to_civil(start).month - 1) / 3 + 1);
}

void widen(Window& known, const std::optional<When>& when) {
  if (!when) return;
  for (const auto& day : {when->earliest(), when->latest()}) {
    if (!day || !is_calendar_day(*day)) continue;
    known.first = std::min(known.first, *day);
    known.last = std::max(known.last, *day);
  }
}

/// The days that the selection's period or, where that is not limited, its dated facts span.
std::optional<Window> span_of(const Graph& graph, const Selection& selection, Spanned spanned) {
  const Window asked = selection.during.empty() ? Window{} : Window::parse(selection.during);
  if (asked.first != day_min && asked.last != day_max) return asked;
  Window known{day_max, day_min};
  const Viewpoint viewpoint(graph, selection);
  for (const SelectedRelation& row : graph.facts(selection).relations)
    for (const When& when : viewpoint.dates(row.relation)) widen(known, when);
  if (spanned == Spanned::relations_and_lifespans)
    for (const SelectedEntity& row : lifespans(graph, selection))
      widen(known, graph.when(row.entity));
  const Window span{asked.first == day_min ? known.first : asked.first,
                    asked.last == day_max ? known.last : asked.last};
  if (span.first > span.last) return std::nullopt;
  return span;
}

Selection within_period(const Selection& selection, const Window& window, Keep keep) {
  Selection in_period = selection;
  in_period.during = format_day(window.first) + "/" + format_day(window.last);
  in_period.keep = keep;
  return in_period;
}

[[noreturn]] void refuse_steps(std::size_t most) {
  throw LimitReached("too-many-steps", "the series has more than " + std::to_string(most) +
                                           " steps; limit it with --during or take longer ones");
}

/// What is measured: an entity, a tie's two ends, or the whole.
using Subject = std::pair<std::optional<EntityId>, std::optional<EntityId>>;

std::map<Subject, double> by_subject(const std::vector<MeasuredValue>& values) {
  std::map<Subject, double> map;
  for (const MeasuredValue& value : values)
    map.emplace(Subject(value.entity, value.to), value.value);
  return map;
}

/// The points of all steps, and 0 for an entity in a step where it has no tie but has elsewhere.
std::vector<SeriesPoint> with_zeros(const std::vector<Period>& list,
                                    std::vector<std::vector<SeriesPoint>> steps) {
  std::set<EntityId> entities;
  for (const auto& step : steps)
    for (const SeriesPoint& point : step)
      if (point.entity && !point.to) entities.insert(*point.entity);
  std::vector<SeriesPoint> points;
  for (std::size_t i = 0; i < list.size(); ++i) {
    std::set<EntityId> missing = entities;
    for (SeriesPoint& point : steps[i]) {
      if (point.entity) missing.erase(*point.entity);
      points.push_back(std::move(point));
    }
    for (const EntityId entity : missing) points.push_back({list[i].label, entity});
  }
  return points;
}

}  // namespace

std::vector<Period> periods(const Graph& graph, const Selection& selection,
                            const SeriesOptions& options) {
  if (!selection.as_of.empty() || !selection.throughout.empty())
    throw InvalidArgument("period-given",
                          "a series has periods of its own; --during limits them, --as-of and "
                          "--throughout do not apply");
  const auto span = span_of(graph, selection, options.spanned);
  std::vector<Period> list;
  if (!span) return list;
  const auto months = static_cast<std::size_t>(months_of(options.by));
  const auto most_days = static_cast<std::int64_t>(options.max_steps * months) * 31;
  if (std::int64_t{span->last.count()} - span->first.count() > most_days)
    refuse_steps(options.max_steps);
  const std::vector<Window> steps = calendar_periods(*span, options.by);
  if (steps.size() > options.max_steps) refuse_steps(options.max_steps);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const std::size_t back =
        options.rolling == 0 ? i : std::min<std::size_t>(i, options.rolling - 1);
    list.push_back({label_of(steps[i].first, options.by), {steps[i - back].first, steps[i].last}});
  }
  return list;
}

std::vector<SeriesPoint> series(const Graph& graph, const NetworkMeasure& measure,
                                const Selection& selection, const SeriesOptions& options) {
  if (!measure) throw InvalidArgument("no-function", "series needs a function that measures");
  std::vector<std::vector<SeriesPoint>> steps;
  const std::vector<Period> list = periods(graph, selection, options);
  for (const Period& period : list) {
    report_progress(static_cast<double>(steps.size()) / static_cast<double>(list.size()));
    const auto measured = [&](Keep keep) {
      return measure(
          graph.select(within_period(selection, period.window, keep), options.projection));
    };
    const std::vector<MeasuredValue> sure = measured(Keep::certain_only);
    const auto certain = by_subject(sure);
    steps.emplace_back();
    for (const MeasuredValue& value :
         selection.keep == Keep::certain_only ? sure : measured(Keep::certain_and_possible)) {
      const auto found = certain.find({value.entity, value.to});
      steps.back().push_back({period.label, value.entity, value.value,
                              found == certain.end() ? 0 : found->second, value.to});
    }
  }
  report_progress(1);
  return with_zeros(list, std::move(steps));
}

std::vector<SeriesPoint> entity_series(const Graph& graph, const Selection& selection,
                                       const SeriesOptions& options) {
  std::vector<SeriesPoint> points;
  const std::vector<Period> list = periods(graph, selection, options);
  for (const Period& period : list) {
    report_progress(static_cast<double>(points.size()) / static_cast<double>(list.size()));
    const Selection in_period = within_period(selection, period.window, selection.keep);
    std::map<EntityId, Verdict> present;
    const auto add = [&](EntityId entity, Verdict verdict) {
      present[entity] = present[entity] | verdict;
    };
    for (const SelectedRelation& row : graph.facts(in_period).relations)
      for (const EntityId entity : {graph.from(row.relation), graph.to(row.relation)})
        add(entity, row.verdict);
    for (const SelectedEntity& row : lifespans(graph, in_period)) add(row.entity, row.verdict);
    const auto certain =
        std::ranges::count_if(present, [](const auto& one) { return one.second == Verdict::yes; });
    points.push_back({period.label, std::nullopt, static_cast<double>(present.size()),
                      static_cast<double>(certain)});
  }
  report_progress(1);
  return points;
}

std::vector<SeriesPoint> relation_series(const Graph& graph, const Selection& selection,
                                         const SeriesOptions& options) {
  report_progress(0);
  const std::vector<Period> list = periods(graph, selection, options);
  std::vector<Window> windows;
  for (const Period& period : list) windows.push_back(period.window);
  Selection whenever = selection;
  whenever.during.clear();
  const std::vector<Counts> counts = counts_by_period(graph, whenever, windows);
  std::vector<SeriesPoint> points;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const auto certain = static_cast<double>(counts[i].certain);
    const auto possible = static_cast<double>(counts[i].possible);
    const bool all = selection.keep == Keep::certain_and_possible;
    points.push_back({list[i].label, std::nullopt, all ? certain + possible : certain, certain});
  }
  report_progress(1);
  return points;
}

}  // namespace entente
