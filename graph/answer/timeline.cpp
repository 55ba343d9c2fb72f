#include <algorithm>

#include <entente/answer/timeline.hpp>
#include <entente/query/timeline.hpp>

#include "answer/rows.hpp"

namespace entente::answers {
namespace {

/// What a line of a timeline begins with: the date as written.
std::string date_of(const Question& question, const SelectedRelation& row) {
  const auto when = question.graph.when(row.relation);
  return when ? when->text() : "undated";
}

}  // namespace

TimelineAnswer timeline(const Question& question, const TimelineParameters& parameters) {
  TimelineAnswer answer(question);
  answer.entities = answer.question.entities(parameters.entities);
  answer.rows = entente::timeline(question.graph, answer.entities, answer.question.selection);
  answer.counts = counts_of(answer.rows);
  if (answer.rows.empty()) answer.nothing = "no selected relation tells of it";
  return answer;
}

JsonObject TimelineAnswer::json() const {
  return JsonObject().add("rows", rows_json(question, rows));
}

Table TimelineAnswer::table(Reader reader) const {
  return rows_table(question, rows, reader);
}

std::optional<std::string> TimelineAnswer::sentences() const {
  std::size_t width = 0;
  for (const SelectedRelation& row : rows) width = std::max(width, date_of(question, row).size());
  std::string text;
  for (const SelectedRelation& row : rows) {
    const std::string date = date_of(question, row);
    text += date + std::string(width - date.size() + 2, ' ') + row_sentence(question, row) + "\n";
  }
  return text;
}

std::optional<std::string> TimelineAnswer::document() const {
  std::string text;
  for (const SelectedRelation& row : rows)
    text += "- **" + markdown_safe(date_of(question, row)) + "** " +
            markdown_safe(row_sentence(question, row)) + "\n";
  return text;
}

std::optional<SelectedFacts> TimelineAnswer::facts() const {
  return facts_of(question, rows, entities);
}

}  // namespace entente::answers
