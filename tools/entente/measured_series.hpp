#pragma once

/// A measure over time as a call asks for it.

#include <string>
#include <vector>

#include <entente/answer/series.hpp>
#include <entente/render/diagram.hpp>
#include <entente/render/series_chart.hpp>

#include "call.hpp"

namespace entente::tool {

/// The steps of `--step`.
[[nodiscard]] CalendarStep step_of(const Call& call);

[[nodiscard]] answers::SeriesParameters series_parameters(const Call& call,
                                                          const std::string& measure);

/// The chart of a series.
[[nodiscard]] SeriesChart chart_of(const answers::SeriesAnswer& answer,
                                   const DiagramOptions& options);

}  // namespace entente::tool
