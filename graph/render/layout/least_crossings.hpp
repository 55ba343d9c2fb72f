#pragma once

/// The best of several drawings.

#include <cstddef>
#include <span>
#include <vector>

#include <entente/render/layout.hpp>

namespace entente {

/// How many pairs of edges cross if they are drawn straight between places; edges with a common end
/// do not. Cost: O(edges²).
[[nodiscard]] std::size_t straight_crossings(std::span<const Point> places,
                                             std::span<const LayoutEdge> edges);

/// Of the layouts from several seeds the one with the fewest crossings, of equals the first; where
/// there are few edges or a great many, or something is pinned, only that of the options.
/// Cost: that of eight layouts.
[[nodiscard]] std::vector<Point> best_of_seeds(std::span<const LayoutVertex> vertices,
                                               std::span<const LayoutEdge> edges,
                                               const LayoutOptions& options);

/// The places with vertices moved so that fewer edges cross, see `uncross`; in the same cases as
/// they are.
[[nodiscard]] std::vector<Point> refined(std::vector<Point> places,
                                         std::span<const LayoutVertex> vertices,
                                         std::span<const LayoutEdge> edges,
                                         const LayoutOptions& options);

/// The best of the refined layouts from several seeds.
/// Cost: that of eight layouts, and of three times `uncross`.
[[nodiscard]] std::vector<Point> least_crossings(std::span<const LayoutVertex> vertices,
                                                 std::span<const LayoutEdge> edges,
                                                 const LayoutOptions& options);

}  // namespace entente
