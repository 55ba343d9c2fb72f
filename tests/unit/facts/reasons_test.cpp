// Why a relation only may be in a selection.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/facts/graph.hpp>
#include <entente/facts/viewpoint.hpp>

#include "support/graph_of.hpp"

namespace entente {
namespace {

using test::explained;
using test::graph_of;
using test::ids;
using test::selected;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string why(const std::string& when, const Selection& selection,
                const std::string& type = "partner_of") {
  const bool event = type == "met_with";
  const std::string kind = event ? "person" : "country";
  const Graph graph = graph_of(kind + " a\n" + kind + " b\n r: a " + type + " b when=" + when);
  const auto found = explained(graph, selection);
  return found.empty() ? "no" : found.front().substr(1);
}

TEST(Reasons, TellWhichEndIsOpen) {
  EXPECT_EQ(why("2014-05/2016", {.as_of = "2014-05-15"}), " imprecise");
  EXPECT_EQ(why("2014-05/2016", {.as_of = "2016-06-30"}), " imprecise");
  EXPECT_EQ(why("2014-05/2016", {.as_of = "2015"}), "");
  EXPECT_EQ(why("2014-05/", {.as_of = "2014-05-15"}), " imprecise");
  EXPECT_EQ(why("2014-05/", {.as_of = "2030"}), " no-end-reported");
  EXPECT_EQ(why("2014-05/..", {.as_of = "2030"}), "");
  EXPECT_EQ(why("2014-05/..", {.as_of = "2030", .observed_through = "2020"}), " no-end-reported");
  EXPECT_EQ(why("/2016", {.as_of = "2010"}), " no-start-reported");
  EXPECT_EQ(why("/2016", {.as_of = "2016-06-01"}), " imprecise");
  EXPECT_EQ(why("/", {.as_of = "2010"}), " no-start-reported");
  EXPECT_EQ(why("../..", {.as_of = "2010"}), "");
  EXPECT_EQ(why("2014", {.as_of = "2014-06-01"}), " witness");
  EXPECT_EQ(why("2014", {.as_of = "1900"}), " witness");
  EXPECT_EQ(why("2014", {.as_of = "2014"}), "");
  EXPECT_EQ(why("{2014,2018}", {.as_of = "2016"}), "");
  EXPECT_EQ(why("[2014,2018]", {.as_of = "2016"}), " witness");
  EXPECT_EQ(why("XXXX/2016", {.as_of = "2010"}), " imprecise");
  EXPECT_EQ(why("-0044/", {.as_of = "-0040"}), " no-end-reported");
  EXPECT_EQ(why("[2014,2016]/", {.as_of = "2015"}), " imprecise");
  EXPECT_EQ(why("2014-05/2016", {.throughout = "2014"}), "no");
  EXPECT_EQ(why("2014/2016", {.throughout = "2014"}), " imprecise");
  EXPECT_EQ(why("2014/", {.throughout = "2015/2016"}), " no-end-reported");
}

// A lifespan that does not decide is no reason.
TEST(Reasons, OfAnOpenEndAreWhatLeavesItOpen) {
  const Graph graph = graph_of(R"(
    country a when=1900/2003
    country b
    r: a partner_of b when=1995-05-01/..
  )");
  EXPECT_THAT(explained(graph, {.as_of = "2002", .observed_through = "2000"}),
              ElementsAre("r no-end-reported"));
  EXPECT_THAT(explained(graph, {.as_of = "2003-06-01", .observed_through = "2000"}),
              ElementsAre("r imprecise"));
  EXPECT_THAT(explained(graph, {.as_of = "2003-06-01"}), ElementsAre("r imprecise"));
}

TEST(Reasons, OfActsAreTheirDates) {
  EXPECT_EQ(why("2023-07", {.as_of = "2023-07-12"}, "met_with"), " imprecise");
  EXPECT_EQ(why("1960-XX-25", {.as_of = "1960-03-25"}, "met_with"), " imprecise");
  EXPECT_EQ(why("1960-XX-25", {.as_of = "1960-03-26"}, "met_with"), "no");
  EXPECT_EQ(why("2023-07/", {.as_of = "2030"}, "met_with"), " imprecise");
}

TEST(Reasons, AreThoseOfAllPeriodsTogether) {
  EXPECT_EQ(why("2014/", {.as_of = "2014-06-01", .during = "2020"}), " imprecise");
  EXPECT_EQ(why("2014/", {.as_of = "2015", .during = "2020"}), " no-end-reported");
}

TEST(Reasons, StartWithWhatWasPublished) {
  const Graph graph = graph_of(R"(
    country a
    country b
    document doc-1 published=2014
    document doc-2
    r1: a partner_of b when=2010/ by=doc-1
    r2: a partner_of b when=2010/.. by=doc-2
    r3: a partner_of b by=doc-1
  )");
  EXPECT_THAT(explained(graph, {.as_of = "2012", .known_at = "2014-06-01"}),
              ElementsAre("r1 published", "r2 published"));
  EXPECT_THAT(explained(graph, {.as_of = "2012", .known_at = "2014"}),
              ElementsAre("r1 no-end-reported", "r2 published"));
  EXPECT_THAT(explained(graph, {.known_at = "2014-06-01"}),
              ElementsAre("r1 published", "r2 published", "r3 published"));
  EXPECT_EQ(graph.facts({.as_of = "2012", .known_at = "2014-06-01"}).counts, (Counts{0, 2, 1}));
}

TEST(Undated, AreBoundedByTheLifespansOfTheirEnds) {
  const Graph graph = graph_of(R"(
    country a when=1990/2000
    country b
    r1: a partner_of b
    r2: a partner_of b when=/
    r3: a partner_of b when=../..
    r4: a partner_of b when=1995/..
    r5: a partner_of b when=1995
  )");
  EXPECT_EQ(graph.facts({.as_of = "1980"}).counts, Counts{});
  EXPECT_EQ(graph.facts({.as_of = "2010"}).counts, Counts{});
  EXPECT_THAT(explained(graph, {.as_of = "1996"}),
              ElementsAre("r2 no-start-reported", "r3", "r4", "r5 witness"));
  EXPECT_EQ(graph.facts({.as_of = "1996"}).counts, (Counts{2, 2, 1}));
}

TEST(Undated, AreCertainWhereTheyAreTimeless) {
  const Graph graph = graph_of(R"(
    country a
    post minister
    topic aid
    agreement pact when=2000/2010
    document doc-1 published=2005
    statement word
    r1: minister part_of a
    r2: pact covers aid
    r3: word about a
    r4: doc-1 cites pact
    r5: aid part_of a
  )");
  EXPECT_THAT(explained(graph, {.as_of = "2005"}), ElementsAre("r1", "r2", "r3", "r4"));
  EXPECT_EQ(graph.facts({.as_of = "2005"}).counts, (Counts{4, 0, 1}));
  EXPECT_THAT(explained(graph, {.as_of = "1990"}), ElementsAre("r1", "r3"));
}

// Decided by when the plan can first have been told of.
TEST(Undated, PlansDoNotBeginBeforeTheyWerePublished) {
  const Graph graph = graph_of(R"(
    country a
    country b
    document doc-1 published=2014
    document doc-2 published=2016-05-06
    document doc-3
    r1: a partner_of b plan by=doc-1,doc-2
    r2: a partner_of b expectation by=doc-2
    r3: a partner_of b plan by=doc-3
    r4: a partner_of b plan by=doc-2,doc-3
    r5: a partner_of b claim by=doc-1
  )");
  const auto listed = [&](Selection selection) {
    selection.undated = Undated::listed;
    return explained(graph, selection);
  };
  EXPECT_THAT(listed({.as_of = "2013-12-31"}),
              ElementsAre("r3 undated", "r4 undated", "r5 undated"));
  EXPECT_THAT(listed({.as_of = "2014-01-01"}),
              ElementsAre("r1 published", "r3 undated", "r4 undated", "r5 undated"));
  EXPECT_THAT(
      listed({.as_of = "2016-05-06"}),
      ElementsAre("r1 published", "r2 published", "r3 undated", "r4 undated", "r5 undated"));
  EXPECT_THAT(listed({.throughout = "2016"}),
              ElementsAre("r1 published", "r3 undated", "r4 undated", "r5 undated"));
  EXPECT_EQ(graph.facts({.as_of = "2013"}).counts, (Counts{0, 0, 3}));
}

TEST(KnownAt, UsesOnlyDatesOfEvidenceKnownThen) {
  const Graph graph = graph_of(R"(
    person a
    person b
    document d1 published=2023-07-11
    document d2 published=2023-07-20
    r: a met_with b when=2023-07-09 by=d1,d2~2023-07-10
    s: a met_with b when=2023-07-09 by=d2~2023-07-10
  )");
  EXPECT_THAT(selected(graph, {.as_of = "2023-07-10", .known_at = "2023-07-12"}), IsEmpty());
  EXPECT_THAT(selected(graph, {.as_of = "2023-07-09", .known_at = "2023-07-12"}), ElementsAre("r"));
  EXPECT_THAT(selected(graph, {.as_of = "2023-07-10", .known_at = "2023-07-20"}),
              ElementsAre("r", "s"));
  EXPECT_THAT(selected(graph, {.as_of = "2023-07-09", .known_at = "2023-07-20"}), ElementsAre("r"))
      << "all that is known of s gives another date";
  EXPECT_THAT(selected(graph, {.as_of = "2023-07-09"}), ElementsAre("r", "s"));
  EXPECT_THAT(selected(graph, {.as_of = "2023-07-10", .sources = {"d1"}}), IsEmpty());
  EXPECT_THAT(selected(graph, {.as_of = "2023-07-10", .sources = {"d2"}}), ElementsAre("r", "s"));
  const Viewpoint then(graph, {.known_at = "2023-07-12"});
  const RelationId met = graph.relation("r").value();
  ASSERT_EQ(then.evidence(met).size(), 1U);
  EXPECT_EQ(then.evidence(met).front().source, "d1");
  ASSERT_EQ(then.dates(met).size(), 1U);
  EXPECT_EQ(then.dates(met).front().text(), "2023-07-09");
}

TEST(KnownAt, TakesTheWhenOfADocumentForItsPublication) {
  const Graph graph = graph_of(R"(
    country a
    country b
    document d1 when=2019-01-22
    document d2 when=2019 published=2019-03
    document d3 when=2019-03-05 published=2019
    r1: a partner_of b when=2000/.. by=d1
    r2: a partner_of b when=2000/.. by=d2
    r3: a partner_of b when=2000/.. by=d3
  )");
  EXPECT_THAT(explained(graph, {.known_at = "2019-02-01"}), ElementsAre("r1"));
  EXPECT_THAT(explained(graph, {.known_at = "2019-03-05"}),
              ElementsAre("r1", "r2 published", "r3"));
  EXPECT_THAT(selected(graph, {.as_of = "2010"}), ElementsAre("r1", "r2", "r3"));
}

TEST(PresumeLasting, TakesWhatBeganToLastToTheNewestSource) {
  const Graph graph = graph_of(R"(
    country a
    country b
    document d1 published=2010
    document d2 published=2015-06
    document d3
    r1: a partner_of b when=2005/ by=d1,d2
    r2: a partner_of b when=2005/ by=d3
    r3: a partner_of b when=2005/ by=d1 claim
    r4: a partner_of b when=2005 by=d1
    r5: a partner_of b when=2005/.. by=d1
    r6: a partner_of b when=/2030 by=d1
  )");
  const auto presumed = [&](Selection selection) {
    selection.presume_lasting = Lasting::presumed;
    return explained(graph, selection);
  };
  EXPECT_THAT(presumed({.as_of = "2015-06-01"}),
              ElementsAre("r1 presumed", "r2 no-end-reported", "r3 no-end-reported", "r4 witness",
                          "r5", "r6 no-start-reported"));
  EXPECT_THAT(presumed({.as_of = "2015-06-02", .types = {"partner_of"}}),
              ElementsAre("r1 no-end-reported", "r2 no-end-reported", "r3 no-end-reported",
                          "r4 witness", "r5", "r6 no-start-reported"));
  EXPECT_THAT(presumed({.as_of = "2020", .observed_through = "2021"}),
              ElementsAre("r1 presumed", "r2 presumed", "r3 no-end-reported", "r4 witness", "r5",
                          "r6 no-start-reported"));
  EXPECT_THAT(presumed({.throughout = "2006/2014"}),
              ElementsAre("r1 presumed", "r2 no-end-reported", "r3 no-end-reported", "r4 witness",
                          "r5", "r6 no-start-reported"));
}

TEST(PresumeLasting, PresumesNothingAgainstAnInferredEnd) {
  const Graph graph = graph_of(R"(
    post pm
    person a
    person b
    document d published=2020
    t1: a holds_post pm when=2000/ by=d
    t2: b holds_post pm when=2005/ by=d
  )");
  const Selection selection{.as_of = "2004", .presume_lasting = Lasting::presumed};
  EXPECT_THAT(explained(graph, selection), ElementsAre("t1 inferred"));
  EXPECT_THAT(explained(graph, {.as_of = "2010", .presume_lasting = Lasting::presumed}),
              ElementsAre("t2 presumed"));
}

TEST(AttestedWithin, KeepsWitnessesNearThePeriod) {
  const Graph graph = graph_of(R"(
    country a
    country b
    r1: a partner_of b when=1950
    r2: a partner_of b when=1970
    r3: a partner_of b when=[1900,2000]
    r4: a partner_of b when=1960/
  )");
  EXPECT_THAT(explained(graph, {.as_of = "1980", .attested_within = "10y"}),
              ElementsAre("r2 witness", "r4 no-end-reported"));
  EXPECT_THAT(explained(graph, {.as_of = "1980", .attested_within = "30y"}),
              ElementsAre("r1 witness", "r2 witness", "r3 witness", "r4 no-end-reported"));
  EXPECT_THAT(explained(graph, {.as_of = "1971-03-01", .attested_within = "3m"}),
              ElementsAre("r2 witness", "r4 no-end-reported"));
  EXPECT_THAT(explained(graph, {.as_of = "1971-03-01", .attested_within = "59d"}),
              ElementsAre("r4 no-end-reported"));
  EXPECT_THAT(explained(graph, {.as_of = "1971-03-01", .attested_within = "60d"}),
              ElementsAre("r2 witness", "r4 no-end-reported"));
}

}  // namespace
}  // namespace entente
