#include "answer/explain.hpp"

#include <algorithm>

#include "answer/rows/rows.hpp"

namespace entente::answers {

Explanation::Explanation(const Question& question, const Network& network, const Measure& measure,
                         const RankOptions& options)
    : network_(network), facts_(question.graph.facts(question.selection)) {
  const bool of_paths = measure.weights == WeightMeaning::cost;
  if (of_paths) {
    const EdgeRanking edges = rank_edges(network, "edge-betweenness", options);
    for (const EdgeScore& edge : edges.rows()) by_edge_[edge.edge] = edge.score;
  } else {
    const Ranking entities = rank(network, measure.name, options);
    for (const auto& [entity, score] : entities.rows()) by_entity_[entity] = score;
  }
}

RelationRows Explanation::relations_of(EntityId entity, std::size_t most) const {
  const auto vertex = network_.vertex(entity);
  if (!vertex) return {};
  struct Tie {
    double weight;
    EntityId neighbour;
    EdgeIndex edge;
  };
  std::vector<Tie> ties;
  const auto add = [&](std::span<const Vertex> neighbours, const RowEdges& edges) {
    for (std::size_t i = 0; i < edges.size(); ++i) {
      const EntityId neighbour = network_.entity(neighbours[i]);
      const auto of_edge = by_edge_.find(edges[i]);
      const auto of_entity = by_entity_.find(neighbour);
      const double weight = of_edge != by_edge_.end()       ? of_edge->second
                            : of_entity != by_entity_.end() ? of_entity->second
                                                            : 0;
      ties.push_back({weight, neighbour, edges[i]});
    }
  };
  add(network_.out(*vertex), network_.out_edges(*vertex));
  if (network_.directedness() == Directedness::directed)
    add(network_.in(*vertex), network_.in_edges(*vertex));
  std::ranges::sort(ties, [](const Tie& a, const Tie& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.neighbour < b.neighbour;
  });
  RelationRows rows;
  for (const Tie& tie : ties) {
    if (rows.size() == most) break;
    const auto relations = network_.relations(tie.edge);
    if (!relations.empty()) rows.push_back(selected(facts_, relations.front()));
  }
  return rows;
}

}  // namespace entente::answers
