#include <cmath>
#include <sstream>

#include <entente/answer/query.hpp>
#include <entente/base/json_text.hpp>
#include <entente/words/sentence.hpp>

#include "answer/notes/notes.hpp"
#include "answer/question_run.hpp"
#include "answer/rows/query_columns.hpp"
#include "answer/rows/query_values.hpp"
#include "answer/rows/rows.hpp"
#include "words/nothing_words.hpp"

namespace entente::answers {
namespace {

/// As JSON has it, without a line feed.
std::string row_object(const QueryAnswer& answer, std::size_t row) {
  std::string text = "{";
  for (std::size_t i = 0; i < answer.result.columns.size(); ++i) {
    JsonText json;
    add_value(json, shown(answer, i), answer.result.rows[row][i], Typing::plain);
    text += (i > 0 ? ", " : "") + json_quoted(answer.result.columns[i]) + ": " + json.str();
  }
  return text + "}";
}

std::string list_of_words(const QueryAnswer& answer, CertaintyWords which) {
  JsonText json;
  json.open_list();
  for (const query::Certainty& certainty : answer.result.certainty)
    json.raw(certainty_json(certainty, which));
  return json.close_list().str();
}

/// The most certain relation of each edge, and each entity once, however many rows have them.
class FactsOfRows {
 public:
  explicit FactsOfRows(const Graph& graph)
      : relation_at_(graph.relation_count(), none), has_entity_(graph.entity_count()) {}

  void add(const query::Value& value, const query::Certainty& certainty) {
    if (value.node()) add(*value.node());
    if (value.edge()) add(*value.edge(), certainty);
    if (value.path()) {
      for (const query::Node node : value.path()->nodes) add(node);
      for (const query::Edge edge : value.path()->edges) add(edge, certainty);
    }
    if (value.list())
      for (const query::Value& item : *value.list()) add(item, certainty);
    if (value.map())
      for (const auto& [name, member] : *value.map()) add(member, certainty);
  }

  std::vector<EntityId> entities;
  std::vector<SelectedRelation> relations;

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  void add(query::Node node) {
    const auto number = static_cast<std::uint32_t>(node);
    if (has_entity_[number]) return;
    has_entity_[number] = true;
    entities.push_back(EntityId{number});
  }
  void add(query::Edge edge, const query::Certainty& certainty) {
    const auto number = static_cast<std::uint32_t>(edge);
    const SelectedRelation row{
        .relation = RelationId{number}, .verdict = certainty.verdict, .why = certainty.why};
    std::uint32_t& place = relation_at_[number];
    if (place == none) {
      place = static_cast<std::uint32_t>(relations.size());
      relations.push_back(row);
    } else if (row.verdict > relations[place].verdict) {
      relations[place] = row;
    }
  }

  std::vector<std::uint32_t> relation_at_;
  std::vector<bool> has_entity_;
};

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

std::size_t count_without_number(const query::Value& value) {
  if (value.real()) return std::isfinite(*value.real()) ? 0 : 1;
  std::size_t count = 0;
  if (value.list())
    for (const query::Value& item : *value.list()) count += count_without_number(item);
  if (value.map())
    for (const auto& [name, member] : *value.map()) count += count_without_number(member);
  return count;
}

/// JSON has neither NaN nor infinity.
void note_infinite(QueryAnswer& answer) {
  std::size_t count = 0;
  for (const std::vector<query::Value>& row : answer.result.rows)
    for (const query::Value& value : row) count += count_without_number(value);
  add_note(answer, {.code = "infinite",
                    .text = std::to_string(count) + (count == 1 ? " number is" : " numbers are") +
                            " NaN or infinite: null in JSON (--format json-typed keeps them)",
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
  note_presumed(answer, answer.result.presumed);
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
  const QuestionRun running(question);
  QueryAnswer answer(question, prepared.source());
  query::RunOptions options;
  options.selection = answer.selection();
  options.languages = question.languages;
  options.limits = parameters.limits;
  answer.limits = parameters.limits;
  options.control = question.run;
  options.profile = parameters.profile;
  options.sentence = [](const Graph& graph, RelationId relation, const Viewpoint* viewpoint,
                        std::string_view languages) {
    return viewpoint ? describe(graph, relation, *viewpoint, languages, Orientation::forward)
                     : describe(graph, relation, languages);
  };
  answer.result = prepared.run(parameters.parameters, options);
  answer.counts = answer.result.counts;
  note_limit(answer);
  note_infinite(answer);
  if (question.graph.entity_count() > 0) {
    // A plain graph has no vocabulary: that a label is missing is no mistake.
    for (const std::string& remark : prepared.remarks())
      add_note(answer, {.code = "query-word", .text = remark, .count = 1});
    add_notes(answer);
  }
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
      .add("certainty", list_of_words(*this, CertaintyWords::verdicts))
      .add("why", list_of_words(*this, CertaintyWords::reasons));
}

std::string QueryAnswer::lines() const {
  std::ostringstream out;
  write_rows(out, *this, RowText::json_lines);
  return std::move(out).str();
}

Table QueryAnswer::table(Reader reader) const {
  Table table{columns_of(*this), {}};
  CellRoom room;
  for (std::size_t row = 0; row < result.rows.size(); ++row)
    table.rows.push_back(cells_of(*this, row, reader, room));
  return table;
}

std::optional<SelectedFacts> QueryAnswer::facts() const {
  if (question.graph.entity_count() == 0) return std::nullopt;
  FactsOfRows of(question.graph);
  for (std::size_t r = 0; r < result.rows.size(); ++r)
    for (const query::Value& value : result.rows[r]) of.add(value, result.certainty[r]);
  return SelectedFacts::of(question.graph, std::move(of.relations), std::move(of.entities));
}

std::string typed_json(const QueryAnswer& answer) {
  std::ostringstream out;
  write_rows(out, answer, RowText::json_typed);
  return std::move(out).str();
}

}  // namespace entente::answers
