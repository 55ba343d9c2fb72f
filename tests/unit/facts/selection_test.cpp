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

using test::graph_of;
using test::ids;
using test::selected;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Graph ties() {
  return graph_of(R"(
    country japan
    country korea
    organisation nato
    publisher rfi
    person kishida
    person macron
    agreement pact name=The_Pact
    document doc-1 name=First_report published=2023-07-11
    document doc-2 published=2023-07-12
    document doc-3 published=2023
    document doc-4
    r1: japan party_to pact by=doc-1
    r2: korea party_to pact plan by=doc-2
    r3: kishida met_with macron claim by=doc-3
    r4: japan cooperates_with korea by=doc-1,doc-2
    r5: nato established rfi by=doc-4
    r6: kishida visited japan
  )");
}

TEST(Selection, KeepsEverythingAsCertainByDefault) {
  const Graph graph = ties();
  const SelectedFacts facts = graph.facts();
  EXPECT_EQ(facts.counts, (Counts{6, 0}));
  EXPECT_EQ(facts.entities.size(), graph.entity_count());
}

TEST(Selection, CompilesWithAnySubsetOfItsMembersInOrder) {
  const Graph graph = ties();
  const Network meetings = graph.select({.during = "2023",
                                         .types = {"met_with"},
                                         .direction = Direction::both,
                                         .undated = Undated::listed});
  EXPECT_EQ(meetings.edge_count(), 1U);
  EXPECT_EQ(graph.select({.as_of = "2023-07-12", .undated = Undated::listed}).edge_count(), 6U);
}

TEST(Selection, NarrowsByTypeAndItsInverse) {
  const Graph graph = ties();
  EXPECT_THAT(selected(graph, {.types = {"party_to"}}), ElementsAre("r1", "r2"));
  EXPECT_THAT(selected(graph, {.types = {"has_party", "met_with"}}), ElementsAre("r1", "r2", "r3"));
}

TEST(Selection, NarrowsByKindAtBothEndsAndKindsBelow) {
  const Graph graph = ties();
  EXPECT_THAT(selected(graph, {.kinds = {"country"}}), ElementsAre("r4"));
  EXPECT_THAT(selected(graph, {.kinds = {"organisation"}}), ElementsAre("r5"));
  EXPECT_THAT(selected(graph, {.kinds = {"publisher"}}), IsEmpty());
}

TEST(Selection, NarrowsByModality) {
  EXPECT_THAT(selected(ties(), {.modalities = {Modality::plan, Modality::claim}}),
              ElementsAre("r2", "r3"));
}

TEST(Selection, NarrowsBySourceByIdOrName) {
  const Graph graph = ties();
  EXPECT_THAT(selected(graph, {.sources = {"doc-1"}}), ElementsAre("r1", "r4"));
  EXPECT_THAT(selected(graph, {.sources = {"first report", "doc-4"}}),
              ElementsAre("r1", "r4", "r5"));
}

TEST(Selection, KeepsIsolatedEntitiesOnlyWhenNothingNarrows) {
  const Graph graph = ties();
  EXPECT_THAT(ids(graph, graph.facts({.types = {"met_with"}}).entities),
              ElementsAre("kishida", "macron"));
  EXPECT_THAT(ids(graph, graph
                             .facts({.types = {"met_with"},
                                     .kinds = {"person", "agreement"},
                                     .isolated = Isolated::always})
                             .entities),
              ElementsAre("kishida", "macron", "pact"));
}

TEST(Selection, KnowsOnlyWhatWasPublished) {
  // doc-1 is out on the day, doc-2 a day later, doc-3 some day of the year; doc-4 does not say,
  // and r6 has no evidence at all.
  const Graph graph = ties();
  EXPECT_THAT(selected(graph, {.known_at = "2023-07-11"}), ElementsAre("r1", "r3?", "r4", "r5?"));
  EXPECT_THAT(selected(graph, {.known_at = "2023-07-12"}),
              ElementsAre("r1", "r2", "r3?", "r4", "r5?"));
  EXPECT_THAT(selected(graph, {.known_at = "2022"}), ElementsAre("r5?"));
  EXPECT_THAT(selected(graph, {.known_at = "2023-07-11", .keep = Keep::certain_only}),
              ElementsAre("r1", "r4"));
}

void expect_refusal(const Selection& selection, const std::string& code, const std::string& hint) {
  try {
    (void)ties().facts(selection);
    ADD_FAILURE() << "expected " << code;
  } catch (const InvalidArgument& error) {
    EXPECT_EQ(error.code(), code);
    EXPECT_THAT(error.what(), HasSubstr(hint));
  }
}

TEST(Selection, RefusesUnknownWordsWithTheNearestKnownOne) {
  expect_refusal({.types = {"party-to"}}, "unknown-type", "did you mean `party_to`?");
  expect_refusal({.kinds = {"contry"}}, "unknown-kind", "did you mean `country`?");
  expect_refusal({.sources = {"doc-9"}}, "unknown-source", "did you mean `doc-1`?");
  expect_refusal({.sources = {"japan"}}, "unknown-source", "of kind country");
}

TEST(Selection, RefusesBadDates) {
  expect_refusal({.as_of = "2014-02-30"}, "bad-date", "2014-02-30");
  expect_refusal({.during = "2016/2014"}, "bad-date", "during");
  expect_refusal({.known_at = "yesterday"}, "bad-date", "known at");
  expect_refusal({.attested_within = "10"}, "bad-distance", "10y");
  expect_refusal({.attested_within = "-1y"}, "bad-distance", "10y");
}

TEST(Selection, RefusesPeriodsThatAreNoWholeDays) {
  expect_refusal({.as_of = "1960-XX-25"}, "period", "write 1960-01-25/1960-12-25");
  expect_refusal({.as_of = "2X14"}, "period", "write 2014/2914");
  expect_refusal({.during = "XXXX-03-25"}, "period", "write ../..");
  expect_refusal({.throughout = "2014-05-06T10:00:00"}, "period", "write 2014-05-06");
  expect_refusal({.known_at = "[2014,2016]"}, "period", "write 2014/2016");
  expect_refusal({.observed_through = "2014?"}, "period", "write 2014");
  expect_refusal({.during = "2014/"}, "period", "write 2014/..");
}

}  // namespace
}  // namespace entente
