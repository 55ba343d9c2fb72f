#include "measured_series.hpp"

#include <algorithm>

#include <entente/text/safe.hpp>

#include "command_line.hpp"
#include "measures.hpp"

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

NetworkMeasure measure_of(const Question& question, const Call& call, const std::string& name,
                          const std::vector<EntityId>& only) {
  const RankOptions options = rank_options(question, call);
  return [name, only, options](const Network& network) -> std::vector<MeasuredValue> {
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

SeriesOptions options_of_call(const Call& call, const std::string& name) {
  SeriesOptions options;
  const std::string by = call.text("--by", "year");
  options.by = by == "month"     ? CalendarStep::month
               : by == "quarter" ? CalendarStep::quarter
                                 : CalendarStep::year;
  options.rolling = static_cast<std::uint32_t>(call.count("--rolling", 1).value_or(1));
  if (call.has("--expanding")) options.rolling = 0;
  options.projection = projection_for(is_whole(name) ? "degree" : name, call);
  return options;
}

}  // namespace

std::vector<Option> series_options() {
  std::vector<Option> options = {
      {"--by", "STEP", "year (default), quarter or month", {"year", "quarter", "month"}},
      {"--rolling", "N", "each point looks at N steps"},
      {"--expanding", "", "each point looks at all steps up to its own"},
      {"--entity", "E,…", "only these", {}, Option::Times::many}};
  for (Option& option : projection_options()) options.push_back(std::move(option));
  for (Option& option : measure_options()) options.push_back(std::move(option));
  return options;
}

void check_series_measure(const std::string& name) {
  std::vector<std::string_view> known = entity_measure_names();
  if (is_whole(name) || std::ranges::find(known, name) != known.end()) return;
  known.insert(known.end(), {"entities", "relations", "density"});
  throw InvalidArgument("unknown-measure", "a series has no measure '" + terminal_safe(name) + "'" +
                                               did_you_mean(name, known));
}

MeasuredSeries measured_series(const Call& call, const Question& question,
                               const std::string& measure) {
  std::vector<EntityId> only;
  for (const std::string& name : call.list("--entity")) only.push_back(question.entity(name));
  const SeriesOptions options = options_of_call(call, measure);
  MeasuredSeries result{.periods = periods(question.graph, question.selection, options),
                        .axes = {.measure = measure, .by = options.by}};
  result.points = measure == "relations"
                      ? relation_series(question.graph, question.selection, options)
                      : series(question.graph, measure_of(question, call, measure, only),
                               question.selection, options);
  return result;
}

}  // namespace entente::tool
