#include "measures.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <entente/algorithm/betweenness.hpp>
#include <entente/algorithm/degree.hpp>
#include <entente/algorithm/pagerank.hpp>
#include <entente/io/json_text.hpp>
#include <entente/text/safe.hpp>

#include "command_line.hpp"

namespace entente::tool {
namespace {

/// What a measure needs to be computed.
struct Job {
  const Network& network;
  const Question& question;
  const Call& call;
};

Cost cost_of(const Call& call) {
  return call.has("--weight") ? Cost::weight : Cost::hops;
}

Scale scale_of(const Call& call) {
  return call.text("--scale", "normalized") == "raw" ? Scale::raw : Scale::normalized;
}

Ranking degree_of(const Job& job) {
  return degree(job.network,
                {.counted = job.call.has("--multi") ? Counted::relations : Counted::neighbours});
}

Ranking strength_of(const Job& job) {
  return strength(job.network);
}

Ranking betweenness_of(const Job& job) {
  return betweenness(
      job.network,
      {.scale = scale_of(job.call), .cost = cost_of(job.call), .run = job.question.run});
}

Ranking pagerank_of(const Job& job) {
  return pagerank(job.network,
                  {.damping = job.call.number("--damping").value_or(0.85),
                   .weights = job.call.has("--weight") ? Weights::used : Weights::ignored,
                   .run = job.question.run});
}

struct Measure {
  std::string_view name;
  Ranking (*compute)(const Job&);
};

constexpr Measure measures[] = {
    {"degree", degree_of},
    {"strength", strength_of},
    {"betweenness", betweenness_of},
    {"pagerank", pagerank_of},
};

}  // namespace

const std::vector<std::string_view>& measure_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> list;
    for (const Measure& measure : measures) list.push_back(measure.name);
    return list;
  }();
  return names;
}

std::vector<Option> measure_options() {
  return {{"--scale", "raw", "normalized (default) or raw", {"normalized", "raw"}},
          {"--multi", "", "degree counts relations, not neighbours"},
          {"--weight", "ATTRIBUTE", "weigh relations by this number"},
          {"--damping", "D", "of PageRank (0.85)"}};
}

Projection measure_projection(const Call& call) {
  Projection projection;
  if (call.has("--multi")) projection.parallels = Parallels::kept;
  if (call.has("--weight")) {
    projection.weighting = Weighting::attribute;
    projection.attribute = call.text("--weight");
  }
  return projection;
}

Ranking measured(std::string_view name, const Network& network, const Question& question,
                 const Call& call) {
  const auto found = std::ranges::find(measures, name, &Measure::name);
  if (found != std::end(measures)) return found->compute({network, question, call});
  throw InvalidArgument("unknown-measure", "there is no measure '" + terminal_safe(name) + "'" +
                                               did_you_mean(name, measure_names()));
}

std::string score_text(double score, Answer::Reader reader) {
  if (reader == Answer::Reader::program) return json_number(score);
  constexpr int digits = 6;
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), score,
                                 std::chars_format::general, digits)
                       .ptr;
  return {buffer.data(), end};
}

}  // namespace entente::tool
