#pragma once

/// Diagrams in the language of Graphviz, which is not needed to write it.

#include <iosfwd>
#include <string>

#include <entente/export.hpp>
#include <entente/render/diagram.hpp>

namespace ENTENTE_API entente {

/// Writes a diagram as DOT: complete with title, legend and notes, so that what Graphviz draws from
/// it is the picture. The same diagram gives the same bytes.
///
/// Names are data and stay inert whatever they hold: node names are ASCII (`n_…`), real ids stand
/// in the attributes `entity` and `relations`, labels are HTML-like and escaped, links are http(s).
/// @throws InvalidArgument as write_svg().
void write_dot(std::ostream& out, const Diagram& diagram);

/// The same as text.
[[nodiscard]] std::string to_dot(const Diagram& diagram);

}  // namespace entente
