#pragma once

/// Checked edge weights for measures in which a heavier edge is a stronger tie.

#include <string_view>
#include <vector>

#include <entente/algorithm/pagerank.hpp>
#include <entente/network/network.hpp>

namespace entente::kernel {

/// The weight by edge, 1 each where weights are ignored. Cost: O(m).
/// @throws InvalidArgument `bad-weight` if a weight is negative or not finite; the text names
/// `measure`.
[[nodiscard]] std::vector<double> tie_weights(const Network& g, Weights weights,
                                              std::string_view measure);

/// Multiplies weights by a power of two, after which the largest lies in [2^place, 2^(place + 1)),
/// so that sums of them neither pass the largest double nor vanish. Returns the exponent that
/// undoes it. Exact, but for what is 2^1000 times smaller than the largest; nothing becomes 0.
int scale_to(std::span<double> weights, int place);

/// Where sums of as many weights as there can be have room, and small weights too.
constexpr int roomy_place = 940;

/// Ties without direction: between two vertices one tie with the weights of all edges between them,
/// both ways, added up; no self-loops. Rows are sorted by neighbour.
struct TieRows {
  std::vector<std::uint32_t> offsets;
  std::vector<Vertex> neighbours;
  std::vector<double> weights;

  [[nodiscard]] Vertex vertex_count() const { return static_cast<Vertex>(offsets.size() - 1); }
  [[nodiscard]] std::span<const Vertex> neighbours_of(Vertex v) const {
    return {neighbours.data() + offsets[v], neighbours.data() + offsets[v + 1]};
  }
  [[nodiscard]] std::span<const double> weights_of(Vertex v) const {
    return {weights.data() + offsets[v], weights.data() + offsets[v + 1]};
  }
};

/// `edge_weights` has one number an edge. Cost: O(n + m).
[[nodiscard]] TieRows tie_rows(const Network& g, std::span<const double> edge_weights);

/// The same, the weights of each row divided by a power of two near its largest: what is tiny
/// beside the weights of others is exact beside its own. Cost: O(n + m).
[[nodiscard]] TieRows even_tie_rows(const Network& g, std::span<const double> edge_weights);

/// The same as tie_rows() with parallel edges counted once: a tie weighs 1, or 2 where directed
/// edges run both ways.
[[nodiscard]] TieRows direction_rows(const Network& g);

}  // namespace entente::kernel
