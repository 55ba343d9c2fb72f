#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include <entente/answer/diff.hpp>

#include "answer/notes/notes.hpp"
#include "answer/question_run.hpp"
#include "answer/rows/rows.hpp"
#include "words/note_words.hpp"
#include "words/nothing_words.hpp"
#include "words/picture_words.hpp"

namespace entente::answers {
namespace {

/// What became of ties, in the language of the sentences below it.
std::string heading(const Question& question, Word title) {
  return word(title, LanguagePreference::parse(question.languages)).text;
}

std::string section(const Question& question, Word title, std::string_view mark,
                    const RelationRows& rows) {
  std::string text = heading(question, title) + " " + std::to_string(rows.size()) + "\n";
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

/// Which ends are only inferred, which ties are presumed to last, and where accounts differ.
void note_doubts(DiffAnswer& answer) {
  const Difference& found = answer.difference;
  std::vector<RelationId> presumed;
  for (const RelationRows* rows : {&found.appeared, &found.ended, &found.persisted})
    std::ranges::copy(presumed_of(*rows), std::back_inserter(presumed));
  std::ranges::sort(presumed);
  note_presumed(answer, presumed);
  const Question& question = answer.question;
  add_note(answer, note_of(question.graph, "inferred-ended",
                           counted_note(NoteWord::one_ended, found.ended_by_inference.size(),
                                        question.languages),
                           found.ended_by_inference));
  add_note(answer, note_of(question.graph, "ended-with-an-end",
                           counted_note(NoteWord::one_ended_with_an_end,
                                        found.ended_with_an_end.size(), question.languages),
                           found.ended_with_an_end));
  add_note(answer, note_of(question.graph, "accounts-differ",
                           note_text(NoteWord::accounts_differ, question.languages,
                                     {std::to_string(found.accounts_differ.size())}),
                           found.accounts_differ));
  add_note(answer, note_of(question.graph, "undated",
                           counted_note(NoteWord::one_without_date, found.undated.size(),
                                        question.languages),
                           found.undated));
  note_reading(answer);
}

}  // namespace

DiffAnswer diff(const Question& question, const DiffParameters& parameters) {
  const QuestionRun running(question);
  DiffAnswer answer(question);
  answer.difference = entente::difference(question.graph, parameters.first, parameters.second,
                                          answer.question.selection);
  const Difference& found = answer.difference;
  answer.counts = found.counts;
  if (found.appeared.empty() && found.ended.empty() && found.happened.empty())
    answer.nothing = nothing_text(NothingWord::nothing_changed, answer.question.languages);
  note_doubts(answer);
  return given(std::move(answer), WhenUndated::never_listed);
}

JsonObject DiffAnswer::json() const {
  return JsonObject()
      .add("appeared", rows_json(question, difference.appeared))
      .add("ended", rows_json(question, difference.ended))
      .add("happened", rows_json(question, difference.happened))
      .add("persisted", std::to_string(difference.persisted.size()));
}

Table DiffAnswer::table(Reader reader) const {
  Table table;
  add_rows(table, rows_table(question, difference.appeared, reader), "appeared");
  add_rows(table, rows_table(question, difference.ended, reader), "ended");
  add_rows(table, rows_table(question, difference.happened, reader), "happened");
  table.columns.insert(table.columns.begin(), {"change"});
  return table;
}

std::optional<std::string> DiffAnswer::sentences() const {
  return section(question, Word::appeared, "+", difference.appeared) +
         section(question, Word::ended, "-", difference.ended) +
         section(question, Word::happened, "*", difference.happened) +
         heading(question, Word::persisted) + " " + std::to_string(difference.persisted.size()) +
         "\n";
}

}  // namespace entente::answers
