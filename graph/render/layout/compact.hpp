#pragma once

/// Brings boxes together on a page.

#include <vector>

#include <entente/render/geometry.hpp>

namespace entente {

/// How high a page of that shape, width by height, must be for boxes that stand there.
[[nodiscard]] double height_of_page(const std::vector<Point>& centres,
                                    const std::vector<Size>& sizes, double shape);

/// Boxes brought together, again and again along the side that is too long for a page of that
/// shape, and apart again where they overlap; the best of what was found. Who was near stays so.
[[nodiscard]] std::vector<Point> compacted(std::vector<Point> centres,
                                           const std::vector<Size>& sizes, double shape);

}  // namespace entente
