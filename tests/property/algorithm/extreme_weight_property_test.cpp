// Strengths of ties from the smallest double to the largest, against themselves in other units and
// against fractions of whole numbers of any size.

#include <algorithm>
#include <cmath>
#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/algorithm/brokerage.hpp>
#include <entente/algorithm/communities.hpp>
#include <entente/algorithm/pagerank.hpp>
#include <entente/algorithm/spectral.hpp>

#include "property.hpp"
#include "support/slow_weights.hpp"

namespace entente {
namespace {

using verify::Fraction;
using verify::Matrix;
using verify::SmallGraph;

SmallGraph in_units(SmallGraph graph, int exponent) {
  for (PlainEdge& edge : graph.edges) edge.weight = std::ldexp(edge.weight, exponent);
  return graph;
}

std::vector<double> scores_of(const Ranking& ranking, std::size_t n) {
  std::vector<double> scores;
  for (std::size_t v = 0; v < n; ++v) scores.push_back(ranking.score(entity(v)).value_or(-1));
  return scores;
}

struct Measure {
  const char* name;
  std::function<std::vector<double>(const Network&, std::size_t)> scores;
};

const Measure measures[] = {
    {"pagerank",
     [](const Network& g, std::size_t n) {
       return scores_of(pagerank(g, {.weights = Weights::used}), n);
     }},
    {"constraint",
     [](const Network& g, std::size_t n) {
       return scores_of(constraint(g, {.weights = Weights::used}), n);
     }},
    {"effective size",
     [](const Network& g, std::size_t n) {
       return scores_of(effective_size(g, {.weights = Weights::used}), n);
     }},
    {"eigenvector",
     [](const Network& g, std::size_t n) {
       return scores_of(eigenvector(g, {.weights = Weights::used}), n);
     }},
    {"katz",
     [](const Network& g, std::size_t n) {
       // Without a cycle a tie passes on 0.85 of its weight, which depends on the unit.
       const bool is_endless = largest_eigenvalue(g, {.weights = Weights::used}) > 0;
       const std::optional<double> alpha = is_endless ? std::nullopt : std::optional(0.0);
       return scores_of(katz(g, {.alpha = alpha, .weights = Weights::used}), n);
     }},
    {"hits",
     [](const Network& g, std::size_t n) {
       return scores_of(hits(g, {.weights = Weights::used}).authorities, n);
     }},
    {"louvain",
     [](const Network& g, std::size_t) {
       return std::vector{louvain(g, {.weights = Weights::used}).modularity};
     }},
    {"leiden",
     [](const Network& g, std::size_t) {
       return std::vector{leiden(g, {.weights = Weights::used}).modularity};
     }},
    {"label propagation",
     [](const Network& g, std::size_t) {
       return std::vector{label_propagation(g, {.weights = Weights::used}).modularity};
     }},
};

TEST(ExtremeWeightsProperty, MeasuresAreTheSameInUnitsOfAnyPowerOfTwo) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const SmallGraph graph = verify::random_graph(seed);
    SCOPED_TRACE("seed " + std::to_string(seed) + ", " + graph.text());
    for (const Measure& measure : measures) {
      const auto plain = measure.scores(graph.network(everything_kept), graph.entities);
      for (const int exponent : {-1072, -1020, -600, 600, 1022})
        EXPECT_EQ(
            measure.scores(in_units(graph, exponent).network(everything_kept), graph.entities),
            plain)
            << measure.name << " in units of 2^" << exponent;
    }
    if (HasFailure()) return;
  }
}

/// Graphs whose weights lie as far apart as those of doubles can, none of them 0.
template <typename Check>
void for_extreme_weights(Check check) {
  for (std::uint64_t seed = 0; seed < 120; ++seed) {
    SmallGraph graph = verify::graph_of_any_weights(seed);
    std::erase_if(graph.edges, [](const PlainEdge& edge) {
      return edge.weight == 0 || edge.from == edge.to || !std::isfinite(edge.weight);
    });
    if (graph.edges.empty()) continue;
    if (seed % 3 == 0) graph.edges.front().weight = 1e308;
    if (seed % 3 != 1) graph.edges.back().weight = 5e-324;
    SCOPED_TRACE("seed " + std::to_string(seed) + ", " + graph.text());
    check(graph);
    if (testing::Test::HasFailure()) return;
  }
}

Matrix<Fraction> arcs_of(const SmallGraph& graph, Directedness directedness) {
  Matrix<Fraction> weights(graph.entities, std::vector<Fraction>(graph.entities));
  for (const PlainEdge& edge : graph.edges) {
    const Fraction weight(edge.weight);
    weights[index(edge.from)][index(edge.to)] += weight;
    if (directedness == Directedness::undirected)
      weights[index(edge.to)][index(edge.from)] += weight;
  }
  return weights;
}

Fraction sum_of(const std::vector<Fraction>& row) {
  Fraction sum = 0;
  for (const Fraction& each : row) sum += each;
  return sum;
}

