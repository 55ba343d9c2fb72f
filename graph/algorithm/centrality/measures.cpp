#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include <entente/algorithm/brokerage.hpp>
#include <entente/algorithm/closeness.hpp>
#include <entente/algorithm/core.hpp>
#include <entente/algorithm/measures.hpp>
#include <entente/algorithm/pagerank.hpp>
#include <entente/algorithm/spectral.hpp>
#include <entente/algorithm/triangles.hpp>

namespace entente {

namespace {

Cost cost_of(const RankOptions& options) {
  return options.weights == Weights::used ? Cost::weight : Cost::hops;
}

Ranking betweenness_or_sample(const Network& g, const RankOptions& options) {
  if (!options.sample) {
    return betweenness(g, {.scale = options.scale, .cost = cost_of(options), .run = options.run});
  }
  return sampled_betweenness(g, {.sources = *options.sample,
                                 .seed = options.seed,
                                 .scale = options.scale,
                                 .cost = cost_of(options),
                                 .run = options.run})
      .ranking;
}

using RankEntities = Ranking (*)(const Network&, const RankOptions&);

/// A measure of entities and what computes it; none for a measure of edges.
struct Entry {
  Measure measure;
  RankEntities compute = nullptr;
};

constexpr std::array multi_only{MeasureOption::multi};
constexpr std::array scale_only{MeasureOption::scale};
constexpr std::array of_betweenness{MeasureOption::scale, MeasureOption::sample};
constexpr std::array of_pagerank{MeasureOption::damping, MeasureOption::restart,
                                 MeasureOption::multi};
constexpr std::array of_katz{MeasureOption::alpha, MeasureOption::multi};

const std::vector<Entry>& entries() {
  using enum WeightMeaning;
  static const std::vector<Entry> all{
      {{"degree", "neighbours, or with --multi relations", Subject::entities, none, multi_only},
       [](const Network& g, const RankOptions& o) { return degree(g, {.counted = o.counted}); }},
      {{"strength", "the sum of the weights of an entity's ties", Subject::entities, strength},
       [](const Network& g, const RankOptions&) { return entente::strength(g); }},
      {{"closeness", "how near an entity is to all that reach it", Subject::entities, cost},
       [](const Network& g, const RankOptions& o) {
         return closeness(g, {.cost = cost_of(o), .run = o.run});
       }},
      {{"harmonic", "the sum of 1 / distance from all others", Subject::entities, cost},
       [](const Network& g, const RankOptions& o) {
         return harmonic(g, {.cost = cost_of(o), .run = o.run});
       }},
      {{"betweenness", "the share of shortest paths that pass an entity", Subject::entities, cost,
        of_betweenness},
       betweenness_or_sample},
      {{"edge-betweenness", "the share of shortest paths that run along a tie", Subject::edges,
        cost, scale_only},
       nullptr},
      {{"eigenvector", "importance from ties to the important", Subject::entities, strength,
        multi_only},
       [](const Network& g, const RankOptions& o) {
         return eigenvector(g, {.weights = o.weights, .run = o.run});
       }},
      {{"pagerank", "the share of time a random walk spends at an entity", Subject::entities,
        strength, of_pagerank},
       [](const Network& g, const RankOptions& o) {
         return pagerank(
             g, {.damping = o.damping, .weights = o.weights, .restart = o.restart, .run = o.run});
       }},
      {{"katz", "walks that lead to an entity, long ones counting less", Subject::entities,
        strength, of_katz},
       [](const Network& g, const RankOptions& o) {
         return katz(g, {.alpha = o.alpha, .weights = o.weights, .run = o.run});
       }},
      {{"hits", "authorities: those that good hubs point to", Subject::entities, strength,
        multi_only},
       [](const Network& g, const RankOptions& o) {
         return hits(g, {.weights = o.weights, .run = o.run}).authorities;
       }},
      {{"core", "how densely tied a part an entity sits in", Subject::entities, none},
       [](const Network& g, const RankOptions&) { return core_number(g); }},
      {{"constraint", "how much an entity's ties lead back to each other", Subject::entities,
        strength, multi_only},
       [](const Network& g, const RankOptions& o) {
         return constraint(g, {.weights = o.weights, .run = o.run});
       }},
      {{"clustering", "the share of pairs of neighbours that are tied", Subject::entities, none},
       [](const Network& g, const RankOptions& o) { return clustering(g, o.run); }},
      {{"effective-size", "how many neighbours an entity has, less what they have in common",
        Subject::entities, strength},
       [](const Network& g, const RankOptions& o) {
         return effective_size(g, {.weights = o.weights, .run = o.run});
       }},
      {{"brokerage", "how often an entity stands between two that have no tie", Subject::entities,
        none},
       [](const Network& g, const RankOptions& o) { return brokerage(g, o.run); }},
  };
  return all;
}

const Entry* find_entry(std::string_view name) {
  const auto found = std::find_if(entries().begin(), entries().end(), [name](const Entry& entry) {
    return entry.measure.name == name;
  });
  return found == entries().end() ? nullptr : &*found;
}

const Entry& entry_of(std::string_view name, const OwnMeasures& own) {
  if (const Entry* found = find_entry(name)) return *found;
  std::string names;
  for (const Measure& measure : measures()) names += fmt::format(" {}", measure.name);
  for (const auto& [one, compute] : own) names += " " + one;
  throw InvalidArgument("unknown-measure",
                        fmt::format("there is no measure '{}'; there are:{}", name, names));
}

void refuse_taken_names(const OwnMeasures& own) {
  for (const auto& [name, compute] : own)
    if (find_entry(name) != nullptr)
      throw InvalidArgument(
          "taken-name",
          fmt::format("{} is a measure of the library; give RankOptions::own another name", name));
}

}  // namespace

const std::vector<Measure>& measures() {
  static const std::vector<Measure> all = [] {
    std::vector<Measure> list;
    for (const Entry& entry : entries()) list.push_back(entry.measure);
    return list;
  }();
  return all;
}

bool reads(const Measure& measure, MeasureOption option) {
  if (option == MeasureOption::weight) return measure.weights != WeightMeaning::none;
  return std::find(measure.options.begin(), measure.options.end(), option) != measure.options.end();
}

Ranking rank(const Network& g, std::string_view measure, const RankOptions& options) {
  refuse_taken_names(options.own);
  if (const auto own = options.own.find(measure); own != options.own.end()) {
    if (!own->second)
      throw InvalidArgument(
          "no-function",
          fmt::format("the measure '{}' has no function; give it one in RankOptions::own",
                      measure));
    return own->second(g, options);
  }
  const Entry& entry = entry_of(measure, options.own);
  if (entry.compute != nullptr) return entry.compute(g, options);
  throw InvalidArgument("measure-of-edges",
                        fmt::format("{} scores ties, not entities; use rank_edges()", measure));
}

EdgeRanking rank_edges(const Network& g, std::string_view measure, const RankOptions& options) {
  refuse_taken_names(options.own);
  if (entry_of(measure, options.own).measure.subject == Subject::edges) {
    return edge_betweenness(g,
                            {.scale = options.scale, .cost = cost_of(options), .run = options.run});
  }
  throw InvalidArgument("measure-of-entities",
                        fmt::format("{} scores entities, not ties; use rank()", measure));
}

}  // namespace entente
