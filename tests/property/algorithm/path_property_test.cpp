#include <cmath>
#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/algorithm/neighborhood.hpp>
#include <entente/algorithm/shortest_path.hpp>
#include <entente/algorithm/simple_paths.hpp>

#include "support/entity.hpp"
#include "support/slow_paths.hpp"
#include "support/small_graph.hpp"

namespace entente {
namespace {

using verify::SlowPath;
using verify::SmallGraph;

constexpr std::uint64_t seeds = 400;

using test::entity;

std::vector<std::size_t> entities_of(const Path& path) {
  std::vector<std::size_t> entities;
  for (const EntityId each : path.entities) entities.push_back(index(each));
  return entities;
}

std::string told(std::uint64_t seed, const SmallGraph& graph, std::size_t s, std::size_t t) {
  return "seed " + std::to_string(seed) + ", " + std::to_string(s) + " to " + std::to_string(t) +
         ", " + graph.text();
}

template <typename Check>
void for_all_pairs(Check check) {
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    const SmallGraph graph = verify::random_graph(seed);
    for (std::size_t s = 0; s < graph.entities; ++s) {
      for (std::size_t t = 0; t < graph.entities; ++t) {
        SCOPED_TRACE(told(seed, graph, s, t));
        check(graph, s, t);
        if (testing::Test::HasFailure()) return;
      }
    }
  }
}

void expect_path(const std::optional<Path>& path, const std::vector<SlowPath>& expected) {
  ASSERT_EQ(path.has_value(), !expected.empty());
  if (!path) return;
  EXPECT_EQ(entities_of(*path), expected.front().entities);
  EXPECT_EQ(path->cost, expected.front().cost);
  ASSERT_EQ(path->steps.size() + 1, path->entities.size());
  for (std::size_t i = 0; i < path->steps.size(); ++i) {
    EXPECT_EQ(path->steps[i].from, path->entities[i]);
    EXPECT_EQ(path->steps[i].to, path->entities[i + 1]);
  }
}

TEST(ShortestPathProperty, IsTheFirstOfAllSimplePathsByHops) {
  for_all_pairs([](const SmallGraph& graph, std::size_t s, std::size_t t) {
    const auto expected = verify::simple_paths(verify::unit_edges(graph), s, t);
    expect_path(shortest_path(graph.network(), entity(s), entity(t)), expected);
  });
}

TEST(ShortestPathProperty, IsTheFirstOfAllSimplePathsByWeight) {
  for_all_pairs([](const SmallGraph& graph, std::size_t s, std::size_t t) {
    const auto expected = verify::simple_paths(verify::lightest_edges(graph), s, t);
    expect_path(shortest_path(graph.network(), entity(s), entity(t), {.cost = Cost::weight}),
                expected);
  });
}

TEST(ShortestPathProperty, StepsRunAlongEdgesOfTheNetwork) {
  for_all_pairs([](const SmallGraph& graph, std::size_t s, std::size_t t) {
    const Network g = graph.network({.parallels = Parallels::kept, .self_loops = SelfLoops::kept});
    const auto path = shortest_path(g, entity(s), entity(t));
    if (!path) return;
    for (const Step& step : path->steps) {
      const auto [u, v] = g.ends(step.edge);
      const bool along = g.entity(u) == step.from && g.entity(v) == step.to;
      const bool against = g.entity(v) == step.from && g.entity(u) == step.to;
      EXPECT_TRUE(along || (against && g.directedness() == Directedness::undirected));
    }
  });
}

TEST(ShortestPathProperty, AvoidsAsIfTheEntityHadNoEdges) {
  for_all_pairs([](const SmallGraph& graph, std::size_t s, std::size_t t) {
    const std::size_t avoided = (s + t) % graph.entities;
    SmallGraph without = graph;
    std::erase_if(without.edges, [avoided](const PlainEdge& edge) {
      return index(edge.from) == avoided || index(edge.to) == avoided;
    });
    for (const Cost cost : {Cost::hops, Cost::weight}) {
      const auto lengths = cost == Cost::hops ? unit_edges(without) : lightest_edges(without);
      auto expected = verify::simple_paths(lengths, s, t);
      if (s == avoided || t == avoided) expected.clear();
      expect_path(shortest_path(graph.network(), entity(s), entity(t),
                                {.cost = cost, .avoid = {entity(avoided)}}),
                  expected);
    }
  });
}

TEST(AllShortestPathsProperty, AreTheCheapestOfAllSimplePathsInOrder) {
  for_all_pairs([](const SmallGraph& graph, std::size_t s, std::size_t t) {
    for (const Cost cost : {Cost::hops, Cost::weight}) {
      const auto lengths = cost == Cost::hops ? unit_edges(graph) : lightest_edges(graph);
      auto expected = verify::cheapest(verify::simple_paths(lengths, s, t));
      std::sort(expected.begin(), expected.end(),
                [](const SlowPath& a, const SlowPath& b) { return a.entities < b.entities; });
      const PathList list =
          all_shortest_paths(graph.network(), entity(s), entity(t), {.cost = cost});
      EXPECT_EQ(list.count, expected.size());
      EXPECT_EQ(list.completeness, Completeness::complete);
      ASSERT_EQ(list.paths.size(), expected.size());
      for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(entities_of(list.paths[i]), expected[i].entities);
        EXPECT_EQ(list.paths[i].cost, expected[i].cost);
      }
    }
  });
}

