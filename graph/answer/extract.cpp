#include <algorithm>
#include <functional>
#include <map>
#include <string_view>
#include <vector>

#include <entente/answer/extract.hpp>
#include <entente/model/problem.hpp>

#include "answer/question_run.hpp"
#include "answer/rows/rows.hpp"
#include "facts/given_facts.hpp"
#include "facts/graph_store.hpp"
#include "time/day_range.hpp"

namespace entente::answers {
namespace {

/// The entities that some facts need: ends, sources, those who assert. Each once, in order.
std::vector<EntityId> needed(const Graph& graph, const SelectedFacts& facts,
                             const std::vector<Relation>& relations) {
  std::vector<EntityId> entities(facts.entities.begin(), facts.entities.end());
  std::string_view last;  // most relations name the source of the one before
  const auto add = [&](const std::string& id) {
    if (const auto entity = graph.entity(id)) entities.push_back(*entity);
  };
  for (const Relation& relation : relations)
    for (const Evidence& evidence : relation.evidence) {
      if (evidence.source != last) add(evidence.source);
      last = evidence.source;
      if (!evidence.asserted_by.empty()) add(evidence.asserted_by);
    }
  std::sort(entities.begin(), entities.end());
  entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
  return entities;
}

/// A dossier of these relations of a graph, and of the entities that they need.
Dossier dossier_with(const Graph& graph, const SelectedFacts& facts,
                     std::vector<Relation> relations) {
  Dossier dossier;
  dossier.titles = graph.titles();
  dossier.vocabularies = graph.store().vocabularies;
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

void mark_true(Relation& relation, std::string_view name) {
  if (find_attribute(relation.attributes, name) == nullptr)
    relation.attributes.emplace_back(name, Scalar(true));
}

/// Whether a relation says of itself that it only may hold, as folded ties do.
bool is_marked_possible(const Graph& graph, RelationId relation) {
  const auto value = graph.attribute(relation, "certainty");
  const Scalar* scalar = value ? std::get_if<Scalar>(&*value) : nullptr;
  const std::string* text = scalar ? std::get_if<std::string>(scalar) : nullptr;
  return text && *text == "possible";
}

/// What the selection says of a relation, as attributes of it.
void mark_certainty(Relation& relation, const SelectedRelation& row) {
  if (row.presumed) mark_true(relation, "presumed");
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

/// The same date with an end that is the last day it can have held, or earlier; what attests a day
/// began by then. A set of days takes no qualifier: that its grounds are doubtful is an attribute.
/// None for what two ends cannot say: several days, and days in doubt.
std::optional<When> with_end(const When& when, Day last) {
  if (when.is_interval()) return When::between(when.start_text(), one_of_days(day_min, last));
  if (!when.decided_by_bounds(Reading::interval)) return std::nullopt;
  const Bounds attested = when.bounds(Reading::interval);
  return When::between(one_of_days(day_min, attested.start_max),
                       one_of_days(attested.end_min, last));
}

/// Whether an end that is inferred changes what a date says.
bool is_closed_by(const When& when, Day last) {
  const Bounds bounds = when.bounds(Reading::interval);
  return when.end_state(Reading::interval) == EndState::unknown &&
         closed_by(bounds, last) != bounds;
}

/// Whether it changes what some date of a relation says.
bool is_closed_by(const Relation& relation, Day last) {
  return (relation.when && is_closed_by(*relation.when, last)) ||
         std::ranges::any_of(relation.evidence, [last](const Evidence& piece) {
           return piece.when && is_closed_by(*piece.when, last);
         });
}

/// Whether a part of a dossier may lead its reader to other inferences than the whole does.
bool infers_anew(const Graph& graph, const SelectedFacts& facts) {
  return facts.relations.size() < graph.relation_count() &&
         std::ranges::any_of(facts.relations, [&](const SelectedRelation& row) {
           return graph.type(row.relation).closes != Closes::nothing;
         });
}

/// Writes down the ends that the reader of an extract would not infer, and lists the relations of
/// which it infers others nonetheless.
void keep_inferred_ends(Extract& extract, const Question& question, const SelectedFacts& facts) {
  const Viewpoint& viewpoint = *question.viewpoint;
  std::vector<Relation>& relations = extract.dossier.relations;
  std::vector<std::optional<InferredEnd>> ends;
  for (const SelectedRelation& row : facts.relations)
    ends.push_back(viewpoint.inferred_end(row.relation));
  if (std::ranges::none_of(ends, [](const auto& end) { return end.has_value(); }) &&
      !infers_anew(question.graph, facts))
    return;
  const auto again = inferred_again(extract.dossier, question.graph.vocabulary());
  for (std::size_t i = 0; i < relations.size(); ++i) {
    Relation& relation = relations[i];
    const auto found = again.find(relation.id);
    if (ends[i] && (found == again.end() || found->second != ends[i]->ends_by)) {
      const Day last = ends[i]->ends_by;
      if (relation.when && is_closed_by(*relation.when, last)) {
        if (auto written = with_end(*relation.when, last)) relation.when = std::move(written);
        mark(relation, "inferred_from", std::string(question.graph.id(ends[i]->by)));
        if (ends[i]->qualified) mark_true(relation, "inferred_end_qualified");
      }
      if (is_closed_by(relation, last)) extract.other_ends.push_back(relation.id);
    } else if (!ends[i] && found != again.end() && is_closed_by(relation, found->second)) {
      extract.other_ends.push_back(relation.id);
    }
  }
}

}  // namespace

Dossier dossier_of(const Graph& graph, const SelectedFacts& facts) {
  require_facts(graph, facts, "dossier_of");
  std::vector<Relation> relations;
  relations.reserve(facts.relations.size());
  for (const SelectedRelation& row : facts.relations)
    relations.push_back(graph.record(row.relation));
  return dossier_with(graph, facts, std::move(relations));
}

Extract extract_of(const Question& asked, const SelectedFacts& facts) {
  const QuestionRun running(asked);
  require_facts(asked.graph, facts, "extract_of");
  const Question question = asked.viewpoint ? asked : understood(asked);
  std::vector<Relation> relations;
  relations.reserve(facts.relations.size());
  for (const SelectedRelation& row : facts.relations)
    relations.push_back(seen_record(question, row.relation));
  Extract extract{dossier_with(question.graph, facts, std::move(relations)), {}};
  for (std::size_t i = 0; i < facts.relations.size(); ++i)
    mark_certainty(extract.dossier.relations[i], facts.relations[i]);
  if (question.selection.inference == Inference::on) keep_inferred_ends(extract, question, facts);
  return extract;
}

Dossier dossier_of(const Question& question, const SelectedFacts& facts) {
  return extract_of(question, facts).dossier;
}

std::vector<std::pair<std::string, Attributes>> marks_of(const Question& asked,
                                                         const SelectedFacts& facts) {
  const QuestionRun running(asked);
  require_facts(asked.graph, facts, "marks_of");
  const Question question = asked.viewpoint ? asked : understood(asked);
  std::vector<std::pair<std::string, Attributes>> marks;
  marks.reserve(facts.relations.size());
  for (const SelectedRelation& row : facts.relations) {
    Attributes& list = marks.emplace_back(question.graph.id(row.relation), Attributes()).second;
    const bool certain =
        row.verdict == Verdict::yes && !is_marked_possible(question.graph, row.relation);
    list.emplace_back("certainty", Scalar(std::string(certain ? "certain" : "possible")));
    if (row.why != Why::none) list.emplace_back("why", Scalar(std::string(to_string(row.why))));
    if (const auto end = inferred_end(question, row.relation)) {
      list.emplace_back("inferred_end", Scalar(format_day(end->ends_by)));
      if (end->qualified) list.emplace_back("inferred_end_qualified", Scalar(std::string("true")));
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
