#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/facts/graph.hpp>
#include <entente/time/day.hpp>

#include "support/graph_of.hpp"

namespace entente {
namespace {

using test::graph_of;
using test::selected;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// "r05 2018-12-31": what closed a relation's end and when at the latest, or "".
std::string closed(const Graph& graph, std::string_view id) {
  const RelationId relation = graph.relation(id).value();
  const auto by = graph.inferred_from(relation);
  if (!by) return "";
  return std::string(graph.id(*by)) + " " + format_day(graph.bounds(relation).end_max);
}

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

TEST(Inference, NeverContradictsWhatIsKnown) {
  EXPECT_EQ(closed(succession("new supersedes old when=2013"), "r1"), "");
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
    s1: new supersedes old when=2018-03-01
  )");
  EXPECT_EQ(closed(graph, "r1"), "");
  EXPECT_EQ(closed(graph, "r2"), "");
  EXPECT_EQ(closed(graph, "r3"), "");
  EXPECT_EQ(closed(graph, "r4"), "s1 2018-03-01");
  EXPECT_EQ(closed(graph, "r5"), "s1 2018-03-01");
  EXPECT_THAT(selected(graph, {.as_of = "2019-01-01", .types = {"party_to"}}),
              ElementsAre("r1", "r3?"));
}

TEST(Inference, TakesTheEarliestOfSeveralSuccessors) {
  const Graph graph = graph_of(R"(
    country a
    agreement old
    agreement n1
    agreement n2
    agreement n3
    r1: a party_to old when=2014/
    s1: n1 supersedes old when=2020
    s2: n2 supersedes old when=2018
    s3: n3 supersedes old when=2012
  )");
  EXPECT_EQ(closed(graph, "r1"), "s2 2018-12-31");
}

Graph tenures(const std::string& post) {
  return graph_of(post + R"(
    person abe
    person suga
    person kishida
    t1: abe holds_post pm when=2012-12-26/
    t2: suga holds_post pm when=2020-09-16/
    t3: kishida holds_post pm when=2021-10/
    t4: abe holds_post pm when=2014-12/
  )");
}

TEST(Inference, EndsATenureWithTheNextHoldersStart) {
  const Graph graph = tenures("post pm seats=1\n");
  EXPECT_EQ(closed(graph, "t1"), "t2 2020-09-16");
  EXPECT_EQ(closed(graph, "t2"), "t3 2021-10-31");
  EXPECT_EQ(closed(graph, "t3"), "");
  EXPECT_EQ(closed(graph, "t4"), "t2 2020-09-16");
}

TEST(Inference, LeavesPostsOfManySeatsAlone) {
  EXPECT_EQ(closed(tenures("post pm seats=2\n"), "t1"), "");
  EXPECT_EQ(closed(tenures("post pm\n"), "t1"), "");
}

TEST(Inference, NeedsACertainOrderOfTenures) {
  // The witness of 2012 may be after the start of June 2012, and 2015 says nothing of a start.
  const Graph graph = graph_of(R"(
    post pm seats=1
    person a
    person b
    person c
    t1: a holds_post pm when=2012
    t2: b holds_post pm when=2012-06-01/2014
    t3: c holds_post pm when=2015
  )");
  EXPECT_EQ(closed(graph, "t1"), "");
  EXPECT_EQ(closed(graph, "t3"), "");
}

TEST(Inference, IsNotKnownBeforeItsSource) {
  const Graph graph = graph_of(R"(
    country a
    agreement old
    agreement new
    document doc-1 published=2014-06-01
    document doc-2 published=2019-01-01
    r1: a party_to old when=2014/ by=doc-1
    s1: new supersedes old when=2018 by=doc-2
  )");
  EXPECT_THAT(selected(graph, {.as_of = "2020-01-01", .known_at = "2018-12-31"}),
              ElementsAre("r1?"));
  EXPECT_THAT(selected(graph, {.as_of = "2020-01-01", .known_at = "2019-12-31"}), IsEmpty());
}

}  // namespace
}  // namespace entente
