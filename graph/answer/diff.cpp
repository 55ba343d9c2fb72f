#include <entente/answer/diff.hpp>

#include "answer/rows.hpp"

namespace entente::answers {
namespace {

std::string section(const Question& question, std::string_view title, std::string_view mark,
                    const RelationRows& rows) {
  std::string text = std::string(title) + " " + std::to_string(rows.size()) + "\n";
  for (const SelectedRelation& row : rows)
    text += "  " + std::string(mark) + " " + row_sentence(question, row) + "\n";
  return text;
}

/// Rows below those of the table, each begun with what became of it.
void add_rows(Table& table, Table part, const std::string& what) {
  table.columns = std::move(part.columns);
  for (auto& row : part.rows) {
    row.insert(row.begin(), what);
    table.rows.push_back(std::move(row));
  }
}

Counts counts_of_all(const Difference& difference) {
  Counts counts;
  for (const auto* rows : {&difference.appeared, &difference.ended, &difference.persisted}) {
    const Counts part = counts_of(*rows);
    counts.certain += part.certain;
    counts.possible += part.possible;
  }
  return counts;
}

DiffAnswer with(DiffAnswer answer, Difference difference) {
  answer.difference = std::move(difference);
  answer.counts = counts_of_all(answer.difference);
  if (answer.difference.appeared.empty() && answer.difference.ended.empty())
    answer.nothing = "nothing appeared and nothing ended";
  return answer;
}

}  // namespace

DiffAnswer::DiffAnswer(Question newer, Question older)
    : GraphAnswer(std::move(newer)), before(understood(std::move(older))) {}

DiffAnswer diff(const Question& question, const DiffParameters& parameters) {
  DiffAnswer answer(question, question);
  Difference found = entente::difference(question.graph, parameters.first, parameters.second,
                                         answer.question.selection);
  return with(std::move(answer), std::move(found));
}

DiffAnswer diff(const Question& older, const Question& newer) {
  DiffAnswer answer(newer, older);
  Difference found = entente::difference(older.graph, newer.graph, answer.question.selection);
  return with(std::move(answer), std::move(found));
}

JsonObject DiffAnswer::json() const {
  return JsonObject()
      .add("appeared", rows_json(question, difference.appeared))
      .add("ended", rows_json(before, difference.ended))
      .add("persisted", std::to_string(difference.persisted.size()));
}

Table DiffAnswer::table(Reader reader) const {
  Table table;
  add_rows(table, rows_table(question, difference.appeared, reader), "appeared");
  add_rows(table, rows_table(before, difference.ended, reader), "ended");
  table.columns.insert(table.columns.begin(), {"change"});
  return table;
}

std::optional<std::string> DiffAnswer::sentences() const {
  return section(question, "appeared", "+", difference.appeared) +
         section(before, "ended", "-", difference.ended) + "persisted " +
         std::to_string(difference.persisted.size()) + "\n";
}

}  // namespace entente::answers
