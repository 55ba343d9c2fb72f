#include <set>

#include <entente/answer/extract.hpp>

namespace entente::answers {
namespace {

/// The entities that some facts need: ends, sources, those who assert.
std::set<EntityId> needed(const Graph& graph, const SelectedFacts& facts) {
  std::set<EntityId> entities(facts.entities.begin(), facts.entities.end());
  const auto add = [&](const std::string& id) {
    if (const auto entity = graph.entity(id)) entities.insert(*entity);
  };
  for (const SelectedRelation& row : facts.relations)
    for (const Evidence& evidence : graph.evidence(row.relation)) {
      add(evidence.source);
      add(evidence.asserted_by);
    }
  return entities;
}

}  // namespace

Dossier dossier_of(const Graph& graph, const SelectedFacts& facts) {
  Dossier dossier;
  dossier.titles = graph.titles();
  dossier.vocabularies = graph.dossier().vocabularies;
  for (const EntityId entity : needed(graph, facts))
    dossier.entities.push_back(graph.record(entity));
  for (const SelectedRelation& row : facts.relations)
    dossier.relations.push_back(graph.record(row.relation));
  return dossier;
}

}  // namespace entente::answers
