#pragma once

/// Who has how many ties with whom, as a table of counts.

#include <cstddef>
#include <string>

#include <entente/export.hpp>
#include <entente/render/diagram.hpp>

namespace ENTENTE_API entente {

/// The picture and how many entities it leaves out; its subtitle says the same.
struct MatrixPicture {
  std::string svg = {};      ///< the picture
  std::size_t entities = 0;  ///< how many are shown
  std::size_t left_out = 0;  ///< how many the limit left out
};

/// Dyads counted: the cell of a row and a column holds the number of selected relations between
/// the two entities, whichever way they run, and is the stronger the more there are; a cell that
/// only holds relations possible in the period is outlined with dashes. For dense data. Entities
/// stand by kind, then by their number of ties. At most `max_entities`, and no more than 80, are
/// drawn: the highlighted and those tied to most others; fewer where more could not be read on the
/// page asked for.
/// SVG as of write_svg: ids, classes, tooltips, nothing that acts; the same facts, the same bytes.
/// @throws InvalidArgument as Graph::facts, and for languages that are none.
/// Cost: O(selected relations + entities drawn squared).
[[nodiscard]] MatrixPicture matrix_picture(const Graph& graph, const Selection& selection = {},
                                           const DiagramOptions& options = {});

}  // namespace entente
