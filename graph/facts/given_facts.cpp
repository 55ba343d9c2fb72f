#include "facts/given_facts.hpp"

#include <algorithm>
#include <vector>

#include <entente/error.hpp>

#include "facts/graph_store.hpp"

namespace entente {
namespace {

void require_order(const SelectedFacts& facts) {
  const auto out_of_order = [](const auto& a, const auto& b) { return !(a < b); };
  const auto later = [](const auto& a, const auto& b) { return !(a.relation < b.relation); };
  if (std::adjacent_find(facts.entities.begin(), facts.entities.end(), out_of_order) !=
          facts.entities.end() ||
      std::adjacent_find(facts.relations.begin(), facts.relations.end(), later) !=
          facts.relations.end())
    throw InvalidArgument("bad-facts",
                          "the selected facts are not in order; SelectedFacts::of() makes them so");
}

}  // namespace

void require_entities(const Graph& graph, std::span<const EntityId> entities, const char* call) {
  for (const EntityId entity : entities) entity_in(graph.store(), entity, call);
}

void require_facts(const Graph& graph, const SelectedFacts& facts, const char* call) {
  require_entities(graph, facts.entities, call);
  for (const SelectedRelation& row : facts.relations)
    relation_in(graph.store(), row.relation, call);
  require_order(facts);
  std::vector<bool> kept(graph.entity_count());
  for (const EntityId entity : facts.entities) kept[index(entity)] = true;
  for (const SelectedRelation& row : facts.relations)
    if (!kept[index(graph.from(row.relation))] || !kept[index(graph.to(row.relation))])
      throw InvalidArgument("bad-facts",
                            "the ends of a selected relation are not among the selected entities; "
                            "SelectedFacts::of() adds them");
}

}  // namespace entente
