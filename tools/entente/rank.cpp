#include <entente/io/json_text.hpp>

#include "answer.hpp"
#include "measures.hpp"
#include "rows.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

/// A ranked entity; equal scores share a rank, and the next rank counts them.
struct Ranked {
  std::size_t rank = 0;
  EntityId entity = {};
  double score = 0;
};

std::vector<Ranked> ranked(const Ranking& ranking, std::size_t most) {
  std::vector<Ranked> rows;
  for (const auto& [entity, score] : ranking.top(most)) {
    const bool tied = !rows.empty() && rows.back().score == score;
    rows.push_back({tied ? rows.back().rank : rows.size() + 1, entity, score});
  }
  return rows;
}

std::string ranked_json(const Question& question, const Ranked& row) {
  JsonText json;
  json.open_object().member("rank", row.rank).member("entity", question.graph.id(row.entity));
  return json.member("score", row.score).close_object().str();
}

Table table_of(const Question& question, const std::vector<Ranked>& rows, Answer::Reader reader) {
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

Exit run(const Call& call) {
  const Question question = ask(call);
  const Network network = question.graph.select(question.selection, measure_projection(call));
  const std::string measure = call.text("--by", "degree");
  const Ranking ranking = measured(measure, network, question, call);
  const auto rows =
      ranked(ranking, call.count("--top", 1).value_or(std::numeric_limits<std::size_t>::max()));
  return print(
      {.json =
           [&] {
             std::vector<std::string> list;
             for (const Ranked& row : rows) list.push_back(ranked_json(question, row));
             return JsonObject().add("measure", json_quoted(measure)).add("rows", std::move(list));
           },
       .table = [&](Answer::Reader reader) { return table_of(question, rows, reader); },
       .counts = network.counts(),
       .nothing = rows.empty() ? "nothing is selected that could be ranked" : ""},
      call, question);
}

}  // namespace

Verb rank_verb() {
  Verb verb{.name = "rank",
            .summary = "who matters most, by a measure of centrality",
            .options = {{"--by", "MEASURE", "the measure (degree)", measure_names()},
                        {"--top", "N", "only the first N rows"}},
            .formats = row_formats(),
            .examples = {"entente rank data/japan-nato --by betweenness --top 10",
                         "entente rank data/japan-nato --by pagerank --kind country,organisation"},
            .run = run};
  for (Option& option : measure_options()) verb.options.push_back(std::move(option));
  return verb;
}

}  // namespace entente::tool
