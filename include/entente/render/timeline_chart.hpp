#pragma once

/// A history as a picture to be read from top to bottom: first as a value, which a program may look
/// into and change, then as SVG.

#include <span>
#include <string>
#include <vector>

#include <entente/export.hpp>
#include <entente/render/diagram.hpp>

namespace ENTENTE_API entente {

/// What stands beside one mark of a history.
struct TimelineEvent {
  std::string relation = {};  ///< its id
  std::string year = {};      ///< of its first day; written once where several have it
  Phrase date = {};           ///< in words
  Phrase sentence = {};       ///< what happened, with its sources
  std::string tooltip = {};   ///< the same in full
  MomentMark mark = {};       ///< how it is drawn
};

/// A history before it is drawn.
struct TimelineChart {
  Page page = {};                          ///< what stands around it
  std::vector<TimelineEvent> events = {};  ///< from top to bottom
};

/// Relations in the order given, each with its date in words and as a sentence in the first of the
/// languages; what is said alike of one date stands there once, with how often and of what. The
/// title names the entities it is the history of.
/// @throws InvalidArgument for languages that are none, LimitReached `too-many-rows` beyond 500.
[[nodiscard]] TimelineChart timeline_chart(const Graph& graph,
                                           std::span<const SelectedRelation> rows,
                                           std::span<const EntityId> entities,
                                           const Selection& selection = {},
                                           const DiagramOptions& options = {});

/// One below the other along a line, the year once. Acts are diamonds, states
/// bars, in the colour of their class; what only may hold has a broken outline, plans and the
/// like say so.
/// SVG as of write_svg: ids, classes, tooltips, nothing that acts; the same chart, the same bytes.
[[nodiscard]] std::string to_svg(const TimelineChart& chart);

/// As to_svg; where the chart's page is too small for all of it in text of `least_readable` points,
/// it is set for the page's width, a date above its sentence where that is narrow, and goes on on
/// further pages. At least one page, each an SVG text.
[[nodiscard]] std::vector<std::string> to_svg_pages(const TimelineChart& chart);

/// Both at once, on one page.
[[nodiscard]] std::string timeline_svg(const Graph& graph, std::span<const SelectedRelation> rows,
                                       std::span<const EntityId> entities,
                                       const Selection& selection = {},
                                       const DiagramOptions& options = {});

}  // namespace entente
