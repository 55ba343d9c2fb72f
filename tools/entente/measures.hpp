#pragma once

/// The options of measures, and what they ask for.

#include <entente/answer/measured.hpp>

#include "call.hpp"
#include "question.hpp"

namespace entente::tool {

/// What `--missing-weight` of a call makes of relations without a weight.
struct MissingWeights {
  MissingWeight what = MissingWeight::skip;
  double value = 1;
};
/// @throws InvalidArgument for the option without `--weight`, and for what is no number.
[[nodiscard]] MissingWeights missing_weights(const Call& call);

/// What the options of a call ask for.
[[nodiscard]] answers::FoldingParameters folding_parameters(const Call& call);
[[nodiscard]] answers::MeasureParameters measure_parameters(const Call& call);

}  // namespace entente::tool
