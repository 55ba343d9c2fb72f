// What a selection keeps, as lists.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <entente/network/graph.hpp>

#include "network/answers.hpp"
#include "network/graph_store.hpp"
#include "network/judge.hpp"
#include "network/question.hpp"

namespace entente {

namespace {

/// The places of a list, 0 … size-1, that are kept, each as `make(i)`. Without branches on
/// what is kept, which no processor can predict. `count` of them are.
template <class T, class Kept, class Make>
std::vector<T> compact(std::size_t size, std::size_t count, Kept&& kept, Make&& make) {
  std::vector<T> list(count + 1);  // the last place takes what is not kept after the last
  std::size_t next = 0;
  for (std::size_t i = 0; i < size; ++i) {
    list[next] = make(i);
    next += kept(i) ? 1 : 0;
  }
  list.pop_back();
  return list;
}

Counts counted(const std::vector<Judged>& judged, Verdict least) {
  Counts counts;
  for (const Judged one : judged) {
    counts.certain += one.verdict() == Verdict::yes ? 1 : 0;
    counts.possible += one.verdict() == Verdict::maybe ? 1 : 0;
  }
  if (least == Verdict::yes) counts.possible = 0;
  return counts;
}

std::vector<SelectedRelation> kept_relations(const std::vector<Judged>& judged, Verdict least,
                                             std::size_t count) {
  return compact<SelectedRelation>(
      judged.size(), count, [&](std::size_t i) { return judged[i].verdict() >= least; },
      [&](std::size_t i) {
        return SelectedRelation{static_cast<RelationId>(static_cast<std::uint32_t>(i)),
                                judged[i].verdict(), judged[i].qualified()};
      });
}

std::vector<std::uint8_t> touched_entities(const Graph::Store& store,
                                           const std::vector<SelectedRelation>& relations) {
  std::vector<std::uint8_t> touched(store.entities.kind.size(), 0);
  for (const SelectedRelation& selected : relations) {
    touched[index(store.relations.from[index(selected.relation)])] = 1;
    touched[index(store.relations.to[index(selected.relation)])] = 1;
  }
  return touched;
}

std::vector<EntityId> kept_entities(const Graph::Store& store, const Question& question,
                                    const Answers& answers,
                                    const std::vector<SelectedRelation>& relations) {
  std::vector<std::uint8_t> kept = touched_entities(store, relations);
  for (std::uint32_t i = 0; question.isolated && i < kept.size(); ++i)
    if (kept[i] == 0 && question.keeps_kind(store.entities.kind[i]) &&
        answers.presence(static_cast<EntityId>(i)).verdict >= question.least)
      kept[i] = 1;
  return compact<EntityId>(
      kept.size(), static_cast<std::size_t>(std::count(kept.begin(), kept.end(), 1)),
      [&](std::size_t i) { return kept[i] != 0; },
      [](std::size_t i) { return static_cast<EntityId>(static_cast<std::uint32_t>(i)); });
}

}  // namespace

SelectedFacts Graph::facts(const Selection& selection) const {
  const Question question = read_selection(*this, selection);
  const Answers answers(*store_, question);
  const std::vector<Judged> judged = judge(*store_, question, answers);
  SelectedFacts facts;
  facts.counts = counted(judged, question.least);
  facts.relations =
      kept_relations(judged, question.least, facts.counts.certain + facts.counts.possible);
  facts.entities = kept_entities(*store_, question, answers, facts.relations);
  return facts;
}

}  // namespace entente
