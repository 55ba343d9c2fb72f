#pragma once

/// Pushing labels apart.

#include <span>
#include <vector>

#include <entente/render/layout.hpp>

namespace entente {

/// Moves centres as little as it can until no two boxes overlap; those with `fixed` set stay, and
/// two fixed boxes that overlap are left so. Deterministic.
/// Cost: O(n log n) a round, tens of rounds; grids of many alike boxes take more.
void separate(std::vector<Point>& centres, std::span<const Size> sizes,
              const std::vector<char>& fixed);

/// Brings edges nearer to the length they want as far as boxes let them: no part of a drawing
/// straggles, and labels of edges find room. Nothing that was apart comes to overlap.
void draw_together(std::vector<Point>& centres, std::span<const Size> sizes,
                   const std::vector<char>& fixed, std::span<const LayoutEdge> edges);

/// How many pairs of boxes overlap by more than a hundredth of a point.
[[nodiscard]] std::size_t count_overlaps(std::span<const Point> centres,
                                         std::span<const Size> sizes);

}  // namespace entente
