#include "measures.hpp"

#include <entente/error.hpp>

#include "say.hpp"

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

void say_missing_weights(const Call& call, const Question& question) {
  const MissingWeights instead = missing_weights(call);
  if (!call.has("--weight")) return;
  const std::string attribute = call.text("--weight");
  const std::size_t missing = answers::relations_without_weight(question, attribute).size();
  if (missing == 0 || instead.what == MissingWeight::error) return;
  const bool one = missing == 1;
  const std::string fate = instead.what == MissingWeight::skip
                               ? (one ? "is left out" : "are left out")
                               : (one ? "weighs " : "weigh ") + call.text("--missing-weight");
  say_remark(std::to_string(missing) + (one ? " relation has" : " relations have") +
             " no number `" + attribute + "` and " + fate);
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
