#include <algorithm>
#include <cmath>
#include <map>

#include <entente/algorithm/grouping.hpp>
#include <entente/answer/rank.hpp>
#include <entente/base/json_text.hpp>
#include <entente/error.hpp>
#include <entente/network/network.hpp>

#include "answer/explain.hpp"
#include "answer/measuring.hpp"
#include "answer/notes/apart_notes.hpp"
#include "answer/notes/notes.hpp"
#include "answer/question_run.hpp"
#include "answer/rows/rows.hpp"
#include "answer/rows/shared_rows.hpp"
#include "words/note_words.hpp"
#include "words/nothing_words.hpp"

namespace entente::answers {
namespace {

std::vector<RankedRow> ranked(const Network& network, const Measure& measure,
                              const RankOptions& options) {
  std::vector<RankedRow> rows;
  if (measure.subject == Subject::edges) {
    const EdgeRanking ranking = rank_edges(network, measure.name, options);
    for (const EdgeScore& edge : ranking.rows())
      rows.push_back({.rank = ranking.ranks()[rows.size()],
                      .entity = edge.from,
                      .to = edge.to,
                      .score = edge.score,
                      .edge = edge.edge});
  } else {
    const Ranking ranking = entente::rank(network, measure.name, options);
    for (const auto& [entity, score] : ranking.rows())
      rows.push_back({.rank = ranking.ranks()[rows.size()], .entity = entity, .score = score});
  }
  return rows;
}

constexpr std::size_t explained_relations = 5;

void explain(RankAnswer& answer, const Network& network, const Measure& measure) {
  const MeasureParameters& how = answer.parameters.how;
  if (measure.subject == Subject::edges || !how.folding.over.empty())
    throw InvalidArgument("usage", "--explain is about entities and the relations they have");
  const Explanation explanation(answer.question, network, measure,
                                rank_options(answer.question, how));
  for (RankedRow& row : answer.rows)
    row.carried_by = explanation.relations_of(row.entity, explained_relations);
}

/// What brokers stand between, the kinds of entities taken for their groups.
void fill_roles(RankAnswer& answer, const Network& network) {
  const Question& question = answer.question;
  std::map<EntityId, BrokerageRoles> roles;
  for (const BrokerageRoles& each :
       brokerage_roles(network, group_by_kind(question.graph), question.run))
    roles[each.entity] = each;
  for (RankedRow& row : answer.rows) row.roles = roles.at(row.entity);
}

/// When the ends of folded ties are together, and at what.
void fill_shared(RankAnswer& answer, const Network& network) {
  std::vector<EdgeIndex> edges;
  for (const RankedRow& row : answer.rows) edges.push_back(row.edge);
  auto shared = shared_by_edges(answer.question.graph, network, edges, answer.question.selection);
  for (std::size_t i = 0; i < shared.size(); ++i) answer.rows[i].shared = std::move(shared[i]);
}

void add_roles(JsonText& json, const BrokerageRoles& roles) {
  json.key("roles")
      .open_object()
      .member("coordinator", roles.coordinator)
      .member("consultant", roles.consultant)
      .member("gatekeeper", roles.gatekeeper)
      .member("representative", roles.representative)
      .member("liaison", roles.liaison)
      .close_object();
}

/// `entity` is null for a tie, whose ends are `from` and `to`.
std::string ranked_json(const Question& question, const RankedRow& row, Explained explained) {
  JsonText json;
  json.open_object().member("rank", row.rank).key("entity");
  if (row.to) {
    json.null();
    add_ends(json, question, row.entity, *row.to);
  } else {
    json.value(question.graph.id(row.entity)).member("name", question.name(row.entity));
  }
  json.member("score", row.score);
  if (row.roles) add_roles(json, *row.roles);
  if (row.shared) {
    json.member("over", question.graph.id(row.shared->entity));
    add_shared_time(json, *row.shared);
  }
  if (explained == Explained::yes)
    json.key("relations").raw(row_list_json(question, row.carried_by));
  return json.close_object().str();
}

Table entity_table(const Question& question, const std::vector<RankedRow>& rows, Reader reader) {
  Table table{{{"rank", Column::Align::right},
               {"entity"},
               {"name"},
               {"kind"},
               {"score", Column::Align::right}},
              {}};
  for (const RankedRow& row : rows)
    table.rows.push_back({std::to_string(row.rank), question.id(row.entity),
                          question.name(row.entity), std::string(question.graph.kind(row.entity)),
                          score_text(row.score, reader)});
  return table;
}

std::size_t infinite_ones(const std::vector<RankedRow>& rows) {
  return static_cast<std::size_t>(
      std::ranges::count_if(rows, [](const RankedRow& row) { return std::isinf(row.score); }));
}

/// Folded ties say beside their score what their ends share, and when.
Table edge_table(const Question& question, const std::vector<RankedRow>& rows, Reader reader) {
  Table table{{{"rank", Column::Align::right},
               {"from"},
               {"from_name"},
               {"to"},
               {"to_name"},
               {"score", Column::Align::right}},
              {}};
  const bool folded = !rows.empty() && rows.front().shared;
  if (folded) table.columns.insert(table.columns.end(), {{"over"}, {"certainty"}, {"together"}});
  for (const RankedRow& row : rows) {
    table.rows.push_back({std::to_string(row.rank), question.id(row.entity),
                          question.name(row.entity), question.id(*row.to), question.name(*row.to),
                          score_text(row.score, reader)});
    if (!folded) continue;
    table.rows.back().insert(
        table.rows.back().end(),
        {question.id(row.shared->entity), certainty_of(*row.shared), span_text(*row.shared)});
  }
  return table;
}

}  // namespace

RankAnswer rank(const Question& asked, const RankParameters& parameters) {
  const QuestionRun running(asked);
  const Measure& measure = measure_named(parameters.measure);
  RankAnswer answer(asked);
  answer.parameters = parameters;
  const Question& question = answer.question;
  const Network network = question.graph.select(
      question.selection, projection_for(measure.name, parameters.how.folding));
  const Network computed =
      measure.name == "strength"
          ? question.graph.select(question.selection,
                                  computed_projection(measure.name, parameters.how.folding))
          : network;
  const std::string advice = advice_on_over(question, parameters.how.folding);
  if (advice.empty())
    answer.rows = ranked(computed, measure, rank_options(question, parameters.how));
  const std::size_t total = answer.rows.size();
  if (parameters.top) answer.rows.resize(std::min(*parameters.top, total));
  if (parameters.explained == Explained::yes) explain(answer, network, measure);
  if (measure.name == "brokerage") fill_roles(answer, network);
  if (measure.subject == Subject::edges && !parameters.how.folding.over.empty())
    fill_shared(answer, network);
  rest_on(answer, question.graph.facts(question.selection));
  const FoldingParameters& folding = parameters.how.folding;
  note_weights(answer, folding.weight, folding.missing_weight, folding.weight_if_missing);
  note_names(answer, parameters.how.restart);
  note_apart(answer, network);
  note_infinite(answer, infinite_ones(answer.rows));
  if (total > answer.rows.size())
    leave_out(
        answer, total - answer.rows.size(),
        counted_note(NoteWord::one_row_left_out, total - answer.rows.size(), question.languages),
        Cut::asked_for);
  if (answer.rows.empty())
    answer.nothing =
        advice.empty() ? nothing_text(NothingWord::nothing_to_rank, question.languages) : advice;
  return given(std::move(answer),
               advice.empty() ? WhenUndated::listed_if_asked_for : WhenUndated::never_listed);
}

JsonObject RankAnswer::json() const {
  JsonObject object;
  object.add("measure", json_quoted(parameters.measure));
  object.add("rows", json_list(rows, [&](const RankedRow& row) {
               return ranked_json(question, row, parameters.explained);
             }));
  const FoldingParameters& folding = parameters.how.folding;
  if (folding.chosen())
    object.add("projection", projection_json(projection_for(parameters.measure, folding)));
  return object;
}

Table RankAnswer::table(Reader reader) const {
  return measure_named(parameters.measure).subject == Subject::edges
             ? edge_table(question, rows, reader)
             : entity_table(question, rows, reader);
}

std::optional<std::string> RankAnswer::sentences() const {
  if (parameters.explained == Explained::no) return std::nullopt;
  std::string text;
  for (const RankedRow& row : rows) {
    text += std::to_string(row.rank) + ". " + question.shown(row.entity) + " " +
            score_text(row.score, Reader::person) + "\n";
    for (const SelectedRelation& relation : row.carried_by)
      text += "  " + row_sentence(question, relation, row.entity) + "\n";
  }
  return text;
}

}  // namespace entente::answers
