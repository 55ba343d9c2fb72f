#pragma once

/// A drawing as SVG: small, with ids and classes for styling, tooltips, and words for screen
/// readers.

#include <string>

#include "render/drawing.hpp"
#include "render/svg.hpp"

namespace entente {

/// The document's element with title, description, style sheet and background; left open.
void open_page(SvgWriter& svg, const Diagram& diagram, const Furniture& furniture,
               const std::string& more_rules = {});

/// Title, legend, notes and credit.
void write_furniture(SvgWriter& svg, const Diagram& diagram, const Furniture& furniture);

/// Rows of text from a top left corner on, or around a centre.
void write_rows(SvgWriter& svg, const std::vector<TextRow>& rows, Point top_left);
void write_centred_rows(SvgWriter& svg, const std::vector<TextRow>& rows, Point centre);

/// A shape with its extra lines.
void write_shape(SvgWriter& svg, Shape shape, const Box& box);

/// A line with what it begins and ends in.
void write_line(SvgWriter& svg, const Spline& spline, Head head, Head tail, Head mark);

/// Rules for a line of a class: colour, width, dashes.
[[nodiscard]] std::string edge_rule(const std::string& selector, const EdgeStyle& look);

/// The whole of a drawing.
[[nodiscard]] std::string draw_svg(const Diagram& diagram, const Drawing& drawing);

}  // namespace entente
