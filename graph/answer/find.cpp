#include <algorithm>

#include <entente/answer/find.hpp>
#include <entente/base/json_text.hpp>

#include "answer/notes/notes.hpp"
#include "answer/question_run.hpp"
#include "answer/rows/rows.hpp"
#include "words/nothing_words.hpp"

namespace entente::answers {
namespace {

/// The hits among the entities that the selection keeps; what no relation touches is kept too.
std::vector<Match> hits(const Question& question, std::string_view text) {
  Selection selection = question.selection;
  selection.isolated = Isolated::always;
  const auto kept = question.graph.facts(selection).entities;
  std::vector<Match> matches = question.graph.search(text);
  std::erase_if(
      matches, [&](const Match& match) { return !std::ranges::binary_search(kept, match.entity); });
  return matches;
}

std::string match_json(const Question& question, const Match& match) {
  JsonText json;
  json.open_object().member("entity", question.graph.id(match.entity));
  json.member("kind", question.graph.kind(match.entity));
  json.member("name", question.name(match.entity)).member("matched", match.name);
  return json.member("how", to_string(match.how)).close_object().str();
}

}  // namespace

FindAnswer find(const Question& question, const FindParameters& parameters) {
  const QuestionRun running(question);
  FindAnswer answer(question);
  answer.matches = hits(answer.question, parameters.text);
  rest_on(answer, question.graph.facts(answer.selection()));
  // Entities are found, and no relation is listed whatever is asked for.
  std::erase_if(answer.notes, [](const Note& note) { return note.code == "undated"; });
  if (answer.matches.empty())
    answer.nothing =
        nothing_text(NothingWord::nothing_named, answer.question.languages, {parameters.text});
  return given(std::move(answer), WhenUndated::never_listed);
}

JsonObject FindAnswer::json() const {
  return JsonObject().add("matches", json_list(matches, [&](const Match& match) {
                            return match_json(question, match);
                          }));
}

Table FindAnswer::table(Reader) const {
  Table table{{{"entity"}, {"kind"}, {"name"}, {"matched"}, {"how"}}, {}};
  for (const Match& match : matches)
    table.rows.push_back({question.id(match.entity), std::string(question.graph.kind(match.entity)),
                          question.name(match.entity), match.name,
                          std::string(to_string(match.how))});
  return table;
}

}  // namespace entente::answers
