#pragma once

/// Small graphs with something taken away, and whether they still hang together.

#include <cmath>
#include <vector>

#include "support/slow_paths.hpp"
#include "support/small_graph.hpp"

namespace entente::verify {

inline SmallGraph undirected(SmallGraph graph) {
  graph.directedness = Directedness::undirected;
  return graph;
}

inline SmallGraph without_edge(SmallGraph graph, std::size_t e) {
  graph.edges.erase(graph.edges.begin() + static_cast<std::ptrdiff_t>(e));
  return graph;
}

inline SmallGraph without_entity(SmallGraph graph, std::size_t v) {
  std::erase_if(graph.edges, [v](const PlainEdge& edge) {
    return index(edge.from) == v || index(edge.to) == v;
  });
  return graph;
}

inline bool connected(const SmallGraph& graph, std::size_t u, std::size_t v) {
  return !std::isinf(all_distances(unit_edges(undirected(graph)))[u][v]);
}

}  // namespace entente::verify
