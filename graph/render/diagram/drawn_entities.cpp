#include "render/diagram/drawn_entities.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/run_scope.hpp"
#include "render/diagram/importance.hpp"
#include "render/diagram/main_kinds.hpp"

namespace entente {
namespace {

using IsAbout = std::function<bool(RelationId)>;

Neighbours neighbours_of(const Graph& graph, const SelectedFacts& facts,
                         const std::vector<EntityId>& entities, const IsAbout& is_about = {}) {
  Neighbours result;
  for (const EntityId entity : entities) result[entity];
  Looks looks;
  for (const SelectedRelation& selected : facts.relations) {
    looks.step();
    if (is_about && !is_about(selected.relation)) continue;
    const EntityId from = graph.from(selected.relation);
    const EntityId to = graph.to(selected.relation);
    if (from == to) continue;
    const auto first = result.find(from);
    const auto second = result.find(to);
    if (first == result.end() || second == result.end()) continue;
    first->second.insert(to);
    second->second.insert(from);
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
  Looks looks;
  for (const SelectedRelation& selected : facts.relations) {
    looks.step();
    tied.insert({graph.from(selected.relation), graph.to(selected.relation)});
  }
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

/// The most important of those that the picture is about; beside all of them, if there is room, the
/// most important of the others.
std::vector<EntityId> most_to_the_point(const Graph& graph, const SelectedFacts& facts,
                                        const std::vector<EntityId>& entities,
                                        const DrawingLimits& limits) {
  Neighbours touched = neighbours_of(graph, facts, entities, limits.is_about);
  std::erase_if(
      touched, [&](const auto& row) { return row.second.empty() && !limits.must_stay(row.first); });
  if (touched.size() >= limits.most)
    return most_important(graph, std::move(touched), limits.must_stay, limits.most);
  const auto stays = [&](EntityId entity) { return touched.contains(entity); };
  return most_important(graph, neighbours_of(graph, facts, entities), stays, limits.most);
}

}  // namespace

DrawnEntities drawn_entities(const Graph& graph, const SelectedFacts& facts,
                             const DrawingLimits& limits) {
  DrawnEntities drawn;
  drawn.entities = without_only_cited(graph, facts, limits);
  drawn.only_cited = facts.entities.size() - drawn.entities.size();
  if (limits.kinds == DrawnKinds::main) {
    MainKinds main = main_kinds(graph, drawn.entities, limits.must_stay);
    drawn.entities = std::move(main.entities);
    drawn.other_kinds = std::move(main.others);
  }
  const std::vector<EntityId> all = drawn.entities;
  if (!limits.among.empty())
    std::erase_if(drawn.entities, [&](EntityId entity) {
      return !std::binary_search(limits.among.begin(), limits.among.end(), entity) &&
             !limits.must_stay(entity);
    });
  constexpr std::size_t most_ties = 25;
  Neighbours neighbours = neighbours_of(graph, facts, drawn.entities);
  for (const auto& [entity, tied] : neighbours)
    if (tied.size() > most_ties) drawn.hubs.push_back(entity);
  if (drawn.entities.size() > limits.most && limits.is_about)
    drawn.entities = most_to_the_point(graph, facts, drawn.entities, limits);
  else if (drawn.entities.size() > limits.most)
    drawn.entities = most_important(graph, std::move(neighbours), limits.must_stay, limits.most);
  for (const EntityId entity : all)
    if (!std::ranges::binary_search(drawn.entities, entity))
      ++drawn.least_important[std::string(graph.kind(entity))];
  return drawn;
}

}  // namespace entente
