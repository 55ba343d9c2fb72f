#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include <entente/query/timeline.hpp>
#include <entente/time/when.hpp>

#include "time/clock_point.hpp"

namespace entente {
namespace {

/// What a row is sorted by. Undated relations come last, open starts first; an unknown start stands
/// at the first day of its end, and after all others if that is not known either.
struct Moment {
  bool undated = false;
  Day first = day_min;
  Day last = day_max;
  std::optional<ClockPoint> clock = {};  ///< of a start on one day
  SelectedRelation row = {};

  friend bool operator<(const Moment& a, const Moment& b) {
    return std::tie(a.undated, a.first, b.last, a.row.relation) <
           std::tie(b.undated, b.first, a.last, b.row.relation);
  }
  [[nodiscard]] bool same_days(const Moment& other) const {
    return undated == other.undated && first == other.first && last == other.last;
  }
};

Moment moment_of(const Graph& graph, const SelectedRelation& row) {
  const auto when = graph.when(row.relation);
  if (!when) return {.undated = true, .row = row};
  if (when->start_state(Reading::instant) == EndState::unknown) {
    const Day ended = when->bounds(Reading::interval).end_min;
    return {.first = ended == day_min ? day_max : ended,
            .last = when->latest().value_or(day_max),
            .row = row};
  }
  const Reading reading = when->is_interval() ? Reading::interval : Reading::instant;
  return {.first = when->earliest().value_or(day_min),
          .last = when->bounds(reading).start_max,
          .clock = start_clock(*when),
          .row = row};
}

/// Rows that begin on one day: those without a clock time first, then by instant if all clocks of
/// the day have offsets, else as the clocks show.
void order_by_clock(std::span<Moment> day) {
  const bool are_instants =
      std::ranges::all_of(day, [](const Moment& m) { return !m.clock || m.clock->is_instant; });
  std::ranges::stable_sort(day, {}, [&](const Moment& m) {
    if (!m.clock) return std::pair(false, std::int64_t{0});
    return std::pair(true, are_instants ? m.clock->seconds : m.clock->shown);
  });
}

/// Whether an entity's relation may be walked from it.
bool walks_from(const Graph& graph, RelationId relation, EntityId entity, Direction direction) {
  const EntityId from = graph.from(relation);
  const EntityId to = graph.to(relation);
  if (from != entity && to != entity) return false;
  if (direction == Direction::both || graph.type(relation).symmetry == Symmetry::symmetric)
    return true;
  return (direction == Direction::out ? from : to) == entity;
}

}  // namespace

std::vector<SelectedRelation> in_order_of_time(const Graph& graph,
                                               std::span<const SelectedRelation> relations) {
  std::vector<Moment> moments;
  moments.reserve(relations.size());
  for (const SelectedRelation& row : relations) moments.push_back(moment_of(graph, row));
  std::sort(moments.begin(), moments.end());
  for (auto begin = moments.begin(), end = begin; begin != moments.end(); begin = end) {
    end = std::find_if_not(begin, moments.end(),
                           [&](const Moment& m) { return m.same_days(*begin); });
    if (std::any_of(begin, end, [](const Moment& m) { return m.clock.has_value(); }))
      order_by_clock({begin, end});
  }
  std::vector<SelectedRelation> ordered;
  ordered.reserve(moments.size());
  for (const Moment& moment : moments) ordered.push_back(moment.row);
  return ordered;
}

std::vector<SelectedRelation> timeline(const Graph& graph, std::span<const EntityId> entities,
                                       const Selection& selection) {
  const auto among = [&](EntityId entity) {
    return std::ranges::find(entities, entity) != entities.end();
  };
  std::vector<SelectedRelation> rows = graph.facts(selection).relations;
  if (entities.empty()) return in_order_of_time(graph, rows);
  std::erase_if(rows, [&](const SelectedRelation& row) {
    if (entities.size() == 1)
      return !walks_from(graph, row.relation, entities.front(), selection.direction);
    return !among(graph.from(row.relation)) || !among(graph.to(row.relation));
  });
  return in_order_of_time(graph, rows);
}

}  // namespace entente
