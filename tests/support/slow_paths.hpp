#pragma once

/// Paths and what follows from them, by trying everything.

#include <cstddef>
#include <limits>
#include <vector>

#include "support/small_graph.hpp"

namespace entente::verify {

/// The entities of a simple path and the sum of its edges' lengths.
struct SlowPath {
  std::vector<std::size_t> entities;
  double cost = 0;
};

/// All simple paths from s to t in the order (cost, hops, ids), tried one by one. `lengths` is the
/// length of the edge between two entities, infinite where there is none.
[[nodiscard]] std::vector<SlowPath> simple_paths(
    const Matrix<double>& lengths, std::size_t s, std::size_t t,
    std::size_t most_hops = std::numeric_limits<std::size_t>::max());

/// Those of the list that cost as little as the first.
[[nodiscard]] std::vector<SlowPath> cheapest(const std::vector<SlowPath>& paths);

/// Floyd and Warshall's distances.
[[nodiscard]] Matrix<double> all_distances(const Matrix<double>& lengths);

/// The definition of betweenness over ordered pairs, not scaled.
[[nodiscard]] std::vector<double> betweenness_by_definition(const Matrix<double>& lengths);

}  // namespace entente::verify
