#include "render/diagram/drawn_entities.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace entente {
namespace {

/// Who is tied to whom.
using Neighbours = std::map<EntityId, std::set<EntityId>>;

Neighbours neighbours_of(const Graph& graph, const SelectedFacts& facts,
                         const std::vector<EntityId>& entities) {
  Neighbours result;
  for (const EntityId entity : entities) result[entity];
  for (const SelectedRelation& selected : facts.relations) {
    const EntityId from = graph.from(selected.relation);
    const EntityId to = graph.to(selected.relation);
    if (from == to) continue;
    result[from].insert(to);
    result[to].insert(from);
  }
  return result;
}

std::set<EntityId> cited_by(const Graph& graph, const SelectedFacts& facts) {
  std::set<EntityId> result;
  for (const SelectedRelation& selected : facts.relations)
    for (const Evidence& evidence : graph.evidence(selected.relation))
      if (const auto source = graph.entity(evidence.source)) result.insert(*source);
  return result;
}

std::vector<EntityId> without_only_cited(const Graph& graph, const SelectedFacts& facts,
                                         const DrawingLimits& limits) {
  std::set<EntityId> tied;
  for (const SelectedRelation& selected : facts.relations)
    tied.insert({graph.from(selected.relation), graph.to(selected.relation)});
  const auto stays = [&](EntityId entity) {
    return tied.contains(entity) || limits.must_stay(entity);
  };
  if (limits.isolated == Isolated::always ||
      std::all_of(facts.entities.begin(), facts.entities.end(), stays))
    return facts.entities;
  const std::set<EntityId> cited = cited_by(graph, facts);
  std::vector<EntityId> result;
  std::copy_if(facts.entities.begin(), facts.entities.end(), std::back_inserter(result),
               [&](EntityId entity) { return stays(entity) || !cited.contains(entity); });
  return result;
}

/// The best connected of some entities, ascending.
std::vector<EntityId> best_connected(const Graph& graph, const SelectedFacts& facts,
                                     const std::vector<EntityId>& entities,
                                     const DrawingLimits& limits) {
  Neighbours neighbours = neighbours_of(graph, facts, entities);
  const auto rank = [&](EntityId entity) {
    return std::tuple(limits.must_stay(entity), neighbours[entity].size(),
                      -static_cast<std::ptrdiff_t>(index(entity)));
  };
  std::set<std::pair<decltype(rank(EntityId{})), EntityId>> queue;
  for (const EntityId entity : entities) queue.emplace(rank(entity), entity);
  while (queue.size() > limits.most) {
    const EntityId gone = queue.begin()->second;
    queue.erase(queue.begin());
    for (const EntityId other : neighbours[gone]) {
      queue.erase({rank(other), other});
      neighbours[other].erase(gone);
      queue.emplace(rank(other), other);
    }
  }
  std::vector<EntityId> kept;
  for (const auto& [key, entity] : queue) kept.push_back(entity);
  std::sort(kept.begin(), kept.end());
  return kept;
}

}  // namespace

DrawnEntities drawn_entities(const Graph& graph, const SelectedFacts& facts,
                             const DrawingLimits& limits) {
  DrawnEntities drawn;
  drawn.entities = without_only_cited(graph, facts, limits);
  drawn.only_cited = facts.entities.size() - drawn.entities.size();
  const std::size_t all = drawn.entities.size();
  if (!limits.among.empty())
    std::erase_if(drawn.entities, [&](EntityId entity) {
      return !std::binary_search(limits.among.begin(), limits.among.end(), entity) &&
             !limits.must_stay(entity);
    });
  if (drawn.entities.size() > limits.most)
    drawn.entities = best_connected(graph, facts, drawn.entities, limits);
  drawn.least_connected = all - drawn.entities.size();
  return drawn;
}

}  // namespace entente
