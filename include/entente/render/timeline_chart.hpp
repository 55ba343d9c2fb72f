#pragma once

/// A history as a picture to be read from top to bottom.

#include <span>
#include <string>

#include <entente/export.hpp>
#include <entente/render/diagram.hpp>

namespace ENTENTE_API entente {

/// Relations in the order given, one below the other along a line: the year once, the date as
/// written, the relation as a sentence in the first of the languages. Acts are diamonds, states
/// bars, in the colour of their class; what only may hold has a broken outline, plans and the
/// like say so. The title names the entities it is the history of.
/// SVG as of write_svg: ids, classes, tooltips, nothing that acts; the same rows, the same bytes.
/// @throws InvalidArgument for languages that are none, LimitReached `too-many-rows` beyond 500.
[[nodiscard]] std::string timeline_svg(const Graph& graph, std::span<const SelectedRelation> rows,
                                       std::span<const EntityId> entities,
                                       const Selection& selection = {},
                                       const DiagramOptions& options = {});

}  // namespace entente
