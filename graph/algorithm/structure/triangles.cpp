// T. Schank, D. Wagner, Finding, counting and listing all triangles in large graphs, WEA 2005:
// point every tie at the end of higher degree and look for two ways from one vertex to another.
// Vertices are numbered by falling degree already, so "higher degree" is "smaller number"; the
// neighbours of a vertex are marked, and those of its neighbours looked up among the marks.

#include <algorithm>
#include <vector>

#include <entente/algorithm/triangles.hpp>

#include "algorithm/centrality/scores.hpp"
#include "algorithm/paths/weighted_rows.hpp"
#include "algorithm/run_guard.hpp"
#include "algorithm/structure/simple_rows.hpp"
#include "algorithm/structure/triangle_search.hpp"

namespace entente {

namespace kernel {

ForwardRows forward_rows(const SimpleRows& rows) {
  ForwardRows forward;
  forward.offsets.reserve(rows.vertex_count() + std::size_t{1});
  forward.neighbours.reserve(rows.out().neighbours.size() / 2);
  forward.offsets.push_back(0);
  for (Vertex v = 0; v < rows.vertex_count(); ++v) {
    const auto row = rows.out().neighbours_of(v);
    forward.neighbours.insert(forward.neighbours.end(), row.begin(),
                              std::lower_bound(row.begin(), row.end(), v));
    forward.offsets.push_back(static_cast<std::uint32_t>(forward.neighbours.size()));
  }
  return forward;
}

ForwardRows forward_rows(const TieRows& ties) {
  ForwardRows forward;
  forward.offsets.push_back(0);
  for (Vertex v = 0; v < ties.vertex_count(); ++v) {
    const auto row = ties.neighbours_of(v);
    for (std::size_t i = 0; i < row.size() && row[i] < v; ++i) {
      forward.neighbours.push_back(row[i]);
      forward.weights.push_back(static_cast<std::uint8_t>(ties.weights_of(v)[i]));
    }
    forward.offsets.push_back(static_cast<std::uint32_t>(forward.neighbours.size()));
  }
  return forward;
}

}  // namespace kernel

namespace {

kernel::ForwardRows forward_rows_of(const Network& g) {
  if (g.directedness() == Directedness::directed) {
    return kernel::forward_rows(kernel::direction_rows(g));
  }
  return kernel::forward_rows(kernel::SimpleRows(g));
}

std::vector<double> triangles_by_vertex(const Network& g, const RunControl& run) {
  kernel::RunGuard guard(run);
  std::vector<double> count(g.vertex_count(), 0);
  kernel::for_each_triangle(forward_rows_of(g), guard, [&count](Vertex v, Vertex u, Vertex w) {
    ++count[v];
    ++count[u];
    ++count[w];
  });
  return count;
}

double ordered_pairs(double count) {
  return count * (count - 1);
}

std::vector<double> undirected_clustering(const Network& g, const RunControl& run) {
  const kernel::SimpleRows rows(g);
  std::vector<double> scores = triangles_by_vertex(g, run);
  for (Vertex v = 0; v < g.vertex_count(); ++v) {
    const auto degree = static_cast<double>(rows.out().neighbours_of(v).size());
    scores[v] = degree > 1 ? 2 * scores[v] / ordered_pairs(degree) : 0;
  }
  return scores;
}

/// Fagiolo's formula: with t ties in all, b of which run both ways, of t(t-1) - 2b directed
/// triangles that could be.
std::vector<double> directed_clustering(const Network& g, const RunControl& run) {
  kernel::RunGuard guard(run);
  const kernel::TieRows ties = kernel::direction_rows(g);
  std::vector<double> scores(g.vertex_count(), 0);
  kernel::for_each_weighted_triangle(kernel::forward_rows(ties), guard,
                                     [&scores](Vertex v, Vertex u, Vertex w, unsigned weight) {
                                       scores[v] += weight;
                                       scores[u] += weight;
                                       scores[w] += weight;
                                     });
  for (Vertex v = 0; v < g.vertex_count(); ++v) {
    double total = 0;
    double both_ways = 0;
    for (const double directions : ties.weights_of(v)) {
      total += directions;
      both_ways += directions - 1;
    }
    const double possible = ordered_pairs(total) - 2 * both_ways;
    scores[v] = scores[v] > 0 ? scores[v] / possible : 0;
  }
  return scores;
}

}  // namespace

std::uint64_t triangle_count(const Network& g, const RunControl& run) {
  kernel::RunGuard guard(run);
  std::uint64_t count = 0;
  kernel::for_each_triangle(forward_rows_of(g), guard,
                            [&count](Vertex, Vertex, Vertex) { ++count; });
  return count;
}

Ranking triangles(const Network& g, const RunControl& run) {
  return kernel::ranking_of(g, "triangles", triangles_by_vertex(g, run));
}

Ranking clustering(const Network& g, const RunControl& run) {
  const bool directed = g.directedness() == Directedness::directed;
  return kernel::ranking_of(g, "clustering",
                            directed ? directed_clustering(g, run) : undirected_clustering(g, run));
}

double transitivity(const Network& g, const RunControl& run) {
  const kernel::TieRows ties = kernel::direction_rows(g);
  double paths = 0;
  for (Vertex v = 0; v < ties.vertex_count(); ++v) {
    paths += ordered_pairs(static_cast<double>(ties.neighbours_of(v).size()));
  }
  return paths > 0 ? 6 * static_cast<double>(triangle_count(g, run)) / paths : 0;
}

}  // namespace entente
