#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include <entente/query/common.hpp>
#include <entente/query/timeline.hpp>

namespace entente {
namespace {

/// The ties of one entity: to which of those asked about, and by what.
struct SharedTies {
  std::set<EntityId> to;
  std::vector<SelectedRelation> relations;
};

/// Whether a relation may be walked from one end to the other.
bool walks(const Graph& graph, RelationId relation, EntityId start, Direction direction) {
  if (direction == Direction::both) return true;
  if (graph.type(relation).symmetry == Symmetry::symmetric) return true;
  return (direction == Direction::out ? graph.from(relation) : graph.to(relation)) == start;
}

/// Agreements first, then bodies and events; the rest by the name of the kind.
std::pair<int, std::string_view> kind_order(const Graph& graph, EntityId entity) {
  const std::string_view kind = graph.kind(entity);
  int order = 0;
  for (const char* leading : {"agreement", "body", "event"}) {
    if (graph.vocabulary().is_a(kind, leading)) return {order, {}};
    ++order;
  }
  return {order, kind};
}

}  // namespace

std::vector<Shared> common(const Graph& graph, std::span<const EntityId> entities,
                           const Selection& selection) {
  const std::set<EntityId> asked(entities.begin(), entities.end());
  std::map<EntityId, SharedTies> tied;
  for (const SelectedRelation& row : graph.facts(selection).relations) {
    const EntityId from = graph.from(row.relation);
    const EntityId to = graph.to(row.relation);
    for (const auto& [start, other] : {std::pair(from, to), std::pair(to, from)}) {
      if (!asked.contains(start) || asked.contains(other)) continue;
      if (!walks(graph, row.relation, start, selection.direction)) continue;
      tied[other].to.insert(start);
      tied[other].relations.push_back(row);
    }
  }
  std::vector<Shared> shared;
  for (const auto& [entity, ties] : tied)
    if (ties.to.size() == asked.size())
      shared.push_back({entity, in_order_of_time(graph, ties.relations)});
  std::ranges::stable_sort(shared, {},
                           [&](const Shared& one) { return kind_order(graph, one.entity); });
  return shared;
}

}  // namespace entente
