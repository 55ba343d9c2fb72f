#pragma once

/// What a line chart shows, before it is drawn.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <entente/render/series_chart.hpp>

namespace entente {

/// What is known of a period: the value on what certainly holds, and on that and what may.
struct ChartValue {
  double certain = 0;
  double possible = 0;
};

struct ChartLine {
  std::string id = {};  ///< of the entity; "" for the whole
  Phrase name = {};
  Emphasis emphasis = Emphasis::normal;
  std::vector<std::optional<ChartValue>> values = {};  ///< one a period
};

struct ChartContent {
  Page page = {};
  std::vector<std::string> periods = {};
  std::vector<ChartLine> lines = {};  ///< the highest first
  std::size_t left_out = 0;
  Phrase measure = {};
  Phrase step = {};
  CalendarStep by = CalendarStep::year;
};

/// Whether all values lie between what is certain and what is possible: a share of the whole may be
/// less on more relations.
[[nodiscard]] bool has_bands(const ChartContent& content);

[[nodiscard]] ChartContent chart_content(const Graph& graph, std::span<const Period> periods,
                                         std::span<const SeriesPoint> points,
                                         const SeriesAxes& axes, const Selection& selection,
                                         const DiagramOptions& options);

/// The runs of periods that have a value, each from its first to behind its last.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> runs_of(const ChartLine& line);

}  // namespace entente
