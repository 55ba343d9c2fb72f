#include "measures.hpp"

#include <entente/error.hpp>

namespace entente::tool {

MissingWeights missing_weights(const Call& call) {
  if (!call.has("--missing-weight")) return {};
  if (!call.has("--weight"))
    throw InvalidArgument("usage", "--missing-weight goes with --weight ATTRIBUTE");
  const std::string what = call.text("--missing-weight");
  if (what == "skip") return {};
  if (what == "error") return {MissingWeight::error};
  return {MissingWeight::value, *call.number("--missing-weight")};
}

answers::FoldingParameters folding_parameters(const Call& call) {
  const MissingWeights missing = missing_weights(call);
  return {.weight = call.text("--weight"),
          .over = call.list("--over"),
          .parallels = call.has("--multi") ? Parallels::kept : Parallels::merged,
          .missing_weight = missing.what,
          .weight_if_missing = missing.value};
}

answers::MeasureParameters measure_parameters(const Call& call) {
  answers::MeasureParameters parameters{
      .folding = folding_parameters(call),
      .scale = call.text("--scale") == "raw" ? Scale::raw : Scale::normalized,
      .sample = call.count("--sample", 1),
      .restart = call.list("--restart"),
      .alpha = call.number("--alpha")};
  parameters.seed = call.count("--seed").value_or(parameters.seed);
  parameters.damping = call.number("--damping").value_or(parameters.damping);
  return parameters;
}

}  // namespace entente::tool
