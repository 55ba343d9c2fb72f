#pragma once

/// The marks of a chart's lines, which tell them apart without colour.

#include <cstddef>
#include <vector>

#include <entente/render/geometry.hpp>

namespace entente {

/// The corners of the mark of a line's values, about a point; eight different ones in turn.
[[nodiscard]] std::vector<Point> mark_at(std::size_t line, Point at);

}  // namespace entente