TEST(ExtremeWeightsProperty, HolesAreThoseOfFractions) {
  for_extreme_weights([](const SmallGraph& graph) {
    const auto ties = arcs_of(graph, Directedness::undirected);
    const Network g = graph.network(everything_kept);
    const auto constraints = scores_of(constraint(g, {.weights = Weights::used}), graph.entities);
    const auto sizes = scores_of(effective_size(g, {.weights = Weights::used}), graph.entities);
    const auto share = [&](std::size_t of, std::size_t in) {
      return Fraction(ties[of][in] / sum_of(ties[of]));
    };
    for (std::size_t v = 0; v < graph.entities; ++v) {
      if (sum_of(ties[v]) == 0) continue;
      Fraction constrained = 0;
      Fraction size = 0;
      for (std::size_t u = 0; u < graph.entities; ++u) {
        if (ties[v][u] == 0) continue;
        Fraction invested = share(v, u);
        const Fraction largest = *std::max_element(ties[u].begin(), ties[u].end());
        size += 1;
        for (std::size_t q = 0; q < graph.entities; ++q) {
          if (ties[v][q] == 0) continue;
          invested += share(v, q) * share(q, u);
          size -= share(v, q) * ties[u][q] / largest;
        }
        constrained += invested * invested;
      }
      EXPECT_NEAR(constraints[v], constrained.convert_to<double>(), 1e-12) << v;
      EXPECT_NEAR(sizes[v], size.convert_to<double>(), 1e-11) << v;
    }
  });
}

TEST(ExtremeWeightsProperty, ModularityIsThatOfFractions) {
  for_extreme_weights([](const SmallGraph& graph) {
    const auto ties = arcs_of(graph, Directedness::undirected);
    Fraction total = 0;
    for (const auto& row : ties) total += sum_of(row);
    const Network g = graph.network(everything_kept);
    for (const Communities& found :
         {louvain(g, {.weights = Weights::used}), leiden(g, {.weights = Weights::used})}) {
      Fraction exact = 0;
      for (const auto& members : found.groups) {
        Fraction inside = 0;
        Fraction whole = 0;
        for (const EntityId v : members) {
          whole += sum_of(ties[index(v)]);
          for (const EntityId w : members) inside += ties[index(v)][index(w)];
        }
        exact += inside / total - whole / total * (whole / total);
      }
      EXPECT_NEAR(found.modularity, exact.convert_to<double>(), 1e-12);
    }
  });
}

/// y = (1 - d) / n + d Pᵀ y by elimination, as shares of its sum.
std::vector<double> exact_pagerank(const Matrix<Fraction>& arcs) {
  const std::size_t n = arcs.size();
  const Fraction damping(17, 20);
  Matrix<Fraction> rows(n, std::vector<Fraction>(n + 1));
  for (std::size_t v = 0; v < n; ++v) {
    rows[v][v] += 1;
    rows[v][n] = 1;
    for (std::size_t u = 0; u < n; ++u)
      if (arcs[u][v] != 0) rows[v][u] -= damping * arcs[u][v] / sum_of(arcs[u]);
  }
  for (std::size_t pivot = 0; pivot < n; ++pivot) {
    for (std::size_t v = 0; v < n; ++v) {
      if (v == pivot || rows[v][pivot] == 0) continue;
      const Fraction factor = rows[v][pivot] / rows[pivot][pivot];
      for (std::size_t k = pivot; k <= n; ++k) rows[v][k] -= factor * rows[pivot][k];
    }
  }
  Fraction sum = 0;
  for (std::size_t v = 0; v < n; ++v) sum += rows[v][n] /= rows[v][v];
  std::vector<double> scores;
  for (std::size_t v = 0; v < n; ++v)
    scores.push_back(Fraction(rows[v][n] / sum).convert_to<double>());
  return scores;
}

TEST(ExtremeWeightsProperty, PageRankIsThatOfFractions) {
  for_extreme_weights([](const SmallGraph& graph) {
    if (graph.entities > 5) return;
    const auto scores = scores_of(
        pagerank(graph.network(everything_kept), {.weights = Weights::used}), graph.entities);
    const auto exact = exact_pagerank(arcs_of(graph, graph.directedness));
    for (std::size_t v = 0; v < graph.entities; ++v) EXPECT_NEAR(scores[v], exact[v], 1e-9) << v;
  });
}

// A triangle pair beside a tie that outweighs everything is still two groups.
TEST(ExtremeWeights, DoNotKeepOthersFromTheirGroups) {
  const std::vector<PlainEdge> edges = {{entity(0), entity(1), 1e308}, {entity(2), entity(3), 1},
                                        {entity(3), entity(4), 1},     {entity(2), entity(4), 1},
                                        {entity(5), entity(6), 1},     {entity(6), entity(7), 1},
                                        {entity(5), entity(7), 1},     {entity(4), entity(5), 1}};
  const Network g(8, edges, Directedness::undirected);
  for (const Communities& found :
       {louvain(g, {.weights = Weights::used}), leiden(g, {.weights = Weights::used})})
    EXPECT_EQ(found.groups.size(), 2U);
}

}  // namespace
}  // namespace entente
