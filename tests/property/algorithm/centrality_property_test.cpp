#include <array>
#include <cmath>
#include <numeric>

#include <gtest/gtest.h>

#include <entente/algorithm/betweenness.hpp>
#include <entente/algorithm/brokerage.hpp>
#include <entente/algorithm/closeness.hpp>
#include <entente/algorithm/core.hpp>
#include <entente/algorithm/eccentricity.hpp>
#include <entente/algorithm/spectral.hpp>

#include "property.hpp"
#include "support/slow_measures.hpp"
#include "support/slow_pagerank.hpp"
#include "support/slow_paths.hpp"
#include "support/small_graph.hpp"

namespace entente {
namespace {

using verify::Matrix;
using verify::SmallGraph;

/// Distances that come in: to v from all that reach it.
std::vector<double> incoming(const Matrix<double>& distance, std::size_t v) {
  std::vector<double> finite;
  for (std::size_t u = 0; u < distance.size(); ++u) {
    if (u != v && !std::isinf(distance[u][v])) finite.push_back(distance[u][v]);
  }
  return finite;
}

TEST(ClosenessProperty, IsItsDefinition) {
  for_all_graphs([](const SmallGraph& graph) {
    for (const Cost cost : {Cost::hops, Cost::weight}) {
      const auto distance =
          verify::all_distances(cost == Cost::hops ? unit_edges(graph) : lightest_edges(graph));
      std::vector<double> near;
      std::vector<double> inverse;
      const auto others = static_cast<double>(graph.entities) - 1;
      for (std::size_t v = 0; v < graph.entities; ++v) {
        double sum = 0;
        inverse.push_back(0);
        const auto found = incoming(distance, v);
        for (const double d : found) sum += d;
        for (const double d : found) inverse.back() += 1 / d;
        const auto count = static_cast<double>(found.size());
        near.push_back(sum > 0 ? count / sum * count / others : 0);
      }
      for (const Projection& projection : {Projection{}, everything_kept}) {
        expect_scores(closeness(graph.network(projection), {.cost = cost}), near);
        expect_scores(harmonic(graph.network(projection), {.cost = cost}), inverse);
      }
    }
  });
}

TEST(EccentricityProperty, IsTheLargestDistance) {
  for_all_graphs([](const SmallGraph& graph) {
    const auto distance = verify::all_distances(verify::unit_edges(graph));
    std::vector<double> farthest(graph.entities, 0);
    for (std::size_t u = 0; u < graph.entities; ++u) {
      for (const double d : distance[u]) {
        if (!std::isinf(d)) farthest[u] = std::max(farthest[u], d);
      }
    }
    const Network g = graph.network(everything_kept);
    expect_scores(eccentricity(g), farthest);
    ASSERT_EQ(diameter(g).has_value(), graph.entities > 0);
    if (graph.entities == 0) return;
    const Diameter longest = diameter(g).value();
    EXPECT_EQ(longest.hops, *std::max_element(farthest.begin(), farthest.end()));
    EXPECT_EQ(distance[index(longest.from)][index(longest.to)], longest.hops);
  });
}

TEST(EdgeBetweennessProperty, IsItsDefinition) {
  for_all_graphs([](const SmallGraph& graph) {
    const bool undirected = graph.directedness == Directedness::undirected;
    for (const Cost cost : {Cost::hops, Cost::weight}) {
      const auto lengths = cost == Cost::hops ? unit_edges(graph) : lightest_edges(graph);
      Matrix<double> carried(graph.entities, std::vector<double>(graph.entities, 0));
      for (std::size_t s = 0; s < graph.entities; ++s) {
        for (std::size_t t = 0; t < graph.entities; ++t) {
          const auto paths = verify::cheapest(verify::simple_paths(lengths, s, t));
          for (const auto& path : paths) {
            for (std::size_t i = 1; i < path.entities.size(); ++i) {
              std::size_t u = path.entities[i - 1];
              std::size_t v = path.entities[i];
              if (undirected && v < u) std::swap(u, v);
              carried[u][v] += 1.0 / static_cast<double>(paths.size());
            }
          }
        }
      }
      std::size_t expected_rows = 0;
      for (std::size_t u = 0; u < graph.entities; ++u) {
        for (std::size_t v = undirected ? u : 0; v < graph.entities; ++v) {
          if (!std::isinf(lengths[u][v])) ++expected_rows;
        }
      }
      const EdgeRanking ranking =
          edge_betweenness(graph.network(everything_kept), {.scale = Scale::raw, .cost = cost});
      EXPECT_EQ(ranking.rows().size(), expected_rows);
      for (const EdgeScore& row : ranking.rows()) {
        EXPECT_NEAR(row.score, carried[index(row.from)][index(row.to)], 1e-9);
      }
    }
  });
}

TEST(SampledBetweennessProperty, OfAllEntitiesIsExactAndOfSomeIsWithinItsError) {
  for_all_graphs([](const SmallGraph& graph) {
    const Network g = graph.network();
    const Ranking exact = betweenness(g);
    const SampledRanking all = sampled_betweenness(g, {.sources = graph.entities});
    EXPECT_EQ(all.error, 0);
    const SampledRanking some = sampled_betweenness(g, {.sources = 3});
    for (const auto& [who, score] : exact.rows()) {
      EXPECT_NEAR(*all.ranking.score(who), score, 1e-12);
      EXPECT_NEAR(*some.ranking.score(who), score, some.error + 1e-12);
    }
  });
}

TEST(EigenvectorProperty, IsTheProjectionOnThePrincipalEigenvectors) {
  for_all_graphs([](const SmallGraph& graph) {
    if (graph.directedness == Directedness::directed) return;
    const Network g = graph.network({.fold = Fold::sum});
    const auto weights = verify::handed_weights(graph, verify::Parallel::added);
    const auto principal = verify::principal_by_rotations(weights);
    if (g.edge_count() == 0) return;
    expect_scores(eigenvector(g, {.weights = Weights::used}), principal.vector, 1e-8);
    EXPECT_NEAR(largest_eigenvalue(g, {.weights = Weights::used}), principal.value,
                1e-12 * principal.value);
  });
}

TEST(EigenvectorProperty, OfDirectedNetworksIsAnEigenvector) {
  for_all_graphs([](const SmallGraph& graph) {
    const Network g = graph.network();
    const auto weights = verify::handed_weights(graph, verify::Parallel::once);
    const double value = largest_eigenvalue(g);
    const Ranking ranking = eigenvector(g);
    std::vector<double> x(graph.entities);
    for (std::size_t v = 0; v < graph.entities; ++v) x[v] = *ranking.score(entity(v));
    for (std::size_t v = 0; v < graph.entities; ++v) {
      double sum = 0;
      for (std::size_t u = 0; u < graph.entities; ++u) sum += weights[u][v] * x[u];
      EXPECT_NEAR(sum, value * x[v], 1e-9);
    }
  });
}

// Where cycles of one strength lie one behind the other, powers come near as 1/rounds only.
TEST(EigenvectorProperty, IsWherePowersLead) {
  for_all_graphs([](const SmallGraph& graph) {
    const Network g = graph.network();
    if (largest_eigenvalue(g) == 0) return;
    const auto weights = verify::handed_weights(graph, verify::Parallel::once);
    std::vector<double> x(graph.entities, 1.0);
    for (int round = 0; round < 2000; ++round) {
      std::vector<double> y = x;
      for (std::size_t u = 0; u < graph.entities; ++u)
        for (std::size_t v = 0; v < graph.entities; ++v) y[v] += weights[u][v] * x[u];
      const double length = std::sqrt(std::inner_product(y.begin(), y.end(), y.begin(), 0.0));
      x = scaled(y, 1 / length);
    }
    expect_scores(eigenvector(g), x, 2e-2);
  });
}

TEST(EigenvectorProperty, AndHitsScoreNobodyByRoundingAlone) {
  constexpr double smallest = 1e-7;  // of so few entities
  for_all_graphs([](const SmallGraph& graph) {
    const Network g = graph.network();
    const Hits both = hits(g);
    for (const Ranking& ranking : {eigenvector(g), both.hubs, both.authorities})
      for (const auto& [who, score] : ranking.rows())
        EXPECT_TRUE(score == 0 || score > smallest) << index(who) << ' ' << score;
  });
}

TEST(KatzProperty, SolvesItsEquations) {
  for_all_graphs([](const SmallGraph& graph) {
    const auto weights = verify::handed_weights(graph, verify::Parallel::once);
    constexpr double alpha = 0.1;
    Matrix<double> a(graph.entities, std::vector<double>(graph.entities, 0));
    for (std::size_t v = 0; v < graph.entities; ++v) {
      a[v][v] = 1;
      for (std::size_t u = 0; u < graph.entities; ++u) a[v][u] -= alpha * weights[u][v];
    }
    expect_scores(katz(graph.network(), {.alpha = alpha, .beta = 2}),
                  verify::solve(a, std::vector<double>(graph.entities, 2)));
  });
}

TEST(KatzProperty, PassesOnLessThanLetsWalksFade) {
  for_all_graphs([](const SmallGraph& graph) {
    const Network g = graph.network();
    const double largest = largest_eigenvalue(g);
    const double alpha = largest > 0 ? 0.85 / largest : 0.85;
    const Ranking given = katz(g, {.alpha = alpha});
    const Ranking chosen = katz(g);
    for (const auto& [who, score] : chosen.rows()) {
      EXPECT_GE(score, 1);
      EXPECT_NEAR(*given.score(who), score, 1e-9 * score);
    }
    if (largest > 0) {
      EXPECT_THROW(static_cast<void>(katz(g, {.alpha = 1.001 / largest})), InvalidArgument);
    }
  });
}

TEST(HitsProperty, AreTheProjectionOnThePrincipalSingularVectors) {
  for_all_graphs([](const SmallGraph& graph) {
    const auto weights = verify::handed_weights(graph, verify::Parallel::once);
    const std::size_t n = graph.entities;
    if (graph.network().edge_count() == 0) return;
    Matrix<double> by_hubs(n, std::vector<double>(n, 0));
    for (std::size_t u = 0; u < n; ++u) {
      for (std::size_t v = 0; v < n; ++v) {
        for (std::size_t k = 0; k < n; ++k) by_hubs[u][v] += weights[u][k] * weights[v][k];
      }
    }
    auto expected = verify::principal_by_rotations(by_hubs).vector;
    const double sum = std::accumulate(expected.begin(), expected.end(), 0.0);
    expect_scores(hits(graph.network()).hubs, scaled(expected, 1 / sum), 1e-8);
  });
}

TEST(CoreProperty, IsWhatPeelingLeaves) {
  for_all_graphs([](const SmallGraph& graph) {
    const auto once = verify::handed_weights(graph, verify::Parallel::once);
    expect_scores(core_number(graph.network(everything_kept)),
                  verify::core_by_peeling(once, graph.directedness));
  });
}

TEST(StructuralHolesProperty, AreBurtsFormulas) {
  for_all_graphs([](const SmallGraph& graph) {
    const auto once =
        verify::mutual(verify::handed_weights(graph, verify::Parallel::once), graph.directedness);
    expect_scores(constraint(graph.network()), verify::constraint_by_formula(once));
    expect_scores(effective_size(graph.network()), verify::effective_size_by_formula(once));
    const auto added =
        verify::mutual(verify::handed_weights(graph, verify::Parallel::added), graph.directedness);
    const Network g = graph.network(everything_kept);
    expect_scores(constraint(g, {.weights = Weights::used}), verify::constraint_by_formula(added));
    expect_scores(effective_size(g, {.weights = Weights::used}),
                  verify::effective_size_by_formula(added));
  });
}

TEST(BrokerageProperty, CountsEveryOpenTriple) {
  for_all_graphs([](const SmallGraph& graph) {
    const std::size_t n = graph.entities;
    const auto edge = verify::handed_weights(graph, verify::Parallel::once);
    Grouping grouping;
    for (std::uint32_t v = 0; v < n; ++v) grouping.push_back(v % 3);
    Matrix<std::uint64_t> expected(n, std::vector<std::uint64_t>(5, 0));
    for (std::size_t a = 0; a < n; ++a) {
      for (std::size_t b = 0; b < n; ++b) {
        for (std::size_t c = 0; c < n; ++c) {
          if (edge[a][b] == 0 || edge[b][c] == 0 || edge[a][c] != 0 || a == c) continue;
          const bool ab = grouping[a] == grouping[b];
          const bool bc = grouping[b] == grouping[c];
          const bool ac = grouping[a] == grouping[c];
          const std::size_t role = ab && bc ? 0 : ac ? 1 : bc ? 2 : ab ? 3 : 4;
          ++expected[b][role];
        }
      }
    }
    const auto roles = brokerage_roles(graph.network(everything_kept), grouping);
    ASSERT_EQ(roles.size(), n);
    for (const BrokerageRoles& each : roles) {
      const std::vector<std::uint64_t> counts{each.coordinator, each.consultant, each.gatekeeper,
                                              each.representative, each.liaison};
      EXPECT_EQ(counts, expected[index(each.entity)]);
    }
    std::vector<double> totals;
    for (const auto& row : expected)
      totals.push_back(
          static_cast<double>(std::accumulate(row.begin(), row.end(), std::uint64_t{0})));
    expect_scores(brokerage(graph.network(everything_kept)), totals);
  });
}

}  // namespace
}  // namespace entente
