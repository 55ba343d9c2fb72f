#pragma once

/// The options of measures, and what they ask for.

#include <string_view>
#include <vector>

#include <entente/answer/measured.hpp>

#include "call.hpp"
#include "verb.hpp"

namespace entente::tool {

/// The names of all measures.
[[nodiscard]] std::vector<std::string_view> measure_names();

/// The options that change a measure, and those that change the network it is taken of.
[[nodiscard]] std::vector<Option> measure_options();
[[nodiscard]] std::vector<Option> projection_options();

/// What these options of a call ask for.
[[nodiscard]] answers::FoldingParameters folding_parameters(const Call& call);
[[nodiscard]] answers::MeasureParameters measure_parameters(const Call& call);

}  // namespace entente::tool
