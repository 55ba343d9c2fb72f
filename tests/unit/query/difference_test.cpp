#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/query/difference.hpp>

#include "support/graph_of.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> texts(const Graph& graph, const std::vector<SelectedRelation>& rows) {
  std::vector<std::string> list;
  for (const SelectedRelation& row : rows)
    list.push_back(std::string(graph.id(row.relation)) +
                   (row.verdict == Verdict::maybe ? "?" : ""));
  return list;
}

/// Between 2015-06-30 and 2020-06-30.
Graph changes() {
  return test::graph_of(R"(
    country a
    country c
    country d
    country e
    country f
    country g
    country h
    agreement b
    whole:    a party_to b when=2010/2024
    begun:    c party_to b when=2018-01/2024
    ended:    d party_to b when=2010/2018
    between:  e party_to b when=2017/2018
    perhaps:  f party_to b when=2020/2024
    unknown:  g party_to b when=2018/
    undated:  h party_to b
  )");
}

TEST(Difference, IsOfTheVerdictsOnTwoDays) {
  const Graph graph = changes();
  const Difference found = difference(graph, "2015-06-30", "2020-06-30");
  EXPECT_THAT(texts(graph, found.appeared), ElementsAre("unknown?", "begun", "perhaps?"));
  EXPECT_THAT(texts(graph, found.ended), ElementsAre("ended"));
  EXPECT_THAT(texts(graph, found.persisted), ElementsAre("whole"));
  EXPECT_THAT(found.happened, IsEmpty());
}

TEST(Difference, RefusesDatesTheWrongWayRound) {
  const Graph graph = changes();
  try {
    static_cast<void>(difference(graph, "2012", "2010-05"));
    FAIL();
  } catch (const InvalidArgument& error) {
    EXPECT_EQ(error.code(), "reversed-dates");
    EXPECT_THAT(error.what(), testing::HasSubstr("2010-05 2012"));
  }
}

TEST(Difference, LeavesThePossibleOutWhenAskedTo) {
  const Graph graph = changes();
  const Difference found =
      difference(graph, "2015-06-30", "2020-06-30", {.keep = Keep::certain_only});
  EXPECT_THAT(texts(graph, found.appeared), ElementsAre("begun"));
  EXPECT_THAT(texts(graph, found.persisted), ElementsAre("whole"));
}

TEST(Difference, RefusesDatesWithDaysInCommon) {
  const Graph graph = changes();
  for (const auto& [first, second] : {std::pair("2020-06-30", "2020-06-30"),
                                      std::pair("2020", "2020-06"), std::pair("2010/2015", "2015")})
    EXPECT_THROW(static_cast<void>(difference(graph, first, second)), InvalidArgument);
}

TEST(Difference, CountsAsUndatedOnlyWhatMissesADate) {
  const Graph graph = test::graph_of(R"(
    country a
    country b
    statement s
    q: a cooperates_with b
    t: s about a
  )");
  const Difference found = difference(graph, "2015", "2020");
  EXPECT_EQ(found.counts.undated, 1U);
  EXPECT_THAT(found.happened, IsEmpty());
}

// What needs no date is not undated though it may not have been known.
TEST(Difference, KeepsTheTimelessThatMayBeKnown) {
  for (const std::string when : {"", " when=../.."}) {
    const Graph graph = test::graph_of(R"(
      agreement a
      topic t
      document d
      r: a covers t by=d)" + when);
    const Difference found = difference(graph, "2015", "2020", {.known_at = "2021"});
    EXPECT_THAT(texts(graph, found.persisted), ElementsAre("r?")) << when;
    EXPECT_EQ(found.counts.undated, 0U) << when;
  }
}

// Without a date it holds always, and so does the tie of which another record tells a part.
TEST(Difference, TakesATimelessRecordForOneOfItsTie) {
  for (const std::string when : {"", " when=../.."}) {
    const Graph graph = test::graph_of(R"(
      country c
      post x
      r1: x part_of c when=2000-01/2004-03-30
      r2: x part_of c)" + when);
    const Difference found = difference(graph, "1999-06-15", "2001-06-15");
    EXPECT_THAT(found.appeared, IsEmpty()) << when;
    EXPECT_THAT(texts(graph, found.persisted), ElementsAre("r2")) << when;
    EXPECT_EQ(found.accounts_differ.size(), 2U) << when;
    EXPECT_THAT(texts(graph, graph.facts({.throughout = "1999/2001"}).relations),
                ElementsAre("r1", "r2"))
        << when;
  }
}

