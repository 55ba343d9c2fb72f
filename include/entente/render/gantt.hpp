#pragma once

/// Relations as bars and diamonds along a time axis.

#include <cstddef>
#include <string>
#include <vector>

#include <entente/export.hpp>
#include <entente/render/diagram.hpp>

namespace ENTENTE_API entente {

/// The picture and how many entities it leaves out; its subtitle says the same.
struct GanttPicture {
  std::string svg = {};      ///< the whole page
  std::size_t left_out = 0;  ///< the least important, with their relations
  std::vector<std::string> further_pages = {};  ///< where not all fits on one
};

/// What the selected relations say of when: states as bars, acts as diamonds, grouped by what they
/// lead to. What is not known is seen: where a state may have begun or ended its bar fades, an open
/// end is an arrow, an unknown end a question mark; plans and the like are outlined. Undated
/// relations are counted below the title and left out.
/// Of more than `max_entities` the highlighted and those best tied to one another are kept.
/// Where the page asked for is too small for all of it in text of 6.5 points, the bars go on on
/// further pages. SVG as of write_svg: ids, classes, tooltips, nothing that acts; the same facts,
/// the same bytes.
/// @throws InvalidArgument as Graph::facts, LimitReached `too-many-rows` beyond 800 relations.
[[nodiscard]] GanttPicture gantt_picture(const Graph& graph, const Selection& selection = {},
                                         const DiagramOptions& options = {});

}  // namespace entente
