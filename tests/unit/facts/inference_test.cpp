#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/facts/graph.hpp>
#include <entente/facts/viewpoint.hpp>
#include <entente/time/day.hpp>

#include "support/graph_of.hpp"
#include "unit/facts/inferred.hpp"

namespace entente {
namespace {

using test::closed;
using test::explained;
using test::graph_of;
using test::moving;
using test::selected;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Graph succession(const std::string& supersession) {
  return graph_of(R"(
    country japan
    agreement old
    agreement new
    r1: japan party_to old when=2014-05-06/
    r2: japan party_to new when=2018/
    s1: )" + supersession);
}

TEST(Inference, EndsThePartiesOfASupersededAgreement) {
  const Graph graph = succession("new supersedes old when=2018");
  EXPECT_EQ(closed(graph, "r1"), "s1 2018-12-31");
  EXPECT_EQ(closed(graph, "r2"), "");
  EXPECT_THAT(selected(graph, {.as_of = "2018-06-01", .types = {"party_to"}}),
              ElementsAre("r1?", "r2?"));
  EXPECT_THAT(selected(graph, {.as_of = "2020-01-01", .types = {"party_to"}}), ElementsAre("r2?"));
}

TEST(Inference, IsSwitchedOff) {
  const Graph graph = succession("new supersedes old when=2018");
  EXPECT_THAT(
      selected(graph, {.as_of = "2020-01-01", .types = {"party_to"}, .inference = Inference::off}),
      ElementsAre("r1?", "r2?"));
  EXPECT_EQ(graph.bounds(graph.relation("r1").value(), Inference::off).end_max, day_max);
}

TEST(Inference, NeedsAFactWithADate) {
  EXPECT_EQ(closed(succession("new supersedes old"), "r1"), "");
  EXPECT_EQ(closed(succession("new supersedes old when=2018 plan"), "r1"), "");
  EXPECT_EQ(closed(succession("new supersedes old when=2018 claim"), "r1"), "");
  EXPECT_EQ(closed(succession("new supersedes old when=2018 derived"), "r1"), "s1 2018-12-31");
}

TEST(Inference, WaitsForAPartyToJoin) {
  EXPECT_EQ(closed(succession("new supersedes old when=2013"), "r1"), "s1 2018-12-31");
}

std::string closed_with_lifespans(const std::string& party, const std::string& newer) {
  return closed(graph_of("country a " + party + "\nagreement old\nagreement new " + newer + R"(
    r1: a party_to old when=2000/
    r2: a party_to new when=2010/
    s1: new supersedes old when=2015)"),
                "r1");
}

TEST(Inference, EndsNothingAfterWhatItTiesWasThere) {
  EXPECT_EQ(closed_with_lifespans("", ""), "s1 2015-12-31");
  EXPECT_EQ(closed_with_lifespans("when=1990/2012", ""), "") << "the lifespan says more";
  EXPECT_EQ(closed_with_lifespans("when=1990/2015", ""), "s1 2015-12-31");
  EXPECT_EQ(closed_with_lifespans("when=1990/2012?", ""), "s1 2015-12-31") << "it may be wrong";
  EXPECT_EQ(closed_with_lifespans("", "when=2005/2012"), "") << "nobody was party to it by then";
  EXPECT_EQ(closed_with_lifespans("", "when=2005/"), "s1 2015-12-31");
}

TEST(Inference, NeverContradictsWhatIsKnown) {
  const Graph graph = graph_of(R"(
    country a
    agreement old
    agreement new
    r1: a party_to old when=2014/
    r2: a party_to new when=2010/
    s1: new supersedes old when=2013
  )");
  EXPECT_EQ(closed(graph, "r1"), "");
}

// Italy never joined the newer convention; Mexico did.
TEST(Inference, ClosesOnlyThoseWhoMoved) {
  const Graph graph = graph_of(R"(
    country mexico
    country italy
    agreement h1899
    agreement h1907
    it99: italy party_to h1899 when=1900-09-04/
    mx99: mexico party_to h1899 when=1901-04-17/
    mx07: mexico party_to h1907 when=1910-01-26/
    rep: h1907 supersedes h1899 when=1910-01-26
  )");
  EXPECT_EQ(closed(graph, "it99"), "");
  EXPECT_EQ(closed(graph, "mx99"), "rep 1910-01-26");
  const SelectedFacts facts = graph.facts({.as_of = "1915-05-24"});
  EXPECT_THAT(explained(graph, {.as_of = "1915-05-24"}),
              ElementsAre("it99 no-end-reported", "mx07 no-end-reported"));
  EXPECT_THAT(test::ids(graph, facts.inferred_ended), ElementsAre("mx99"));
  EXPECT_THAT(graph.facts({.as_of = "1915-05-24", .inference = Inference::off}).inferred_ended,
              IsEmpty());
}

TEST(Inference, NeedsADatedTieToTheSuccessorOfKnownStart) {
  EXPECT_EQ(closed(moving("when=2000/"), "r1"), "s1 2000-12-31");
  EXPECT_EQ(closed(moving("when=1995/.."), "r1"), "s1 2000-12-31");
  EXPECT_EQ(closed(moving("when=2005/"), "r1"), "s1 2005-12-31");
  EXPECT_EQ(closed(moving("when=2005/ derived"), "r1"), "s1 2005-12-31");
  EXPECT_EQ(closed(moving("when=2005/ plan"), "r1"), "");
  EXPECT_EQ(closed(moving("when=2005/ claim"), "r1"), "");
  EXPECT_EQ(closed(moving("when=2005"), "r1"), "") << "a witness has no known start";
  EXPECT_EQ(closed(moving("when=/2005"), "r1"), "");
  EXPECT_EQ(closed(moving("when=../2005"), "r1"), "");
  EXPECT_EQ(closed(moving(""), "r1"), "");
  EXPECT_EQ(closed(moving("when=1995/1999"), "r1"), "") << "it had left before the supersession";
  EXPECT_EQ(closed(moving("when=-0044/", "when=-0040"), "r1"), "") << "before it began";
}

TEST(Inference, ClosesForAllWhereTheSupersessionSaysSo) {
  EXPECT_EQ(closed(moving("plan", "when=2000 closes=all"), "r1"), "s1 2000-12-31");
  EXPECT_EQ(closed(moving("plan", "when=2000 closes=some"), "r1"), "");
}

// a skipped b and joined c.
TEST(Inference, FollowsChains) {
  const Graph graph = graph_of(R"(
    country x
    country y
    agreement a
    agreement b
    agreement c
    x1: x party_to a when=1990/
    x2: x party_to c when=2010/
    y1: y party_to a when=1990/
    y2: y party_to b when=2001/
    y3: y party_to c when=2012/
    s1: b supersedes a when=2000
    s2: c supersedes b when=2011
  )");
  EXPECT_EQ(closed(graph, "x1"), "s1 2011-12-31");
  EXPECT_EQ(closed(graph, "y1"), "s1 2001-12-31");
  EXPECT_EQ(closed(graph, "y2"), "s2 2012-12-31");
  EXPECT_EQ(closed(graph, "x2"), "");
}

TEST(Inference, InheritsDoubts) {
  const Graph graph = graph_of(R"(
    post pm seats=1
    person ann
    person bob
    t0: ann holds_post pm when=2000/
    t1: bob holds_post pm when=2005~/
  )");
  EXPECT_THAT(selected(graph, {.as_of = "2005-06-01"}), ElementsAre("t0?~", "t1?~"));
  EXPECT_THAT(explained(graph, {.as_of = "2003-06-01"}), ElementsAre("t0 inferred"));
  const Viewpoint later(graph, {.as_of = "2006-01-01"});
  const SelectedRelation ended = later.judge(graph.relation("t0").value());
  EXPECT_EQ(ended.verdict, Verdict::no);
  EXPECT_TRUE(ended.qualified);
  EXPECT_TRUE(later.inferred_end(graph.relation("t0").value())->qualified);
  EXPECT_THAT(selected(moving("when=1995/", "when=2000?"), {.as_of = "1999-01-01"}),
              ElementsAre("r1?~", "r2?"));
}

TEST(Inference, ClosesOnlyUnknownEndsOfDatedRelations) {
  const Graph graph = graph_of(R"(
    country a
    agreement old
    agreement new
    r1: a party_to old when=2014/..
    r2: a party_to old when=2014/2016
    r3: a party_to old
    r4: a party_to old when=2015
    r5: a party_to old when=[2012,2013]/
    r6: a party_to new when=2017/..
    s1: new supersedes old when=2018-03-01
  )");
  EXPECT_EQ(closed(graph, "r1"), "");
  EXPECT_EQ(closed(graph, "r2"), "");
  EXPECT_EQ(closed(graph, "r3"), "");
  EXPECT_EQ(closed(graph, "r4"), "s1 2018-03-01");
  EXPECT_EQ(closed(graph, "r5"), "s1 2018-03-01");
  EXPECT_THAT(selected(graph, {.as_of = "2019-01-01", .types = {"party_to"}}),
              ElementsAre("r1", "r6"));
}

TEST(Inference, TakesTheEarliestOfSeveralSuccessors) {
  const Graph graph = graph_of(R"(
    country a
    agreement old
    agreement n1
    agreement n2
    agreement n3
    r1: a party_to old when=2014/
    r2: a party_to n1 when=2012/..
    r3: a party_to n2 when=2012/..
    r4: a party_to n3 when=2012/2013
    s1: n1 supersedes old when=2020
    s2: n2 supersedes old when=2018
    s3: n3 supersedes old when=2012
  )");
  EXPECT_EQ(closed(graph, "r1"), "s2 2018-12-31");
}

}  // namespace
}  // namespace entente