TEST(Difference, EndsTheTimelessWithItsEnds) {
  const Graph graph = test::graph_of(R"(
    country c when=1900/2004
    post x
    r1: x part_of c
    r2: x part_of c
  )");
  const Difference found = difference(graph, "2003", "2010");
  EXPECT_THAT(texts(graph, found.ended), ElementsAre("r1")) << "two records of one tie";
  EXPECT_THAT(found.ended_with_an_end, ElementsAre(graph.relation("r1").value()));
}

TEST(Difference, RefusesToListTheUndated) {
  EXPECT_THROW(
      static_cast<void>(difference(changes(), "2015", "2020", {.undated = Undated::listed})),
      InvalidArgument);
}

TEST(Difference, RefusesAPeriodOfItsOwn) {
  EXPECT_THROW(static_cast<void>(difference(changes(), "2015", "2020", {.as_of = "2016"})),
               InvalidArgument);
}

TEST(Difference, ListsActsThatHappenedMeanwhile) {
  const Graph graph = test::graph_of(R"(
    person p
    person q
    r1: p met_with q when=2013-12-31
    r2: p met_with q when=2014-01-01
    r3: p met_with q when=2015-12-31
    r4: p met_with q when=2016-01-01
    r5: p met_with q when=201X
    r6: p met_with q
  )");
  const Difference found = difference(graph, "2013", "2015");
  EXPECT_THAT(texts(graph, found.happened), ElementsAre("r5?", "r2", "r3"));
  EXPECT_THAT(found.appeared, IsEmpty());
  EXPECT_THAT(found.ended, IsEmpty());
  EXPECT_THAT(found.persisted, IsEmpty());
}

TEST(Difference, TakesSpellsThatAbutForOneTie) {
  const Graph graph = test::graph_of(R"(
    country us
    country fr
    organisation nato
    r1: us member_of nato when=1949-04-04/1951-06-18
    r2: us member_of nato when=1951-06-19/..
    r3: fr member_of nato when=1949-04-04/1950-06-18
    r4: fr member_of nato when=1951-06-19/..
    r5: us cooperates_with fr when=1949/1951
    r6: fr cooperates_with us when=1951-01-01/..
  )");
  const Difference found = difference(graph, "1950-01-01", "1952-01-01");
  EXPECT_THAT(texts(graph, found.appeared), ElementsAre("r4"));
  EXPECT_THAT(texts(graph, found.ended), ElementsAre("r3"));
  EXPECT_THAT(texts(graph, found.persisted), ElementsAre("r5", "r1"));
  EXPECT_THAT(texts(graph, difference(graph, "1940", "1960").appeared),
              ElementsAre("r6", "r2", "r4"));
}

TEST(Difference, JoinsTiesThroughRecordsThatHoldOnNeitherDay) {
  const Graph graph = test::graph_of(R"(
    country a
    organisation o
    r1: a member_of o when=1990-01-01/1995-12-31
    r2: a member_of o when=1996-01-01/2000-12-31
    r3: a member_of o when=2001-01-01/2010-12-31
  )");
  const Difference found = difference(graph, "1991-01-01", "2005-01-01");
  EXPECT_THAT(texts(graph, found.persisted), ElementsAre("r1"));
  EXPECT_THAT(found.ended, IsEmpty());
}

TEST(Difference, SaysWhatEndedByInferenceAlone) {
  const Graph graph = test::graph_of(R"(
    country a
    agreement old
    agreement new
    r1: a party_to old when=2000-01-01/
    r2: a party_to new when=2010-01-01/..
    r3: new supersedes old when=2010-01-01
  )");
  const Difference found = difference(graph, "2000-01-01", "2015-01-01");
  EXPECT_THAT(texts(graph, found.ended), ElementsAre("r1"));
  EXPECT_EQ(found.ended_by_inference, std::vector<RelationId>{graph.relation("r1").value()});
  EXPECT_THAT(
      texts(graph,
            difference(graph, "2000-01-01", "2015-01-01", {.inference = Inference::off}).ended),
      IsEmpty());
}

TEST(Difference, CountsTheRelationsOfItsRows) {
  EXPECT_EQ(difference(changes(), "2015-06-30", "2020-06-30").counts.certain, 3U);
  EXPECT_EQ(difference(changes(), "2015-06-30", "2020-06-30").counts.possible, 2U);
}

TEST(Difference, TellsWhatEndedOnlyWithAnEntity) {
  const Graph graph = test::graph_of(R"(
    country x when=1990/2003-06
    country y
    organisation o
    r1: x member_of o when=1995/..
    r2: x partner_of y when=1995/
    r3: y member_of o when=1995/2003
  )");
  const Difference found = difference(graph, "2000", "2010");
  EXPECT_EQ(found.ended.size(), 3U);
  EXPECT_EQ(found.ended_with_an_end,
            (std::vector<RelationId>{graph.relation("r1").value(), graph.relation("r2").value()}));
}

}  // namespace
}  // namespace entente
