#include <limits>

#include <entente/io/json_text.hpp>

#include "answer.hpp"
#include "explain.hpp"
#include "measures.hpp"
#include "rows.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

/// A row of a ranking: of an entity, or of an edge with two ends. Equal scores share a rank, and
/// the next rank counts them.
struct Ranked {
  std::size_t rank = 0;
  EntityId entity = {};
  std::optional<EntityId> to = {};
  double score = 0;
  RelationRows carried_by = {};  ///< with --explain
};

void append(std::vector<Ranked>& rows, Ranked row) {
  const bool tied = !rows.empty() && rows.back().score == row.score;
  row.rank = tied ? rows.back().rank : rows.size() + 1;
  rows.push_back(row);
}

std::vector<Ranked> ranked(const Question& question, const Call& call, const Network& network,
                           const Measure& measure) {
  const std::size_t most = call.count("--top", 1).value_or(std::numeric_limits<std::size_t>::max());
  const RankOptions options = rank_options(question, call);
  std::vector<Ranked> rows;
  if (measure.subject == Subject::edges) {
    for (const EdgeScore& edge : rank_edges(network, measure.name, options).top(most))
      append(rows, {.entity = edge.from, .to = edge.to, .score = edge.score});
  } else {
    for (const auto& [entity, score] : rank(network, measure.name, options).top(most))
      append(rows, {.entity = entity, .score = score});
  }
  return rows;
}

constexpr std::size_t explained_relations = 5;

void explain(std::vector<Ranked>& rows, const Question& question, const Call& call,
             const Network& network, const Measure& measure) {
  if (measure.subject == Subject::edges || call.has("--over"))
    throw InvalidArgument("usage", "--explain tells of entities and the relations they have");
  const Explanation explanation(question, network, measure, rank_options(question, call));
  for (Ranked& row : rows)
    row.carried_by = explanation.relations_of(row.entity, explained_relations);
}

std::string explained_text(const Question& question, const std::vector<Ranked>& rows) {
  std::string text;
  for (const Ranked& row : rows) {
    text += std::to_string(row.rank) + ". " + question.shown(row.entity) + " " +
            score_text(row.score, Answer::Reader::person) + "\n";
    for (const SelectedRelation& relation : row.carried_by)
      text += "  " + row_sentence(question, relation, row.entity) + "\n";
  }
  return text;
}

/// `entity` is null for a tie, whose ends are `from` and `to`.
std::string ranked_json(const Question& question, const Ranked& row, const Call& call) {
  JsonText json;
  json.open_object().member("rank", row.rank).key("entity");
  if (row.to) {
    json.null();
    json.member("from", question.graph.id(row.entity));
    json.member("to", question.graph.id(*row.to));
  } else {
    json.value(question.graph.id(row.entity));
  }
  json.member("score", row.score);
  if (call.has("--explain")) json.key("relations").raw(row_list_json(question, row.carried_by));
  return json.close_object().str();
}

Table entity_table(const Question& question, const std::vector<Ranked>& rows,
                   Answer::Reader reader) {
  Table table{{{"rank", Column::Align::right},
               {"entity"},
               {"name"},
               {"kind"},
               {"score", Column::Align::right}},
              {}};
  for (const Ranked& row : rows)
    table.rows.push_back({std::to_string(row.rank), question.id(row.entity),
                          question.name(row.entity), std::string(question.graph.kind(row.entity)),
                          score_text(row.score, reader)});
  return table;
}

Table edge_table(const Question& question, const std::vector<Ranked>& rows, Answer::Reader reader) {
  Table table{{{"rank", Column::Align::right}, {"from"}, {"to"}, {"score", Column::Align::right}},
              {}};
  for (const Ranked& row : rows)
    table.rows.push_back({std::to_string(row.rank), question.id(row.entity), question.id(*row.to),
                          score_text(row.score, reader)});
  return table;
}

Exit run_rank(const Call& call) {
  const Measure& measure = find_measure(call.text("--by", "degree"));
  const Question question = ask(call);
  const Network network =
      question.graph.select(question.selection, projection_for(measure.name, call));
  auto rows = ranked(question, call, network, measure);
  std::function<std::string()> text;
  if (call.has("--explain")) {
    explain(rows, question, call, network, measure);
    text = [&] { return explained_text(question, rows); };
  }
  return print({.json =
                    [&] {
                      std::vector<std::string> list;
                      for (const Ranked& row : rows)
                        list.push_back(ranked_json(question, row, call));
                      JsonObject object;
                      object.add("measure", json_quoted(measure.name));
                      object.add("rows", std::move(list));
                      for (const auto& [name, json] : projection_member(measure.name, call))
                        object.add(name, json);
                      return object;
                    },
                .table =
                    [&](Answer::Reader reader) {
                      return measure.subject == Subject::edges
                                 ? edge_table(question, rows, reader)
                                 : entity_table(question, rows, reader);
                    },
                .text = text,
                .counts = network.counts(),
                .nothing = rows.empty() ? "nothing is selected that could be ranked" : ""},
               call, question);
}

}  // namespace

Verb rank_verb() {
  Verb verb;
  verb.name = "rank";
  verb.summary = "who matters most, by a measure of centrality";
  verb.options = {
      {"--by", "MEASURE", "degree (default), betweenness, pagerank, …", measure_names()},
      {"--top", "N", "only the first N rows"},
      {"--explain", "", "the relations that carry each score most"}};
  verb.formats = row_formats();
  verb.examples = {"entente rank data/japan-nato --by betweenness --top 10",
                   "entente rank data/japan-nato --by pagerank --kind country,organisation"};
  verb.run = run_rank;
  for (Option& option : projection_options()) verb.options.push_back(std::move(option));
  for (Option& option : measure_options()) verb.options.push_back(std::move(option));
  return verb;
}

}  // namespace entente::tool
