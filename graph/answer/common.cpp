#include <algorithm>
#include <set>

#include <entente/answer/common.hpp>
#include <entente/base/json_text.hpp>
#include <entente/error.hpp>
#include <entente/facts/local_facts.hpp>

#include "answer/notes/apart_notes.hpp"
#include "answer/notes/notes.hpp"
#include "answer/question_run.hpp"
#include "answer/rows/rows.hpp"
#include "answer/rows/shared_rows.hpp"
#include "words/note_words.hpp"
#include "words/nothing_words.hpp"

namespace entente::answers {
namespace {

std::string shared_json(const Question& question, const Shared& shared) {
  JsonText json;
  json.open_object().member("entity", question.graph.id(shared.entity));
  json.member("kind", question.graph.kind(shared.entity));
  json.member("name", question.name(shared.entity));
  add_shared_time(json, shared);
  return json.key("relations").raw(row_list_json(question, shared.relations)).close_object().str();
}

/// When they share it, where that is known.
std::string together(const Question& question, const Shared& shared) {
  if (!shared.span || shared.span->when.text() == "/") return "";
  const bool certainly = shared.span->verdict == Verdict::yes;
  return note_text(certainly ? NoteWord::shared_during : NoteWord::possibly_shared_during,
                   question.languages, {shared.span->when.text()});
}

RelationRows rows_of(const std::vector<Shared>& found) {
  return all_rows(found, [](const Shared& shared) { return shared.relations; });
}

/// The entities meant, which must differ: whatever one has, it shares with itself.
std::vector<EntityId> different_entities(const Question& question,
                                         const std::vector<std::string>& names) {
  if (names.empty())
    throw InvalidArgument("no-entities", "common asks what entities share, and none is named");
  std::vector<EntityId> entities;
  for (const std::string& name : names) {
    entities.push_back(question.entity(name));
    if (std::ranges::count(entities, entities.back()) > 1)
      throw InvalidArgument("same-entity", "common asks about several, and " +
                                               question.shown(entities.back()) + " is named twice");
  }
  return entities;
}

/// Those that a selected relation ties to the entity.
std::set<EntityId> tied_to(const Graph& graph, const SelectedFacts& facts, EntityId entity) {
  std::set<EntityId> others;
  for (const SelectedRelation& row : facts.relations) {
    const EntityId from = graph.from(row.relation);
    const EntityId to = graph.to(row.relation);
    if (from == entity) others.insert(to);
    if (to == entity) others.insert(from);
  }
  return others;
}

/// What a relation without a date may tie one of them to in the period.
std::set<EntityId> tied_at_an_unknown_time(const Graph& graph, const SelectedFacts& facts,
                                           const std::vector<EntityId>& entities) {
  std::set<EntityId> others;
  for (const RelationId relation : facts.undated) {
    if (std::ranges::count(entities, graph.from(relation)) > 0) others.insert(graph.to(relation));
    if (std::ranges::count(entities, graph.to(relation)) > 0) others.insert(graph.from(relation));
  }
  return others;
}

/// What all of them are tied to, and never at one time as far as is known.
std::set<EntityId> shared_never_at_one_time(const Question& question, const SelectedFacts& facts,
                                            const std::vector<EntityId>& entities) {
  std::set<EntityId> shared = tied_to(question.graph, facts, entities.front());
  for (const EntityId entity : entities) {
    const std::set<EntityId> others = tied_to(question.graph, facts, entity);
    std::erase_if(shared, [&](EntityId one) { return one == entity || !others.contains(one); });
  }
  for (const EntityId one : tied_at_an_unknown_time(question.graph, facts, entities))
    shared.erase(one);
  return shared;
}

/// Why nothing is shared: what there is, they do not have at one time.
std::string nothing_shared(const Question& question, const SelectedFacts& facts,
                           const std::vector<EntityId>& entities) {
  const bool walked = question.selection.direction == Direction::both;
  const std::set<EntityId> shared = shared_never_at_one_time(question, facts, entities);
  if (shared.empty() || !walked)
    return nothing_text(NothingWord::nothing_shared, question.languages);
  const bool certain = question.selection.keep == Keep::certain_only;
  const bool several = shared.size() > 1;
  const NothingWord word =
      certain ? (several ? NothingWord::many_not_certainly_together
                         : NothingWord::one_not_certainly_together)
              : (several ? NothingWord::many_never_together : NothingWord::one_never_together);
  return nothing_text(word, question.languages,
                      {question.name(*shared.begin()), std::to_string(shared.size() - 1)});
}

/// Notes what all have, and never at one time.
void note_never_together(CommonAnswer& answer, const SelectedFacts& facts) {
  const Graph& graph = answer.question.graph;
  std::set<EntityId> shared = shared_never_at_one_time(answer.question, facts, answer.entities);
  if (shared.empty() || answer.question.selection.direction != Direction::both) return;
  std::vector<RelationId> relations;
  for (const SelectedRelation& row : facts.relations)
    for (const EntityId entity : answer.entities) {
      const EntityId from = graph.from(row.relation);
      const EntityId to = graph.to(row.relation);
      if ((from == entity && shared.contains(to)) || (to == entity && shared.contains(from)))
        relations.push_back(row.relation);
    }
  std::ranges::sort(relations);
  relations.erase(std::unique(relations.begin(), relations.end()), relations.end());
  Note note = note_of(graph, "never-together", answer.nothing, relations);
  note.count = shared.size();
  add_note(answer, std::move(note));
}

/// Says so where something would be shared, had no end been inferred.
void note_inferred(CommonAnswer& answer, const SelectedFacts& facts) {
  Selection reported = answer.selection();
  if (reported.inference == Inference::off) return;
  reported.inference = Inference::off;
  if (entente::common(answer.question.graph, answer.entities, reported).empty()) return;
  std::vector<RelationId> relations;
  for (const SelectedRelation& row : facts.relations) relations.push_back(row.relation);
  add_note(answer, note_of_inferred_apart(answer.question, 1, std::move(relations)));
}

}  // namespace

CommonAnswer common(const Question& question, const CommonParameters& parameters) {
  const QuestionRun running(question);
  CommonAnswer answer(question);
  answer.entities = different_entities(answer.question, parameters.entities);
  answer.found = entente::common(question.graph, answer.entities, answer.question.selection);
  std::vector<EntityId> about = answer.entities;
  for (const Shared& shared : answer.found) about.push_back(shared.entity);
  const SelectedFacts facts = facts_at(question.graph, answer.selection(), about);
  rest_on(answer, facts, about);
  note_names(answer, parameters.entities);
  if (answer.found.empty()) {
    answer.nothing = nothing_shared(answer.question, facts, answer.entities);
    note_never_together(answer, facts);
    note_inferred(answer, facts);
  }
  return given(std::move(answer));
}

JsonObject CommonAnswer::json() const {
  return JsonObject().add("common", json_list(found, [&](const Shared& shared) {
                            return shared_json(question, shared);
                          }));
}

Table CommonAnswer::table(Reader) const {
  Table table{{{"entity"},
               {"kind"},
               {"name"},
               {"relations", Column::Align::right},
               {"certainty"},
               {"together"}},
              {}};
  for (const Shared& shared : found)
    table.rows.push_back({question.id(shared.entity),
                          std::string(question.graph.kind(shared.entity)),
                          question.name(shared.entity), std::to_string(shared.relations.size()),
                          certainty_of(shared), span_text(shared)});
  return table;
}

std::optional<std::string> CommonAnswer::sentences() const {
  std::string text;
  for (const Shared& shared : found) {
    text += (shared.verdict == Verdict::yes ? "" : "? ") + question.shown(shared.entity) + " (" +
            std::string(question.graph.kind(shared.entity)) + ")" + together(question, shared) +
            "\n";
    for (const SelectedRelation& row : shared.relations)
      text += "  " + row_sentence(question, row) + "\n";
  }
  return text;
}

std::optional<SelectedFacts> CommonAnswer::facts() const {
  return facts_of(question, rows_of(found), entities);
}

}  // namespace entente::answers
