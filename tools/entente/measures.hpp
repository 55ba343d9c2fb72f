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

/// What `--missing-weight` of a call makes of relations without a weight.
struct MissingWeights {
  MissingWeight what = MissingWeight::skip;
  double value = 1;
};
[[nodiscard]] Option missing_weight_option();
/// @throws InvalidArgument for the option without `--weight`, and for what is no number.
[[nodiscard]] MissingWeights missing_weights(const Call& call);
/// Tells on stderr how many of the selected relations have no weight, and what became of them.
void say_missing_weights(const Call& call, const Question& question);

/// What these options of a call ask for.
[[nodiscard]] answers::FoldingParameters folding_parameters(const Call& call);
[[nodiscard]] answers::MeasureParameters measure_parameters(const Call& call);

}  // namespace entente::tool
