#include <entente/io/json_text.hpp>

#include "answer.hpp"
#include "measured_series.hpp"
#include "measures.hpp"
#include "picture.hpp"
#include "rows.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

/// `entity` is null for the network as a whole and for a tie, whose ends are `from` and `to`.
std::string point_json(const Question& question, const SeriesPoint& point) {
  JsonText json;
  json.open_object().member("period", point.period).key("entity");
  if (point.entity && !point.to)
    json.value(question.graph.id(*point.entity));
  else
    json.null();
  if (point.to) {
    json.member("from", question.graph.id(*point.entity));
    json.member("to", question.graph.id(*point.to));
  }
  return json.member("value", point.value).member("certain", point.certain).close_object().str();
}

Table tie_table_of(const Question& question, const std::vector<SeriesPoint>& points,
                   Answer::Reader reader) {
  Table table{{{"period"},
               {"from"},
               {"to"},
               {"value", Column::Align::right},
               {"certain", Column::Align::right}},
              {}};
  for (const SeriesPoint& point : points)
    table.rows.push_back({point.period, question.id(*point.entity), question.id(*point.to),
                          score_text(point.value, reader), score_text(point.certain, reader)});
  return table;
}

Table table_of(const Question& question, const std::vector<SeriesPoint>& points,
               Answer::Reader reader) {
  if (!points.empty() && points.front().to) return tie_table_of(question, points, reader);
  Table table{
      {{"period"}, {"entity"}, {"value", Column::Align::right}, {"certain", Column::Align::right}},
      {}};
  for (const SeriesPoint& point : points)
    table.rows.push_back({point.period, point.entity ? question.id(*point.entity) : "",
                          score_text(point.value, reader), score_text(point.certain, reader)});
  return table;
}

SeriesChart chart_of(const Question& question, const Call& call, const MeasuredSeries& measured) {
  return series_chart(question.graph, measured.periods, measured.points, measured.axes,
                      question.selection, diagram_options(call, question));
}

Exit run_series(const Call& call) {
  check_series_measure(call.arguments[0]);
  const Question question = ask(call);
  const MeasuredSeries measured = measured_series(call, question, call.arguments[0]);
  const auto& points = measured.points;
  std::size_t left_out = 0;
  const Exit exit =
      print({.json =
                 [&] {
                   std::vector<std::string> list;
                   for (const SeriesPoint& point : points)
                     list.push_back(point_json(question, point));
                   JsonObject object;
                   object.add("measure", json_quoted(call.arguments[0]));
                   object.add("points", std::move(list));
                   for (const auto& [name, json] :
                        projection_member(network_measure(call.arguments[0]), call))
                     object.add(name, json);
                   return object;
                 },
             .table = [&](Answer::Reader reader) { return table_of(question, points, reader); },
             .picture =
                 [&] {
                   SeriesChart chart = chart_of(question, call, measured);
                   left_out = chart.left_out;
                   return std::move(chart.svg);
                 },
             .counts = question.graph.facts(question.selection).counts,
             .nothing = points.empty() ? "no dated relation is selected" : ""},
            call, question);
  return left_out == 0 ? exit : say_left_out(left_out, "lines", "name entities (--entity)");
}

}  // namespace

Verb series_verb() {
  Verb verb;
  verb.name = "series";
  verb.summary =
      "a measure per year, quarter or month (also relations, entities, density, "
      "reciprocity, transitivity, diameter)";
  verb.arguments = {{"MEASURE"}};
  verb.options = series_options();
  verb.formats = with_pictures(row_formats());
  verb.examples = {"entente series data/japan-nato relations --by year --format csv",
                   "entente series data/japan-nato degree --entity japan,nato --output "
                   "degree.svg"};
  verb.run = run_series;
  for (Option& option : picture_options()) verb.options.push_back(std::move(option));
  return verb;
}

}  // namespace entente::tool
