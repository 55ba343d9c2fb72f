#pragma once

/// What the lines of a chart say of themselves.

#include <cstddef>
#include <utility>
#include <vector>

#include <entente/render/series_chart.hpp>

namespace entente {

/// Whether all values lie between what is certain and what is possible: a share of the whole may be
/// less on more relations.
[[nodiscard]] bool has_bands(const LineChart& chart);

/// The runs of periods that have a value, each from its first to behind its last.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> runs_of(const ChartLine& line);

/// @throws InvalidArgument `bad-chart` if a line has not as many values as there are periods, or
/// one that is not finite.
void check_values(const LineChart& chart);

}  // namespace entente
