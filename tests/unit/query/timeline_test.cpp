#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/query/timeline.hpp>

#include "support/graph_of.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> rows(const Graph& graph, const std::vector<std::string>& names,
                              const Selection& selection = {}) {
  std::vector<EntityId> entities;
  for (const std::string& name : names) entities.push_back(graph.entity(name).value());
  std::vector<std::string> list;
  for (const SelectedRelation& row : timeline(graph, entities, selection))
    list.push_back(std::string(graph.id(row.relation)) +
                   (row.verdict == Verdict::maybe ? "?" : ""));
  return list;
}

/// japan ── pact, nato ── pact, kishida met yoon and visited nato
Graph history() {
  return test::graph_of(R"(
    country japan
    organisation nato
    agreement pact
    person kishida
    person yoon
    r1: japan party_to pact when=2014-05-06/
    r2: nato party_to pact when=2014-05-06/
    r3: kishida met_with yoon when=2012
    r4: kishida visited nato
    r5: japan partner_of nato when=/2013
    r6: japan cooperates_with nato when=../2018
    r7: japan cooperates_with nato-body
    body nato-body
  )");
}

TEST(Timeline, TellsAllRelationsOfOneEntity) {
  EXPECT_THAT(rows(history(), {"kishida"}), ElementsAre("r3", "r4"));
}

TEST(Timeline, TellsOfSeveralOnlyWhatIsAmongThem) {
  EXPECT_THAT(rows(history(), {"japan", "nato"}), ElementsAre("r6", "r5"));
  EXPECT_THAT(rows(history(), {"japan", "nato", "pact"}), ElementsAre("r6", "r5", "r1", "r2"));
  EXPECT_THAT(rows(history(), {"kishida", "pact"}), IsEmpty());
}

TEST(Timeline, TellsEverythingOfNobodyInParticular) {
  EXPECT_THAT(rows(history(), {}), ElementsAre("r6", "r3", "r5", "r1", "r2", "r4", "r7"));
  EXPECT_THAT(rows(history(), {}, {.types = {"visited", "party_to"}}),
              ElementsAre("r1", "r2", "r4"));
}

TEST(Timeline, PutsUnknownStartsAtTheirFirstKnownDayAndTheUndatedLast) {
  // r6 has always held, r5 was so by some day of 2013, r7 is undated.
  EXPECT_THAT(rows(history(), {"japan"}), ElementsAre("r6", "r5", "r1", "r7"));
}

TEST(Timeline, KeepsTheSelectionAndItsVerdicts) {
  EXPECT_THAT(rows(history(), {"japan"}, {.as_of = "2014-05-06"}), ElementsAre("r6", "r1"));
  EXPECT_THAT(rows(history(), {"japan"}, {.as_of = "2014-05-06", .undated = Undated::listed}),
              ElementsAre("r6", "r1", "r7?"));
  EXPECT_THAT(rows(history(), {"japan"}, {.types = {"party_to"}}), ElementsAre("r1"));
}

TEST(Timeline, WalksAsDirected) {
  EXPECT_THAT(rows(history(), {"nato"}, {.direction = Direction::out}),
              ElementsAre("r6", "r5", "r2"));
  EXPECT_THAT(rows(history(), {"nato"}, {.direction = Direction::in}),
              ElementsAre("r6", "r5", "r4"));
}

std::vector<std::string> all_rows(const Graph& graph, const std::vector<std::string>& names,
                                  const Selection& selection = {}) {
  std::vector<EntityId> entities;
  for (const std::string& name : names) entities.push_back(graph.entity(name).value());
  std::vector<std::string> list;
  for (const DatedFact& fact : dated_history(graph, entities, selection)) {
    const auto* entity = std::get_if<SelectedEntity>(&fact);
    const auto* relation = std::get_if<SelectedRelation>(&fact);
    const Verdict verdict = entity ? entity->verdict : relation->verdict;
    list.push_back(std::string(entity ? graph.id(entity->entity) : graph.id(relation->relation)) +
                   (verdict == Verdict::maybe ? "?" : ""));
  }
  return list;
}

/// Two that lived, and what they did.
Graph lives() {
  return test::graph_of(R"(
    person ann when=1900-05-01/1980
    person bob when=1910/
    person cyd
    organisation club when=1900-05-01/..
    r1: ann holds_post club when=1900-05-01/1950
    r2: ann met_with bob when=1930-01-01
  )");
}

TEST(History, TellsLifespansAmongRelations) {
  EXPECT_THAT(all_rows(lives(), {}), ElementsAre("ann", "club", "r1", "bob", "r2"));
  EXPECT_THAT(all_rows(lives(), {"bob"}), ElementsAre("bob", "r2"));
  EXPECT_THAT(all_rows(lives(), {"ann", "bob"}), ElementsAre("r2"));
}

