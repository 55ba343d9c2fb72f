#pragma once

/// Diagrams in the language of Graphviz.

#include <iosfwd>
#include <string>

#include <entente/render/diagram.hpp>

namespace entente {

/// Writes a diagram as DOT: complete with title, legend and notes, so that what Graphviz draws from
/// it is the picture. The same diagram gives the same bytes.
///
/// Names are data and stay inert whatever they hold: node names are ASCII (`n_…`), real ids stand
/// in the attributes `entity` and `relations`, labels are HTML-like and escaped, links are http(s).
/// Calls of Graphviz' graph library take turns: it has global state.
/// @throws InternalError `dot` with Graphviz' words if it refuses the graph.
void write_dot(std::ostream& out, const Diagram& diagram);

/// The same as text.
[[nodiscard]] std::string to_dot(const Diagram& diagram);

}  // namespace entente
