#include <algorithm>
#include <cmath>

#include <entente/answer/series.hpp>
#include <entente/base/json_text.hpp>
#include <entente/base/run_control.hpp>

#include "answer/measured_series.hpp"
#include "answer/measuring.hpp"
#include "answer/notes/notes.hpp"
#include "answer/question_run.hpp"
#include "answer/rows/rows.hpp"
#include "words/nothing_words.hpp"

namespace entente::answers {
namespace {

/// `entity` is null for the network as a whole and for a tie, whose ends are `from` and `to`.
std::string point_json(const Question& question, const SeriesPoint& point) {
  JsonText json;
  json.open_object().member("period", point.period).key("entity");
  if (point.to) {
    json.null();
    add_ends(json, question, *point.entity, *point.to);
  } else if (point.entity) {
    json.value(question.graph.id(*point.entity)).member("name", question.name(*point.entity));
  } else {
    json.null().key("name").null();
  }
  return json.member("value", point.value).member("certain", point.certain).close_object().str();
}

Table tie_table_of(const Question& question, const std::vector<SeriesPoint>& points,
                   Reader reader) {
  Table table{{{"period"},
               {"from"},
               {"from_name"},
               {"to"},
               {"to_name"},
               {"value", Column::Align::right},
               {"certain", Column::Align::right}},
              {}};
  for (const SeriesPoint& point : points)
    table.rows.push_back({point.period, question.id(*point.entity), question.name(*point.entity),
                          question.id(*point.to), question.name(*point.to),
                          score_text(point.value, reader), score_text(point.certain, reader)});
  return table;
}

/// Entities themselves are counted, not what folds them.
bool counts_lifespans(const SeriesParameters& parameters) {
  return parameters.measure == "entities" && !parameters.how.folding.chosen();
}

/// What always holds has neither a first step nor a last.
std::string without_points(const Question& question, const SelectedFacts& facts) {
  const bool dated = std::ranges::any_of(facts.relations, [&](const SelectedRelation& row) {
    return question.graph.when(row.relation).has_value();
  });
  return nothing_text(dated ? NothingWord::without_limits : NothingWord::no_dated_relation,
                      question.languages);
}

}  // namespace

SeriesAnswer series(const Question& asked, const SeriesParameters& parameters) {
  const QuestionRun running(asked);
  check_series_measure(parameters.measure);
  SeriesAnswer answer(asked);
  answer.parameters = parameters;
  const Question& question = answer.question;
  const SeriesOptions options{.by = parameters.by,
                              .rolling = parameters.rolling,
                              .projection = computed_series_projection(parameters),
                              .spanned = counts_lifespans(parameters)
                                             ? Spanned::relations_and_lifespans
                                             : Spanned::relations};
  // Here, so that the progress is that of the series and not of each of its measures.
  const RunScope scope(question.run);
  answer.periods = periods(question.graph, question.selection, options);
  answer.points = parameters.measure == "relations"
                      ? relation_series(question.graph, question.selection, options)
                  : counts_lifespans(parameters)
                      ? entity_series(question.graph, question.selection, options)
                      : entente::series(question.graph, network_measure(question, parameters),
                                        question.selection, options);
  const SelectedFacts facts = question.graph.facts(question.selection);
  rest_on(answer, facts);
  const FoldingParameters& folding = parameters.how.folding;
  note_names(answer, parameters.entities);
  note_names(answer, parameters.how.restart);
  note_weights(answer, folding.weight, folding.missing_weight, folding.weight_if_missing);
  note_infinite(answer, static_cast<std::size_t>(
                            std::ranges::count_if(answer.points, [](const SeriesPoint& point) {
                              return std::isinf(point.value) || std::isinf(point.certain);
                            })));
  const std::string advice = advice_on_over(question, folding);
  if (!advice.empty()) answer.points.clear();
  if (answer.points.empty())
    answer.nothing = advice.empty() ? without_points(question, facts) : advice;
  return given(std::move(answer),
               advice.empty() ? WhenUndated::listed_if_asked_for : WhenUndated::never_listed);
}

JsonObject SeriesAnswer::json() const {
  JsonObject object;
  object.add("measure", json_quoted(parameters.measure));
  object.add("points", json_list(points, [&](const SeriesPoint& point) {
               return point_json(question, point);
             }));
  if (parameters.how.folding.chosen())
    object.add("projection", projection_json(series_projection(parameters)));
  return object;
}

Table SeriesAnswer::table(Reader reader) const {
  if (!points.empty() && points.front().to) return tie_table_of(question, points, reader);
  Table table{{{"period"},
               {"entity"},
               {"name"},
               {"value", Column::Align::right},
               {"certain", Column::Align::right}},
              {}};
  for (const SeriesPoint& point : points)
    table.rows.push_back({point.period, point.entity ? question.id(*point.entity) : "",
                          point.entity ? question.name(*point.entity) : "",
                          score_text(point.value, reader), score_text(point.certain, reader)});
  return table;
}

}  // namespace entente::answers
