#pragma once

/// A drawing as SVG: small, with ids and classes for styling, tooltips, and words for screen
/// readers.

#include <functional>
#include <string>
#include <string_view>

#include "render/diagram/drawing.hpp"
#include "render/mark/mark_classes.hpp"
#include "render/svg/svg.hpp"
#include "render/svg/svg_text.hpp"

namespace entente {

/// Rules that a picture has of its own, in a look.
using RulesOfLook = std::function<std::string(const Style&)>;

/// The document's element with title, description, style sheet and background; left open. `used`
/// are the drawing classes of the body; those of the legend are added. Where the page has a look
/// for dark screens, its rules follow those of the first.
void open_page(SvgWriter& svg, const Page& page, const Furniture& furniture,
               const UsedClasses& used, const RulesOfLook& more_rules = {});

/// A group that editors show as a layer of that name; left open.
void open_layer(SvgWriter& svg, const std::string& id, std::string_view name,
                std::string_view role = {});

/// Title, legend, notes and credit.
void write_furniture(SvgWriter& svg, const Page& page, const Furniture& furniture);

/// The drawing classes of nodes and edges.
[[nodiscard]] UsedClasses classes_of(const Diagram& diagram);

/// Edges with their labels, nodes and captions. Ids begin with `prefix`, so that a page may hold
/// several.
void write_body(SvgWriter& svg, const Diagram& diagram, const Drawing& drawing,
                const std::string& prefix = {});

/// Rules for the drawing's captions, which have the colours of kinds.
[[nodiscard]] std::string caption_rules(const Drawing& drawing, const Style& style);

/// The whole of a drawing.
[[nodiscard]] std::string draw_svg(const Diagram& diagram, const Drawing& drawing);

}  // namespace entente
