#include "answer/measured_series.hpp"

#include <algorithm>
#include <array>

#include <entente/algorithm/eccentricity.hpp>
#include <entente/algorithm/mixing.hpp>
#include <entente/algorithm/triangles.hpp>
#include <entente/error.hpp>
#include <entente/text/edit_distance.hpp>
#include <entente/text/safe.hpp>

#include "answer/measuring.hpp"

namespace entente::answers {
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
    {"diameter",
     [](const Network& g, const RunControl& run) {
       return static_cast<double>(diameter(g, run).value_or(Diameter{}).hops);
     }},
}};

const WholeMeasure* whole_measure(std::string_view name) {
  const auto* found = std::ranges::find(whole_measures, name, &WholeMeasure::name);
  return found == whole_measures.end() ? nullptr : found;
}

}  // namespace

NetworkMeasure network_measure(const Question& question, const SeriesParameters& parameters) {
  RankOptions options = rank_options(question, parameters.how);
  options.run = {};  // the series is run as the question says
  return [name = parameters.measure, only = question.entities(parameters.entities),
          options](const Network& network) -> std::vector<MeasuredValue> {
    if (const WholeMeasure* whole = whole_measure(name))
      return {{std::nullopt, whole->of(network, options.run)}};
    const auto asked_for = [&only](EntityId entity) {
      return only.empty() || std::ranges::find(only, entity) != only.end();
    };
    std::vector<MeasuredValue> values;
    if (measure_named(name).subject == Subject::edges) {
      const EdgeRanking ties = rank_edges(network, name, options);
      for (const EdgeScore& tie : ties.rows())
        if (asked_for(tie.from) || asked_for(tie.to))
          values.push_back({tie.from, tie.score, tie.to});
      return values;
    }
    const Ranking ranking = entente::rank(network, name, options);
    std::vector<EntityId> missing = only;
    for (const auto& [entity, score] : ranking.rows()) {
      if (!asked_for(entity)) continue;
      values.push_back({entity, score});
      std::erase(missing, entity);
    }
    for (const EntityId entity : missing) values.push_back({entity, 0});
    return values;
  };
}

namespace {

std::string_view folded_like(const SeriesParameters& parameters) {
  return whole_measure(parameters.measure) != nullptr ? "degree"
                                                      : std::string_view(parameters.measure);
}

}  // namespace

Projection series_projection(const SeriesParameters& parameters) {
  return projection_for(folded_like(parameters), parameters.how.folding);
}

Projection computed_series_projection(const SeriesParameters& parameters) {
  return computed_projection(folded_like(parameters), parameters.how.folding);
}

void check_series_measure(std::string_view name) {
  std::vector<std::string_view> known;
  for (const Measure& measure : measures()) known.push_back(measure.name);
  for (const WholeMeasure& whole : whole_measures) known.push_back(whole.name);
  if (std::ranges::find(known, name) != known.end()) return;
  const auto meant = nearest(name, known);
  std::string listed;
  for (const std::string_view each : known) (listed += listed.empty() ? "" : ", ") += each;
  throw InvalidArgument("unknown-measure", "a series has no measure '" + terminal_safe(name) + "'" +
                                               (meant ? "; did you mean " + *meant + "?" : "") +
                                               "\nit measures " + listed);
}

}  // namespace entente::answers
