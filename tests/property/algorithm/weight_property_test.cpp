// Weights of any finite size, against fractions of whole numbers of any size.

#include <algorithm>
#include <cmath>
#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/algorithm/betweenness.hpp>
#include <entente/algorithm/closeness.hpp>
#include <entente/algorithm/degree.hpp>
#include <entente/algorithm/distances.hpp>
#include <entente/algorithm/shortest_path.hpp>
#include <entente/algorithm/simple_paths.hpp>
#include <entente/error.hpp>

#include "support/entity.hpp"
#include "support/slow_weights.hpp"

namespace entente {
namespace {

using test::entity;
using verify::ExactPath;
using verify::Fraction;
using verify::Matrix;
using verify::SmallGraph;

constexpr std::uint64_t weight_seeds = 400;

template <typename Check>
void for_all_weights(Check check) {
  for (std::uint64_t seed = 0; seed < weight_seeds; ++seed) {
    const SmallGraph graph = verify::graph_of_any_weights(seed);
    SCOPED_TRACE("seed " + std::to_string(seed) + ", " + graph.text());
    check(graph);
    if (testing::Test::HasFailure()) return;
  }
}

bool weighs_nothing(const SmallGraph& graph) {
  return std::any_of(graph.edges.begin(), graph.edges.end(), [](const PlainEdge& edge) {
    return edge.weight == 0 && edge.from != edge.to;
  });
}

std::vector<std::size_t> stops_of(const Path& path) {
  std::vector<std::size_t> entities;
  for (const EntityId each : path.entities) entities.push_back(index(each));
  return entities;
}

void expect_exact_paths(const std::vector<Path>& paths, const std::vector<ExactPath>& expected,
                        std::size_t count) {
  ASSERT_EQ(paths.size(), std::min(count, expected.size()));
  for (std::size_t i = 0; i < paths.size(); ++i) {
    EXPECT_EQ(stops_of(paths[i]), expected[i].entities) << i;
    EXPECT_TRUE(verify::is_nearest(paths[i].cost, expected[i].cost)) << i << ": " << paths[i].cost;
  }
}

std::vector<ExactPath> exactly_cheapest(std::vector<ExactPath> paths) {
  std::erase_if(paths, [&](const ExactPath& path) { return path.cost != paths.front().cost; });
  std::sort(paths.begin(), paths.end(),
            [](const auto& a, const auto& b) { return a.entities < b.entities; });
  return paths;
}

TEST(WeightProperty, PathsAreTheCheapestByExactSums) {
  for_all_weights([](const SmallGraph& graph) {
    const Network g = graph.network();
    for (std::size_t s = 0; s < graph.entities; ++s) {
      const EntityId start = entity(s);
      const auto costs = costs_from(g, std::span(&start, 1));
      for (std::size_t t = 0; t < graph.entities; ++t) {
        const auto expected = verify::exact_paths(graph, s, t);
        const auto path = shortest_path(g, start, entity(t), {.cost = Cost::weight});
        expect_exact_paths(path ? std::vector<Path>{*path} : std::vector<Path>{}, expected, 1);
        expect_exact_paths(k_shortest_paths(g, start, entity(t), 9, {.cost = Cost::weight}),
                           expected, 9);
        const double cost = costs[g.vertex(entity(t)).value()];
        EXPECT_TRUE(expected.empty() ? std::isinf(cost)
                                     : verify::is_nearest(cost, expected.front().cost));
      }
    }
  });
}

TEST(WeightProperty, AllShortestAreThoseThatCostExactlyAsMuch) {
  for_all_weights([](const SmallGraph& graph) {
    const Network g = graph.network();
    const PathListOptions options{.cost = Cost::weight};
    if (weighs_nothing(graph)) {
      EXPECT_THROW((void)all_shortest_paths(g, entity(0), entity(1), options), InvalidArgument);
      return;
    }
    for (std::size_t s = 0; s < graph.entities; ++s)
      for (std::size_t t = 0; t < graph.entities; ++t) {
        const auto expected = exactly_cheapest(verify::exact_paths(graph, s, t));
        const auto found = all_shortest_paths(g, entity(s), entity(t), options);
        EXPECT_EQ(found.count, expected.size());
        expect_exact_paths(found.paths, expected, expected.size());
      }
  });
}

/// Shares of shortest paths, counted one by one.
struct Shares {
  std::vector<double> entities;
  Matrix<double> ties;
};

Shares shares_of(const SmallGraph& graph) {
  const std::size_t n = graph.entities;
  Shares shares{std::vector<double>(n), Matrix<double>(n, std::vector<double>(n))};
  for (std::size_t s = 0; s < n; ++s)
    for (std::size_t t = 0; t < n; ++t) {
      if (s == t) continue;
      const auto paths = exactly_cheapest(verify::exact_paths(graph, s, t));
      for (const ExactPath& path : paths) {
        const double share = 1 / static_cast<double>(paths.size());
        for (std::size_t i = 1; i < path.entities.size(); ++i) {
          if (i > 1) shares.entities[path.entities[i - 1]] += share;
          shares.ties[path.entities[i - 1]][path.entities[i]] += share;
        }
      }
    }
  return shares;
}

TEST(WeightProperty, BetweennessCountsPathsThatCostExactlyTheSame) {
  for_all_weights([](const SmallGraph& graph) {
    const Network g = graph.network();
    const BetweennessOptions options{.scale = Scale::raw, .cost = Cost::weight};
    if (weighs_nothing(graph)) {
      EXPECT_THROW((void)betweenness(g, options), InvalidArgument);
      EXPECT_THROW((void)edge_betweenness(g, options), InvalidArgument);
      return;
    }
    const Shares shares = shares_of(graph);
    const Ranking ranking = betweenness(g, options);
    for (std::size_t v = 0; v < graph.entities; ++v)
      EXPECT_NEAR(ranking.score(entity(v)).value(), shares.entities[v], 1e-9) << v;
    const EdgeRanking edges = edge_betweenness(g, options);
    for (const EdgeScore& row : edges.rows()) {
      const std::size_t u = index(row.from);
      const std::size_t v = index(row.to);
      const bool undirected = graph.directedness == Directedness::undirected;
      EXPECT_NEAR(row.score, shares.ties[u][v] + (undirected ? shares.ties[v][u] : 0), 1e-9);
    }
  });
}

/// To compare with scores: near enough, infinite beyond all doubles.
double score_near(const Fraction& exact) {
  constexpr double largest = std::numeric_limits<double>::max();
  if (exact > Fraction(largest)) return std::numeric_limits<double>::infinity();
  // Scaled to where a conversion neither overflows nor loses digits.
  const int bits =
      static_cast<int>(msb(numerator(exact) + 1)) - static_cast<int>(msb(denominator(exact)));
  const Fraction one_sized =
      bits < 0 ? Fraction(exact * (Fraction(boost::multiprecision::cpp_int(1) << -bits)))
               : Fraction(exact / (Fraction(boost::multiprecision::cpp_int(1) << bits)));
  return std::ldexp(static_cast<double>(one_sized), bits);
}

TEST(WeightProperty, ClosenessAndHarmonicAddUpDistancesOfAnySize) {
  for_all_weights([](const SmallGraph& graph) {
    const Network g = graph.network();
    const Ranking close = closeness(g, {.cost = Cost::weight});
    const Ranking harmonics = harmonic(g, {.cost = Cost::weight});
    for (std::size_t t = 0; t < graph.entities; ++t) {
      Fraction sum = 0;
      Fraction inverses = 0;
      std::size_t reached = 0;
      bool at_no_distance = false;
      for (std::size_t s = 0; s < graph.entities; ++s) {
        const auto paths = verify::exact_paths(graph, s, t);
        if (s == t || paths.empty()) continue;
        ++reached;
        sum += paths.front().cost;
        at_no_distance |= paths.front().cost == 0;
        if (paths.front().cost != 0) inverses += 1 / paths.front().cost;
      }
      constexpr double infinite = std::numeric_limits<double>::infinity();
      const auto others = Fraction(graph.entities - 1);
      const double near = reached == 0 ? 0
                          : sum == 0   ? infinite
                                       : score_near(Fraction(reached * reached) / (sum * others));
      const double harmonic_sum = at_no_distance ? infinite : score_near(inverses);
      const auto expect = [t](double score, double right) {
        if (std::isinf(right) || right == 0)
          EXPECT_EQ(score, right) << t;
        else
          EXPECT_NEAR(score / right, 1, 1e-12) << t << ": " << score << " for " << right;
      };
      expect(close.score(entity(t)).value(), near);
      expect(harmonics.score(entity(t)).value(), harmonic_sum);
    }
  });
}

TEST(Weights, DoNotRoundToTheHeaviestOfTheNetwork) {
  // a-b-c costs 2 and a-c 3, whatever d-e weighs.
  for (const double heavy : {1.0, 1e18, 1e99, 1.7e308, 5e-324}) {
    const Network g(5,
                    std::vector<PlainEdge>{{entity(0), entity(1), 1},
                                           {entity(1), entity(2), 1},
                                           {entity(0), entity(2), 3},
                                           {entity(3), entity(4), heavy}},
                    Directedness::undirected);
    const auto path = shortest_path(g, entity(0), entity(2), {.cost = Cost::weight});
    ASSERT_TRUE(path);
    EXPECT_EQ(path->length(), 2U);
    EXPECT_EQ(path->cost, 2);
  }
}

TEST(Weights, AreTheDecimalsThatWereWritten) {
  const Network g(
      3,
      std::vector<PlainEdge>{
          {entity(0), entity(1), 0.1}, {entity(1), entity(2), 0.2}, {entity(0), entity(2), 0.3}},
      Directedness::undirected);
  const auto found = all_shortest_paths(g, entity(0), entity(2), {.cost = Cost::weight});
  ASSERT_EQ(found.count, 2U);
  EXPECT_EQ(found.paths[0].cost, 0.3);
  EXPECT_EQ(found.paths[1].cost, 0.3);
}

/// As graph_of_any_weights(), some weights turned negative.
SmallGraph with_debts(SmallGraph graph, std::uint64_t seed) {
  for (std::size_t i = 0; i < graph.edges.size(); ++i)
    if ((seed + i) % 3 == 0) graph.edges[i].weight = -graph.edges[i].weight;
  return graph;
}

Fraction signed_fraction(double weight) {
  return weight < 0 ? Fraction(-verify::fraction_of(-weight)) : verify::fraction_of(weight);
}

bool is_nearest_signed(double number, const Fraction& exact) {
  return exact < 0 ? verify::is_nearest(-number, -exact) : verify::is_nearest(number, exact);
}

TEST(WeightProperty, StrengthIsTheDoubleNearestToTheSum) {
  for (std::uint64_t seed = 0; seed < weight_seeds; ++seed) {
    const SmallGraph graph = with_debts(verify::graph_of_any_weights(seed), seed);
    SCOPED_TRACE("seed " + std::to_string(seed) + ", " + graph.text());
    const Ranking ranking = strength(graph.network({.parallels = Parallels::kept}));
    for (std::size_t v = 0; v < graph.entities; ++v) {
      Fraction sum = 0;
      for (const PlainEdge& edge : graph.edges) {
        if (edge.from == edge.to) continue;
        const bool out = edge.from == entity(v);
        const bool in = edge.to == entity(v) && graph.directedness == Directedness::undirected;
        if (out || in) sum += signed_fraction(edge.weight);
      }
      const double score = ranking.score(entity(v)).value();
      EXPECT_TRUE(is_nearest_signed(score, sum)) << v << ": " << score;
    }
    if (testing::Test::HasFailure()) return;
  }
}

TEST(WeightProperty, MergedWeightsAreTheDoubleNearestToTheirSum) {
  for (std::uint64_t seed = 0; seed < weight_seeds; ++seed) {
    const SmallGraph graph = verify::graph_of_any_weights(seed);
    SCOPED_TRACE("seed " + std::to_string(seed) + ", " + graph.text());
    const Network g = graph.network({.weighting = Weighting::attribute, .fold = Fold::sum});
    for (const EdgeIndex e : g.edges()) {
      const EntityId from = g.entity(g.from(e));
      const EntityId to = g.entity(g.to(e));
      Fraction sum = 0;
      for (const PlainEdge& edge : graph.edges) {
        const bool same = edge.from == from && edge.to == to;
        const bool turned =
            edge.from == to && edge.to == from && graph.directedness == Directedness::undirected;
        if (same || turned) sum += verify::fraction_of(edge.weight);
      }
      EXPECT_TRUE(verify::is_nearest(g.weight(e), sum)) << index(e) << ": " << g.weight(e);
    }
    if (testing::Test::HasFailure()) return;
  }
}

TEST(Weights, AddUpInAnyOrderWithoutRounding) {
  const auto strength_of = [](std::vector<double> weights) {
    std::vector<PlainEdge> edges;
    for (std::size_t i = 0; i < weights.size(); ++i)
      edges.push_back({entity(0), entity(i + 1), weights[i]});
    const Network g(weights.size() + 1, edges, Directedness::undirected);
    return strength(g).score(entity(0)).value();
  };
  EXPECT_EQ(strength_of({0.1, 0.2}), 0.3);
  EXPECT_EQ(strength_of({1e16, 1, 1}), 10000000000000002.0);
  EXPECT_EQ(strength_of({1, 1, 1e16}), 10000000000000002.0);
  EXPECT_EQ(strength_of({1e308, 1e-308, -1e308}), 1e-308);
  EXPECT_EQ(strength_of({1e308, 1e308}), std::numeric_limits<double>::infinity());
  EXPECT_EQ(strength_of({-0.1, 0.3, -0.2}), 0);
}

TEST(Weights, OfNothingAreRefusedWhereWalksAreCounted) {
  const Network g(2, std::vector<PlainEdge>{{entity(0), entity(1), 0}}, Directedness::undirected);
  const auto code_of = [](auto call) -> std::string {
    try {
      call();
    } catch (const InvalidArgument& refused) {
      return std::string(refused.code());
    }
    return "none";
  };
  EXPECT_EQ(code_of([&] { (void)betweenness(g, {.cost = Cost::weight}); }), "zero-weight");
  EXPECT_EQ(
      code_of([&] { (void)all_shortest_paths(g, entity(0), entity(1), {.cost = Cost::weight}); }),
      "zero-weight");
  EXPECT_EQ(
      code_of([&] { (void)k_shortest_paths(g, entity(0), entity(1), 2, {.cost = Cost::weight}); }),
      "none");
  EXPECT_EQ(code_of([&] { (void)harmonic(g, {.cost = Cost::weight}); }), "none");
}

}  // namespace
}  // namespace entente
