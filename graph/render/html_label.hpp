#pragma once

/// Labels in Graphviz' HTML-like language. All text in them is escaped.

#include <string>

#include <entente/render/diagram.hpp>

namespace entente {

/// The name in bold with the year beside it, further names below.
[[nodiscard]] std::string node_label(const DiagramNode& node, const Style& style);
/// Words, marks, dates and source numbers on a cell of the background's colour; "" if there are
/// none.
[[nodiscard]] std::string edge_label(const DiagramEdge& edge, const Style& style);
/// Title and subtitle.
[[nodiscard]] std::string heading_label(const Diagram& diagram);
/// Legend, sources and credit.
[[nodiscard]] std::string legend_label(const Diagram& diagram);

}  // namespace entente
