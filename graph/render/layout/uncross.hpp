#pragma once

/// Fewer crossings by moving one vertex at a time.

#include <span>
#include <vector>

#include <entente/render/layout.hpp>

namespace entente {

/// Moves vertices, one after the other, to where fewer edges cross and fewer run through the boxes
/// of others, and lets two change places where that helps; short edges are better than long ones,
/// so that neighbours stay together. Boxes keep at least `gap` apart, and within the extent that
/// the drawing has. Deterministic. Cost: O(rounds vertices edges), bounded by a fixed effort.
void uncross(std::vector<Point>& places, std::span<const Size> sizes,
             std::span<const LayoutEdge> edges, double gap);

}  // namespace entente
