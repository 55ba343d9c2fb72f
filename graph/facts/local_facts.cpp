// Relations of a few entities, judged one by one.

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include <entente/facts/local_facts.hpp>

#include "facts/answers.hpp"
#include "facts/criteria.hpp"
#include "facts/given_facts.hpp"
#include "facts/graph_store.hpp"

namespace entente {
namespace {

using EntityList = std::vector<EntityId>;

class LocalJudge {
 public:
  LocalJudge(const Graph::Store& store, const Criteria& criteria, const Answers& answers)
      : store_(store), criteria_(criteria), answers_(answers) {}

  /// Whether type, modality, kinds and sources are what is asked for.
  [[nodiscard]] bool keeps_record(RelationId relation) const {
    const auto& columns = store_.relations;
    const std::size_t row = index(relation);
    const auto& kinds = store_.entities.kind;
    return (criteria_.types.empty() || criteria_.types[columns.type[row]] != 0) &&
           ((criteria_.modalities >> static_cast<unsigned>(columns.modality[row])) & 1U) != 0 &&
           criteria_.keeps(columns.from[row], kinds[index(columns.from[row])]) &&
           criteria_.keeps(columns.to[row], kinds[index(columns.to[row])]) &&
           (criteria_.sources.empty() || has_source(relation));
  }

  /// Whether it is left out only because inference gives it an end.
  [[nodiscard]] bool ended_by_inference(RelationId relation) const {
    if (!answers_.closing(relation, Seen::most) && !answers_.closing(relation, Seen::least))
      return false;
    return keeps_record(relation) && answers_.judge(relation).verdict == Verdict::no &&
           answers_.lasts_without_inference(relation);
  }

  void take(RelationId relation, SelectedFacts& facts) const {
    if (!keeps_record(relation)) return;
    SelectedRelation row{.relation = relation};
    if (criteria_.dated()) {
      const Judgement judged = answers_.judge(relation);
      row.verdict = judged.verdict;
      row.why = judged.why;
      row.qualified = judged.qualified;
      row.presumed = judged.presumed;
      if (judged.undated && judged.verdict == Verdict::maybe &&
          criteria_.undated != Undated::listed) {
        if (criteria_.least <= Verdict::maybe) facts.undated.push_back(relation);
        return;
      }
    }
    if (answers_.sight().is_uncertain() && row.verdict != Verdict::no) learn(row);
    if (row.verdict == Verdict::no || row.verdict < criteria_.least) return;
    if (row.verdict != Verdict::maybe) row.why = Why::none;
    facts.relations.push_back(row);
    facts.counts.add(row.verdict);
  }

 private:
  [[nodiscard]] bool has_source(RelationId relation) const {
    const auto sources = store_.sources_of(relation);
    return std::any_of(sources.begin(), sources.end(),
                       [&](EntityId source) { return criteria_.sources[index(source)] != 0; });
  }

  /// Whether a document was out decides of what its dates leave standing.
  void learn(SelectedRelation& row) const {
    const QualifiedVerdict known = answers_.sight().known(row.relation);
    const QualifiedVerdict both = QualifiedVerdict{row.verdict, row.qualified} & known;
    const bool had_reason = row.verdict == Verdict::maybe;
    row.verdict = both.verdict;
    row.qualified = both.qualified;
    if (known.verdict == Verdict::maybe && (!had_reason || row.why > Why::published))
      row.why = Why::published;
  }

  const Graph::Store& store_;
  const Criteria& criteria_;
  const Answers& answers_;
};

void sort_and_unify(auto& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

/// The part of all facts that touches the entities.
SelectedFacts part_of(const Graph& graph, const SelectedFacts& all, const EntityList& entities) {
  const auto touches = [&](RelationId relation) {
    return std::ranges::binary_search(entities, graph.from(relation)) ||
           std::ranges::binary_search(entities, graph.to(relation));
  };
  SelectedFacts facts;
  for (const SelectedRelation& row : all.relations)
    if (touches(row.relation)) {
      facts.relations.push_back(row);
      facts.counts.add(row.verdict);
    }
  std::ranges::copy_if(all.undated, std::back_inserter(facts.undated), touches);
  std::ranges::copy_if(all.inferred_ended, std::back_inserter(facts.inferred_ended), touches);
  return facts;
}

}  // namespace

SelectedFacts facts_at(const Graph& graph, const Selection& selection,
                       std::span<const EntityId> entities) {
  require_entities(graph, entities, "facts_at");
  EntityList near(entities.begin(), entities.end());
  sort_and_unify(near);
  SelectedFacts facts;
  if (!selection.throughout.empty()) {
    facts = part_of(graph, graph.facts(selection), near);
  } else {
    const Criteria criteria = read_selection(graph, selection);
    const Answers answers(graph.store(), criteria);
    const LocalJudge judge(graph.store(), criteria, answers);
    std::vector<RelationId> relations;
    for (const EntityId entity : near)
      for (const RelationId relation : graph.relations(entity)) relations.push_back(relation);
    sort_and_unify(relations);
    for (const RelationId relation : relations) judge.take(relation, facts);
    if (criteria.dated() && criteria.least <= Verdict::maybe)
      for (const RelationId relation : relations)
        if (judge.ended_by_inference(relation)) facts.inferred_ended.push_back(relation);
  }
  for (const SelectedRelation& row : facts.relations) {
    facts.entities.push_back(graph.from(row.relation));
    facts.entities.push_back(graph.to(row.relation));
  }
  sort_and_unify(facts.entities);
  facts.counts.undated = facts.undated.size();
  return facts;
}

}  // namespace entente
