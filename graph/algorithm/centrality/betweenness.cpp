// U. Brandes, A faster algorithm for betweenness centrality, J. Math. Sociology 25 (2001) 163: from
// every source one search that counts shortest paths, then a walk back that adds up how much of
// them each vertex carries. Here: whose sources, on what scale; the kernel is in brandes.cpp.

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <vector>

#include <entente/algorithm/betweenness.hpp>

#include "algorithm/centrality/brandes.hpp"
#include "algorithm/centrality/scores.hpp"
#include "algorithm/run_guard.hpp"
#include "algorithm/structure/simple_rows.hpp"

namespace entente {

namespace {

std::vector<Vertex> all_vertices(const Network& g) {
  std::vector<Vertex> vertices(g.vertex_count());
  std::iota(vertices.begin(), vertices.end(), Vertex{0});
  return vertices;
}

/// What to multiply by so that a vertex (or edge) that carries everything scores 1.
double factor(const Network& g, Scale scale, kernel::Carriers carriers) {
  const double n = g.vertex_count();
  if (scale == Scale::raw) return 1;
  const double most = carriers == kernel::Carriers::vertices ? (n - 1) * (n - 2) : n * (n - 1);
  return most > 0 ? 1 / most : 1;
}

std::vector<double> scaled(std::vector<double> scores, double by) {
  for (double& score : scores) score *= by;
  return scores;
}

/// The first `count` places of a shuffle, the same for one seed on every machine.
std::vector<Vertex> draw(const Network& g, std::size_t count, std::uint64_t seed) {
  std::vector<Vertex> vertices = all_vertices(g);
  // By entity, so that a sample does not depend on how vertices are numbered inside.
  std::sort(vertices.begin(), vertices.end(),
            [&g](Vertex a, Vertex b) { return g.entity(a) < g.entity(b); });
  std::mt19937_64 random(seed);
  for (std::size_t i = 0; i < count; ++i) {
    std::swap(vertices[i], vertices[i + random() % (vertices.size() - i)]);
  }
  vertices.resize(count);
  return vertices;
}

void check_sample(const SampleOptions& options) {
  if (options.sources > 0 && options.confidence > 0 && options.confidence < 1) return;
  throw InvalidArgument("bad-sample",
                        "a sample needs at least one source and a confidence between 0 and 1, such "
                        "as 0.95");
}

/// W. Hoeffding, J. Amer. Statist. Assoc. 58 (1963) 13, for n scores at once. A source adds at most
/// n-2 to a vertex's raw score.
double error_of_sample(std::size_t entities, std::size_t sources, double confidence) {
  if (sources == entities || entities < 3) return 0;
  const auto n = static_cast<double>(entities);
  const auto k = static_cast<double>(sources);
  return n * (n - 2) * std::sqrt(std::log(2 * n / (1 - confidence)) / (2 * k));
}

}  // namespace

Ranking betweenness(const Network& g, const BetweennessOptions& options) {
  const auto sums = kernel::dependencies(g, options.cost, all_vertices(g),
                                         kernel::Carriers::vertices, options.run);
  const double by = factor(g, options.scale, kernel::Carriers::vertices);
  return kernel::ranking_of(g, "betweenness", scaled(sums.vertices, by));
}

EdgeRanking edge_betweenness(const Network& g, const BetweennessOptions& options) {
  const auto carriers = kernel::Carriers::vertices_and_edges;
  const auto sums = kernel::dependencies(g, options.cost, all_vertices(g), carriers, options.run);
  const double by = factor(g, options.scale, carriers);
  const kernel::SimpleRows simple(g);
  const bool undirected = g.directedness() == Directedness::undirected;
  std::vector<EdgeScore> rows;
  for (Vertex v = 0; v < g.vertex_count(); ++v) {
    const auto row = simple.out().neighbours_of(v);
    const auto edges = simple.out().edges_of(v);
    for (std::size_t slot = 0; slot < row.size(); ++slot) {
      if (undirected && row[slot] < v) continue;  // reported in the other row
      const double score = sums.edges[index(edges[slot])] * by;
      rows.push_back(kernel::edge_row(g, v, row[slot], edges[slot], score));
    }
  }
  return {"edge-betweenness", std::move(rows)};
}

SampledRanking sampled_betweenness(const Network& g, const SampleOptions& options) {
  check_sample(options);
  const std::size_t count = std::min<std::size_t>(options.sources, g.vertex_count());
  const auto sums = kernel::dependencies(g, options.cost, draw(g, count, options.seed),
                                         kernel::Carriers::vertices, options.run);
  const double by = factor(g, options.scale, kernel::Carriers::vertices);
  const double share = count == 0 ? 1 : static_cast<double>(count) / g.vertex_count();
  return {kernel::ranking_of(g, "betweenness", scaled(sums.vertices, by / share)),
          by * error_of_sample(g.vertex_count(), count, options.confidence)};
}

}  // namespace entente
