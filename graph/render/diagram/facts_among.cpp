#include "render/diagram/facts_among.hpp"

#include <algorithm>
#include <iterator>

namespace entente {

SelectedFacts facts_among(const Graph& graph, const SelectedFacts& facts,
                          std::vector<EntityId> entities) {
  const auto is_one = [&](EntityId entity) {
    return std::binary_search(entities.begin(), entities.end(), entity);
  };
  const auto touching = [&](const std::vector<RelationId>& relations) {
    std::vector<RelationId> result;
    std::copy_if(
        relations.begin(), relations.end(), std::back_inserter(result),
        [&](RelationId each) { return is_one(graph.from(each)) || is_one(graph.to(each)); });
    return result;
  };
  SelectedFacts result = facts.among(graph, entities);
  result.undated = touching(facts.undated);
  result.inferred_ended = touching(facts.inferred_ended);
  result.counts.undated = result.undated.size();
  return result;
}

}  // namespace entente
