#include <entente/answer/show.hpp>
#include <entente/facts/local_facts.hpp>
#include <entente/query/timeline.hpp>
#include <entente/text/safe.hpp>

#include "answer/notes/notes.hpp"
#include "answer/question_run.hpp"
#include "answer/rows/attribute_text.hpp"
#include "answer/rows/rows.hpp"

namespace entente::answers {
namespace {

std::string names_line(const Entity& record) {
  std::string line;
  for (const LanguageNames& names : record.names) {
    line += (line.empty() ? "" : "; ") + names.language + ":";
    for (std::size_t i = 0; i < names.names.size(); ++i)
      line += (i == 0 ? " " : ", ") + names.names[i];
  }
  return line;
}

}  // namespace

ShowAnswer show(const Question& question, const ShowParameters& parameters) {
  const QuestionRun running(question);
  ShowAnswer answer(question);
  answer.entity = answer.question.entity(parameters.entity);
  answer.rows = entente::timeline(question.graph, {{answer.entity}}, answer.question.selection);
  rest_on(answer, facts_at(question.graph, answer.selection(), {{answer.entity}}), {answer.entity},
          answer.rows);
  note_names(answer, {parameters.entity});
  return answer;
}

JsonObject ShowAnswer::json() const {
  return JsonObject()
      .add("entity", entity_json(question.graph.record(entity)))
      .add("relations", rows_json(question, rows));
}

Table ShowAnswer::table(Reader reader) const {
  return rows_table(question, rows, reader);
}

std::optional<std::string> ShowAnswer::sentences() const {
  const Entity record = question.graph.record(entity);
  std::string text =
      question.shown(entity) + " (" + terminal_safe(record.kind + " " + record.id) + ")\n";
  if (!record.names.empty()) text += "  names: " + terminal_safe(names_line(record)) + "\n";
  if (record.when) text += "  when: " + record.when->text() + "\n";
  for (const auto& [name, value] : record.attributes)
    text += "  " + terminal_safe(name + ": " + attribute_text(value)) + "\n";
  for (const SelectedRelation& row : rows) text += row_sentence(question, row, entity) + "\n";
  return text;
}

std::optional<SelectedFacts> ShowAnswer::facts() const {
  return facts_of(question, rows, {entity});
}

}  // namespace entente::answers
