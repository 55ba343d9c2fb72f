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
std::set<EntityId> needed(const Graph& graph, const SelectedFacts& facts,
                          const std::vector<Relation>& relations) {
  std::set<EntityId> entities(facts.entities.begin(), facts.entities.end());
  const auto add = [&](const std::string& id) {
    if (const auto entity = graph.entity(id)) entities.insert(*entity);
  };
  for (const Relation& relation : relations)
    for (const Evidence& evidence : relation.evidence) {
      add(evidence.source);
      add(evidence.asserted_by);
    }
  return entities;
}

/// A dossier of these relations of a graph, and of the entities that they need.
Dossier dossier_with(const Graph& graph, const SelectedFacts& facts,
                     std::vector<Relation> relations) {
  Dossier dossier;
  dossier.titles = graph.titles();
  dossier.vocabularies = graph.dossier().vocabularies;
  dossier.foreign = graph.foreign();
  for (const EntityId entity : needed(graph, facts, relations))
    dossier.entities.push_back(graph.record(entity));
  dossier.relations = std::move(relations);
  return dossier;
}

/// A relation with the evidence that a selection sees, and its own date only if that counts.
Relation seen_record(const Question& question, RelationId relation) {
  Relation record = question.graph.record(relation);
  record.evidence = seen_evidence(question, relation);
  const std::vector<When> dates = question.viewpoint->dates(relation);
  if (record.when && (dates.empty() || dates.front() != *record.when)) record.when.reset();
  return record;
}

void mark(Relation& relation, std::string_view name, std::string text) {
  for (const auto& [known, value] : relation.attributes)
    if (known == name) return;
  relation.attributes.emplace_back(name, Scalar(std::move(text)));
}

/// What the selection says of a relation, as attributes of it.
void mark_certainty(Relation& relation, const SelectedRelation& row) {
  if (row.verdict == Verdict::yes) return;
  mark(relation, "certainty", "possible");
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

/// Writes down an end that is the last day it can have held, or earlier. A set of days takes no
/// qualifier: that its grounds are doubtful is not written.
void write_end(Relation& relation, const InferredEnd& end) {
  if (!relation.when || !relation.when->is_interval()) return;
  relation.when = When::between(relation.when->start_text(), "[.." + format_day(end.ends_by) + "]");
}

void keep_inferred_ends(Dossier& dossier, const Question& question,
                        const std::vector<InferredEnd>& ends) {
  if (ends.empty()) return;
  const auto again = inferred_again(dossier, question.graph.vocabulary());
  for (const InferredEnd& end : ends) {
    const std::string_view id = question.graph.id(end.relation);
    const auto relation = std::ranges::find(dossier.relations, id, &Relation::id);
    const auto found = again.find(id);
    if (found != again.end() && found->second == end.ends_by) continue;
    write_end(*relation, end);
    mark(*relation, "inferred_from", std::string(question.graph.id(end.by)));
  }
}

}  // namespace

Dossier dossier_of(const Graph& graph, const SelectedFacts& facts) {
  std::vector<Relation> relations;
  for (const SelectedRelation& row : facts.relations)
    relations.push_back(graph.record(row.relation));
  return dossier_with(graph, facts, std::move(relations));
}

Dossier dossier_of(const Question& asked, const SelectedFacts& facts) {
  const Question question = asked.viewpoint ? asked : understood(asked);
  std::vector<Relation> relations;
  for (const SelectedRelation& row : facts.relations)
    relations.push_back(seen_record(question, row.relation));
  Dossier dossier = dossier_with(question.graph, facts, std::move(relations));
  std::vector<InferredEnd> ends;
  for (std::size_t i = 0; i < facts.relations.size(); ++i) {
    mark_certainty(dossier.relations[i], facts.relations[i]);
    if (const auto end = inferred_end(question, facts.relations[i].relation)) ends.push_back(*end);
  }
  keep_inferred_ends(dossier, question, ends);
  return dossier;
}

std::vector<std::pair<std::string, Attributes>> marks_of(const Question& asked,
                                                         const SelectedFacts& facts) {
  const Question question = asked.viewpoint ? asked : understood(asked);
  std::vector<std::pair<std::string, Attributes>> marks;
  for (const SelectedRelation& row : facts.relations) {
    Attributes& list = marks.emplace_back(question.graph.id(row.relation), Attributes()).second;
    const bool certain = row.verdict == Verdict::yes;
    list.emplace_back("certainty", Scalar(std::string(certain ? "certain" : "possible")));
    if (row.why != Why::none) list.emplace_back("why", Scalar(std::string(to_string(row.why))));
    if (const auto end = inferred_end(question, row.relation)) {
      list.emplace_back("inferred_end", Scalar(format_day(end->ends_by)));
      list.emplace_back("inferred_from", Scalar(std::string(question.graph.id(end->by))));
    }
  }
  std::ranges::sort(marks, {}, &std::pair<std::string, Attributes>::first);
  return marks;
}

std::string selection_text(const Question& question) {
  const std::string text = selection_json(question.selection);
  return text == selection_json({}) ? std::string() : text;
}

}  // namespace entente::answers
