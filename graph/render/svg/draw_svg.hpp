#pragma once

/// A drawing as SVG: small, with ids and classes for styling, tooltips, and words for screen
/// readers.

#include <string>

#include "render/diagram/drawing.hpp"
#include "render/mark/mark_classes.hpp"
#include "render/svg/svg.hpp"
#include "render/svg/svg_text.hpp"

namespace entente {

/// The document's element with title, description, style sheet and background; left open. `used`
/// are the drawing classes of the body; those of the legend are added.
void open_page(SvgWriter& svg, const Page& page, const Furniture& furniture, UsedClasses used,
               const std::string& more_rules = {});

/// Title, legend, notes and credit.
void write_furniture(SvgWriter& svg, const Page& page, const Furniture& furniture);

/// The drawing classes of nodes and edges.
[[nodiscard]] UsedClasses classes_of(const Diagram& diagram);

/// Edges, labels, nodes and captions. Ids begin with `prefix`, so that a page may hold several.
void write_body(SvgWriter& svg, const Diagram& diagram, const Drawing& drawing,
                const std::string& prefix = {});

/// The whole of a drawing.
[[nodiscard]] std::string draw_svg(const Diagram& diagram, const Drawing& drawing);

}  // namespace entente
