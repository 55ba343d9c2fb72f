#include <algorithm>
#include <cmath>
#include <vector>

#include <entente/algorithm/degree.hpp>

#include "algorithm/centrality/scores.hpp"
#include "base/exact_sum.hpp"

namespace entente {

namespace {

/// How many different vertices but v itself stand in two sorted rows (the second may be empty).
std::size_t distinct_neighbours(Vertex v, std::span<const Vertex> one,
                                std::span<const Vertex> other) {
  std::size_t count = 0;
  auto a = one.begin();
  auto b = other.begin();
  while (a != one.end() || b != other.end()) {
    const Vertex w = b == other.end() || (a != one.end() && *a <= *b) ? *a : *b;
    while (a != one.end() && *a == w) ++a;
    while (b != other.end() && *b == w) ++b;
    if (w != v) ++count;
  }
  return count;
}

/// How many relations the edges of a row stand for; an edge without a dossier is one.
std::size_t relations_of_row(const Network& g, Vertex v, std::span<const Vertex> row,
                             const RowEdges& edges) {
  std::size_t count = 0;
  for (std::size_t slot = 0; slot < row.size(); ++slot) {
    if (row[slot] != v) count += std::max<std::size_t>(1, g.relations(edges[slot]).size());
  }
  return count;
}

/// Which rows of a network a direction means; in an undirected network one is enough.
struct Sides {
  bool out = true;
  bool in = false;
};

Sides sides_of(const Network& g, Direction direction) {
  if (g.directedness() == Directedness::undirected) return {};
  return {direction != Direction::in, direction != Direction::out};
}

}  // namespace

Ranking degree(const Network& g, const DegreeOptions& options) {
  const Sides sides = sides_of(g, options.direction);
  std::vector<double> scores(g.vertex_count(), 0);
  for (Vertex v = 0; v < g.vertex_count(); ++v) {
    const auto out = sides.out ? g.out(v) : std::span<const Vertex>{};
    const auto in = sides.in ? g.in(v) : std::span<const Vertex>{};
    if (options.counted == Counted::neighbours) {
      scores[v] = static_cast<double>(distinct_neighbours(v, out, in));
    } else {
      scores[v] = static_cast<double>(relations_of_row(g, v, out, g.out_edges(v)) +
                                      relations_of_row(g, v, in, g.in_edges(v)));
    }
  }
  return kernel::ranking_of(g, "degree", scores);
}

Ranking strength(const Network& g, const StrengthOptions& options) {
  const Sides sides = sides_of(g, options.direction);
  std::vector<double> scores(g.vertex_count(), 0);
  std::vector<double> weights;
  bool whole = true;
  const auto add = [&](Vertex v, std::span<const Vertex> row, const RowEdges& edges) {
    for (std::size_t slot = 0; slot < row.size(); ++slot) {
      if (row[slot] == v) continue;
      weights.push_back(g.weight(edges[slot]));
      whole = whole && std::trunc(weights.back()) == weights.back();
    }
  };
  for (Vertex v = 0; v < g.vertex_count(); ++v) {
    weights.clear();
    if (sides.out) add(v, g.out(v), g.out_edges(v));
    if (sides.in) add(v, g.in(v), g.in_edges(v));
    scores[v] = kernel::exact_sum(weights);
  }
  return kernel::ranking_of(g, "strength", scores,
                            whole ? TieRule::equal : TieRule::within_rounding);
}

}  // namespace entente