TEST(AllShortestPathsProperty, CountParallelEdgesAsRoutesWhereTheyAreKept) {
  for_all_pairs([](const SmallGraph& graph, std::size_t s, std::size_t t) {
    const auto between = verify::edges_between(graph);
    std::uint64_t expected = 0;
    for (const SlowPath& path :
         verify::cheapest(verify::simple_paths(verify::unit_edges(graph), s, t))) {
      std::uint64_t ways = 1;
      for (std::size_t i = 1; i < path.entities.size(); ++i) {
        ways *= between[path.entities[i - 1]][path.entities[i]].size();
      }
      expected += ways;
    }
    const Network g = graph.network({.parallels = Parallels::kept});
    const PathList list = all_shortest_paths(g, entity(s), entity(t), {.limit = 3});
    EXPECT_EQ(list.count, expected);
    EXPECT_EQ(list.paths.size(), std::min<std::uint64_t>(expected, 3));
    EXPECT_EQ(list.completeness, expected > 3 ? Completeness::limited : Completeness::complete);
  });
}

TEST(ShortestPathProperty, TurnsRoundWithTheEdges) {
  for_all_pairs([](const SmallGraph& graph, std::size_t s, std::size_t t) {
    SmallGraph turned = graph;
    for (PlainEdge& edge : turned.edges) std::swap(edge.from, edge.to);
    const auto there = all_shortest_paths(graph.network(), entity(s), entity(t));
    const auto back = all_shortest_paths(turned.network(), entity(t), entity(s));
    EXPECT_EQ(there.count, back.count);
    if (there.paths.empty()) return;
    EXPECT_EQ(there.paths.front().length(), back.paths.front().length());
  });
}

void expect_paths(const std::vector<Path>& paths, const std::vector<SlowPath>& expected) {
  ASSERT_EQ(paths.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(entities_of(paths[i]), expected[i].entities);
    EXPECT_EQ(paths[i].cost, expected[i].cost);
  }
}

TEST(KShortestPathsProperty, AreTheFirstOfAllSimplePaths) {
  for_all_pairs([](const SmallGraph& graph, std::size_t s, std::size_t t) {
    const std::size_t count = 1 + (3 * s + t) % 12;
    for (const Cost cost : {Cost::hops, Cost::weight}) {
      const auto lengths = cost == Cost::hops ? unit_edges(graph) : lightest_edges(graph);
      auto expected = verify::simple_paths(lengths, s, t);
      if (expected.size() > count) expected.resize(count);
      for (const Parallels parallels : {Parallels::merged, Parallels::kept}) {
        expect_paths(k_shortest_paths(graph.network({.parallels = parallels}), entity(s), entity(t),
                                      count, {.cost = cost}),
                     expected);
      }
    }
  });
}

