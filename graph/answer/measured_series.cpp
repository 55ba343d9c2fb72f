#include "measured_series.hpp"

#include <algorithm>
#include <array>

#include <entente/algorithm/eccentricity.hpp>
#include <entente/algorithm/mixing.hpp>
#include <entente/algorithm/triangles.hpp>
#include <entente/text/safe.hpp>

#include "allow_one_of.hpp"
#include "command_line.hpp"
#include "measures.hpp"

namespace entente::tool {
namespace {

/// A measure of a network as a whole, which only a series gives.
struct WholeMeasure {
  std::string_view name;
  double (*of)(const Network&, const RunControl&);
};

constexpr std::array<WholeMeasure, 6> whole_measures{{
    {"entities",
     [](const Network& g, const RunControl&) { return static_cast<double>(g.vertex_count()); }},
    {"relations",
     [](const Network& g, const RunControl&) {
       return static_cast<double>(g.counts().certain + g.counts().possible);
     }},
    {"density", [](const Network& g, const RunControl&) { return density(g); }},
    {"reciprocity", [](const Network& g, const RunControl&) { return reciprocity(g); }},
    {"transitivity", [](const Network& g, const RunControl& run) { return transitivity(g, run); }},
    {"diameter", [](const Network& g,
                    const RunControl& run) { return static_cast<double>(diameter(g, run).hops); }},
}};

const WholeMeasure* whole_measure(std::string_view name) {
  const auto* found = std::ranges::find(whole_measures, name, &WholeMeasure::name);
  return found == whole_measures.end() ? nullptr : found;
}

NetworkMeasure measure_of(const Question& question, const Call& call, const std::string& name,
                          const std::vector<EntityId>& only) {
  const RankOptions options = rank_options(question, call);
  return [name, only, options](const Network& network) -> std::vector<MeasuredValue> {
    if (const WholeMeasure* whole = whole_measure(name))
      return {{std::nullopt, whole->of(network, options.run)}};
    const auto asked_for = [&only](EntityId entity) {
      return only.empty() || std::ranges::find(only, entity) != only.end();
    };
    std::vector<MeasuredValue> values;
    if (find_measure(name).subject == Subject::edges) {
      const EdgeRanking ties = rank_edges(network, name, options);
      for (const EdgeScore& tie : ties.rows())
        if (asked_for(tie.from) || asked_for(tie.to))
          values.push_back({tie.from, tie.score, tie.to});
      return values;
    }
    const Ranking ranking = rank(network, name, options);
    for (const auto& [entity, score] : ranking.rows())
      if (asked_for(entity)) values.push_back({entity, score});
    return values;
  };
}

SeriesOptions options_of_call(const Call& call, const std::string& name) {
  SeriesOptions options;
  const std::string by = call.text("--by", "year");
  options.by = by == "month"     ? CalendarStep::month
               : by == "quarter" ? CalendarStep::quarter
                                 : CalendarStep::year;
  options.rolling = static_cast<std::uint32_t>(call.count("--rolling", 1).value_or(1));
  if (call.has("--expanding")) options.rolling = 0;
  options.projection = projection_for(network_measure(name), call);
  return options;
}

}  // namespace

std::string_view network_measure(std::string_view name) {
  return whole_measure(name) != nullptr ? "degree" : name;
}

std::vector<Option> series_options() {
  std::vector<Option> options = {
      {"--by", "STEP", "year (default), quarter or month", {"year", "quarter", "month"}},
      {"--rolling", "N", "each point looks at N steps"},
      {"--expanding", "", "each point looks at all steps up to its own"},
      {"--entity", "E,…", "only these, or ties that touch one", {}, Option::Times::many}};
  for (Option& option : projection_options()) options.push_back(std::move(option));
  for (Option& option : measure_options()) options.push_back(std::move(option));
  return options;
}

void check_series_measure(const std::string& name) {
  std::vector<std::string_view> known = measure_names();
  for (const WholeMeasure& whole : whole_measures) known.push_back(whole.name);
  if (std::ranges::find(known, name) != known.end()) return;
  throw InvalidArgument("unknown-measure", "a series has no measure '" + terminal_safe(name) + "'" +
                                               did_you_mean(name, known));
}

MeasuredSeries measured_series(const Call& call, const Question& question,
                               const std::string& measure) {
  allow_one_of(call, {"--rolling", "--expanding"});
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
