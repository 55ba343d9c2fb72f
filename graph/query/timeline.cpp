#include <algorithm>
#include <optional>
#include <string_view>
#include <tuple>

#include <entente/query/timeline.hpp>

namespace entente {
namespace {

/// What a row is sorted by. Undated relations come last, open starts first; an unknown start stands
/// at the first day of its end, and after all others if that is not known either.
struct Moment {
  bool undated = false;
  Day first = day_min;
  Day last = day_max;
  std::string_view type;
  RelationId relation = {};

  friend bool operator<(const Moment& a, const Moment& b) {
    return std::tie(a.undated, a.first, b.last, a.type, a.relation) <
           std::tie(b.undated, b.first, a.last, b.type, b.relation);
  }
};

Moment moment_of(const Graph& graph, RelationId relation) {
  const auto when = graph.when(relation);
  const std::string_view type = graph.type(relation).id;
  if (!when) return {true, day_min, day_max, type, relation};
  const Bounds bounds = when->bounds(Reading::instant);
  if (when->start_state(Reading::instant) != EndState::unknown)
    return {false, when->earliest().value_or(day_min), bounds.start_max, type, relation};
  const Day ended = when->bounds(Reading::interval).end_min;
  return {false, ended == day_min ? day_max : ended, bounds.start_max, type, relation};
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
  std::vector<std::pair<Moment, SelectedRelation>> keyed;
  keyed.reserve(relations.size());
  for (const SelectedRelation& row : relations)
    keyed.emplace_back(moment_of(graph, row.relation), row);
  std::ranges::sort(keyed, [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<SelectedRelation> ordered;
  ordered.reserve(keyed.size());
  for (const auto& [moment, row] : keyed) ordered.push_back(row);
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
