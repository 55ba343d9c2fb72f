#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/algorithm/betweenness.hpp>
#include <entente/algorithm/components.hpp>
#include <entente/algorithm/pagerank.hpp>
#include <entente/algorithm/spectral.hpp>

#include "support/entity.hpp"

namespace entente {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::Pair;

using test::entity;

// 1 -- 0 -- 2      3 -- 4      5
Network star_and_pair(Directedness directedness) {
  const std::vector<PlainEdge> edges{
      {entity(1), entity(0)}, {entity(0), entity(2)}, {entity(3), entity(4)}};
  return {6, edges, directedness};
}

TEST(Betweenness, OfTheMiddleOfAPathIsItsShareOfOrderedPairs) {
  const Ranking raw = betweenness(star_and_pair(Directedness::undirected), {.scale = Scale::raw});
  EXPECT_THAT(raw.top(2), ElementsAre(Pair(entity(0), 2), Pair(entity(1), 0)));
  const Ranking directed =
      betweenness(star_and_pair(Directedness::directed), {.scale = Scale::raw});
  EXPECT_EQ(directed.score(entity(0)), 1);
  const Ranking shares = betweenness(star_and_pair(Directedness::undirected));
  EXPECT_EQ(shares.score(entity(0)), 2.0 / (5 * 4));
}

TEST(Betweenness, OfFewerThanThreeEntitiesIsZero) {
  const std::vector<PlainEdge> edges{{entity(0), entity(1)}};
  const Ranking ranking = betweenness(Network(2, edges, Directedness::undirected));
  EXPECT_THAT(ranking.rows(), ElementsAre(Pair(entity(0), 0), Pair(entity(1), 0)));
  EXPECT_TRUE(betweenness(Network(0, {}, Directedness::undirected)).rows().empty());
}

// 0, 1, 2 with ties of 1e30; 2 - 3 of 1; 3, 4, 5 with ties of 1e-30.
TEST(Eigenvector, HoldsNoNoiseForTheSmallestScores) {
  std::vector<PlainEdge> edges{{entity(2), entity(3), 1}};
  for (const std::uint32_t first : {0U, 3U})
    for (std::uint32_t i = 0; i < 3; ++i)
      edges.push_back({entity(first + i), entity(first + (i + 1) % 3), first == 0 ? 1e30 : 1e-30});
  const EigenvectorOptions weighed{.weights = Weights::used};
  const Ranking ranking = eigenvector(Network(6, edges, Directedness::undirected), weighed);
  const double first = 1 / std::sqrt(3.0);
  EXPECT_THAT(*ranking.score(entity(0)), DoubleNear(first, 1e-12));
  EXPECT_THAT(*ranking.score(entity(3)) / (first / 2e30), DoubleNear(1, 1e-9));
  EXPECT_THAT(*ranking.score(entity(4)) / (first / 2e30 * 1e-30 / 2e30), DoubleNear(1, 1e-9));
  EXPECT_EQ(ranking.score(entity(4)), ranking.score(entity(5)));
}

// A path from a triangle: each score is a share of the one before, far below the precision.
TEST(Eigenvector, FadesAlongAPathAsFarAsItGoes) {
  constexpr std::uint32_t last = 60;
  std::vector<PlainEdge> edges{
      {entity(0), entity(1), 8}, {entity(1), entity(2), 8}, {entity(0), entity(2), 8}};
  for (std::uint32_t i = 2; i < last; ++i) edges.push_back({entity(i), entity(i + 1), 1});
  const Network network(last + 1, edges, Directedness::undirected);
  const EigenvectorOptions weighed{.weights = Weights::used};
  const double largest = largest_eigenvalue(network, weighed);
  const Ranking ranking = eigenvector(network, weighed);
  for (std::uint32_t i = 3; i < last; ++i) {
    const double given = *ranking.score(entity(i - 1)) + *ranking.score(entity(i + 1));
    EXPECT_THAT(given / largest / *ranking.score(entity(i)), DoubleNear(1, 1e-9)) << i;
  }
}

//        .-> 2 == 3 -> 6
// 0 == 1          7 -> 0
//   `--`-> 4 == 5
TEST(Eigenvector, GathersInTheLastOfTheCyclesBehindOneAnother) {
  const auto edge = [](std::uint32_t from, std::uint32_t to) {
    return PlainEdge{entity(from), entity(to)};
  };
  const std::vector<PlainEdge> edges{edge(0, 1), edge(1, 0), edge(2, 3), edge(3, 2),
                                     edge(4, 5), edge(5, 4), edge(1, 2), edge(0, 4),
                                     edge(1, 4), edge(3, 6), edge(7, 0)};
  const Ranking ranking = eigenvector(Network(8, edges, Directedness::directed));
  // 4 and 5 get twice what 2 and 3 get, 6 as much as 3: 4x² + 4x² + x² + x² + x² = 1.
  const double x = 1 / std::sqrt(11.0);
  const double expected[] = {0, 0, x, x, 2 * x, 2 * x, x, 0};
  for (std::uint32_t who = 0; who < 8; ++who)
    EXPECT_THAT(*ranking.score(entity(who)), DoubleNear(expected[who], 1e-12)) << who;
  EXPECT_EQ(ranking.score(entity(0)), 0);
  EXPECT_EQ(ranking.score(entity(7)), 0);
}

// 0 -- 1 == 2 === 3 -- 4, and the same in euros, in cents and in billions.
TEST(Spectral, MeasuresDoNotDependOnTheUnitOfWeights) {
  for (const Directedness directedness : {Directedness::undirected, Directedness::directed}) {
    const auto chain = [&](double unit) {
      const std::uint32_t weights[] = {1, 2, 3, 1};
      std::vector<PlainEdge> edges;
      for (std::uint32_t i = 0; i < 4; ++i) {
        edges.push_back({entity(i), entity(i + 1), weights[i] * unit});
        if (directedness == Directedness::directed)
          edges.push_back({entity(i + 1), entity(i), weights[i] * unit});
      }
      return Network(5, edges, directedness);
    };
    for (const double unit : {1e-12, 1e-3, 0.1, 1e3, 1e9}) {
      const Network scaled = chain(unit);
      for (std::uint32_t who = 0; who < 5; ++who) {
        const auto score = [&](const Ranking& ranking) { return *ranking.score(entity(who)); };
        EXPECT_NEAR(score(eigenvector(scaled, {.weights = Weights::used})),
                    score(eigenvector(chain(1), {.weights = Weights::used})), 1e-12);
        EXPECT_NEAR(score(katz(scaled, {.weights = Weights::used})),
                    score(katz(chain(1), {.weights = Weights::used})), 1e-10);
        EXPECT_NEAR(score(hits(scaled, {.weights = Weights::used}).authorities),
                    score(hits(chain(1), {.weights = Weights::used}).authorities), 1e-12);
      }
      EXPECT_NEAR(largest_eigenvalue(scaled, {.weights = Weights::used}) / unit,
                  largest_eigenvalue(chain(1), {.weights = Weights::used}), 1e-12);
    }
  }
}

// 0 < (1 2) > 3 < (4 5) > 6 ...: 2^n paths through n diamonds, too many for a double.
TEST(Betweenness, StandsMorePathsThanNumbersCount) {
  constexpr std::uint32_t diamonds = 1100;
  std::vector<PlainEdge> edges;
  for (std::uint32_t i = 0; i < diamonds; ++i) {
    for (const std::uint32_t side : {3 * i + 1, 3 * i + 2}) {
      edges.push_back({entity(3 * i), entity(side), 2});
      edges.push_back({entity(side), entity(3 * i + 3), 2});
    }
  }
  const Network g(3 * diamonds + 1, edges, Directedness::directed);
  for (const Cost cost : {Cost::hops, Cost::weight}) {
    const Ranking ranking = betweenness(g, {.scale = Scale::raw, .cost = cost});
    // Half of what runs from the 3i + 1 entities up to here to the rest.
    for (const double i : {0.0, 10.0, 550.0, diamonds - 1.0}) {
      const double before = 3 * i + 1;
      const double after = 3 * (diamonds - i - 1) + 1;
      const auto score = ranking.score(entity(static_cast<std::uint32_t>(3 * i + 1)));
      EXPECT_NEAR(*score, before * after / 2, 1e-9 * before * after);
    }
  }
}

TEST(PageRank, SpreadsTheMassOfDeadEnds) {
  // 0 -> 1, and 1 leads nowhere: x0 = .075 + .425 x1, x1 = x0 + .85 x0
  const Network g(2, std::vector<PlainEdge>{{entity(0), entity(1)}}, Directedness::directed);
  const Ranking ranking = pagerank(g);
  const double dead_end = 1.85 / 2.85;
  EXPECT_THAT(ranking.rows(), ElementsAre(Pair(entity(1), DoubleNear(dead_end, 1e-12)),
                                          Pair(entity(0), DoubleNear(1 - dead_end, 1e-12))));
}

TEST(PageRank, RefusesWhatCannotBeAnswered) {
  const Network g = star_and_pair(Directedness::directed);
  EXPECT_THROW(static_cast<void>(pagerank(g, {.damping = 1})), InvalidArgument);
  EXPECT_THROW(static_cast<void>(pagerank(g, {.restart = {{entity(0), -1}}})), InvalidArgument);
  EXPECT_THROW(static_cast<void>(pagerank(g, {.restart = {{entity(77), 1}}})), InvalidArgument);
  EXPECT_THROW(static_cast<void>(pagerank(g, {.max_iterations = 1})), LimitReached);
  EXPECT_TRUE(pagerank(Network(0, {}, Directedness::directed)).rows().empty());
}

TEST(Components, ComeLargestFirstThenBySmallestId) {
  const auto parts = components(star_and_pair(Directedness::directed));
  EXPECT_THAT(parts, ElementsAre(ElementsAre(entity(0), entity(1), entity(2)),
                                 ElementsAre(entity(3), entity(4)), ElementsAre(entity(5))));
  EXPECT_EQ(components(star_and_pair(Directedness::directed), Connectivity::strong).size(), 6U);
  EXPECT_EQ(components(star_and_pair(Directedness::undirected), Connectivity::strong), parts);
}

// A chain long enough to overflow a stack, were there recursion.
TEST(Components, OfALongChainNeedNoStack) {
  std::vector<PlainEdge> edges;
  constexpr std::uint32_t length = 300'000;
  for (std::uint32_t i = 1; i < length; ++i) edges.push_back({entity(i - 1), entity(i)});
  edges.push_back({entity(length - 1), entity(0)});
  const Network g(length, edges, Directedness::directed);
  EXPECT_EQ(components(g, Connectivity::strong).size(), 1U);
}

}  // namespace
}  // namespace entente
