#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include <entente/algorithm/components.hpp>

#include "support/slow_paths.hpp"
#include "support/small_graph.hpp"

namespace entente {
namespace {

using verify::SmallGraph;

/// Groups of entities that reach each other both ways, from the closure of the edges.
Groups mutual_groups(const verify::Matrix<double>& distance) {
  Groups groups;
  std::vector<bool> placed(distance.size(), false);
  for (std::size_t u = 0; u < distance.size(); ++u) {
    if (placed[u]) continue;
    groups.emplace_back();
    for (std::size_t v = u; v < distance.size(); ++v) {
      if (std::isinf(distance[u][v]) || std::isinf(distance[v][u])) continue;
      placed[v] = true;
      groups.back().push_back(EntityId(static_cast<std::uint32_t>(v)));
    }
  }
  std::stable_sort(groups.begin(), groups.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return groups;
}

TEST(ComponentsProperty, AreTheClassesOfReachability) {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    const SmallGraph graph = verify::random_graph(seed);
    SCOPED_TRACE("seed " + std::to_string(seed) + ", " + graph.text());
    const Network g = graph.network({.parallels = Parallels::kept, .self_loops = SelfLoops::kept});
    ASSERT_EQ(components(g, Connectivity::strong),
              mutual_groups(verify::all_distances(verify::unit_edges(graph))));
    SmallGraph undirected = graph;
    undirected.directedness = Directedness::undirected;
    ASSERT_EQ(components(g), mutual_groups(verify::all_distances(verify::unit_edges(undirected))));
  }
}

TEST(ComponentsProperty, OfADisjointUnionAreThoseOfBothParts) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    SmallGraph graph = verify::random_graph(seed);
    const SmallGraph other = verify::random_graph(seed + 10'000);
    const auto parts = components(graph.network()).size() + components(other.network()).size();
    for (const PlainEdge& edge : other.edges) {
      const auto shifted = [&graph](EntityId entity) {
        return EntityId(static_cast<std::uint32_t>(index(entity) + graph.entities));
      };
      graph.edges.push_back({shifted(edge.from), shifted(edge.to), edge.weight});
    }
    graph.entities += other.entities;
    ASSERT_EQ(components(graph.network()).size(), parts);
  }
}

}  // namespace
}  // namespace entente
