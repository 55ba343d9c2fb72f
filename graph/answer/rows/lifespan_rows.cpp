#include "answer/rows/lifespan_rows.hpp"

#include <map>
#include <string_view>
#include <utility>
#include <variant>

#include <entente/base/json_text.hpp>
#include <entente/text/safe.hpp>
#include <entente/words/sentence.hpp>

#include "answer/rows/reasons.hpp"
#include "answer/rows/rows.hpp"

namespace entente::answers {
namespace {

/// The name with the lifespan in words.
std::string sentence_of(const Question& question, EntityId entity) {
  const auto when = question.graph.when(entity);
  return question.name(entity) + ": " + describe(*when, Reading::interval, question.languages);
}

/// The cells by the titles of the columns.
std::vector<std::string> cells_of(const Question& question, const SelectedEntity& row,
                                  const std::vector<Column>& columns, Reader reader) {
  const std::string name = question.name(row.entity);
  const std::map<std::string_view, std::string> cells = {
      {"when", question.graph.when(row.entity)->text()},
      {"from", reader == Reader::person ? name : question.id(row.entity)},
      {"from_name", name},
      {"certainty", row.verdict == Verdict::yes ? "certain" : "possible"},
      {"why", std::string(to_string(row.why))},
      {"sentence", sentence_of(question, row.entity)}};
  std::vector<std::string> list;
  for (const Column& column : columns) {
    const auto found = cells.find(column.title);
    list.push_back(found == cells.end() ? "" : found->second);
  }
  return list;
}

}  // namespace

std::string lifespan_json(const Question& question, const SelectedEntity& row) {
  JsonText json;
  json.open_object().member("entity", question.graph.id(row.entity));
  json.member("kind", question.graph.kind(row.entity)).member("name", question.name(row.entity));
  json.key("when");
  add_written_when(json, *question.graph.when(row.entity), Reading::interval);
  json.member("certainty", row.verdict == Verdict::yes ? "certain" : "possible").key("why");
  if (row.why == Why::none)
    json.null();
  else
    json.value(to_string(row.why));
  return json.member("sentence", sentence_of(question, row.entity)).close_object().str();
}

std::string lifespan_sentence(const Question& question, const SelectedEntity& row) {
  const std::string text = terminal_safe(sentence_of(question, row.entity));
  return row.verdict == Verdict::yes
             ? text
             : "? " + text + reason_text(question, row.why, question.graph.when(row.entity));
}

Table history_table(const Question& question, const std::vector<DatedFact>& history,
                    Reader reader) {
  RelationRows relations;
  for (const DatedFact& fact : history)
    if (const auto* row = std::get_if<SelectedRelation>(&fact)) relations.push_back(*row);
  Table of_relations = rows_table(question, relations, reader);
  Table table{std::move(of_relations.columns), {}};
  std::size_t next = 0;
  for (const DatedFact& fact : history) {
    if (const auto* entity = std::get_if<SelectedEntity>(&fact)) {
      table.rows.push_back(cells_of(question, *entity, table.columns, reader));
    } else {
      table.rows.push_back(std::move(of_relations.rows[next++]));
    }
  }
  return table;
}

}  // namespace entente::answers
