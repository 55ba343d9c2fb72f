#pragma once

/// What a node looks like up close: its lines of text, how large it must be for them, its outline.

#include <string>
#include <vector>

#include <entente/render/diagram.hpp>

#include "render/label/lettering.hpp"
#include "render/label/text_row.hpp"
#include "render/layout/box.hpp"

namespace entente {

/// The year behind a node's name; none where the name says it.
[[nodiscard]] std::string written_year(const DiagramNode& node);

/// The rows of a node's label: the name in bold with the year behind it, further names below.
[[nodiscard]] std::vector<TextRow> label_rows(const DiagramNode& node, Lettering lettering,
                                              Arrangement arrangement = Arrangement::by_ties);

/// How large a shape must be to hold a label.
[[nodiscard]] Size size_around(Size label, Shape shape, Lettering lettering);

/// Where the label's middle is in a shape around a centre.
[[nodiscard]] Point label_centre(Point centre, Size size, Shape shape);

/// The corners of a shape's outline, clockwise; of an ellipse the corners of a fine polygon.
[[nodiscard]] std::vector<Point> outline(Shape shape, const Box& box);

/// Where the way from a shape's centre to `outside` leaves it.
[[nodiscard]] Point border_point(Shape shape, const Box& box, Point outside);

}  // namespace entente
