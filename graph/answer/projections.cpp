#include "measures.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <entente/io/json_text.hpp>
#include <entente/text/safe.hpp>

#include "command_line.hpp"

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

Projection projection_for(std::string_view measure, const Call& call) {
  const WeightMeaning meaning = find_measure(measure).weights;
  Projection projection;
  if (call.has("--multi")) projection.parallels = Parallels::kept;
  projection.over = call.list("--over");
  if (call.has("--weight")) {
    projection.weighting = Weighting::attribute;
    projection.attribute = call.text("--weight");
    projection.fold = meaning == WeightMeaning::strength ? Fold::sum : Fold::min;
  } else if (measure == "strength") {
    projection.weighting = Weighting::count;
  }
  return projection;
}

namespace {

std::string projection_json(const Projection& projection) {
  constexpr std::array<std::string_view, 3> parallels{"merged", "merged_by_type", "kept"};
  constexpr std::array<std::string_view, 4> weightings{"unit", "count", "newman", "attribute"};
  constexpr std::array<std::string_view, 3> folds{"min", "max", "sum"};
  const bool by_attribute = projection.weighting == Weighting::attribute;
  JsonText json;
  json.open_object()
      .member("parallels", parallels[static_cast<std::size_t>(projection.parallels)])
      .member("weighting", weightings[static_cast<std::size_t>(projection.weighting)]);
  json.key("attribute");
  if (by_attribute)
    json.value(projection.attribute)
        .member("fold", folds[static_cast<std::size_t>(projection.fold)]);
  else
    json.null().key("fold").null();
  json.key("over").open_list();
  for (const std::string& kind : projection.over) json.value(kind);
  return json.close_list().close_object().str();
}

}  // namespace

std::vector<std::pair<std::string, std::string>> projection_member(std::string_view measure,
                                                                   const Call& call) {
  if (!call.has("--over") && !call.has("--weight") && !call.has("--multi")) return {};
  return {{"projection", projection_json(projection_for(measure, call))}};
}

RankOptions rank_options(const Question& question, const Call& call) {
  RankOptions options;
  if (call.has("--weight")) options.weights = Weights::used;
  if (call.text("--scale") == "raw") options.scale = Scale::raw;
  if (call.has("--multi")) options.counted = Counted::relations;
  options.sample = call.count("--sample", 1);
  options.seed = call.count("--seed").value_or(options.seed);
  options.damping = call.number("--damping").value_or(options.damping);
  for (const std::string& name : call.list("--restart"))
    options.restart.emplace_back(question.entity(name), 1.0);
  options.alpha = call.number("--alpha");
  options.run = question.run;
  return options;
}

const Measure& find_measure(std::string_view name) {
  const auto found = std::ranges::find(measures(), name, &Measure::name);
  if (found != measures().end()) return *found;
  throw InvalidArgument("unknown-measure", "there is no measure '" + terminal_safe(name) + "'" +
                                               did_you_mean(name, measure_names()));
}

std::string score_text(double score, Answer::Reader reader) {
  if (reader == Answer::Reader::program) return json_number(score);
  constexpr int digits = 6;
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), score,
                                 std::chars_format::general, digits)
                       .ptr;
  return {buffer.data(), end};
}

}  // namespace entente::tool
