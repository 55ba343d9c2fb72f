#include <entente/algorithm/neighborhood.hpp>
#include <entente/answer/ego.hpp>
#include <entente/base/json_text.hpp>
#include <entente/network/network.hpp>
#include <entente/query/timeline.hpp>

#include "answer/notes/notes.hpp"
#include "answer/question_run.hpp"
#include "answer/rows/rows.hpp"
#include "words/note_words.hpp"
#include "words/nothing_words.hpp"

namespace entente::answers {
namespace {

std::string near_json(const Question& question, EntityId entity, std::uint32_t distance) {
  JsonText json;
  json.open_object().member("entity", question.graph.id(entity));
  json.member("kind", question.graph.kind(entity)).member("name", question.name(entity));
  json.member("distance", distance);
  return json.close_object().str();
}

}  // namespace

EgoAnswer ego(const Question& asked, const EgoParameters& parameters) {
  const QuestionRun running(asked);
  EgoAnswer answer(asked);
  const Question& question = answer.question;
  answer.centre = question.entity(parameters.entity);
  answer.distance.emplace(answer.centre, 0);
  const Network network = question.graph.select(question.selection);
  for (const Reached& reached :
       neighbors_within(network, answer.centre, parameters.depth, question.run))
    answer.distance.emplace(reached.entity, reached.distance);
  const SelectedFacts facts = question.graph.facts(question.selection);
  for (const SelectedRelation& row : facts.relations)
    if (answer.distance.contains(question.graph.from(row.relation)) &&
        answer.distance.contains(question.graph.to(row.relation)))
      answer.rows.push_back(row);
  answer.rows = in_order_of_time(question.graph, answer.rows, *question.viewpoint);
  std::vector<EntityId> near;
  for (const auto& [entity, distance] : answer.distance) near.push_back(entity);
  rest_on(answer, facts, near);
  note_names(answer, {parameters.entity});
  if (answer.rows.empty())
    answer.nothing =
        nothing_text(NothingWord::nothing_tied, question.languages, {question.name(answer.centre)});
  return given(std::move(answer));
}

JsonObject EgoAnswer::json() const {
  return JsonObject()
      .add("center", json_quoted(question.graph.id(centre)))
      .add("relations", rows_json(question, rows))
      .add("entities", json_list(distance, [&](const auto& near) {
             return near_json(question, near.first, near.second);
           }));
}

Table EgoAnswer::table(Reader reader) const {
  return rows_table(question, rows, reader);
}

std::optional<std::string> EgoAnswer::sentences() const {
  std::string text = counted_note(NoteWord::around_it_one, rows.size(), question.languages,
                                  question.shown(centre), std::to_string(distance.size() - 1)) +
                     "\n";
  for (const SelectedRelation& row : rows) text += row_sentence(question, row) + "\n";
  return text;
}

std::optional<SelectedFacts> EgoAnswer::facts() const {
  return facts_of(question, rows, {centre});
}

}  // namespace entente::answers
