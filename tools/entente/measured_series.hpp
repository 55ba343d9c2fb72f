#pragma once

/// A measure over time as a call asks for it.

#include <string>
#include <vector>

#include <entente/answer/series.hpp>
#include <entente/render/diagram.hpp>
#include <entente/render/series_chart.hpp>

#include "call.hpp"
#include "verb.hpp"

namespace entente::tool {

/// The options that say which entities, which steps, and how a measure is taken.
[[nodiscard]] std::vector<Option> series_options();

/// The steps of `--by`.
[[nodiscard]] CalendarStep step_of(const Call& call);

[[nodiscard]] answers::SeriesParameters series_parameters(const Call& call,
                                                          const std::string& measure);

/// The chart of a series.
[[nodiscard]] SeriesChart chart_of(const answers::SeriesAnswer& answer,
                                   const DiagramOptions& options);

}  // namespace entente::tool