TEST(KShortestPathsProperty, AddTenthsExactly) {
  for_all_pairs([](const SmallGraph& graph, std::size_t s, std::size_t t) {
    SmallGraph whole = graph;
    for (PlainEdge& edge : whole.edges) edge.weight = std::round(edge.weight * 4);
    SmallGraph tenths = whole;
    for (PlainEdge& edge : tenths.edges) edge.weight /= 10;
    auto expected = verify::simple_paths(verify::lightest_edges(whole), s, t);
    if (expected.size() > 9) expected.resize(9);
    for (SlowPath& path : expected) path.cost /= 10;
    expect_paths(
        k_shortest_paths(tenths.network(), entity(s), entity(t), 9, {.cost = Cost::weight}),
        expected);
  });
}

TEST(KShortestPathsProperty, ByWeightsThatAreNoDecimalsAreInOrder) {
  for_all_pairs([](const SmallGraph& graph, std::size_t s, std::size_t t) {
    SmallGraph thirds = graph;
    for (PlainEdge& edge : thirds.edges) edge.weight = edge.weight * 4 / 3;
    double before = 0;
    const auto lengths = verify::lightest_edges(thirds);
    const auto paths =
        k_shortest_paths(thirds.network(), entity(s), entity(t), 9, {.cost = Cost::weight});
    for (const Path& path : paths) {
      double cost = 0;
      for (const Step& step : path.steps) cost += lengths[index(step.from)][index(step.to)];
      EXPECT_NEAR(path.cost, cost, 1e-12);
      EXPECT_GE(path.cost, before);
      before = path.cost;
    }
    const auto expected = verify::simple_paths(lengths, s, t);
    ASSERT_EQ(paths.size(), std::min<std::size_t>(expected.size(), 9));
    if (!paths.empty()) {
      EXPECT_NEAR(before, expected[paths.size() - 1].cost, 1e-12);
    }
  });
}

TEST(SimplePathsProperty, AreAllThereAreUpToALength) {
  for_all_pairs([](const SmallGraph& graph, std::size_t s, std::size_t t) {
    const auto most_hops = static_cast<std::uint32_t>((2 * s + t) % 6);
    auto expected = verify::simple_paths(verify::unit_edges(graph), s, t, most_hops);
    const Network g = graph.network();
    const PathList all = simple_paths(g, entity(s), entity(t), most_hops);
    EXPECT_EQ(all.completeness, Completeness::complete);
    expect_paths(all.paths, expected);
    const PathList some = simple_paths(g, entity(s), entity(t), most_hops, {.limit = 2});
    EXPECT_EQ(some.completeness,
              expected.size() > 2 ? Completeness::limited : Completeness::complete);
    if (expected.size() > 2) expected.resize(2);
    expect_paths(some.paths, expected);
  });
}

TEST(NeighborsWithinProperty, AreAllEntitiesAsNearAsAsked) {
  for_all_pairs([](const SmallGraph& graph, std::size_t s, std::size_t depth) {
    const auto distance = verify::all_distances(verify::unit_edges(graph));
    std::vector<std::pair<double, std::size_t>> expected;
    for (std::size_t v = 0; v < graph.entities; ++v) {
      if (v != s && distance[s][v] <= static_cast<double>(depth)) {
        expected.emplace_back(distance[s][v], v);
      }
    }
    std::sort(expected.begin(), expected.end());
    const Network g = graph.network({.parallels = Parallels::kept, .self_loops = SelfLoops::kept});
    std::vector<std::pair<double, std::size_t>> found;
    for (const Reached& each : neighbors_within(g, entity(s), static_cast<std::uint32_t>(depth))) {
      found.emplace_back(each.distance, index(each.entity));
      std::size_t edges = 0;
      for (std::size_t u = 0; u < graph.entities; ++u) {
        if (distance[s][u] + 1 == distance[s][index(each.entity)]) {
          edges += verify::edges_between(graph)[u][index(each.entity)].size();
        }
      }
      EXPECT_EQ(each.edges.size(), edges);
    }
    EXPECT_EQ(found, expected);
  });
}

TEST(DistancesProperty, AreThoseToTheNearestStart) {
  for_all_pairs([](const SmallGraph& graph, std::size_t s, std::size_t t) {
    const auto distance = verify::all_distances(verify::unit_edges(graph));
    const std::vector<EntityId> from{entity(s), entity(t)};
    for (const Reached& each : distances(graph.network(), from)) {
      EXPECT_EQ(each.distance,
                std::min(distance[s][index(each.entity)], distance[t][index(each.entity)]));
    }
  });
}

}  // namespace
}  // namespace entente
