#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/error.hpp>
#include <entente/facts/graph.hpp>
#include <entente/network/network.hpp>

#include "support/graph_of.hpp"

namespace entente {
namespace {

using test::explained;
using test::graph_of;
using test::ids;
using test::selected;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Each row of the guide's table of dates, as relations of an interval type.
Graph spans() {
  return graph_of(R"(
    country a
    country b
    a1: a partner_of b when=2014-05/2016
    a2: a partner_of b when=2014/2014
    a3: a partner_of b when=2014-05/..
    a4: a partner_of b when=2014-05/
    a5: a partner_of b when=../2023
    a6: a partner_of b when=/2023
    a7: a partner_of b when=../..
    a8: a partner_of b when=/
    a9: a partner_of b
    b1: a partner_of b when=2014?/2016
    b2: a partner_of b when=1960-XX-25
  )");
}

TEST(Period, AsksAboutADay) {
  const Graph graph = spans();
  EXPECT_THAT(selected(graph, {.as_of = "2014-05-15"}),
              ElementsAre("a1?", "a2?", "a3?", "a4?", "a5", "a6?", "a7", "a8?", "b1?~", "b2?"));
  EXPECT_THAT(selected(graph, {.as_of = "2016-01-01"}),
              ElementsAre("a1", "a3", "a4?", "a5", "a6?", "a7", "a8?", "b1~", "b2?"));
  EXPECT_THAT(selected(graph, {.as_of = "2050-01-01"}),
              ElementsAre("a3", "a4?", "a7", "a8?", "b2?"));
}

TEST(Period, KeepsOnlyTheCertainWhenAsked) {
  EXPECT_THAT(selected(spans(), {.as_of = "2016-01-01", .keep = Keep::certain_only}),
              ElementsAre("a1", "a3", "a5", "a7", "b1~"));
}

TEST(Period, AsksAboutSomeDayOfASpan) {
  EXPECT_THAT(selected(spans(), {.during = "2014", .keep = Keep::certain_only}),
              ElementsAre("a1", "a2", "a3", "a4", "a5", "a7", "b1~"));
}

TEST(Period, AsksAboutEveryDayOfASpan) {
  EXPECT_THAT(selected(spans(), {.throughout = "2015", .keep = Keep::certain_only}),
              ElementsAre("a1", "a3", "a5", "a7", "b1~"));
  EXPECT_THAT(selected(spans(), {.throughout = "2014-06"}),
              ElementsAre("a1", "a2?", "a3", "a4?", "a5", "a6?", "a7", "a8?", "b1?~", "b2?"));
}

TEST(Period, CountsUndatedRelationsAndListsThemWhenAsked) {
  const Graph graph = graph_of("country a\n country b\n r1: a partner_of b");
  for (const char* period : {"2014", "../.."}) {
    const SelectedFacts facts = graph.facts({.during = period});
    EXPECT_THAT(facts.relations, IsEmpty());
    EXPECT_THAT(ids(graph, facts.undated), ElementsAre("r1"));
    EXPECT_EQ(facts.counts, (Counts{0, 0, 1}));
    EXPECT_THAT(explained(graph, {.during = period, .undated = Undated::listed}),
                ElementsAre("r1 undated"));
  }
  EXPECT_EQ(graph.facts().counts, (Counts{1, 0, 0}));
  EXPECT_EQ(graph.facts({.as_of = "2014", .keep = Keep::certain_only}).counts, Counts{});
}

TEST(Period, LeavesOpenEndsCertainOnlyAsFarAsObserved) {
  EXPECT_THAT(selected(spans(), {.as_of = "2030-01-01", .observed_through = "2026-06-30"}),
              ElementsAre("a3?", "a4?", "a7?", "a8?", "b2?"));
  EXPECT_THAT(selected(spans(), {.as_of = "2026-06-30",
                                 .observed_through = "2026-06-30",
                                 .keep = Keep::certain_only}),
              ElementsAre("a3", "a7"));
}

TEST(Period, TakesSeveralPeriodsTogether) {
  EXPECT_THAT(selected(spans(), {.as_of = "2016-01-01", .throughout = "2015"}),
              ElementsAre("a1", "a3", "a4?", "a5", "a6?", "a7", "a8?", "b1~", "b2?"));
}

TEST(Period, ReadsInstantsAsOneUnknownDay) {
  const Graph graph = graph_of(R"(
    person a
    person b
    r1: a met_with b when=2023-07
    r2: a met_with b when=2023-07-12
    r3: a met_with b when={2023-07-12,2023-07-14}
    r4: a met_with b when=[2023-07-12,2023-07-14]
  )");
  EXPECT_THAT(selected(graph, {.as_of = "2023-07-12"}), ElementsAre("r1?", "r2", "r3", "r4?"));
  EXPECT_THAT(selected(graph, {.as_of = "2023-07-13"}), ElementsAre("r1?"));
  EXPECT_THAT(selected(graph, {.as_of = "2023-07"}), ElementsAre("r1", "r2", "r3", "r4"));
  EXPECT_THAT(selected(graph, {.throughout = "2023-07-12/2023-07-13"}), IsEmpty());
  EXPECT_THAT(selected(graph, {.throughout = "2023-07-12"}), ElementsAre("r1?", "r2", "r3", "r4?"));
}

TEST(Period, FindsACallUnderBothSidesDates) {
  const Graph graph = graph_of(R"(
    person kishida
    person macron
    document doc-1
    document doc-2
    r1: kishida met_with macron when=2023-12-02 by=doc-1,doc-2~2023-12-03
  )");
  EXPECT_THAT(selected(graph, {.as_of = "2023-12-02"}), ElementsAre("r1"));
  EXPECT_THAT(selected(graph, {.as_of = "2023-12-03"}), ElementsAre("r1"));
  EXPECT_THAT(selected(graph, {.as_of = "2023-12-04"}), IsEmpty());
}

TEST(Period, AsksTheEvidenceWhereTheRelationHasNoDate) {
  const Graph graph = graph_of(R"(
    person a
    person b
    document doc-1
    r1: a met_with b by=doc-1~2023-12-03
  )");
  EXPECT_THAT(selected(graph, {.as_of = "2023-12-03"}), ElementsAre("r1"));
  EXPECT_THAT(selected(graph, {.as_of = "2023-12-04"}), IsEmpty());
}

TEST(Period, BoundsByLifespansWhatRelationsLeaveOpen) {
  const Graph graph = graph_of(R"(
    country a
    country b when=1990/2000
    country c when=2010?/..
    r1: a partner_of b when=1980/..
    r2: a partner_of c when=1980/..
    r3: b partner_of c when=1980/..
  )");
  EXPECT_THAT(selected(graph, {.as_of = "1985-01-01"}), ElementsAre("r1", "r2", "r3"));
  EXPECT_THAT(explained(graph, {.as_of = "2000-06-01"}),
              ElementsAre("r1 imprecise", "r2", "r3 imprecise"));
  EXPECT_THAT(selected(graph, {.as_of = "2015-01-01"}), ElementsAre("r2"));
}

TEST(Period, MergesParallelRelationsWithTheirBestVerdict) {
  const Network g = spans().select({.as_of = "2014-05-15"});
  ASSERT_EQ(g.edge_count(), 1U);
  EXPECT_EQ(g.verdict(EdgeIndex(0)), Verdict::yes);
  EXPECT_EQ(g.relations(EdgeIndex(0)).size(), 10U);
  EXPECT_EQ(g.counts(), (Counts{2, 8, 1}));
}

}  // namespace
}  // namespace entente
