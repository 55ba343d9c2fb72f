#include "support/small_graph.hpp"

#include <algorithm>
#include <limits>
#include <random>
#include <sstream>

namespace entente::verify {

Network SmallGraph::network(const Projection& projection) const {
  return {entities, edges, directedness, projection};
}

std::string SmallGraph::text() const {
  std::ostringstream out;
  out << entities << " entities, "
      << (directedness == Directedness::directed ? "directed:" : "undirected:");
  for (const PlainEdge& edge : edges) {
    out << ' ' << index(edge.from) << '-' << index(edge.to) << '(' << edge.weight << ')';
  }
  return out.str();
}

SmallGraph random_graph(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const auto below = [&random](std::uint64_t bound) { return random() % bound; };
  SmallGraph graph;
  graph.entities = 1 + below(9);
  graph.directedness = below(2) == 0 ? Directedness::directed : Directedness::undirected;
  const std::uint64_t edges = below(2 * graph.entities + 3);
  const std::uint64_t reach = 1 + below(graph.entities);  // the rest stay isolated
  for (std::uint64_t i = 0; i < edges; ++i) {
    graph.edges.push_back({EntityId(static_cast<std::uint32_t>(below(reach))),
                           EntityId(static_cast<std::uint32_t>(below(reach))),
                           0.25 * static_cast<double>(1 + below(8))});
  }
  return graph;
}

Matrix<std::vector<std::size_t>> edges_between(const SmallGraph& graph) {
  Matrix<std::vector<std::size_t>> between(graph.entities,
                                           std::vector<std::vector<std::size_t>>(graph.entities));
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    const auto from = index(graph.edges[i].from);
    const auto to = index(graph.edges[i].to);
    if (from == to) continue;
    between[from][to].push_back(i);
    if (graph.directedness == Directedness::undirected) between[to][from].push_back(i);
  }
  return between;
}

Matrix<double> lightest_edges(const SmallGraph& graph) {
  constexpr double none = std::numeric_limits<double>::infinity();
  Matrix<double> lightest(graph.entities, std::vector<double>(graph.entities, none));
  const auto between = edges_between(graph);
  for (std::size_t u = 0; u < graph.entities; ++u) {
    for (std::size_t v = 0; v < graph.entities; ++v) {
      for (const std::size_t e : between[u][v]) {
        lightest[u][v] = std::min(lightest[u][v], graph.edges[e].weight);
      }
    }
  }
  return lightest;
}

Matrix<double> unit_edges(const SmallGraph& graph) {
  auto matrix = lightest_edges(graph);
  for (auto& row : matrix) {
    for (double& weight : row)
      weight = weight < std::numeric_limits<double>::infinity() ? 1 : weight;
  }
  return matrix;
}

}  // namespace entente::verify
