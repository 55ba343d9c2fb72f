#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string_view>

#include <entente/answer/extract.hpp>
#include <entente/model/problem.hpp>

#include "answer/rows/rows.hpp"

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

void mark(Relation& relation, std::string_view name, std::string text) {
  for (const auto& [known, value] : relation.attributes)
    if (known == name) return;
  relation.attributes.emplace_back(name, Scalar(std::move(text)));
}

/// What the selection says of a relation, as attributes of it.
void mark_certainty(Relation& relation, const SelectedRelation& row, Target target) {
  const bool possible = row.verdict != Verdict::yes;
  if (!possible && target == Target::entente) return;
  mark(relation, "certainty", possible ? "possible" : "certain");
  if (row.why != Why::none) mark(relation, "why", std::string(to_string(row.why)));
}

/// The ends that a reader of the dossier infers again, by relation.
std::map<std::string, Day, std::less<>> inferred_again(const Dossier& dossier,
                                                       const Vocabulary& vocabulary) {
  std::map<std::string, Day, std::less<>> ends;
  try {
    const Graph graph(dossier, vocabulary);
    for (const InferredEnd& end : Viewpoint(graph, {}).inferred_ends())
      ends.emplace(graph.id(end.relation), end.ends_by);
  } catch (const DossierError&) {
    // A part that is no dossier of its own lets nobody infer anything.
  }
  return ends;
}

/// Writes down an end that is the last day it can have held, or earlier.
void write_end(Relation& relation, const InferredEnd& end) {
  if (!relation.when || !relation.when->is_interval()) return;
  relation.when = When::between(relation.when->start_text(),
                                "[.." + format_day(end.ends_by) + (end.qualified ? "?]" : "]"));
}

void keep_inferred_ends(Dossier& dossier, const Question& question,
                        const std::vector<InferredEnd>& ends, Target target) {
  if (ends.empty()) return;
  const auto again = inferred_again(dossier, question.graph.vocabulary());
  for (const InferredEnd& end : ends) {
    const std::string_view id = question.graph.id(end.relation);
    const auto relation = std::ranges::find(dossier.relations, id, &Relation::id);
    const auto found = again.find(id);
    const bool lost = found == again.end() || found->second != end.ends_by;
    if (lost) write_end(*relation, end);
    if (target == Target::others) mark(*relation, "inferred_end", format_day(end.ends_by));
    if (lost || target == Target::others)
      mark(*relation, "inferred_from", std::string(question.graph.id(end.by)));
  }
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

Dossier dossier_of(const Question& asked, const SelectedFacts& facts, Target target) {
  const Question question = asked.viewpoint ? asked : understood(asked);
  Dossier dossier = dossier_of(question.graph, facts);
  std::vector<InferredEnd> ends;
  for (std::size_t i = 0; i < facts.relations.size(); ++i) {
    mark_certainty(dossier.relations[i], facts.relations[i], target);
    if (const auto end = inferred_end(question, facts.relations[i].relation)) ends.push_back(*end);
  }
  keep_inferred_ends(dossier, question, ends, target);
  return dossier;
}

std::string selection_text(const Question& question) {
  const std::string text = selection_json(question.selection);
  return text == selection_json({}) ? std::string() : text;
}

}  // namespace entente::answers
