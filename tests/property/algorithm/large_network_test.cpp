// Networks of thousands of entities, large enough for every way a kernel can go: pulling and
// pushing, blocks, threads. Boost's algorithms are the oracle.

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/strong_components.hpp>
#include <gtest/gtest.h>

#include <entente/algorithm/betweenness.hpp>
#include <entente/algorithm/closeness.hpp>
#include <entente/algorithm/components.hpp>
#include <entente/algorithm/core.hpp>
#include <entente/algorithm/cuts.hpp>
#include <entente/algorithm/distances.hpp>
#include <entente/algorithm/eccentricity.hpp>
#include <entente/algorithm/pagerank.hpp>
#include <entente/algorithm/shortest_path.hpp>

#include "property.hpp"

namespace entente {
namespace {

using Boost = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property,
                                    boost::property<boost::edge_weight_t, double>>;
using BoostUndirected =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                          boost::property<boost::edge_weight_t, double>>;

constexpr std::uint32_t entities = 1500;

/// Half of the ends among few entities, so that degrees differ widely; a long chain, so that levels
/// are many; and some who stand alone. No two edges share both ends.
std::vector<PlainEdge> random_edges(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const auto below = [&random](std::uint64_t bound) {
    return static_cast<std::uint32_t>(random() % bound);
  };
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  constexpr std::uint32_t chain = 1100;
  for (std::uint32_t i = chain; i + 1 < entities - 100; ++i) ends.emplace_back(i, i + 1);
  for (int i = 0; i < 5000; ++i) {
    const std::uint32_t u = below(2) == 0 ? below(50) : below(chain + 1);
    const std::uint32_t v = below(chain + 1);
    if (u != v) ends.emplace_back(u, v);
  }
  for (auto& [u, v] : ends) {
    if (seed % 2 == 0 && v < u) std::swap(u, v);
  }
  std::sort(ends.begin(), ends.end());
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  std::vector<PlainEdge> edges;
  for (const auto& [u, v] : ends) edges.push_back({entity(u), entity(v), 1.0 + below(9)});
  return edges;
}

Network network_of(std::uint64_t seed) {
  return {entities, random_edges(seed),
          seed % 2 == 0 ? Directedness::undirected : Directedness::directed};
}

/// Arcs both ways where edges have no direction.
Boost boost_of(std::uint64_t seed) {
  Boost g(entities);
  for (const PlainEdge& edge : random_edges(seed)) {
    boost::add_edge(index(edge.from), index(edge.to), edge.weight, g);
    if (seed % 2 == 0) boost::add_edge(index(edge.to), index(edge.from), edge.weight, g);
  }
  return g;
}

BoostUndirected undirected_boost_of(std::uint64_t seed) {
  BoostUndirected g(entities);
  for (const PlainEdge& edge : random_edges(seed)) {
    boost::add_edge(index(edge.from), index(edge.to), edge.weight, g);
  }
  return g;
}

// Even seeds give undirected networks, odd ones directed.
class LargeNetwork : public testing::TestWithParam<std::uint64_t> {};
class LargeUndirectedNetwork : public testing::TestWithParam<std::uint64_t> {};

INSTANTIATE_TEST_SUITE_P(Seeds, LargeNetwork, testing::Range<std::uint64_t>(0, 6));
INSTANTIATE_TEST_SUITE_P(Seeds, LargeUndirectedNetwork, testing::Values(0, 2, 4));

TEST_P(LargeNetwork, HopsAreBoosts) {
  const Network g = network_of(GetParam());
  const Boost oracle = boost_of(GetParam());
  for (const std::uint32_t start : {0U, 777U, 1390U, 1450U}) {
    std::vector<std::uint32_t> expected(entities, no_hops);
    expected[start] = 0;
    boost::breadth_first_search(oracle, start,
                                boost::visitor(boost::make_bfs_visitor(boost::record_distances(
                                    expected.data(), boost::on_tree_edge()))));
    const EntityId from = entity(start);
    const auto hops = hops_from(g, std::span(&from, 1));
    for (Vertex v = 0; v < entities; ++v) ASSERT_EQ(hops[v], expected[index(g.entity(v))]);
    for (std::uint32_t to = start % 7; to < entities; to += 97) {
      const auto path = shortest_path(g, from, entity(to));
      ASSERT_EQ(path ? path->length() : no_hops, expected[to]) << start << " to " << to;
    }
  }
}

TEST_P(LargeNetwork, CostsAreBoosts) {
  const Boost oracle = boost_of(GetParam());
  std::vector<double> expected(entities);
  constexpr std::uint32_t start = 3;
  boost::dijkstra_shortest_paths(oracle, start, boost::distance_map(expected.data()));
  // Whole numbers go through buckets, others through the heap.
  for (const double unit : {1.0, 1 / 3.0}) {
    auto edges = random_edges(GetParam());
    for (PlainEdge& edge : edges) edge.weight *= unit;
    const Network g(entities, edges, network_of(GetParam()).directedness());
    const EntityId from = entity(start);
    const auto costs = costs_from(g, std::span(&from, 1));
    for (Vertex v = 0; v < entities; ++v) {
      const double cost = expected[index(g.entity(v))];
      if (cost > 1e300) {
        ASSERT_TRUE(std::isinf(costs[v]));
      } else {
        ASSERT_NEAR(costs[v], cost * unit, 1e-9 * cost);
      }
    }
    const auto path = shortest_path(g, from, entity(41), {.cost = Cost::weight});
    ASSERT_NEAR(path.value().cost, expected[41] * unit, 1e-9 * expected[41]);
  }
}

TEST_P(LargeNetwork, BetweennessIsBoosts) {
  const Network g = network_of(GetParam());
  const Boost oracle = boost_of(GetParam());
  std::vector<double> expected(entities);
  boost::brandes_betweenness_centrality(
      oracle,
      boost::make_iterator_property_map(expected.begin(), boost::get(boost::vertex_index, oracle)));
  const Ranking ranking = betweenness(g, {.scale = Scale::raw});
  for (const auto& [who, score] : ranking.rows()) {
    ASSERT_NEAR(score, expected[index(who)], 1e-9 * std::max(1.0, expected[index(who)]));
  }
}

TEST_P(LargeNetwork, ComponentsAreBoosts) {
  const Network g = network_of(GetParam());
  std::vector<std::uint32_t> labels(entities);
  const auto weak = boost::connected_components(undirected_boost_of(GetParam()), labels.data());
  EXPECT_EQ(components(g).size(), static_cast<std::size_t>(weak));
  const auto found = component_labels(g);
  for (Vertex v = 1; v < entities; ++v) {
    const bool together = labels[index(g.entity(v))] == labels[index(g.entity(v - 1))];
    ASSERT_EQ(found[v] == found[v - 1], together);
  }
  const Boost oracle = boost_of(GetParam());
  const auto strong = boost::strong_components(
      oracle,
      boost::make_iterator_property_map(labels.begin(), boost::get(boost::vertex_index, oracle)));
  EXPECT_EQ(components(g, Connectivity::strong).size(), static_cast<std::size_t>(strong));
}

TEST_P(LargeUndirectedNetwork, CutVerticesAreBoosts) {
  std::vector<std::size_t> expected;
  const BoostUndirected oracle = undirected_boost_of(GetParam());
  boost::articulation_points(oracle, std::back_inserter(expected));
  std::sort(expected.begin(), expected.end());
  std::vector<std::size_t> found;
  for (const EntityId each : cut_vertices(network_of(GetParam()))) found.push_back(index(each));
  EXPECT_EQ(found, expected);
}

TEST_P(LargeUndirectedNetwork, CoresAreBoosts) {
  const Network g = network_of(GetParam());
  BoostUndirected oracle = undirected_boost_of(GetParam());
  std::vector<std::uint32_t> expected(entities);
  boost::core_numbers(oracle, boost::make_iterator_property_map(
                                  expected.begin(), boost::get(boost::vertex_index, oracle)));
  const auto cores = core_numbers(g);
  for (Vertex v = 0; v < entities; ++v) ASSERT_EQ(cores[v], expected[index(g.entity(v))]);
}

TEST_P(LargeNetwork, ClosenessAndEccentricityFollowFromHops) {
  const Network g = network_of(GetParam());
  std::vector<double> inverse(entities, 0);
  std::vector<double> farthest(entities, 0);
  for (std::uint32_t s = 0; s < entities; ++s) {
    const EntityId from = entity(s);
    const auto hops = hops_from(g, std::span(&from, 1));
    for (Vertex v = 0; v < entities; ++v) {
      if (hops[v] == no_hops || hops[v] == 0) continue;
      inverse[index(g.entity(v))] += 1.0 / hops[v];
      farthest[s] = std::max<double>(farthest[s], hops[v]);
    }
  }
  expect_scores(harmonic(g), inverse);
  expect_scores(eccentricity(g), farthest);
  EXPECT_EQ(diameter(g).value().hops, *std::max_element(farthest.begin(), farthest.end()));
}

TEST_P(LargeNetwork, ResultsDoNotDependOnTheNumberOfThreads) {
  const Network g = network_of(GetParam());
  const auto same = [&g](const auto& measure) {
    const auto one = measure(g, RunControl{.threads = 1});
    for (const unsigned threads : {2U, 3U, 7U}) {
      ASSERT_EQ(measure(g, RunControl{.threads = threads}).rows(), one.rows());
    }
  };
  same([](const Network& n, const RunControl& run) { return betweenness(n, {.run = run}); });
  same([](const Network& n, const RunControl& run) { return harmonic(n, {.run = run}); });
  same([](const Network& n, const RunControl& run) {
    return closeness(n, {.cost = Cost::weight, .run = run});
  });
  same([](const Network& n, const RunControl& run) { return pagerank(n, {.run = run}); });
}

TEST(RunControl, EndsWhatRunsOnManyThreads) {
  const Network g = network_of(1);
  std::atomic<bool> stop = false;
  const RunControl by_progress{
      .stop = &stop, .progress = [&stop](double share) { stop = share > 0; }, .threads = 4};
  EXPECT_THROW(static_cast<void>(betweenness(g, {.run = by_progress})), Interrupted);
  const RunControl by_time{.deadline = deadline_in(std::chrono::milliseconds(2)), .threads = 4};
  EXPECT_THROW(static_cast<void>(closeness(g, {.cost = Cost::weight, .run = by_time})),
               LimitReached);
}

}  // namespace
}  // namespace entente
