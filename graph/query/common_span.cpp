#include <algorithm>
#include <utility>

#include <entente/network/network.hpp>
#include <entente/query/common_span.hpp>

#include "query/span_search.hpp"

namespace entente {
namespace {

/// The relations of a hop that have its weight.
std::vector<RelationId> of_its_weight(const Graph& graph, const Network& network,
                                      const Step& step) {
  const Projection& projection = network.projection();
  if (projection.weighting != Weighting::attribute) return step.relations;
  const RelationId shown = step.relations.front();
  const auto weight = graph.attribute(shown, projection.attribute);
  std::vector<RelationId> list;
  for (const RelationId relation : step.relations)
    if (graph.attribute(relation, projection.attribute) == weight) list.push_back(relation);
  return list;
}

Verdict verdict_of(const SelectedFacts& facts, RelationId relation) {
  const auto found =
      std::ranges::lower_bound(facts.relations, relation, {}, &SelectedRelation::relation);
  return found == facts.relations.end() || found->relation != relation ? Verdict::no
                                                                       : found->verdict;
}

void show_first(Step& step, RelationId relation, Verdict verdict) {
  const auto found = std::ranges::find(step.relations, relation);
  std::rotate(step.relations.begin(), found, found + 1);
  step.verdict = verdict;
}

}  // namespace

BestChoice best_choice(const Graph& graph, std::span<const std::vector<RelationId>> legs,
                       const Selection& selection) {
  for (const std::vector<RelationId>& leg : legs)
    for (const RelationId relation : leg) relation_in(graph.store(), relation, "best_choice");
  return SpanSearch(graph, selection).best(legs);
}

std::optional<CommonSpan> common_span(const Graph& graph, std::span<const RelationId> relations,
                                      Inference inference) {
  std::vector<std::vector<RelationId>> legs;
  for (const RelationId relation : relations) {
    relation_in(graph.store(), relation, "common_span");
    legs.push_back({relation});
  }
  return best_choice(graph, legs, {.inference = inference}).span;
}

std::vector<SpannedPath> spanned(const Graph& graph, const Network& network,
                                 std::vector<Path> paths, const SelectedFacts& facts,
                                 const Selection& selection) {
  const SpanSearch search(graph, selection);
  std::vector<SpannedPath> list;
  for (Path& path : paths) {
    std::vector<std::vector<RelationId>> all;
    std::vector<std::vector<RelationId>> as_certain;
    for (const Step& step : path.steps) {
      for (const RelationId relation : step.relations)
        relation_in(graph.store(), relation, "spanned");
      all.push_back(of_its_weight(graph, network, step));
      as_certain.push_back(all.back());
      std::erase_if(as_certain.back(), [&](RelationId relation) {
        return verdict_of(facts, relation) < step.verdict;
      });
    }
    BestChoice choice = search.best(as_certain);
    if (!choice.span) choice = search.best(all);
    for (std::size_t i = 0; choice.span && i < path.steps.size(); ++i)
      show_first(path.steps[i], choice.relations[i], verdict_of(facts, choice.relations[i]));
    list.push_back({std::move(path), std::move(choice.span), choice.apart});
  }
  return list;
}

}  // namespace entente
