// The measures against what NetworkX answers about classic and random graphs.

#include <algorithm>
#include <cmath>
#include <functional>

#include <gtest/gtest.h>

#include <entente/algorithm/betweenness.hpp>
#include <entente/algorithm/components.hpp>
#include <entente/algorithm/degree.hpp>
#include <entente/algorithm/pagerank.hpp>

#include "support/answers.hpp"

namespace entente {
namespace {

using verify::Answers;

/// Calls the measure on every graph for which there is an answer; at least one there must be.
void expect_agreement(const std::string& name,
                      const std::function<Ranking(const Network&)>& measure,
                      double tolerance = 1e-9) {
  std::size_t compared = 0;
  for (const Answers& answers : verify::all_answers()) {
    const auto found = answers.vertices.find(name);
    if (found == answers.vertices.end()) continue;
    SCOPED_TRACE(name + " of " + answers.name);
    const Ranking ranking = measure(answers.graph.network());
    for (std::size_t v = 0; v < found->second.size(); ++v) {
      const double expected = found->second[v];
      const auto score = ranking.score(EntityId(static_cast<std::uint32_t>(v)));
      ASSERT_EQ(score.has_value(), !std::isnan(expected)) << "entity " << v;
      if (!score) continue;
      ASSERT_NEAR(*score, expected, tolerance * std::max(1.0, std::abs(expected)))
          << "entity " << v;
    }
    ++compared;
  }
  EXPECT_GT(compared, 0U);
}

TEST(NetworkX, AgreesOnDegree) {
  expect_agreement("degree", [](const Network& g) { return degree(g); });
  expect_agreement("strength", [](const Network& g) { return strength(g); });
}

TEST(NetworkX, AgreesOnBetweenness) {
  expect_agreement("betweenness", [](const Network& g) { return betweenness(g); });
  expect_agreement("betweenness-weighted",
                   [](const Network& g) { return betweenness(g, {.cost = Cost::weight}); });
}

TEST(NetworkX, AgreesOnPageRank) {
  expect_agreement("pagerank", [](const Network& g) { return pagerank(g); });
  expect_agreement("pagerank-weighted",
                   [](const Network& g) { return pagerank(g, {.weights = Weights::used}); });
  expect_agreement("pagerank-restart", [](const Network& g) {
    PageRankOptions options;
    for (std::uint32_t v = 0; v < g.vertex_count(); ++v) {
      options.restart.emplace_back(EntityId(v), v % 3);
    }
    return pagerank(g, options);
  });
}

TEST(NetworkX, AgreesOnTheNumberOfComponents) {
  for (const Answers& answers : verify::all_answers()) {
    SCOPED_TRACE(answers.name);
    const Network g = answers.graph.network();
    EXPECT_EQ(static_cast<double>(components(g).size()), answers.numbers.at("components"));
    if (!answers.numbers.contains("strong-components")) continue;
    EXPECT_EQ(static_cast<double>(components(g, Connectivity::strong).size()),
              answers.numbers.at("strong-components"));
  }
}

}  // namespace
}  // namespace entente
