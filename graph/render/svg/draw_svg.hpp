#pragma once

/// A drawing as SVG: small, with ids and classes for styling, tooltips, and words for screen
/// readers.

#include <string>
#include <string_view>

#include "render/diagram/drawing.hpp"
#include "render/layout/box.hpp"
#include "render/svg/svg.hpp"

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

/// What a line ends and begins in.
struct LineEnds {
  Head head = Head::none;
  Head tail = Head::none;
  Head mark = Head::none;  ///< behind the tail
  double scale = 1;
};

/// A line with what it begins and ends in.
void write_line(SvgWriter& svg, const Spline& spline, const LineEnds& ends = {});

/// Rules for a line of a class: colour, width, dashes.
[[nodiscard]] std::string edge_rule(const std::string& selector, const EdgeStyle& look);

/// The class of text whose Han characters are not those of Japanese: "SC", "TC", "KR"; else "".
[[nodiscard]] std::string language_class(std::string_view language);

/// " appeared" and the like; "" for none.
[[nodiscard]] std::string change_class(Change change);

/// Edges, labels, nodes and captions. Ids begin with `prefix`, so that a page may hold several.
void write_body(SvgWriter& svg, const Diagram& diagram, const Drawing& drawing,
                const std::string& prefix = {});

/// The whole of a drawing.
[[nodiscard]] std::string draw_svg(const Diagram& diagram, const Drawing& drawing);

}  // namespace entente
