#include "measures.hpp"

#include <entente/algorithm/measures.hpp>

namespace entente::tool {

std::vector<std::string_view> measure_names() {
  std::vector<std::string_view> names;
  for (const Measure& measure : measures()) names.push_back(measure.name);
  return names;
}

std::vector<Option> measure_options() {
  return {
      {"--scale", "SCALE", "normalized (default) or raw, of betweenness", {"normalized", "raw"}},
      {"--multi", "", "degree counts relations, not neighbours"},
      {"--sample", "K", "betweenness from K entities only"},
      {"--seed", "N", "of the sample (1)"},
      {"--damping", "D", "of PageRank (0.85)"},
      {"--restart", "E,…", "PageRank starts anew from these", {}, Option::Times::many},
      {"--alpha", "A", "of Katz (0.85 / largest eigenvalue)"}};
}

std::vector<Option> projection_options() {
  return {
      {"--weight", "ATTRIBUTE", "weigh relations by this number"},
      {"--over", "K,…", "tie those that share an entity of these kinds", {}, Option::Times::many}};
}

answers::FoldingParameters folding_parameters(const Call& call) {
  return {.weight = call.text("--weight"),
          .over = call.list("--over"),
          .parallels = call.has("--multi") ? Parallels::kept : Parallels::merged};
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
