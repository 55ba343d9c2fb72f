#pragma once

/// The adjacency matrix of a network, as what it does to a vector.

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include <entente/network/network.hpp>

#include "algorithm/paths/weighted_rows.hpp"

namespace entente::kernel {

/// The matrix, divided by a power of two near its largest weight: eigenvectors do not depend on the
/// unit of weights, and what is small beside 1 can be distinguished from rounding. Refers to the
/// network: for calls only.
class TieMatrix {
 public:
  /// @throws InvalidArgument `bad-weight`.
  TieMatrix(const Network& g, entente::Weights weights, std::string_view measure)
      : g_(g),
        weights_(tie_weights(g, weights, measure)),
        exponent_(weights_.empty() ? 0 : scale_to(weights_, 0)) {}

  [[nodiscard]] const Network& network() const { return g_; }
  /// Eigenvalues are to be multiplied by 2 to it.
  [[nodiscard]] int exponent() const { return exponent_; }
  /// Below 2.
  [[nodiscard]] double weight(EdgeIndex edge) const { return weights_[index(edge)]; }
  [[nodiscard]] bool empty() const {
    return std::all_of(weights_.begin(), weights_.end(), [](double weight) { return weight == 0; });
  }

  /// The sum of x over those that lead to v.
  [[nodiscard]] double gathered(Vertex v, std::span<const double> x) const {
    return sum_of(g_.in(v), g_.in_edges(v), x);
  }
  /// y[v]: the same for every v.
  void gather(std::span<const double> x, std::span<double> y) const {
    for (Vertex v = 0; v < g_.vertex_count(); ++v) y[v] = gathered(v, x);
  }
  /// The sum of x over those that v leads to.
  [[nodiscard]] double gathered_from_out(Vertex v, std::span<const double> x) const {
    return sum_of(g_.out(v), g_.out_edges(v), x);
  }

 private:
  [[nodiscard]] double sum_of(std::span<const Vertex> row, const RowEdges& edges,
                              std::span<const double> x) const {
    double sum = 0;
    for (std::size_t slot = 0; slot < row.size(); ++slot) {
      sum += weights_[index(edges[slot])] * x[row[slot]];
    }
    return sum;
  }

  const Network& g_;
  std::vector<double> weights_;
  int exponent_ = 0;
};

}  // namespace entente::kernel
