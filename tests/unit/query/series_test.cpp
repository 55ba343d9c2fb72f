#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/network/network.hpp>
#include <entente/query/series.hpp>

#include "support/graph_of.hpp"

namespace entente {
namespace {

using testing::ElementsAre;

std::vector<MeasuredValue> relation_count(const Network& network) {
  return {
      {std::nullopt, static_cast<double>(network.counts().certain + network.counts().possible)}};
}

/// "2014: 2 (1)": value and, in brackets, that of the certain alone.
std::vector<std::string> counted(const Graph& graph, const Selection& selection = {},
                                 const SeriesOptions& options = {}) {
  std::vector<std::string> list;
  for (const SeriesPoint& point : series(graph, relation_count, selection, options))
    list.push_back(point.period + ": " + std::to_string(static_cast<int>(point.value)) + " (" +
                   std::to_string(static_cast<int>(point.certain)) + ")");
  return list;
}

Graph some_years() {
  return test::graph_of(R"(
    country a
    agreement b
    person p
    person q
    a party_to b when=2014-05-06/2016-02-01
    a party_to b when=2015/
    p met_with q when=2014-02-03
  )");
}

TEST(Series, CountsWhatHoldsOnSomeDayOfEachStep) {
  EXPECT_THAT(counted(some_years(), {.during = "../2017"}),
              ElementsAre("2014: 2 (2)", "2015: 2 (2)", "2016: 2 (1)", "2017: 1 (0)"));
}

TEST(Series, StepsByQuarterAndMonth) {
  EXPECT_THAT(counted(some_years(), {.during = "2014-01/2014-06"}, {.by = CalendarStep::quarter}),
              ElementsAre("2014-Q1: 1 (1)", "2014-Q2: 1 (1)"));
  EXPECT_THAT(counted(some_years(), {.during = "2014-02/2014-05"}, {.by = CalendarStep::month}),
              ElementsAre("2014-02: 1 (1)", "2014-03: 0 (0)", "2014-04: 0 (0)", "2014-05: 1 (1)"));
}

TEST(Series, LooksBackOverRollingAndExpandingWindows) {
  const Selection until{.during = "2014/2016", .types = {"met_with"}};
  EXPECT_THAT(counted(some_years(), until, {.rolling = 2}),
              ElementsAre("2014: 1 (1)", "2015: 1 (1)", "2016: 0 (0)"));
  EXPECT_THAT(counted(some_years(), until, {.rolling = 0}),
              ElementsAre("2014: 1 (1)", "2015: 1 (1)", "2016: 1 (1)"));
}

TEST(Series, MeasuresTiesApart) {
  const Graph graph = test::graph_of(R"(
    person p
    person q
    person r
    p met_with q when=2014-02-03
    q met_with r when=2014
  )");
  const auto weight_of_ties = [](const Network& network) {
    std::vector<MeasuredValue> values;
    for (const EdgeIndex e : network.edges()) {
      const auto [u, v] =
          std::minmax({network.entity(network.from(e)), network.entity(network.to(e))});
      values.push_back({u, static_cast<double>(network.relations(e).size()), v});
    }
    return values;
  };
  std::vector<std::string> points;
  for (const SeriesPoint& point :
       series(graph, weight_of_ties, {.during = "2014"}, {.by = CalendarStep::quarter}))
    points.push_back(point.period + " " + std::string(graph.id(*point.entity)) +
                     std::string(graph.id(*point.to)) + " " +
                     std::to_string(static_cast<int>(point.value)) +
                     std::to_string(static_cast<int>(point.certain)));
  EXPECT_THAT(points, ElementsAre("2014-Q1 pq 11", "2014-Q1 qr 10", "2014-Q2 qr 10",
                                  "2014-Q3 qr 10", "2014-Q4 qr 10"));
}

TEST(Series, GivesAnEntityZeroWhereItHasNoTie) {
  const Graph graph = test::graph_of(R"(
    person p
    person q
    person r
    p met_with q when=2014-02-03
    q met_with r when=2016-02-03
  )");
  const auto degrees = [](const Network& network) {
    std::vector<MeasuredValue> values;
    for (Vertex v = 0; v < network.vertex_count(); ++v)
      values.push_back({network.entity(v), static_cast<double>(network.out(v).size())});
    return values;
  };
  std::vector<std::string> points;
  for (const SeriesPoint& point : series(graph, degrees))
    points.push_back(point.period + std::string(graph.id(*point.entity)) +
                     std::to_string(static_cast<int>(point.value)));
  EXPECT_THAT(points, ElementsAre("2014p1", "2014q1", "2014r0", "2015p0", "2015q0", "2015r0",
                                  "2016q1", "2016r1", "2016p0"));
}

/// "1990: 2 (1)".
std::vector<std::string> entities_counted(const Graph& graph, const Selection& selection = {}) {
  std::vector<std::string> list;
  for (const SeriesPoint& point :
       entity_series(graph, selection, {.spanned = Spanned::relations_and_lifespans}))
    list.push_back(point.period + ": " + std::to_string(static_cast<int>(point.value)) + " (" +
                   std::to_string(static_cast<int>(point.certain)) + ")");
  return list;
}

TEST(EntitySeries, CountsLifespansAndTies) {
  const Graph graph = test::graph_of(R"(
    country a when=1990-01-01/1991
    country b when=1991/
    country c
    organisation o
    c member_of o when=1992-01-01/1993
  )");
  EXPECT_THAT(entities_counted(graph),
              ElementsAre("1990: 1 (1)", "1991: 2 (2)", "1992: 3 (2)", "1993: 3 (2)"));
  EXPECT_THAT(entities_counted(graph, {.keep = Keep::certain_only}),
              ElementsAre("1990: 1 (1)", "1991: 2 (2)", "1992: 2 (2)", "1993: 2 (2)"));
  EXPECT_THAT(entities_counted(graph, {.kinds = {"country"}}),
              ElementsAre("1990: 1 (1)", "1991: 2 (2)"));
}

TEST(EntitySeries, IsOfLifespansAlone) {
  const Graph graph = test::graph_of("country a when=1990/1991\ncountry b when=1991/1991");
  EXPECT_THAT(entities_counted(graph), ElementsAre("1990: 1 (1)", "1991: 2 (2)"));
}

TEST(Series, OfWhatAlwaysHoldsNeedsAPeriod) {
  const Graph graph =
      test::graph_of("country a\ncountry b\norganisation o\na member_of o when=../..\n");
  EXPECT_TRUE(counted(graph).empty());
  EXPECT_THAT(counted(graph, {.during = "1990/1991"}), ElementsAre("1990: 1 (1)", "1991: 1 (1)"));
}

TEST(Series, CountsRelationsInOneSweepAlike) {
  for (const SeriesOptions& options : {SeriesOptions{}, SeriesOptions{.by = CalendarStep::quarter},
                                       SeriesOptions{.rolling = 2}, SeriesOptions{.rolling = 0}})
    for (const Keep keep : {Keep::certain_and_possible, Keep::certain_only}) {
      const Selection selection{.during = "2013/2017", .keep = keep};
      const auto swept = relation_series(some_years(), selection, options);
      std::vector<std::string> list;
      for (const SeriesPoint& point : swept)
        list.push_back(point.period + ": " + std::to_string(static_cast<int>(point.value)) + " (" +
                       std::to_string(static_cast<int>(point.certain)) + ")");
      EXPECT_EQ(list, counted(some_years(), selection, options));
    }
}

TEST(Series, OfNothingDatedIsEmpty) {
  EXPECT_TRUE(counted(test::graph_of("country a\nagreement b\na party_to b\n")).empty());
}

TEST(Series, RefusesOtherPeriodsAndEndlessSteps) {
  EXPECT_THROW(counted(some_years(), {.as_of = "2014"}), InvalidArgument);
  EXPECT_THROW(counted(some_years(), {.during = "0001/2014"}, {.max_steps = 100}), LimitReached);
}

TEST(Series, SpansTheDatesThatEvidenceGives) {
  const Graph graph = test::graph_of(
      "country a\ncountry b\ndocument d\na assists b when=1990/1991 by=d~1989/1992\n");
  const std::vector<Period> list = periods(graph);
  ASSERT_EQ(list.size(), 4U);
  EXPECT_EQ(list.front().label, "1989");
  EXPECT_EQ(list.back().label, "1992");
}

}  // namespace
}  // namespace entente
