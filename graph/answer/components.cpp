#include <entente/algorithm/components.hpp>
#include <entente/algorithm/cuts.hpp>
#include <entente/answer/components.hpp>
#include <entente/network/network.hpp>

#include "answer/notes/notes.hpp"
#include "answer/question_run.hpp"
#include "answer/rows/rows.hpp"
#include "words/nothing_words.hpp"

namespace entente::answers {
namespace {

Network network_of(const Question& question, const ComponentsParameters& parameters) {
  return question.graph.select(question.selection, {.parallels = parameters.parallels});
}

}  // namespace

GroupsAnswer components(const Question& asked, const ComponentsParameters& parameters) {
  const QuestionRun running(asked);
  GroupsAnswer answer(asked);
  const Network network = network_of(answer.question, parameters);
  const RunControl& run = answer.question.run;
  if (parameters.part == Part::biconnected)
    answer.groups = biconnected_components(network, run);
  else
    answer.groups = entente::components(
        network, parameters.part == Part::strong ? Connectivity::strong : Connectivity::weak, run);
  rest_on(answer, answer.question.graph.facts(answer.selection()));
  if (answer.groups.empty())
    answer.nothing = nothing_text(NothingWord::no_such_group, answer.question.languages);
  return given(std::move(answer));
}

BridgesAnswer bridges(const Question& asked, const ComponentsParameters& parameters) {
  const QuestionRun running(asked);
  BridgesAnswer answer(asked);
  const Question& question = answer.question;
  const Network network = network_of(question, parameters);
  const SelectedFacts facts = question.graph.facts(question.selection);
  for (const EdgeIndex edge : entente::bridges(network, question.run))
    answer.rows.push_back(selected(facts, network.relations(edge).front()));
  rest_on(answer, answer.question.graph.facts(answer.selection()));
  if (answer.rows.empty())
    answer.nothing = nothing_text(NothingWord::no_bridge, question.languages);
  return given(std::move(answer));
}

JsonObject BridgesAnswer::json() const {
  return JsonObject().add("bridges", rows_json(question, rows));
}

Table BridgesAnswer::table(Reader reader) const {
  return rows_table(question, rows, reader);
}

std::optional<std::string> BridgesAnswer::sentences() const {
  return row_sentences(question, rows);
}

std::optional<SelectedFacts> BridgesAnswer::facts() const {
  return facts_of(question, rows, {});
}

CutVerticesAnswer cut_vertices(const Question& asked, const ComponentsParameters& parameters) {
  const QuestionRun running(asked);
  CutVerticesAnswer answer(asked);
  const Network network = network_of(answer.question, parameters);
  answer.entities = entente::cut_vertices(network, answer.question.run);
  rest_on(answer, answer.question.graph.facts(answer.selection()));
  if (answer.entities.empty())
    answer.nothing = nothing_text(NothingWord::no_cut_vertex, answer.question.languages);
  return given(std::move(answer));
}

JsonObject CutVerticesAnswer::json() const {
  return JsonObject().add("cut_vertices", quoted_ids(question, entities));
}

Table CutVerticesAnswer::table(Reader) const {
  return entities_table(question, entities);
}

std::optional<SelectedFacts> CutVerticesAnswer::facts() const {
  return facts_of(question, {}, entities);
}

}  // namespace entente::answers
