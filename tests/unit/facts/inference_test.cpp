#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/facts/graph.hpp>
#include <entente/facts/viewpoint.hpp>
#include <entente/time/day.hpp>

#include "support/graph_of.hpp"

namespace entente {
namespace {

using test::explained;
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

TEST(Inference, WaitsForAPartyToJoin) {
  EXPECT_EQ(closed(succession("new supersedes old when=2013"), "r1"), "s1 2018-12-31");
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

Graph moving(const std::string& joined, const std::string& supersession = "when=2000") {
  return graph_of(R"(
    country a
    agreement old
    agreement new
    r1: a party_to old when=1990/
    r2: a party_to new )" +
                  joined + "\n s1: new supersedes old " + supersession);
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
  EXPECT_EQ(closed(tenures("organisation pm\n"), "t1"), "");
}

TEST(Inference, TakesAPostForOneSeatUnlessItShowsTwoHolders) {
  EXPECT_EQ(closed(tenures("post pm\n"), "t1"), "t2 2020-09-16");
  EXPECT_EQ(closed(tenures("post pm seats=many\n"), "t1"), "t2 2020-09-16") << "no number";
  const std::string two = R"(
    person two
    u1: two holds_post pm when=2010/2013-06-01
    u2: abe holds_post pm when=2012-12-26/2014
)";
  EXPECT_EQ(closed(tenures("post pm\n" + two), "t1"), "");
  EXPECT_EQ(closed(tenures("post pm seats=1\n" + two), "t1"), "t2 2020-09-16");
}

TEST(Inference, SeesTwoHoldersAlsoByDatesInDoubt) {
  const auto two = [](const std::string& end) {
    return "person two\nu1: two holds_post pm when=2010/" + end +
           "\nu2: abe holds_post pm when=2012-12-26/2014\n";
  };
  EXPECT_EQ(closed(tenures("post pm\n" + two("2013-06-01")), "t1"), "");
  EXPECT_EQ(closed(tenures("post pm\n" + two("2013-06-01?")), "t1"), "") << "moves no bounds";
  EXPECT_EQ(closed(tenures("post pm\n" + two("2012~")), "t1"), "t2 2020-09-16");
  EXPECT_EQ(closed(tenures("post pm seats=1\n" + two("2013-06-01?")), "t1"), "t2 2020-09-16");
}

/// A post whose two holders at one time only a later document shows.
Graph seen_together_later(const std::string& published) {
  return graph_of(R"(
    post pm
    person a
    person b
    document early published=2002-06-01
    document late )" +
                  published + R"(
    t1: a holds_post pm when=2000-01-01/ by=early
    t2: b holds_post pm when=2002-01-01/ by=early
    t3: a holds_post pm when=2008-01-01/2010-01-01 by=late
    t4: b holds_post pm when=2008-01-01/2010-01-01 by=late
  )");
}

TEST(Inference, SeesTheTwoHoldersThatTheQuestionKeeps) {
  const Graph graph = seen_together_later("published=2011-01-01");
  const Selection asked{.as_of = "2002-06-01"};
  EXPECT_THAT(selected(graph, asked), ElementsAre("t1?", "t2?"));
  Selection then = asked;
  then.known_at = "2003-01-01";
  EXPECT_THAT(selected(graph, then), ElementsAre("t2?"));
  then.known_at = "2011-01-01";
  EXPECT_THAT(selected(graph, then), ElementsAre("t1?", "t2?"));
  Selection by_one = asked;
  by_one.sources = {"early"};
  EXPECT_THAT(selected(graph, by_one), ElementsAre("t2?"));
}

TEST(Inference, IsInDoubtWhereItIsNotKnownWhetherTwoHoldersWere) {
  const Graph graph = seen_together_later("published=2011");
  EXPECT_THAT(explained(graph, {.as_of = "2002-06-01", .known_at = "2011-06-01"}),
              ElementsAre("t1 published", "t2 no-end-reported"));
}

