#include <algorithm>
#include <numeric>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/algorithm/communities.hpp>

#include "property.hpp"
#include "support/slow_measures.hpp"
#include "support/slow_pagerank.hpp"
#include "support/small_graph.hpp"
#include "support/small_graph_edits.hpp"

namespace entente {
namespace {

using verify::connected;
using verify::Matrix;
using verify::SmallGraph;
using verify::without_entity;

/// Modularity by its definition, over all pairs.
double slow_modularity(const Matrix<double>& weights, const std::vector<std::size_t>& group,
                       double resolution = 1) {
  std::vector<double> strength;
  double total = 0;
  for (const auto& row : weights) {
    strength.push_back(std::accumulate(row.begin(), row.end(), 0.0));
    total += strength.back();
  }
  if (total == 0) return 0;
  double sum = 0;
  for (std::size_t u = 0; u < weights.size(); ++u) {
    for (std::size_t v = 0; v < weights.size(); ++v) {
      if (group[u] != group[v]) continue;
      sum += weights[u][v] - resolution * strength[u] * strength[v] / total;
    }
  }
  return sum / total;
}

/// Checks that everyone is in one group, and returns which.
std::vector<std::size_t> group_of_each(const Groups& groups, std::size_t n) {
  std::vector<std::size_t> group(n, n);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (const EntityId member : groups[i]) {
      EXPECT_EQ(group[index(member)], n);
      group[index(member)] = i;
    }
  }
  EXPECT_THAT(group, testing::Each(testing::Lt(n)));
  return group;
}

/// The best there is, by trying all ways to group.
double best_modularity(const Matrix<double>& weights, std::vector<std::size_t>& group,
                       std::size_t next, std::size_t used) {
  if (next == group.size()) return slow_modularity(weights, group);
  double best = -1;
  for (std::size_t to = 0; to <= used; ++to) {
    group[next] = to;
    best = std::max(best, best_modularity(weights, group, next + 1, std::max(used, to + 1)));
  }
  return best;
}

TEST(CommunitiesProperty, TellTheModularityOfTheirGroupsAndAreTheBestOfSmallNetworks) {
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    const SmallGraph graph = verify::random_graph(seed);
    if (graph.entities > 7) continue;
    SCOPED_TRACE("seed " + std::to_string(seed) + ", " + graph.text());
    const auto weights =
        verify::mutual(verify::handed_weights(graph, verify::Parallel::added), graph.directedness);
    std::vector<std::size_t> grouping(graph.entities, 0);
    const double best = best_modularity(weights, grouping, 0, 0);
    const Network g = graph.network(everything_kept);
    const CommunityOptions options{.weights = Weights::used};
    for (const Communities& found : {louvain(g, options), leiden(g, options)}) {
      const auto group = group_of_each(found.groups, graph.entities);
      EXPECT_NEAR(found.modularity, slow_modularity(weights, group), 1e-12);
      EXPECT_NEAR(found.modularity, modularity(g, found.groups, options), 1e-12);
      EXPECT_LE(found.modularity, best + 1e-12);
      EXPECT_GE(found.modularity, best - 1e-12);
    }
  }
}

// On sparse networks without weights most gains are equal at first, and who goes where decides.
TEST(CommunitiesProperty, AreTheBestOfSmallNetworksWhereManyGainsAreEqual) {
  std::mt19937_64 random(7);
  for (int round = 0; round < 60; ++round) {
    SmallGraph graph{.entities = 7 + random() % 3, .edges = {}};
    for (std::size_t v = 0; v < graph.entities; ++v)
      for (std::size_t w = 0; w < v; ++w)
        if (random() % 3 == 0) graph.edges.push_back({entity(v), entity(w), 1});
    SCOPED_TRACE(graph.text());
    std::vector<std::size_t> grouping(graph.entities, 0);
    const auto weights =
        verify::mutual(verify::handed_weights(graph, verify::Parallel::added), graph.directedness);
    const double best = best_modularity(weights, grouping, 0, 0);
    const Network g = graph.network();
    EXPECT_NEAR(louvain(g).modularity, best, 1e-12);
    EXPECT_NEAR(leiden(g).modularity, best, 1e-12);
  }
}

// Entities of a dossier are numbered by id, whatever the order of its records.
TEST(CommunitiesProperty, DoNotDependOnTheOrderOfEdges) {
  std::mt19937_64 random(1);
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    SmallGraph graph{.entities = 20 + seed, .edges = {}};
    for (std::size_t i = 0; i < 2 * graph.entities; ++i)
      graph.edges.push_back({entity(random() % graph.entities), entity(random() % graph.entities),
                             0.5 * static_cast<double>(1 + random() % 4)});
    const CommunityOptions options{.weights = Weights::used};
    const Network g = graph.network(everything_kept);
    std::shuffle(graph.edges.begin(), graph.edges.end(), random);
    for (PlainEdge& edge : graph.edges)
      if (random() % 2 == 0) std::swap(edge.from, edge.to);
    const Network permuted = graph.network(everything_kept);
    EXPECT_EQ(leiden(g, options).groups, leiden(permuted, options).groups) << seed;
    EXPECT_EQ(louvain(g, options).groups, louvain(permuted, options).groups) << seed;
    EXPECT_EQ(label_propagation(g, options).groups, label_propagation(permuted, options).groups);
  }
}

TEST(LeidenProperty, GroupsHangTogether) {
  for_all_graphs([](const SmallGraph& graph) {
    for (const auto& members : leiden(graph.network()).groups) {
      SmallGraph inside = graph;
      for (std::size_t v = 0; v < graph.entities; ++v) {
        if (std::count(members.begin(), members.end(), entity(v)) == 0) {
          inside = without_entity(inside, v);
        }
      }
      for (const EntityId member : members) {
        EXPECT_TRUE(connected(inside, index(members.front()), index(member)));
      }
    }
  });
}

TEST(LabelPropagationProperty, LeavesEveryoneWithTheHeaviestLabelAround) {
  for_all_graphs([](const SmallGraph& graph) {
    const auto weights =
        verify::mutual(verify::handed_weights(graph, verify::Parallel::once), graph.directedness);
    const Communities found = label_propagation(graph.network());
    const auto group = group_of_each(found.groups, graph.entities);
    for (std::size_t v = 0; v < graph.entities; ++v) {
      std::vector<double> around(graph.entities, 0);
      for (std::size_t w = 0; w < graph.entities; ++w) around[group[w]] += weights[v][w];
      EXPECT_EQ(around[group[v]], *std::max_element(around.begin(), around.end()));
    }
  });
}

}  // namespace
}  // namespace entente
