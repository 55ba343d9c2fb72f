#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/algorithm/cuts.hpp>

#include "property.hpp"
#include "support/slow_measures.hpp"
#include "support/slow_paths.hpp"
#include "support/small_graph.hpp"
#include "support/small_graph_edits.hpp"

namespace entente {
namespace {

using verify::connected;
using verify::Matrix;
using verify::SmallGraph;
using verify::undirected;
using verify::without_edge;
using verify::without_entity;

TEST(BridgesProperty, AreTheEdgesWhoseLossParts) {
  for_all_graphs([](const SmallGraph& graph) {
    std::multiset<std::pair<std::size_t, std::size_t>> expected;
    for (std::size_t e = 0; e < graph.edges.size(); ++e) {
      const std::size_t u = index(graph.edges[e].from);
      const std::size_t v = index(graph.edges[e].to);
      if (!connected(without_edge(graph, e), u, v)) expected.insert(std::minmax(u, v));
    }
    const Network g = graph.network(everything_kept);
    std::multiset<std::pair<std::size_t, std::size_t>> found;
    for (const EdgeIndex e : bridges(g)) {
      const auto [from, to] = g.ends(e);
      const std::size_t u = index(g.entity(from));
      const std::size_t v = index(g.entity(to));
      found.insert(std::minmax(u, v));
    }
    EXPECT_EQ(found, expected);
  });
}

TEST(CutVerticesProperty, AreTheEntitiesWhoseLossParts) {
  for_all_graphs([](const SmallGraph& graph) {
    std::vector<EntityId> expected;
    for (std::size_t v = 0; v < graph.entities; ++v) {
      bool parts = false;
      for (std::size_t a = 0; a < graph.entities; ++a) {
        for (std::size_t b = 0; b < a; ++b) {
          if (a == v || b == v || !connected(graph, a, b)) continue;
          parts = parts || !connected(without_entity(graph, v), a, b);
        }
      }
      if (parts) expected.push_back(entity(v));
    }
    EXPECT_EQ(cut_vertices(graph.network(everything_kept)), expected);
  });
}

/// Whether two tied entities stay connected to each other through either of two edges whichever
/// third is lost: the edges then are of one part.
bool on_one_cycle(const SmallGraph& graph, std::size_t u, std::size_t v) {
  for (std::size_t lost = 0; lost < graph.entities; ++lost) {
    if (lost == u || lost == v) continue;
    if (!connected(without_entity(graph, lost), u, v)) return false;
  }
  return true;
}

TEST(BiconnectedComponentsProperty, HoldTogetherWhoeverIsLost) {
  for_all_graphs([](const SmallGraph& graph) {
    const auto groups = biconnected_components(graph.network(everything_kept));
    const auto lengths = verify::unit_edges(undirected(graph));
    Matrix<int> together(graph.entities, std::vector<int>(graph.entities, 0));
    for (const auto& members : groups) {
      EXPECT_GE(members.size(), 2U);
      for (const EntityId a : members) {
        for (const EntityId b : members) ++together[index(a)][index(b)];
      }
    }
    for (std::size_t u = 0; u < graph.entities; ++u) {
      for (std::size_t v = 0; v < u; ++v) {
        const bool tied = !std::isinf(lengths[u][v]);
        const bool held = connected(graph, u, v) && on_one_cycle(graph, u, v);
        EXPECT_EQ(together[u][v], tied || held ? 1 : 0) << u << ' ' << v;
      }
    }
  });
}

}  // namespace
}  // namespace entente
