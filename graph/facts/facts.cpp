// What a selection keeps, as lists.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

#include <entente/error.hpp>
#include <entente/facts/graph.hpp>

#include "facts/answers.hpp"
#include "facts/criteria.hpp"
#include "facts/given_facts.hpp"
#include "facts/graph_store.hpp"
#include "facts/judge.hpp"
#include "facts/throughout.hpp"

namespace entente {

namespace {

std::vector<std::uint8_t> touched_entities(const Graph::Store& store,
                                           const std::vector<SelectedRelation>& relations) {
  std::vector<std::uint8_t> touched(store.entities.kind.size(), 0);
  const auto& from = store.relations.from;
  const auto& to = store.relations.to;
  for (const SelectedRelation& selected : relations) {
    touched[index(from[index(selected.relation)])] = 1;
    touched[index(to[index(selected.relation)])] = 1;
  }
  return touched;
}

/// Without branches on what is kept, which no processor can predict.
std::vector<EntityId> listed(const std::vector<std::uint8_t>& kept) {
  const auto count = static_cast<std::size_t>(std::count(kept.begin(), kept.end(), 1));
  std::vector<EntityId> list(count + 1);  // the last place takes what is not kept after the last
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < kept.size(); ++i) {
    list[next] = static_cast<EntityId>(i);
    next += kept[i];
  }
  list.pop_back();
  return list;
}

std::vector<EntityId> kept_entities(const Graph::Store& store, const Criteria& criteria,
                                    const Answers& answers,
                                    const std::vector<SelectedRelation>& relations) {
  std::vector<std::uint8_t> kept = touched_entities(store, relations);
  for (std::uint32_t i = 0; criteria.isolated && i < kept.size(); ++i)
    if (kept[i] == 0 && criteria.keeps(static_cast<EntityId>(i), store.entities.kind[i]) &&
        answers.lifetimes().presence(static_cast<EntityId>(i)).verdict >= criteria.least)
      kept[i] = 1;
  return listed(kept);
}

}  // namespace

namespace {

Counts counted(const std::vector<SelectedRelation>& relations) {
  Counts counts;
  for (const SelectedRelation& row : relations) counts.add(row.verdict);
  return counts;
}

void sort_once(std::vector<EntityId>& entities) {
  std::sort(entities.begin(), entities.end());
  entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
}

}  // namespace

SelectedFacts SelectedFacts::of(const Graph& graph, std::vector<SelectedRelation> relations,
                                std::vector<EntityId> entities) {
  std::stable_sort(relations.begin(), relations.end(),
                   [](const auto& a, const auto& b) { return a.relation < b.relation; });
  const auto same = [](const auto& a, const auto& b) { return a.relation == b.relation; };
  relations.erase(std::unique(relations.begin(), relations.end(), same), relations.end());
  for (const SelectedRelation& row : relations) {
    entities.push_back(graph.from(row.relation));
    entities.push_back(graph.to(row.relation));
  }
  sort_once(entities);
  require_entities(graph, entities, "SelectedFacts::of");
  SelectedFacts facts;
  facts.counts = counted(relations);
  facts.relations = std::move(relations);
  facts.entities = std::move(entities);
  return facts;
}

SelectedFacts SelectedFacts::among(const Graph& graph, std::vector<EntityId> kept) const {
  sort_once(kept);
  require_entities(graph, kept, "SelectedFacts::among");
  const auto has = [&](EntityId entity) {
    return std::binary_search(kept.begin(), kept.end(), entity);
  };
  SelectedFacts facts;
  for (const SelectedRelation& row : relations)
    if (has(graph.from(row.relation)) && has(graph.to(row.relation)))
      facts.relations.push_back(row);
  facts.counts = counted(facts.relations);
  facts.entities = std::move(kept);
  return facts;
}

SelectedFacts SelectedFacts::where(
    const Graph& graph, const std::function<bool(const SelectedRelation&)>& wanted) const {
  if (!wanted) throw InvalidArgument("no-function", "SelectedFacts::where needs a function to ask");
  std::vector<SelectedRelation> kept;
  std::copy_if(relations.begin(), relations.end(), std::back_inserter(kept), wanted);
  return of(graph, std::move(kept));
}

SelectedFacts Graph::facts(const Selection& selection) const {
  const Criteria criteria = read_selection(*this, selection);
  const Answers answers(*store_, criteria);
  JudgedRelations judged = judge(*store_, criteria, answers);
  keep_lasting_ties(*store_, criteria, answers, judged);
  SelectedFacts facts;
  facts.relations = std::move(judged.kept);
  facts.counts = judged.counts;
  facts.undated = std::move(judged.undated);
  facts.inferred_ended = std::move(judged.inferred_ended);
  facts.entities = kept_entities(*store_, criteria, answers, facts.relations);
  return facts;
}

}  // namespace entente
