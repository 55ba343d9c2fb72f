#include <algorithm>
#include <array>

#include <entente/base/json_text.hpp>
#include <entente/error.hpp>
#include <entente/facts/graph.hpp>
#include <entente/network/network.hpp>
#include <entente/text/edit_distance.hpp>
#include <entente/text/safe.hpp>

#include "answer/measuring.hpp"
#include "words/nothing_words.hpp"

namespace entente::answers {

const Measure& measure_named(std::string_view name) {
  const auto found = std::ranges::find(measures(), name, &Measure::name);
  if (found != measures().end()) return *found;
  std::vector<std::string_view> names;
  for (const Measure& measure : measures()) names.push_back(measure.name);
  const auto meant = nearest(name, names);
  throw InvalidArgument("unknown-measure", "there is no measure '" + terminal_safe(name) + "'" +
                                               (meant ? "; did you mean " + *meant + "?" : ""));
}

std::vector<RelationId> relations_without_weight(const Question& question,
                                                 const std::string& attribute) {
  const Graph& graph = question.graph;
  const SelectedFacts selected = graph.facts(question.selection);
  auto missing = relations_without_number(graph, selected, attribute);
  if (missing.size() < selected.relations.size()) return missing;
  const SelectedFacts all = graph.facts();
  if (relations_without_number(graph, all, attribute).size() < all.relations.size()) return missing;
  throw InvalidArgument("unknown-attribute", "no relation of the dossier has a number `" +
                                                 terminal_safe(attribute) +
                                                 "` to weigh it by; see `attributes` of relations");
}

Projection projection_for(std::string_view measure, const FoldingParameters& folding) {
  const WeightMeaning meaning = measure_named(measure).weights;
  Projection projection;
  projection.parallels = folding.parallels;
  projection.over = folding.over;
  if (!folding.weight.empty()) {
    projection.weighting = Weighting::attribute;
    projection.attribute = folding.weight;
    projection.missing_weight = folding.missing_weight;
    projection.weight_if_missing = folding.weight_if_missing;
    projection.fold = meaning == WeightMeaning::strength ? Fold::sum : Fold::min;
  } else if (measure == "strength") {
    projection.weighting = Weighting::count;
  }
  return projection;
}

Projection computed_projection(std::string_view measure, const FoldingParameters& folding) {
  Projection projection = projection_for(measure, folding);
  if (measure == "strength" && projection.weighting == Weighting::attribute &&
      projection.over.empty())
    projection.parallels = Parallels::kept;
  return projection;
}

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

std::string advice_on_over(const Question& question, const FoldingParameters& folding) {
  const Vocabulary& vocabulary = question.graph.vocabulary();
  const std::vector<std::string>& kinds = question.selection.kinds;
  const auto kept = [&](const std::string& over) {
    return std::ranges::any_of(kinds, [&](const std::string& kind) {
      return vocabulary.is_a(over, kind) || vocabulary.is_a(kind, over);
    });
  };
  if (kinds.empty() || folding.over.empty() || std::ranges::any_of(folding.over, kept)) return {};
  return nothing_text(NothingWord::kind_without_over, question.languages,
                      {folding.over.front(), kinds.front()});
}

RankOptions rank_options(const Question& question, const MeasureParameters& parameters) {
  RankOptions options;
  if (!parameters.folding.weight.empty()) options.weights = Weights::used;
  options.scale = parameters.scale;
  if (parameters.folding.parallels == Parallels::kept) options.counted = Counted::relations;
  options.sample = parameters.sample;
  options.seed = parameters.seed;
  options.damping = parameters.damping;
  for (const EntityId entity : question.entities(parameters.restart))
    options.restart.emplace_back(entity, 1.0);
  options.alpha = parameters.alpha;
  options.run = question.run;
  return options;
}

}  // namespace entente::answers
