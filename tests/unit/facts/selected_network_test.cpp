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
using ::testing::ElementsAre;

TEST(Network, ShowsTheLongestOfTheCertainRelationsFirst) {
  const Graph graph = graph_of(R"(
    country a
    country b
    r1: a partner_of b when=2014/
    r2: a partner_of b when=2010/2016
    r3: a partner_of b when=2012/2016
    r4: a partner_of b when=2010/2016
  )");
  EXPECT_THAT(ids(graph, graph.select({.as_of = "2014-06-01"}).relations(EdgeIndex(0))),
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
    const EdgeIndex edge(0);
    return ids(graph, g.relations(edge)).front() + (g.verdict(edge) == Verdict::yes ? "" : "?");
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
  EXPECT_EQ(graph.select({.types = {"assists"}}, by_cost).weight(EdgeIndex(0)), 3.0);
  EXPECT_EQ(graph.select({}, {.weighting = Weighting::count}).weight(EdgeIndex(0)), 2.0);
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
  EXPECT_EQ(g.weight(EdgeIndex(0)), 0.5);
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
