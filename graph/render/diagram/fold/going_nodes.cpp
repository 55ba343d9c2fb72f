#include "render/diagram/fold/going_nodes.hpp"

#include <utility>

#include "render/diagram/fold/join_edges.hpp"

namespace entente {

std::vector<std::vector<std::size_t>> incident_edges(const Diagram& diagram) {
  std::vector<std::vector<std::size_t>> result(diagram.nodes.size());
  for (std::size_t i = 0; i < diagram.edges.size(); ++i) {
    const DiagramEdge& edge = diagram.edges[i];
    result[edge.from].push_back(i);
    if (edge.from != edge.to) result[edge.to].push_back(i);
  }
  return result;
}

GoingNodes::GoingNodes(Diagram& diagram) : diagram_(diagram), gone_(diagram.nodes.size(), 0) {}

bool GoingNodes::may_go(std::size_t node) const {
  const DiagramNode& it = diagram_.nodes[node];
  return gone_[node] == 0 && it.emphasis == Emphasis::normal && !it.pinned;
}

void GoingNodes::stand_for(std::vector<std::string>& ids, std::size_t node) const {
  ids.push_back(diagram_.nodes[node].id);
  append_all(ids, diagram_.nodes[node].stands_for);
}

void GoingNodes::drop() {
  std::vector<std::size_t> place(diagram_.nodes.size());
  std::vector<DiagramNode> kept;
  for (std::size_t i = 0; i < diagram_.nodes.size(); ++i) {
    place[i] = kept.size();
    if (gone_[i] == 0) kept.push_back(std::move(diagram_.nodes[i]));
  }
  diagram_.nodes = std::move(kept);
  for (DiagramEdge& edge : diagram_.edges) {
    edge.from = place[edge.from];
    edge.to = place[edge.to];
  }
}

}  // namespace entente
