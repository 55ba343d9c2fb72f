#pragma once

/// Measures straight from their definitions, over matrices.

#include <cstdint>
#include <vector>

#include "support/small_graph.hpp"

namespace entente::verify {

/// Largest k such that the entity survives when all with fewer than k ties are taken away, again
/// and again. `ties[u][v]` counts edges from u to v; both directions count.
[[nodiscard]] std::vector<double> core_by_peeling(const Matrix<double>& edges,
                                                  Directedness directedness);

/// Weights between two entities, both ways added; the diagonal is 0.
[[nodiscard]] Matrix<double> mutual(const Matrix<double>& weights, Directedness directedness);

/// Burt's formulas; not a number where there are no ties.
[[nodiscard]] std::vector<double> constraint_by_formula(const Matrix<double>& mutual_weights);
[[nodiscard]] std::vector<double> effective_size_by_formula(const Matrix<double>& mutual_weights);

/// The largest eigenvalue of a symmetric matrix and the projection of the vector of ones on its
/// eigenvectors, scaled to unit length; by Jacobi's rotations.
struct Principal {
  double value = 0;
  std::vector<double> vector;
};
[[nodiscard]] Principal principal_by_rotations(Matrix<double> a);

}  // namespace entente::verify
