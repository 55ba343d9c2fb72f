#include <algorithm>
#include <ostream>

#include <entente/answer/query.hpp>
#include <entente/base/json_text.hpp>
#include <entente/words/sentence.hpp>

#include "answer/notes.hpp"
#include "answer/rows/query_values.hpp"
#include "answer/rows/rows.hpp"
#include "words/nothing_words.hpp"

namespace entente::answers {
namespace {

std::string_view certainty_word(const query::Certainty& certainty) {
  return certainty.verdict == Verdict::yes ? "certain" : "possible";
}

std::string row_object(const QueryAnswer& answer, std::size_t row) {
  JsonText json;
  json.open_object();
  for (std::size_t i = 0; i < answer.result.columns.size(); ++i) {
    json.key(answer.result.columns[i]);
    add_value(json, answer.source, answer.result.rows[row][i], Typing::plain);
  }
  return json.close_object().str();
}

/// The columns of its tables.
std::vector<Column> columns_of(const QueryAnswer& answer) {
  const query::Result& result = answer.result;
  std::vector<Column> columns;
  for (std::size_t i = 0; i < result.columns.size(); ++i) {
    const bool is_number =
        !result.rows.empty() && std::ranges::all_of(result.rows, [i](const auto& row) {
          return row[i].is_number() || row[i].is_null();
        });
    columns.push_back({result.columns[i], is_number ? Column::Align::right : Column::Align::left});
  }
  if (result.has_period) {
    columns.push_back({"certainty"});
    columns.push_back({"why"});
  }
  return columns;
}

std::vector<std::string> cells_of(const QueryAnswer& answer, std::size_t row, Reader reader) {
  const query::Result& result = answer.result;
  std::vector<std::string> cells;
  for (const query::Value& value : result.rows[row])
    cells.push_back(cell_text(answer, value, reader));
  if (!result.has_period) return cells;
  cells.emplace_back(certainty_word(result.certainty[row]));
  cells.emplace_back(to_string(result.certainty[row].why));
  return cells;
}

std::string list_of_words(const QueryAnswer& answer, bool reasons) {
  JsonText json;
  json.open_list();
  for (const query::Certainty& certainty : answer.result.certainty) {
    if (!reasons)
      json.value(certainty_word(certainty));
    else if (certainty.why == Why::none)
      json.null();
    else
      json.value(to_string(certainty.why));
  }
  return json.close_list().str();
}

std::string column_list(const QueryAnswer& answer) {
  JsonText json;
  json.open_list();
  for (const std::string& column : answer.result.columns) json.value(column);
  return json.close_list().str();
}

void collect_facts(const query::Value& value, std::vector<EntityId>& entities,
                   std::vector<query::Edge>& edges) {
  const auto add_node = [&](query::Node node) {
    entities.push_back(EntityId{static_cast<std::uint32_t>(node)});
  };
  if (value.node()) add_node(*value.node());
  if (value.edge()) edges.push_back(*value.edge());
  if (value.path()) {
    for (const query::Node node : value.path()->nodes) add_node(node);
    edges.insert(edges.end(), value.path()->edges.begin(), value.path()->edges.end());
  }
  if (value.list())
    for (const query::Value& item : *value.list()) collect_facts(item, entities, edges);
  if (value.map())
    for (const auto& [name, member] : *value.map()) collect_facts(member, entities, edges);
}

/// What LIMIT leaves out is noted; of rows that were not looked for nobody knows how many.
void note_limit(QueryAnswer& answer) {
  if (!answer.result.is_cut) return;
  const std::size_t count = answer.result.left_out;
  answer.notes.push_back({.code = "left-out",
                          .text = count == 0   ? "LIMIT ended the search; there may be more rows"
                                  : count == 1 ? "1 row left out by LIMIT"
                                               : std::to_string(count) + " rows left out by LIMIT",
                          .count = count});
}

void add_notes(QueryAnswer& answer) {
  const Graph& graph = answer.question.graph;
  const std::size_t ended = answer.result.inferred_ended.size();
  if (ended > 0)
    add_note(answer, note_of(graph, "inferred-ended",
                             std::to_string(ended) +
                                 (ended == 1 ? " tie left out because it is inferred to have ended"
                                             : " ties left out because they are inferred to have "
                                               "ended") +
                                 " (--no-inference)",
                             answer.result.inferred_ended));
  const std::size_t undated = answer.result.undated.size();
  if (undated > 0)
    add_note(answer,
             note_of(graph, "undated",
                     "and " + std::to_string(undated) + " undated relation" +
                         (undated == 1 ? "; --undated lists it" : "s; --undated lists them"),
                     answer.result.undated));
}

}  // namespace

QueryAnswer query(const Question& question, const query::Prepared& prepared,
                  const QueryParameters& parameters) {
  QueryAnswer answer(question, prepared.source());
  query::RunOptions options;
  options.selection = answer.selection();
  options.languages = question.languages;
  options.limits = parameters.limits;
  options.control = question.run;
  options.profile = parameters.profile;
  options.sentence = [](const Graph& graph, RelationId relation, std::string_view languages) {
    return describe(graph, relation, languages);
  };
  answer.result = prepared.run(parameters.parameters, options);
  answer.counts = answer.result.counts;
  note_limit(answer);
  if (question.graph.entity_count() > 0) add_notes(answer);
  if (answer.result.rows.empty())
    answer.nothing = nothing_text(NothingWord::no_row, question.languages);
  return given(std::move(answer));
}

JsonObject QueryAnswer::json() const {
  std::vector<std::string> rows;
  for (std::size_t i = 0; i < result.rows.size(); ++i) rows.push_back(row_object(*this, i));
  return JsonObject()
      .add("columns", column_list(*this))
      .add("rows", std::move(rows))
      .add("certainty", list_of_words(*this, false))
      .add("why", list_of_words(*this, true));
}

Table QueryAnswer::table(Reader reader) const {
  Table table{columns_of(*this), {}};
  for (std::size_t row = 0; row < result.rows.size(); ++row)
    table.rows.push_back(cells_of(*this, row, reader));
  return table;
}

void write_rows(std::ostream& out, const QueryAnswer& answer, RowText text, Cells cells) {
  const auto write = [&](const std::vector<std::string>& row) {
    out << (text == RowText::csv ? csv_line(row, cells) : tsv_line(row, cells));
  };
  if (text != RowText::json_lines) {
    std::vector<std::string> titles;
    for (const Column& column : columns_of(answer)) titles.push_back(column.title);
    write(titles);
  }
  for (std::size_t row = 0; row < answer.result.rows.size(); ++row)
    if (text == RowText::json_lines)
      out << row_object(answer, row) << '\n';
    else
      write(cells_of(answer, row, Reader::program));
}

std::optional<SelectedFacts> QueryAnswer::facts() const {
  if (question.graph.entity_count() == 0) return std::nullopt;
  std::vector<EntityId> entities;
  std::vector<SelectedRelation> relations;
  for (std::size_t r = 0; r < result.rows.size(); ++r) {
    std::vector<query::Edge> edges;
    for (const query::Value& value : result.rows[r]) collect_facts(value, entities, edges);
    for (const query::Edge edge : edges)
      relations.push_back({.relation = RelationId{static_cast<std::uint32_t>(edge)},
                           .verdict = result.certainty[r].verdict,
                           .why = result.certainty[r].why});
  }
  // Of a relation in several rows the most certain counts.
  std::stable_sort(relations.begin(), relations.end(),
                   [](const auto& a, const auto& b) { return a.verdict > b.verdict; });
  return SelectedFacts::of(question.graph, std::move(relations), std::move(entities));
}

std::string typed_json(const QueryAnswer& answer) {
  JsonText json;
  json.open_object().key("columns").raw(column_list(answer)).key("rows").open_list();
  for (const std::vector<query::Value>& row : answer.result.rows) {
    json.open_list();
    for (const query::Value& value : row) add_value(json, answer.source, value, Typing::typed);
    json.close_list();
  }
  json.close_list();
  if (answer.question.graph.entity_count() > 0)
    json.key("certainty")
        .raw(list_of_words(answer, false))
        .key("why")
        .raw(list_of_words(answer, true));
  return json.close_object().str() + "\n";
}

}  // namespace entente::answers
