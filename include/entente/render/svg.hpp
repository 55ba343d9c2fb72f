#pragma once

/// Diagrams as SVG.

#include <iosfwd>
#include <string>

#include <entente/export.hpp>
#include <entente/render/diagram.hpp>

namespace ENTENTE_API entente {

/// Writes a diagram as SVG: every entity and relation a group with an id and classes for styling
/// and a tooltip with dates and sources; title, description and language for screen readers; links
/// http(s) only; nothing that acts. Well-formed whatever the names hold; the same diagram gives
/// the same bytes. Text is set in Noto Sans and the Noto Sans CJK face of its language.
/// @throws InvalidArgument `bad-chart`, before the first byte, for what does not fit together: an
/// end of an edge, a member of a region or an end of a bundle that is not there, a number that is
/// none; `bad-page` for a page without width or height.
void write_svg(std::ostream& out, const Diagram& diagram);

/// The same as text.
[[nodiscard]] std::string to_svg(const Diagram& diagram);

}  // namespace entente
