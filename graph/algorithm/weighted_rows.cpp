#include "algorithm/weighted_rows.hpp"

#include <cmath>

#include <fmt/format.h>

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

TieRows tie_rows(const Network& g, std::span<const double> edge_weights) {
  const bool directed = g.directedness() == Directedness::directed;
  TieRows rows;
  rows.offsets.push_back(0);
  const auto add = [&rows](Vertex w, double weight) {
    if (rows.neighbours.size() > rows.offsets.back() && rows.neighbours.back() == w) {
      rows.weights.back() += weight;
    } else {
      rows.neighbours.push_back(w);
      rows.weights.push_back(weight);
    }
  };
  for (Vertex v = 0; v < g.vertex_count(); ++v) {
    const auto out = g.out(v);
    const auto in = directed ? g.in(v) : std::span<const Vertex>{};
    for (std::size_t a = 0, b = 0; a < out.size() || b < in.size();) {
      const bool from_out = b == in.size() || (a < out.size() && out[a] <= in[b]);
      const Vertex w = from_out ? out[a] : in[b];
      const EdgeIndex e = from_out ? g.out_edges(v)[a++] : g.in_edges(v)[b++];
      if (w != v) add(w, edge_weights[e]);
    }
    rows.offsets.push_back(static_cast<std::uint32_t>(rows.neighbours.size()));
  }
  return rows;
}

}  // namespace entente::kernel
