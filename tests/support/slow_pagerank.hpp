#pragma once

/// PageRank as the solution of its linear equations.

#include <vector>

#include "support/small_graph.hpp"

namespace entente::verify {

/// Solves x = damping (P x + stranded mass spread as `restart`) + (1 - damping) restart by Gauss's
/// elimination. `weights[u][v]` is what u hands to v, before division by its row's sum.
[[nodiscard]] std::vector<double> pagerank_by_elimination(const Matrix<double>& weights,
                                                          const std::vector<double>& restart,
                                                          double damping);

/// The solution of `a x = b`; `a` must be regular.
[[nodiscard]] std::vector<double> solve(Matrix<double> a, std::vector<double> b);

/// The weights that edges hand on: parallel edges add up or count once, self-loops are left out.
enum class Parallel { once, added };
[[nodiscard]] Matrix<double> handed_weights(const SmallGraph& graph, Parallel parallel);

}  // namespace entente::verify
