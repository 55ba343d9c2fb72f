#include <algorithm>

#include <entente/io/json_text.hpp>
#include <entente/query/series.hpp>
#include <entente/text/safe.hpp>

#include "answer.hpp"
#include "command_line.hpp"
#include "measures.hpp"
#include "rows.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

/// Measures of a network as a whole, which only a series gives.
std::optional<double> whole(std::string_view name, const Network& network) {
  const double n = network.vertex_count();
  const double m = network.edge_count();
  if (name == "entities") return n;
  if (name == "relations")
    return static_cast<double>(network.counts().certain + network.counts().possible);
  const double pairs =
      network.directedness() == Directedness::directed ? n * (n - 1) : n * (n - 1) / 2;
  if (name == "density") return n < 2 ? 0 : m / pairs;
  return std::nullopt;
}

NetworkMeasure measure_of(const Question& question, const Call& call,
                          const std::vector<EntityId>& only) {
  const RankOptions options = rank_options(question, call);
  return [&call, only, options](const Network& network) -> std::vector<MeasuredValue> {
    const std::string& name = call.arguments[0];
    if (const auto value = whole(name, network)) return {{std::nullopt, *value}};
    std::vector<MeasuredValue> values;
    const Ranking ranking = rank(network, name, options);
    for (const auto& [entity, score] : ranking.rows())
      if (only.empty() || std::ranges::find(only, entity) != only.end())
        values.push_back({entity, score});
    return values;
  };
}

bool is_whole(std::string_view name) {
  return name == "entities" || name == "relations" || name == "density";
}

/// @throws InvalidArgument where there is no such measure of entities or of the whole.
void check_measure(const std::string& name) {
  std::vector<std::string_view> known = entity_measure_names();
  if (is_whole(name) || std::ranges::find(known, name) != known.end()) return;
  known.insert(known.end(), {"entities", "relations", "density"});
  throw InvalidArgument("unknown-measure", "a series has no measure '" + terminal_safe(name) + "'" +
                                               did_you_mean(name, known));
}

SeriesOptions options_of_call(const Call& call) {
  SeriesOptions options;
  const std::string by = call.text("--by", "year");
  options.by = by == "month"     ? CalendarStep::month
               : by == "quarter" ? CalendarStep::quarter
                                 : CalendarStep::year;
  options.rolling = static_cast<std::uint32_t>(call.count("--rolling", 1).value_or(1));
  if (call.has("--expanding")) options.rolling = 0;
  const std::string& name = call.arguments[0];
  options.projection = projection_for(is_whole(name) ? "degree" : name, call);
  return options;
}

std::string point_json(const Question& question, const SeriesPoint& point) {
  JsonText json;
  json.open_object().member("period", point.period).key("entity");
  if (point.entity)
    json.value(question.graph.id(*point.entity));
  else
    json.null();
  return json.member("value", point.value).member("certain", point.certain).close_object().str();
}

Table table_of(const Question& question, const std::vector<SeriesPoint>& points,
               Answer::Reader reader) {
  Table table{
      {{"period"}, {"entity"}, {"value", Column::Align::right}, {"certain", Column::Align::right}},
      {}};
  for (const SeriesPoint& point : points)
    table.rows.push_back({point.period, point.entity ? question.id(*point.entity) : "",
                          score_text(point.value, reader), score_text(point.certain, reader)});
  return table;
}

Exit run(const Call& call) {
  check_measure(call.arguments[0]);
  const Question question = ask(call);
  std::vector<EntityId> only;
  for (const std::string& name : call.list("--entity")) only.push_back(question.entity(name));
  const auto points =
      call.arguments[0] == "relations"
          ? relation_series(question.graph, question.selection, options_of_call(call))
          : series(question.graph, measure_of(question, call, only), question.selection,
                   options_of_call(call));
  return print({.json =
                    [&] {
                      std::vector<std::string> list;
                      for (const SeriesPoint& point : points)
                        list.push_back(point_json(question, point));
                      return JsonObject()
                          .add("measure", json_quoted(call.arguments[0]))
                          .add("points", std::move(list));
                    },
                .table = [&](Answer::Reader reader) { return table_of(question, points, reader); },
                .counts = question.graph.facts(question.selection).counts,
                .nothing = points.empty() ? "no dated relation is selected" : ""},
               call, question);
}

}  // namespace

Verb series_verb() {
  Verb verb{.name = "series",
            .summary = "a measure per year, quarter or month (also relations, entities, density)",
            .arguments = {{"MEASURE"}},
            .options =
                {{"--by", "STEP", "year (default), quarter or month", {"year", "quarter", "month"}},
                 {"--rolling", "N", "each point looks at N steps"},
                 {"--expanding", "", "each point looks at all steps up to its own"},
                 {"--entity", "E,…", "only these", {}, Option::Times::many}},
            .formats = row_formats(),
            .examples = {"entente series data/japan-nato relations --by year --format csv",
                         "entente series data/japan-nato degree --entity japan,nato --by quarter"},
            .run = run};
  for (Option& option : projection_options()) verb.options.push_back(std::move(option));
  for (Option& option : measure_options()) verb.options.push_back(std::move(option));
  return verb;
}

}  // namespace entente::tool
