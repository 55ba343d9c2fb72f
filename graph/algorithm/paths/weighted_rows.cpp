#include "algorithm/paths/weighted_rows.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "algorithm/structure/simple_rows.hpp"

namespace entente::kernel {

std::vector<double> tie_weights(const Network& g, Weights weights, std::string_view measure) {
  if (weights == Weights::ignored || !g.weighted()) {
    return std::vector<double>(g.edge_count(), 1.0);
  }
  for (const double weight : g.weights()) {
    if (weight >= 0 && std::isfinite(weight)) continue;
    throw InvalidArgument(
        "bad-weight",
        fmt::format(
            "an edge weighs {}, but {} needs weights that are finite and not below 0; choose "
            "another attribute or leave weights out",
            weight, measure));
  }
  return {g.weights().begin(), g.weights().end()};
}

namespace {

/// The power of two that a weight lies above, 0 of 0.
int exponent_of(double weight) {
  return weight > 0 ? std::ilogb(weight) : 0;
}

double shifted(double weight, int exponent) {
  const double scaled = std::ldexp(weight, exponent);
  return scaled == 0 && weight > 0 ? std::numeric_limits<double>::denorm_min() : scaled;
}

}  // namespace

int scale_to(std::span<double> weights, int place) {
  const auto largest = std::max_element(weights.begin(), weights.end());
  if (largest == weights.end() || *largest == 0) return 0;
  const int exponent = exponent_of(*largest) - place;
  if (exponent == 0) return 0;
  for (double& weight : weights) weight = shifted(weight, -exponent);
  return exponent;
}

namespace {

/// Lays the two rows of every vertex together; `weight(v, e)` is what an edge adds to a tie of v.
template <typename Weight>
TieRows joined(const Rows& out, const Rows& in, bool directed, Weight weight) {
  TieRows rows;
  rows.offsets.push_back(0);
  const auto add = [&rows](Vertex w, double more) {
    if (rows.neighbours.size() > rows.offsets.back() && rows.neighbours.back() == w) {
      rows.weights.back() += more;
    } else {
      rows.neighbours.push_back(w);
      rows.weights.push_back(more);
    }
  };
  for (Vertex v = 0; v + 1 < out.offsets.size(); ++v) {
    const auto to = out.neighbours_of(v);
    const auto from = directed ? in.neighbours_of(v) : std::span<const Vertex>{};
    for (std::size_t a = 0, b = 0; a < to.size() || b < from.size();) {
      const bool outward = b == from.size() || (a < to.size() && to[a] <= from[b]);
      const Vertex w = outward ? to[a] : from[b];
      const EdgeIndex e = outward ? out.edges_of(v)[a++] : in.edges_of(v)[b++];
      if (w != v) add(w, weight(v, e));
    }
    rows.offsets.push_back(static_cast<std::uint32_t>(rows.neighbours.size()));
  }
  return rows;
}

}  // namespace

TieRows tie_rows(const Network& g, std::span<const double> edge_weights) {
  const bool directed = g.directedness() == Directedness::directed;
  return joined(g.out_rows(), g.in_rows(), directed,
                [edge_weights](Vertex, EdgeIndex e) { return edge_weights[index(e)]; });
}

TieRows even_tie_rows(const Network& g, std::span<const double> edge_weights) {
  const bool directed = g.directedness() == Directedness::directed;
  std::vector<int> exponents;
  for (Vertex v = 0; v < g.vertex_count(); ++v) {
    double largest = 0;
    const auto look = [&](std::span<const Vertex> row, const RowEdges& edges) {
      for (std::size_t slot = 0; slot < row.size(); ++slot)
        if (row[slot] != v) largest = std::max(largest, edge_weights[index(edges[slot])]);
    };
    look(g.out(v), g.out_edges(v));
    if (directed) look(g.in(v), g.in_edges(v));
    exponents.push_back(exponent_of(largest));
  }
  return joined(g.out_rows(), g.in_rows(), directed, [&](Vertex v, EdgeIndex e) {
    const double weight = edge_weights[index(e)];
    return exponents[v] == 0 ? weight : shifted(weight, -exponents[v]);
  });
}

TieRows direction_rows(const Network& g) {
  const SimpleRows simple(g);
  const bool directed = g.directedness() == Directedness::directed;
  return joined(simple.out(), simple.in(), directed, [](Vertex, EdgeIndex) { return 1.0; });
}

}  // namespace entente::kernel
