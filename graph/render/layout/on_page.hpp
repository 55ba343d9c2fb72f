#pragma once

/// Drawings made for the page that they stand on.

#include <span>
#include <vector>

#include <entente/render/layout.hpp>

#include "render/diagram/drawing.hpp"

namespace entente {

/// Moved by so much.
[[nodiscard]] Box moved(const Box& box, Point by);

/// Sets the furniture around what stands in `body`, and moves the nodes there; returns by how much.
Point move_into_page(const Diagram& diagram, Drawing& drawing, const Box& body);

/// Whether a page has a width and a height that a drawing is made for.
[[nodiscard]] bool has_own_shape(const Page& page);

/// How many times as wide as high a drawing is wanted: as the page, if it has a shape.
[[nodiscard]] double wanted_aspect(const Page& page);

/// The logarithm of how many times too wide a body of that size makes its page with everything
/// around it; below 0 it is too high. Of a page without a shape it is that of a usual one.
[[nodiscard]] double excess_width(const Page& page, Size body);

/// Places for a page that is `wanted` times as wide as high: the drawing is stretched until it is
/// about so with everything around it, since a page that is filled shows everything larger.
/// Cost: that of `best_of_seeds`, at most three times, and of `uncross`.
[[nodiscard]] std::vector<Point> places_on_page(const Page& page, double wanted,
                                                std::span<const LayoutVertex> vertices,
                                                std::span<const LayoutEdge> edges,
                                                LayoutOptions options);

}  // namespace entente
