#pragma once

/// A measure over time as a call asks for it.

#include <string>
#include <vector>

#include <entente/query/series.hpp>
#include <entente/render/series_chart.hpp>

#include "call.hpp"
#include "question.hpp"
#include "verb.hpp"

namespace entente::tool {

struct MeasuredSeries {
  std::vector<Period> periods = {};
  std::vector<SeriesPoint> points = {};
  SeriesAxes axes = {};
};

/// The options that say which entities, which steps, and how a measure is taken.
[[nodiscard]] std::vector<Option> series_options();

/// @throws InvalidArgument `unknown-measure` where there is no such measure, with the nearest
/// known.
void check_series_measure(const std::string& measure);

/// The measure whose network a series of that name is taken of.
[[nodiscard]] std::string_view network_measure(std::string_view name);

[[nodiscard]] MeasuredSeries measured_series(const Call& call, const Question& question,
                                             const std::string& measure);

}  // namespace entente::tool
