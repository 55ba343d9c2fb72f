#include "render/diagram/tie_dates.hpp"

namespace entente {
namespace {

std::vector<RelationId> ids_of(const SelectedFacts& facts) {
  std::vector<RelationId> ids;
  ids.reserve(facts.relations.size());
  for (const SelectedRelation& row : facts.relations) ids.push_back(row.relation);
  return ids;
}

/// All records of the ties: also those of other times.
std::vector<RelationId> records_of(const Graph& graph, const SelectedFacts& facts,
                                   Selection selection) {
  if (selection.as_of.empty() && selection.during.empty() && selection.throughout.empty())
    return ids_of(facts);
  selection.as_of.clear();
  selection.during.clear();
  selection.throughout.clear();
  return ids_of(graph.facts(selection));
}

}  // namespace

TieDates::TieDates(const Graph& graph, const SelectedFacts& facts, const Selection& selection)
    : viewpoint_(graph, selection),
      spells_(spells(graph, records_of(graph, facts, selection), selection)) {
  for (std::size_t i = 0; i < spells_.size(); ++i)
    for (const RelationId relation : spells_[i].relations) of_.emplace(relation, i);
}

const Spell* TieDates::spell_of(RelationId relation) const {
  const auto found = of_.find(relation);
  return found == of_.end() ? nullptr : &spells_[found->second];
}

std::optional<When> TieDates::when(RelationId relation) const {
  const Spell* spell = spell_of(relation);
  return spell && spell->relations.size() > 1 ? spell->when : viewpoint_.when(relation);
}

}  // namespace entente
