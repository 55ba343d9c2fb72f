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
  EXPECT_EQ(g.verdict(0), Verdict::yes);
  EXPECT_EQ(g.relations(0).size(), 10U);
  EXPECT_EQ(g.counts(), (Counts{2, 8, 1}));
}

TEST(Network, ShowsTheLongestOfTheCertainRelationsFirst) {
  const Graph graph = graph_of(R"(
    country a
    country b
    r1: a partner_of b when=2014/
    r2: a partner_of b when=2010/2016
    r3: a partner_of b when=2012/2016
    r4: a partner_of b when=2010/2016
  )");
  EXPECT_THAT(ids(graph, graph.select({.as_of = "2014-06-01"}).relations(0)),
              ElementsAre("r2", "r4", "r3", "r1"));
}

TEST(Network, ShowsTheRelationWhoseWeightCounts) {
  const Graph graph = graph_of(R"(
    country a
    country b
    r1: a assists b cost=7 when=2010/2020
    r2: a assists b cost=3 when=2014/
    r3: a assists b cost=3 when=2010/2016
  )");
  const auto shown = [&](const Selection& selection, Fold fold) {
    const Network g = graph.select(
        selection, {.weighting = Weighting::attribute, .attribute = "cost", .fold = fold});
    return ids(graph, g.relations(0)).front() + (g.verdict(0) == Verdict::yes ? "" : "?");
  };
  EXPECT_EQ(shown({}, Fold::min), "r3");
  EXPECT_EQ(shown({}, Fold::max), "r1");
  EXPECT_EQ(shown({}, Fold::sum), "r1");
  EXPECT_EQ(shown({.as_of = "2018-06-01"}, Fold::min), "r2?");
  EXPECT_EQ(shown({.as_of = "2018-06-01"}, Fold::max), "r1");
}

TEST(Network, WalksSymmetricRelationsBothWaysWhenDirected) {
  const Graph graph = graph_of(R"(
    country a
    country b
    agreement t
    r1: a partner_of b
    r2: a party_to t
  )");
  const Network out = graph.select({.direction = Direction::out});
  EXPECT_EQ(out.edge_count(), 3U);
  EXPECT_EQ(out.counts().certain, 2U);
  const Network in = graph.select({.direction = Direction::in});
  const Vertex t = in.vertex(graph.entity("t").value()).value();
  EXPECT_EQ(in.out(t).size(), 1U);
  EXPECT_EQ(in.in(t).size(), 0U);
}

TEST(Network, WeighsByANumericAttribute) {
  const Graph graph = graph_of(R"(
    country a
    country b
    country c
    r1: a assists b cost=7
    r2: b assists a cost=3
    r3: a partner_of c
  )");
  const Projection by_cost{.weighting = Weighting::attribute, .attribute = "cost"};
  EXPECT_EQ(graph.select({.types = {"assists"}}, by_cost).weight(0), 3.0);
  EXPECT_EQ(graph.select({}, {.weighting = Weighting::count}).weight(0), 2.0);
}

TEST(Network, LeavesOutRelationsWithoutAWeight) {
  const Graph graph = graph_of(R"(
    country a
    country b
    country c
    r1: a assists b cost=7
    r2: a assists c cost=NaN
    r3: b partner_of c
  )");
  const Projection by_cost{.weighting = Weighting::attribute, .attribute = "cost"};
  const Network g = graph.select({}, by_cost);
  EXPECT_EQ(g.vertex_count(), 3U);
  EXPECT_EQ(g.edge_count(), 1U);
  EXPECT_EQ(g.counts(), (Counts{.certain = 1}));
  EXPECT_THAT(ids(graph, relations_without_number(graph, graph.facts(), "cost")),
              ElementsAre("r2", "r3"));
  EXPECT_THAT(ids(graph, relations_without_number(graph, graph.facts(), "price")),
              ElementsAre("r1", "r2", "r3"));
}

TEST(Network, RefusesOrReplacesAMissingWeightWhereAsked) {
  const Graph graph = graph_of(R"(
    country a
    country b
    country c
    r1: a assists b cost=7
    r2: b partner_of c
  )");
  Projection by_cost{.weighting = Weighting::attribute, .attribute = "cost"};
  by_cost.missing_weight = MissingWeight::value;
  by_cost.weight_if_missing = 0.5;
  const Network g = graph.select({.types = {"partner_of"}}, by_cost);
  EXPECT_EQ(g.weight(0), 0.5);
  EXPECT_EQ(graph.select({}, by_cost).edge_count(), 2U);
  by_cost.weight_if_missing = std::numeric_limits<double>::infinity();
  EXPECT_THROW((void)graph.select({}, by_cost), InvalidArgument);
  by_cost = {.weighting = Weighting::attribute, .attribute = "cost"};
  by_cost.missing_weight = MissingWeight::error;
  EXPECT_THROW((void)graph.select({}, by_cost), InvalidArgument);
  EXPECT_EQ(graph.select({.types = {"assists"}}, by_cost).edge_count(), 1U);
}

TEST(Network, KeepsTypesApartWhenMergingByType) {
  const Graph graph = graph_of(R"(
    country a
    country b
    r1: a assists b
    r2: b partner_of a
    r3: b assists a
  )");
  const Network g = graph.select({}, {.parallels = Parallels::merged_by_type});
  EXPECT_EQ(g.edge_count(), 2U);
}

TEST(SelectedFacts, OfRelationsHasTheirEndsAndCountsThem) {
  const Graph graph = graph_of(R"(
    country a
    country b
    country c
    country d
    r1: a cooperates_with b
    r2: b cooperates_with c
  )");
  const auto relation = [&](const char* id) { return graph.relation(id).value(); };
  const SelectedFacts facts = SelectedFacts::of(
      graph, {{relation("r2"), Verdict::maybe}, {relation("r1")}, {relation("r2")}},
      {graph.entity("d").value()});
  ASSERT_EQ(facts.relations.size(), 2U);
  EXPECT_EQ(facts.relations[1].verdict, Verdict::maybe);
  EXPECT_EQ(facts.counts, (Counts{1, 1}));
  EXPECT_THAT(ids(graph, facts.entities), ElementsAre("a", "b", "c", "d"));
  const SelectedFacts among = facts.among(
      graph, {graph.entity("d").value(), graph.entity("c").value(), graph.entity("b").value()});
  EXPECT_THAT(ids(graph, among.entities), ElementsAre("b", "c", "d"));
  EXPECT_EQ(among.counts, (Counts{0, 1}));
}

}  // namespace
}  // namespace entente
