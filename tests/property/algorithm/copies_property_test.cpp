// Copies of a component have the same eigenvalue, so that it is the vector of ones that says how
// much each scores: as much as the others.

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include <gtest/gtest.h>

#include <entente/algorithm/spectral.hpp>

#include "property.hpp"
#include "support/network_of.hpp"

namespace entente {
namespace {

using Dense = std::vector<std::vector<long double>>;

/// Copies of one random component and another one beside them, entities in no order.
struct Copies {
  std::uint32_t each = 0;
  std::uint32_t count = 0;
  std::vector<std::uint32_t> entity_of;  // of copy c, vertex v: at c * each + v
  std::vector<PlainEdge> edges;

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(entity_of.size()); }
};

Copies random_copies(std::uint64_t seed) {
  std::mt19937 chance(static_cast<std::uint32_t>(seed));
  const auto below = [&](std::uint32_t end) { return static_cast<std::uint32_t>(chance() % end); };
  Copies made{3 + below(5), 2 + below(2), {}, {}};
  const std::uint32_t beside = below(4);
  made.entity_of.resize(made.each * made.count + beside);
  std::iota(made.entity_of.begin(), made.entity_of.end(), 0U);
  std::shuffle(made.entity_of.begin(), made.entity_of.end(), chance);
  const auto add = [&](std::uint32_t from, std::uint32_t to, double weight) {
    made.edges.push_back({entity(made.entity_of[from]), entity(made.entity_of[to]), weight});
  };
  const std::uint32_t more = below(6);
  for (std::uint32_t v = 1; v < made.each + more; ++v) {
    const std::uint32_t from = v < made.each ? v : below(made.each);
    const std::uint32_t to = v < made.each ? below(v) : below(made.each);
    const double weight = (1 + below(40)) / 8.0;
    for (std::uint32_t c = 0; c < made.count; ++c)
      add(c * made.each + from, c * made.each + to, weight);
  }
  for (std::uint32_t v = 1; v < beside; ++v)
    add(made.each * made.count + v, made.each * made.count, 1);
  std::shuffle(made.edges.begin(), made.edges.end(), chance);
  return made;
}

Dense product(const Dense& a, const Dense& b) {
  Dense made(a.size(), std::vector<long double>(a.size(), 0));
  long double largest = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t j = 0; j < a.size(); ++j) {
      for (std::size_t k = 0; k < a.size(); ++k) made[i][j] += a[i][k] * b[k][j];
      largest = std::max(largest, made[i][j]);
    }
  for (auto& row : made)
    for (long double& one : row) one /= largest > 0 ? largest : 1;
  return made;
}

/// What the 2^30th power of the matrix plus some of the unit makes of the vector of ones.
std::vector<double> powers_of(Dense matrix) {
  long double largest = 0;
  for (const auto& row : matrix) largest = std::max(largest, *std::ranges::max_element(row));
  for (std::size_t i = 0; i < matrix.size(); ++i) matrix[i][i] += largest;
  for (int squared = 0; squared < 30; ++squared) matrix = product(matrix, matrix);
  std::vector<double> sums;
  for (const auto& row : matrix)
    sums.push_back(static_cast<double>(std::accumulate(row.begin(), row.end(), 0.0L)));
  return sums;
}

std::vector<double> divided_by(std::vector<double> x, double by) {
  for (double& each : x) each /= by;
  return x;
}

/// At to, from: what the network weighs, of parallel edges together.
Dense matrix_of(const Network& g, Weights weights, bool transposed) {
  Dense matrix(g.vertex_count(), std::vector<long double>(g.vertex_count(), 0));
  for (const EdgeIndex e : g.edges()) {
    auto [from, to] = g.ends(e);
    if (transposed) std::swap(from, to);
    const long double weight = weights == Weights::used ? g.weight(e) : 1;
    const std::size_t a = index(g.entity(from));
    const std::size_t b = index(g.entity(to));
    matrix[b][a] += weight;
    if (g.directedness() == Directedness::undirected && a != b) matrix[a][b] += weight;
  }
  return matrix;
}

void expect_alike(const Copies& copies, const Ranking& ranking) {
  for (std::uint32_t v = 0; v < copies.each; ++v) {
    const double first = ranking.score(entity(copies.entity_of[v])).value();
    for (std::uint32_t c = 1; c < copies.count; ++c)
      EXPECT_NEAR(ranking.score(entity(copies.entity_of[c * copies.each + v])).value(), first,
                  1e-12)
          << "vertex " << v << " of copy " << c;
  }
}

template <class Check>
void for_all_copies(Directedness directedness, Check check) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Copies copies = random_copies(seed);
    const Network g(copies.size(), copies.edges, directedness, everything_kept);
    for (const Weights weights : {Weights::ignored, Weights::used}) check(copies, g, weights);
    if (testing::Test::HasFailure()) return;
  }
}

TEST(CopiesProperty, ScoreAlikeByEigenvector) {
  for_all_copies(
      Directedness::undirected, [](const Copies& copies, const Network& g, Weights weights) {
        const Ranking ranking = eigenvector(g, {.weights = weights});
        expect_alike(copies, ranking);
        const auto expected = powers_of(matrix_of(g, weights, false));
        const double length =
            std::sqrt(std::inner_product(expected.begin(), expected.end(), expected.begin(), 0.0));
        expect_scores(ranking, divided_by(expected, length), 1e-7);
      });
}

TEST(CopiesProperty, ScoreAlikeByHits) {
  for (const Directedness directedness : {Directedness::undirected, Directedness::directed})
    for_all_copies(directedness, [](const Copies& copies, const Network& g, Weights weights) {
      const Hits found = hits(g, {.weights = weights});
      expect_alike(copies, found.hubs);
      expect_alike(copies, found.authorities);
      const auto expected =
          powers_of(product(matrix_of(g, weights, true), matrix_of(g, weights, false)));
      expect_scores(found.hubs,
                    divided_by(expected, std::accumulate(expected.begin(), expected.end(), 0.0)),
                    1e-7);
    });
}

TEST(CopiesProperty, AreNotHeldTogetherByTiesThatWeighNothing) {
  const PlainEdge edges[] = {{entity(0), entity(1), 3.0},
                             {entity(1), entity(2), 0.1},
                             {entity(5), entity(4), 3.0},
                             {entity(4), entity(3), 0.1},
                             {entity(0), entity(3), 0.0}};
  const Network g(6, edges, Directedness::undirected);
  const Ranking ranking = eigenvector(g, {.weights = Weights::used});
  for (std::uint32_t v = 0; v < 3; ++v)
    EXPECT_NEAR(ranking.score(entity(v)).value(), ranking.score(entity(5 - v)).value(), 1e-13);
}

TEST(KatzProperty, OfWalksThatAllEndPassesOnTheSameInEveryUnitOfWeights) {
  for (const double weight : {0.1, 1.0, 7.0, 1e6}) {
    const PlainEdge edges[] = {{entity(0), entity(1), weight}, {entity(1), entity(2), weight / 2}};
    const Network g(3, edges, Directedness::directed);
    const Ranking ranking = katz(g, {.weights = Weights::used});
    const double middle = 1 + 0.85 * weight;
    EXPECT_DOUBLE_EQ(ranking.score(entity(0)).value(), 1);
    EXPECT_DOUBLE_EQ(ranking.score(entity(1)).value(), middle);
    EXPECT_DOUBLE_EQ(ranking.score(entity(2)).value(), 1 + 0.85 * weight / 2 * middle);
  }
}

}  // namespace
}  // namespace entente
