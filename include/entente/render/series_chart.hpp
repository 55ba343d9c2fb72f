#pragma once

/// Measures over time as a line chart: first as a value, which a program may look into and change,
/// then as SVG.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <entente/export.hpp>
#include <entente/query/series.hpp>
#include <entente/render/diagram.hpp>

namespace ENTENTE_API entente {

/// What is known of a period: the value on what certainly holds, and on that and what may.
struct ChartValue {
  double certain = 0;   ///< finite
  double possible = 0;  ///< finite; less than `certain` where more relations make less of it

  /// The same values.
  friend bool operator==(const ChartValue&, const ChartValue&) = default;
};

/// A line of a chart.
struct ChartLine {
  std::string id = {};                                 ///< of the entity; "" for the whole
  Phrase name = {};                                    ///< beside its end, where there are several
  Emphasis emphasis = Emphasis::normal;                ///< how strongly it is drawn
  std::vector<std::optional<ChartValue>> values = {};  ///< one a period; interrupted at none
};

/// A line chart before it is drawn.
struct LineChart {
  Page page = {};                         ///< what stands around it
  std::vector<std::string> periods = {};  ///< their names, below the axis, from left to right
  std::vector<ChartLine> lines = {};      ///< those that reach highest first
  std::size_t left_out = 0;               ///< how many the limit left out
  Phrase measure = {};                    ///< the name of the upright axis
  Phrase step = {};                       ///< that of the other
};

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

/// One line an entity, or one of the whole, of the values of a measure. At most `max_entities`
/// lines, and no more than 8, are kept: the highlighted and those that reach highest.
/// @throws InvalidArgument as Graph::facts, and for languages that are none.
/// Cost: O(selected relations + points log points).
[[nodiscard]] LineChart line_chart(const Graph& graph, std::span<const Period> periods,
                                   std::span<const SeriesPoint> points, const SeriesAxes& axes,
                                   const Selection& selection = {},
                                   const DiagramOptions& options = {});

/// Lines are solid for what certainly holds in a period, dashed for
/// what holds certainly or possibly, with the ground between them tinted. Where an entity has no
/// value its lines are interrupted. Of several entities each is named at the end of its line, and
/// distinguished by colour, of which there are 8, and by the marks of its values.
/// SVG as of write_svg: ids, classes, tooltips, nothing that acts; the same chart, the same bytes.
/// @throws InvalidArgument `bad-chart` where a line has not one value a period, or one that is not
/// finite.
[[nodiscard]] std::string to_svg(const LineChart& chart);

/// Both at once; no picture where there is no line.
[[nodiscard]] SeriesChart series_chart(const Graph& graph, std::span<const Period> periods,
                                       std::span<const SeriesPoint> points, const SeriesAxes& axes,
                                       const Selection& selection = {},
                                       const DiagramOptions& options = {});

}  // namespace entente
