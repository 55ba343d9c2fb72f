#include <algorithm>
#include <set>
#include <utility>
#include <variant>

#include <entente/answer/timeline.hpp>
#include <entente/query/common.hpp>

#include "answer/notes/notes.hpp"
#include "answer/question_run.hpp"
#include "answer/rows/lifespan_rows.hpp"
#include "answer/rows/rows.hpp"
#include "words/nothing_words.hpp"

namespace entente::answers {
namespace {

using Lines = std::vector<std::pair<std::string, std::string>>;

/// What each line begins with, the date as written, and its sentence.
Lines lines_of(const TimelineAnswer& answer) {
  const Question& question = answer.question;
  Lines lines;
  for (const DatedFact& fact : answer.history) {
    if (const auto* entity = std::get_if<SelectedEntity>(&fact)) {
      lines.emplace_back(question.graph.when(entity->entity)->text(),
                         lifespan_sentence(question, *entity));
      continue;
    }
    const auto& row = std::get<SelectedRelation>(fact);
    const auto when = seen_when(question, row.relation);
    lines.emplace_back(when ? when->text() : "undated", row_sentence(question, row));
  }
  return lines;
}

}  // namespace

TimelineAnswer timeline(const Question& question, const TimelineParameters& parameters) {
  const QuestionRun running(question);
  TimelineAnswer answer(question);
  answer.entities = answer.question.entities(parameters.entities);
  answer.rows = entente::timeline(question.graph, answer.entities, answer.question.selection);
  answer.history = dated_history(question.graph, answer.entities, answer.question.selection);
  const SelectedFacts facts = question.graph.facts(answer.selection());
  if (answer.entities.empty())
    rest_on(answer, facts);
  else
    rest_on(answer, facts, answer.entities);
  note_names(answer, parameters.entities);
  if (answer.history.empty())
    answer.nothing = nothing_text(answer.entities.empty()      ? NothingWord::nothing_selected
                                  : answer.entities.size() > 1 ? NothingWord::not_tied_directly
                                                               : NothingWord::nothing_recorded,
                                  answer.question.languages);
  return given(std::move(answer));
}

RelationRows TimelineAnswer::drawn() const {
  if (entities.size() < 2) return rows;
  const Graph& graph = question.graph;
  RelationRows all = rows;
  std::set<RelationId> known;
  for (const SelectedRelation& row : rows) known.insert(row.relation);
  for (const Shared& shared : entente::common(graph, entities, selection())) {
    const std::string_view kind = graph.kind(shared.entity);
    if (!graph.vocabulary().is_a(kind, "agreement") && !graph.vocabulary().is_a(kind, "event"))
      continue;
    for (const SelectedRelation& row : shared.relations)
      if (known.insert(row.relation).second) all.push_back(row);
  }
  return in_order_of_time(graph, all, *question.viewpoint);
}

JsonObject TimelineAnswer::json() const {
  return JsonObject().add("rows", json_list(history, [&](const DatedFact& fact) {
                            const auto* row = std::get_if<SelectedRelation>(&fact);
                            return row ? row_json(question, *row, Ends::named)
                                       : lifespan_json(question, std::get<SelectedEntity>(fact));
                          }));
}

Table TimelineAnswer::table(Reader reader) const {
  return history_table(question, history, reader);
}

std::optional<std::string> TimelineAnswer::sentences() const {
  const Lines lines = lines_of(*this);
  std::size_t width = 0;
  for (const auto& [date, sentence] : lines) width = std::max(width, date.size());
  std::string text;
  for (const auto& [date, sentence] : lines)
    text += date + std::string(width - date.size() + 2, ' ') + sentence + "\n";
  return text;
}

std::optional<std::string> TimelineAnswer::document() const {
  std::string text;
  for (const auto& [date, sentence] : lines_of(*this))
    text += "- **" + markdown_safe(date) + "** " + markdown_safe(sentence) + "\n";
  return text;
}

std::optional<SelectedFacts> TimelineAnswer::facts() const {
  std::vector<EntityId> all = entities;
  for (const DatedFact& fact : history)
    if (const auto* entity = std::get_if<SelectedEntity>(&fact)) all.push_back(entity->entity);
  return facts_of(question, rows, all);
}

}  // namespace entente::answers
