#pragma once

/// Measures over time as a line chart.

#include <cstddef>
#include <span>
#include <string>

#include <entente/export.hpp>
#include <entente/query/series.hpp>
#include <entente/render/diagram.hpp>

namespace ENTENTE_API entente {

/// The picture and how many lines it leaves out; its subtitle says the same.
struct SeriesChart {
  std::string svg = {};      ///< the picture
  std::size_t lines = 0;     ///< how many are shown
  std::size_t left_out = 0;  ///< how many the limit left out
};

/// What the axes stand for.
struct SeriesAxes {
  std::string measure = {};  ///< "degree", "relations"; known ones are worded in the languages
  CalendarStep by = CalendarStep::year;  ///< how long a step is
};

/// One line an entity, or one of the whole: solid for what certainly holds in a period, dashed for
/// what holds certainly or possibly, with the ground between them tinted. Where an entity has no
/// value its lines are interrupted. Of several entities each is named at the end of its line, and
/// told apart by colour and by the marks of its values. At most `max_entities` lines, and no more
/// than 8, are drawn: the highlighted and those that reach highest.
/// SVG as of write_svg: ids, classes, tooltips, nothing that acts; the same values, the same bytes.
/// @throws InvalidArgument as Graph::facts, and for languages that are none.
/// Cost: O(selected relations + points log points).
[[nodiscard]] SeriesChart series_chart(const Graph& graph, std::span<const Period> periods,
                                       std::span<const SeriesPoint> points, const SeriesAxes& axes,
                                       const Selection& selection = {},
                                       const DiagramOptions& options = {});

}  // namespace entente
