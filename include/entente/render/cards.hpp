#pragma once

/// Agreements, bodies and events as cards along a year axis.

#include <cstddef>
#include <string>
#include <vector>

#include <entente/export.hpp>
#include <entente/render/diagram.hpp>

namespace ENTENTE_API entente {

/// The picture and what it leaves out; its subtitle says the same.
struct CardsPicture {
  std::string svg = {};      ///< the picture
  std::size_t cards = 0;     ///< how many are shown
  std::size_t undated = 0;   ///< nothing says when they were
  std::size_t left_out = 0;  ///< dated, but beyond the limit
  std::vector<std::string> further_pages = {};  ///< where not all fits on one
};

/// Time runs down the page: one card an agreement, organisation, body or event, its parties,
/// members or participants as chips inside it, with their dates. Only succession is drawn as
/// lines, from the newer to the older. A card stands at the first day of its lifespan, else of its
/// first dated chip; where that is in doubt or borrowed its outline is dashed. Of a date or period
/// only what has a tie in it is shown. At most `max_entities` cards, and no more than 150, are
/// drawn: the highlighted and those with most ties. Where the page asked for is too small for
/// all cards in text of 6.5 points, they go on on further pages, as many side by side as its width
/// allows. SVG as of write_svg: ids, classes, tooltips,
/// nothing that acts; the same facts, the same bytes.
/// @throws InvalidArgument as Graph::facts, and for languages that are none.
/// Cost: O(selected relations + cards log cards).
[[nodiscard]] CardsPicture cards_picture(const Graph& graph, const Selection& selection = {},
                                         const DiagramOptions& options = {});

}  // namespace entente