TEST(Inference, SeesTheModalitiesThatTheQuestionKeeps) {
  const Graph graph = graph_of(R"(
    post pm
    person a
    person b
    t1: a holds_post pm when=2000-01-01/
    t2: b holds_post pm when=2002-01-01/
    t3: a holds_post pm when=2008-01-01/2010-01-01
    t4: b holds_post pm when=2008-01-01/2010-01-01 derived
  )");
  EXPECT_THAT(selected(graph, {.as_of = "2002-06-01"}), ElementsAre("t1?", "t2?"));
  EXPECT_THAT(selected(graph, {.as_of = "2002-06-01", .modalities = {Modality::fact}}),
              ElementsAre("t2?"));
}

// Whether the tie that is closed was known is a question of its own.
TEST(Inference, ClosesWhatMayBeKnownByWhatCertainlyIs) {
  const std::string documents = R"(
    document early published=2000-06-01
    document late published=2004
  )";
  const Graph seats = graph_of(documents + R"(
    post pm seats=1
    person a
    person b
    r1: a holds_post pm when=2000/ by=late
    r2: b holds_post pm when=2002-06/ by=early
  )");
  const Graph parties = graph_of(documents + R"(
    country c
    agreement old
    agreement new
    r1: c party_to old when=2000/ by=late
    r2: c party_to new when=2002-06/ by=early
    r3: new supersedes old when=2002-06-01 by=early
  )");
  for (const Graph* const graph : {&seats, &parties}) {
    const std::vector<std::string> types = {"holds_post", "party_to"};
    EXPECT_THAT(selected(*graph, {.as_of = "2003-12-31", .known_at = "2004-06-15", .types = types}),
                ElementsAre("r2?"));
    EXPECT_THAT(
        explained(*graph, {.as_of = "2001-06-01", .known_at = "2004-06-15", .types = types}),
        ElementsAre("r1 published"));
    const SelectedFacts facts =
        graph->facts({.as_of = "2003-12-31", .known_at = "2004-06-15", .types = types});
    EXPECT_EQ(facts.inferred_ended.size(), 1U);
  }
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
    r2: a party_to new when=2018/.. by=doc-2
    s1: new supersedes old when=2018 by=doc-2
  )");
  EXPECT_THAT(selected(graph, {.as_of = "2020-01-01", .known_at = "2018-12-31"}),
              ElementsAre("r1?"));
  EXPECT_THAT(selected(graph, {.as_of = "2020-01-01", .known_at = "2019-12-31"}),
              ElementsAre("r2"));
}

TEST(Inference, IsMaybeWhereItsSourceMayNotHaveBeenOut) {
  const Graph graph = graph_of(R"(
    country a
    agreement old
    agreement new
    document doc-1 published=2014-06-01
    document doc-2 published=2019
    r1: a party_to old when=2014/ by=doc-1
    r2: a party_to new when=2018/.. by=doc-1
    s1: new supersedes old when=2018 by=doc-2
  )");
  EXPECT_THAT(explained(graph, {.as_of = "2020-01-01", .known_at = "2018", .types = {"party_to"}}),
              ElementsAre("r1 no-end-reported", "r2"));
  EXPECT_THAT(
      explained(graph, {.as_of = "2020-01-01", .known_at = "2019-06-01", .types = {"party_to"}}),
      ElementsAre("r1 published", "r2"));
  EXPECT_THAT(explained(graph, {.as_of = "2020-01-01", .known_at = "2020", .types = {"party_to"}}),
              ElementsAre("r2"));
  const Viewpoint between(graph, {.known_at = "2019-06-01"});
  EXPECT_EQ(between.inferred_end(graph.relation("r1").value())->known, Verdict::maybe);
}

TEST(Inference, SeesWhatModalityAndSourceKeep) {
  const Graph graph = moving("when=2000/..");
  EXPECT_THAT(selected(graph, {.as_of = "2010", .modalities = {Modality::plan}}), IsEmpty());
  EXPECT_THAT(selected(graph, {.as_of = "2010", .types = {"party_to"}}), ElementsAre("r2"));
  const Graph claimed = moving("when=2000/..", "when=2000 derived");
  EXPECT_THAT(selected(claimed, {.as_of = "2010", .modalities = {Modality::fact}}),
              ElementsAre("r1?", "r2"));
}

}  // namespace
}  // namespace entente
