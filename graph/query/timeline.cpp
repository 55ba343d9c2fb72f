#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include <entente/facts/local_facts.hpp>
#include <entente/facts/viewpoint.hpp>
#include <entente/query/timeline.hpp>
#include <entente/time/when.hpp>

#include "base/run_scope.hpp"
#include "facts/answers.hpp"
#include "facts/criteria.hpp"
#include "facts/graph_store.hpp"
#include "facts/lifespan.hpp"
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
  DatedFact fact = {};

  friend bool operator<(const Moment& a, const Moment& b) {
    return std::tuple(a.undated, a.first, b.last, place_of(a.fact)) <
           std::tuple(b.undated, b.first, a.last, place_of(b.fact));
  }
  /// Entities first, each by id.
  static std::pair<bool, std::uint32_t> place_of(const DatedFact& fact) {
    if (const auto* entity = std::get_if<SelectedEntity>(&fact))
      return {false, index(entity->entity)};
    return {true, index(std::get<SelectedRelation>(fact).relation)};
  }
  [[nodiscard]] bool same_days(const Moment& other) const {
    return undated == other.undated && first == other.first && last == other.last;
  }
};

Moment moment_of(const std::optional<When>& when, DatedFact fact) {
  if (!when) return {.undated = true, .fact = fact};
  if (when->start_state(Reading::instant) == EndState::unknown) {
    const Day ended = when->bounds(Reading::interval).end_min;
    return {.first = ended == day_min ? day_max : ended,
            .last = when->latest().value_or(day_max),
            .fact = fact};
  }
  const Reading reading = when->is_interval() ? Reading::interval : Reading::instant;
  return {.first = when->earliest().value_or(day_min),
          .last = when->bounds(reading).start_max,
          .clock = start_clock(*when),
          .fact = fact};
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

/// Why a lifespan may be, or may not be, in a window.
Why why_in(const When& when, const Condition& condition) {
  if (!when.is_interval()) return Why::witness;
  const Bounds b = when.bounds(Reading::interval);
  const bool some_day = condition.coverage == Coverage::some_day;
  const bool start_open = b.start_max > (some_day ? condition.window.last : condition.window.first);
  const bool end_open = b.end_min < (some_day ? condition.window.first : condition.window.last);
  const auto unknown = [](EndState state) { return state == EndState::unknown; };
  const bool no_start = start_open && unknown(when.start_state(Reading::interval));
  const bool no_end = end_open && unknown(when.end_state(Reading::interval));
  if ((start_open && !no_start) || (end_open && !no_end)) return Why::imprecise;
  return no_start ? Why::no_start_reported : no_end ? Why::no_end_reported : Why::none;
}

Why why_of(const When& when, const Criteria& criteria, Verdict verdict) {
  Why why = Why::none;
  for (const Condition& condition : criteria.conditions)
    if (verdict == Verdict::maybe) why = graver(why, why_in(when, condition));
  return why;
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

namespace {

std::vector<DatedFact> ordered(std::vector<Moment> moments) {
  std::sort(moments.begin(), moments.end());
  for (auto begin = moments.begin(), end = begin; begin != moments.end(); begin = end) {
    end = std::find_if_not(begin, moments.end(),
                           [&](const Moment& m) { return m.same_days(*begin); });
    if (std::any_of(begin, end, [](const Moment& m) { return m.clock.has_value(); }))
      order_by_clock({begin, end});
  }
  std::vector<DatedFact> facts;
  facts.reserve(moments.size());
  for (const Moment& moment : moments) facts.push_back(moment.fact);
  return facts;
}

std::vector<SelectedRelation> relations_of(const std::vector<DatedFact>& facts) {
  std::vector<SelectedRelation> relations;
  for (const DatedFact& fact : facts)
    if (const auto* row = std::get_if<SelectedRelation>(&fact)) relations.push_back(*row);
  return relations;
}

/// Its own, else the earliest that evidence gives.
std::optional<When> date_of(const Graph& graph, RelationId relation) {
  std::optional<When> date = graph.when(relation);
  if (date || !graph.store().has(relation, Trait::evidence_dated)) return date;
  for (const Evidence& piece : graph.evidence(relation))
    if (piece.when &&
        (!date || piece.when->earliest().value_or(day_min) < date->earliest().value_or(day_min)))
      date = piece.when;
  return date;
}

/// Ordered by the dates that a viewpoint sees.
std::vector<DatedFact> as_seen(const Graph& graph, const Viewpoint& viewpoint,
                               std::span<const SelectedRelation> relations,
                               std::span<const SelectedEntity> entities) {
  std::vector<Moment> moments;
  Looks looks;
  for (const SelectedRelation& row : relations) {
    looks.step();
    moments.push_back(moment_of(viewpoint.when(row.relation), row));
  }
  for (const SelectedEntity& row : entities)
    moments.push_back(moment_of(graph.when(row.entity), row));
  return ordered(std::move(moments));
}

/// The selected relations of one entity, among several, or all if none is named.
std::vector<SelectedRelation> rows_among(const Graph& graph, std::span<const EntityId> entities,
                                         const Selection& selection) {
  // Of named entities only what touches one of them is looked at.
  std::vector<SelectedRelation> rows = entities.empty()
                                           ? graph.facts(selection).relations
                                           : facts_at(graph, selection, entities).relations;
  const auto among = [&](EntityId entity) {
    return std::ranges::find(entities, entity) != entities.end();
  };
  if (entities.empty()) return rows;
  std::erase_if(rows, [&](const SelectedRelation& row) {
    if (entities.size() == 1)
      return !walks_from(graph, row.relation, entities.front(), selection.direction);
    return !among(graph.from(row.relation)) || !among(graph.to(row.relation));
  });
  return rows;
}

}  // namespace

std::vector<DatedFact> in_order_of_time(const Graph& graph,
                                        std::span<const SelectedRelation> relations,
                                        std::span<const SelectedEntity> entities) {
  std::vector<Moment> moments;
  moments.reserve(relations.size() + entities.size());
  Looks looks;
  for (const SelectedRelation& row : relations) {
    looks.step();
    moments.push_back(moment_of(date_of(graph, row.relation), row));
  }
  for (const SelectedEntity& row : entities)
    moments.push_back(moment_of(graph.when(row.entity), row));
  return ordered(std::move(moments));
}

std::vector<SelectedRelation> in_order_of_time(const Graph& graph,
                                               std::span<const SelectedRelation> relations) {
  return relations_of(in_order_of_time(graph, relations, {}));
}

std::vector<SelectedRelation> in_order_of_time(const Graph& graph,
                                               std::span<const SelectedRelation> relations,
                                               const Viewpoint& viewpoint) {
  return relations_of(as_seen(graph, viewpoint, relations, {}));
}

std::vector<SelectedEntity> lifespans(const Graph& graph, const Selection& selection) {
  if (!selection.types.empty() || !selection.modalities.empty() || !selection.sources.empty())
    return {};
  const Criteria criteria = read_selection(graph, selection);
  const Answers answers(graph.store(), criteria);
  std::vector<SelectedEntity> rows;
  for (const EntityId entity : graph.store().lifespans.entity) {
    if (!criteria.keeps(entity, graph.store().entities.kind[index(entity)])) continue;
    const std::optional<When> when = lifespan_of(graph, entity);
    if (!when) continue;
    const QualifiedVerdict answer =
        criteria.dated() ? answers.presence(entity) : QualifiedVerdict{Verdict::yes};
    if (answer.verdict != Verdict::no && answer.verdict >= criteria.least)
      rows.push_back(
          {entity, answer.verdict, answer.qualified, why_of(*when, criteria, answer.verdict)});
  }
  return rows;
}

std::vector<DatedFact> dated_history(const Graph& graph, std::span<const EntityId> entities,
                                     const Selection& selection) {
  std::vector<SelectedEntity> own;
  if (entities.size() <= 1) own = lifespans(graph, selection);
  if (!entities.empty())
    std::erase_if(own, [&](const SelectedEntity& row) { return row.entity != entities.front(); });
  return as_seen(graph, Viewpoint(graph, selection), rows_among(graph, entities, selection), own);
}

std::vector<SelectedRelation> timeline(const Graph& graph, std::span<const EntityId> entities,
                                       const Selection& selection) {
  return relations_of(
      as_seen(graph, Viewpoint(graph, selection), rows_among(graph, entities, selection), {}));
}

}  // namespace entente