TEST(History, TakesTheDateOfADocumentForNoLifespan) {
  const Graph graph = test::graph_of(R"(
    country a when=2005/2015
    document d when=2010
    country b
    r: a partner_of b when=2006/2007 by=d
  )");
  EXPECT_THAT(all_rows(graph, {}), ElementsAre("a", "r"));
  EXPECT_THAT(all_rows(graph, {}, {.as_of = "2010"}), ElementsAre("a"));
  const auto kept = graph.facts({.as_of = "2006-06", .isolated = Isolated::always}).entities;
  EXPECT_EQ(kept.size(), 3U) << "a document is there whenever it was published";
}

TEST(History, AsksLifespansThePeriodsQuestion) {
  EXPECT_THAT(all_rows(lives(), {}, {.as_of = "1920-01-01"}),
              ElementsAre("ann", "club", "r1", "bob?"));
  EXPECT_THAT(all_rows(lives(), {}, {.as_of = "1990-01-01"}), ElementsAre("club", "bob?"));
  EXPECT_THAT(all_rows(lives(), {}, {.as_of = "1990-01-01", .keep = Keep::certain_only}),
              ElementsAre("club"));
}

TEST(History, LeavesLifespansOutWhereRelationsAreNarrowed) {
  EXPECT_THAT(all_rows(lives(), {}, {.types = {"met_with"}}), ElementsAre("r2"));
  EXPECT_THAT(all_rows(lives(), {}, {.kinds = {"person"}}), ElementsAre("ann", "bob", "r2"));
}

TEST(InOrderOfTime, PutsUnknownStartsAmongTheOthersByTheDayTheyEnd) {
  const Graph graph = test::graph_of(R"(
    country a
    country b
    r1: a assists b when=/2013
    r2: a assists b when=../2010
    r3: a assists b when=2012
    r4: a assists b when=2014/2015
    r5: a assists b when=/..
    r6: a assists b when=/
    r7: a assists b
  )");
  EXPECT_THAT(rows(graph, {"a"}), ElementsAre("r2", "r3", "r1", "r4", "r5", "r6", "r7"));
}

TEST(InOrderOfTime, PutsWiderDatesBeforeNarrowerOnesOfTheSameStart) {
  const Graph graph = test::graph_of(R"(
    person a
    person b
    r1: a met_with b when=2012-01-01
    r2: a met_with b when=2012
    r3: a met_with b when=2012-01
  )");
  EXPECT_THAT(rows(graph, {"a"}), ElementsAre("r2", "r3", "r1"));
}

TEST(InOrderOfTime, OfOneDayFollowsTheClocksAndThenTheIds) {
  const Graph graph = test::graph_of(R"(
    country japan
    person a
    person b
    r1: a met_with b when=2023-05-01T18:00:00
    r2: a met_with b when=2023-05-01T09:00:00
    r3: a met_with b when=2023-05-01
    r4: a met_with b when=2023-05
    r5: a visited japan when=2023-05-01T09:00:00
    r6: a visited japan when=2023-05-01
  )");
  EXPECT_THAT(rows(graph, {"a"}), ElementsAre("r4", "r3", "r6", "r2", "r5", "r1"));
}

TEST(InOrderOfTime, ComparesInstantsIfAllClocksOfTheDayHaveOffsets) {
  const std::string lines = R"(
    person a
    person b
    r1: a met_with b when=2023-05-01T08:00:00-05:00
    r2: a met_with b when=2023-05-01T09:00:00+09:00
  )";
  EXPECT_THAT(rows(test::graph_of(lines), {"a"}), ElementsAre("r2", "r1"));
  EXPECT_THAT(rows(test::graph_of(lines + "r3: a met_with b when=2023-05-01T08:30:00"), {"a"}),
              ElementsAre("r1", "r3", "r2"));
  EXPECT_THAT(rows(test::graph_of(lines + "r3: a met_with b when=2023-05-02T00:00:00"), {"a"}),
              ElementsAre("r2", "r1", "r3"));
}

TEST(InOrderOfTime, CountsTheClocksAtWhichStatesBegin) {
  const Graph graph = test::graph_of(R"(
    country a
    country b
    r1: a assists b when=2014-05-06T12:00:00/2018
    r2: a assists b when=2014-05-06T08:00:00/
    r3: a assists b when=2014-05-06/2020
  )");
  EXPECT_THAT(rows(graph, {"a"}), ElementsAre("r3", "r2", "r1"));
}

}  // namespace
}  // namespace entente
