#include <limits>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/algorithm/measures.hpp>
#include <entente/algorithm/mixing.hpp>
#include <entente/algorithm/pagerank.hpp>
#include <entente/algorithm/spectral.hpp>

#include "support/code_of.hpp"

namespace entente {
namespace {

// 0 -- 1 -- 2, and 0 -- 2 twice as heavy
Network triangle() {
  const std::vector<PlainEdge> edges{
      {EntityId(0), EntityId(1), 1}, {EntityId(1), EntityId(2), 1}, {EntityId(0), EntityId(2), 2}};
  return {3, edges, Directedness::undirected};
}

TEST(Measures, OfGroupsTakeAnyNumbersForThem) {
  const Grouping near = {0, 0, 1};
  const Grouping far = {7, 7, 4'000'000'000};
  ASSERT_TRUE(assortativity(triangle(), near));
  EXPECT_EQ(assortativity(triangle(), near), assortativity(triangle(), far));
}

TEST(Measures, AreSpelledAsTheGuideSpellsThem) {
  std::vector<std::string> names;
  for (const Measure& measure : measures()) names.emplace_back(measure.name);
  EXPECT_THAT(names, testing::ElementsAre("degree", "strength", "closeness", "harmonic",
                                          "betweenness", "edge-betweenness", "eigenvector",
                                          "pagerank", "katz", "hits", "core", "constraint",
                                          "clustering", "effective-size", "brokerage"));
}

TEST(Measures, RankEntitiesOrEdgesUnderTheirName) {
  for (const Measure& measure : measures()) {
    SCOPED_TRACE(measure.name);
    if (measure.subject == Subject::entities) {
      EXPECT_EQ(rank(triangle(), measure.name).rows().size(), 3U);
      EXPECT_EQ(rank(triangle(), measure.name).measure(), measure.name);
      EXPECT_THROW(static_cast<void>(rank_edges(triangle(), measure.name)), InvalidArgument);
    } else {
      EXPECT_EQ(rank_edges(triangle(), measure.name).rows().size(), 3U);
      EXPECT_EQ(rank_edges(triangle(), measure.name).measure(), measure.name);
      EXPECT_THROW(static_cast<void>(rank(triangle(), measure.name)), InvalidArgument);
    }
    EXPECT_FALSE(measure.description.empty());
  }
}

TEST(Measures, HaveAnswersForNetworksOfNothing) {
  for (const std::size_t entities : {0U, 1U, 2U}) {
    for (const Directedness directedness : {Directedness::undirected, Directedness::directed}) {
      const Network g(entities, {}, directedness);
      for (const Measure& measure : measures()) {
        SCOPED_TRACE(std::string(measure.name) + " of " + std::to_string(entities));
        if (measure.subject == Subject::edges) {
          EXPECT_TRUE(rank_edges(g, measure.name).rows().empty());
        } else {
          const bool needs_ties = measure.name == "constraint" || measure.name == "effective-size";
          EXPECT_EQ(rank(g, measure.name).rows().size(), needs_ties ? 0 : entities);
        }
      }
    }
  }
}

TEST(Measures, ReadWeightsAsTheyMeanThem) {
  // The heavy edge is the dear way, so paths by weight are as good round by 1.
  EXPECT_EQ(rank(triangle(), "betweenness", {.weights = Weights::used}).score(EntityId(1)), 0.5);
  EXPECT_EQ(rank(triangle(), "betweenness").score(EntityId(1)), 0);
  EXPECT_EQ(rank(triangle(), "strength").score(EntityId(0)), 3);
}

TEST(Measures, OfOnesOwnNeedAFunction) {
  const Network g(2, std::vector<PlainEdge>{}, Directedness::undirected);
  EXPECT_EQ(test::code_of([&] { (void)rank(g, "mine", {.own = {{"mine", {}}}}); }), "no-function");
}

TEST(Measures, RefuseNumbersThatAreNone) {
  const Network g(2, std::vector<PlainEdge>{}, Directedness::undirected);
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinite = std::numeric_limits<double>::infinity();
  for (const double beta : {nan, infinite, -infinite})
    EXPECT_EQ(test::code_of([&] { (void)katz(g, {.beta = beta}); }), "bad-beta");
  for (const double tolerance : {nan, infinite, -1.0})
    EXPECT_EQ(test::code_of([&] { (void)pagerank(g, {.tolerance = tolerance}); }), "bad-tolerance");
}

TEST(Measures, RefuseUnknownNamesAndTellTheKnown) {
  try {
    static_cast<void>(rank(triangle(), "importance"));
    FAIL();
  } catch (const InvalidArgument& error) {
    EXPECT_EQ(error.code(), "unknown-measure");
    EXPECT_THAT(error.what(), testing::HasSubstr("pagerank"));
  }
}

}  // namespace
}  // namespace entente
