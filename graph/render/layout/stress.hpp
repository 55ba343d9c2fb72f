#pragma once

/// Low-stress places of one connected component, in units of one edge.

#include <cstdint>
#include <vector>

#include "render/layout/adjacency.hpp"

namespace entente {

/// Places to start from, and vertices that stay where they are.
struct Start {
  std::vector<Point> places = {};  ///< one a vertex, or none to look everywhere
  std::vector<char> fixed = {};    ///< one a vertex
};

/// By stochastic gradient descent over all pairs. Cost: O(n² rounds) time, O(n²) memory.
/// @see Zheng, Pawar, Goodman 2018, section 2.
[[nodiscard]] std::vector<Point> descend_all_pairs(const Adjacency& graph, const Start& start,
                                                   const LayoutOptions& options);

/// By local majorization against pivots drawn anew as it goes, from Pivot MDS on.
/// Cost: O(rounds (n pivots + m)) time, O(n pivots + m) memory.
[[nodiscard]] std::vector<Point> majorize_by_pivots(const Adjacency& graph, const Start& start,
                                                    const LayoutOptions& options);

/// A first drawing: classical scaling of the distances to a few vertices.
/// @see U. Brandes, C. Pich, "Eigensolver methods for progressive multidimensional scaling of large
/// data", Graph Drawing 2006.
[[nodiscard]] std::vector<Point> pivot_mds(const Adjacency& graph, std::uint64_t seed);

}  // namespace entente
