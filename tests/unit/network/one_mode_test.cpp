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
using ::testing::UnorderedElementsAre;

//  a b c   are party to t
//  a b     are party to u, and b signed it through its president p
//  d       is party to nothing
Graph treaties() {
  return graph_of(R"(
    country a
    country b
    country c
    country d
    person p
    person q
    agreement t
    agreement u
    r1: a party_to t when=2000/..
    r2: b party_to t when=2000/..
    r3: c party_to t when=2010/..
    r4: a party_to u when=2000/..
    r5: b party_to u when=2000/
    r6: p signed u
    r7: q signed u
    r8: a partner_of d
  )");
}

/// "ab2": the entities at the ends of an edge, and its weight.
std::vector<std::string> edges(const Graph& graph, const Network& g) {
  std::vector<std::string> found;
  for (const EdgeIndex e : g.edges()) {
    const auto [u, v] = g.ends(e);
    std::string a(graph.id(g.entity(u)));
    std::string b(graph.id(g.entity(v)));
    if (b < a) std::swap(a, b);
    const std::string weight = std::to_string(g.weight(e)).substr(0, 3);
    found.push_back(a + b + " " + weight);
  }
  return found;
}

const Selection parties{.types = {"party_to"}};

TEST(OneMode, TiesEntitiesByWhatTheyShare) {
  const Graph graph = treaties();
  const Network g = graph.select(parties, {.weighting = Weighting::count, .over = {"agreement"}});
  EXPECT_THAT(edges(graph, g), UnorderedElementsAre("ab 2.0", "ac 1.0", "bc 1.0"));
  EXPECT_EQ(g.directedness(), Directedness::undirected);
  EXPECT_FALSE(g.vertex(graph.entity("t").value()).has_value());
  EXPECT_EQ(g.projection().over, (std::vector<std::string>{"agreement"}));
  EXPECT_EQ(g.counts(), (Counts{5, 0}));
}

TEST(OneMode, SharesAHubsWeightAmongItsMembersAfterNewman) {
  const Graph graph = treaties();
  const Network g = graph.select(parties, {.weighting = Weighting::newman, .over = {"agreement"}});
  EXPECT_THAT(edges(graph, g), UnorderedElementsAre("ab 1.5", "ac 0.5", "bc 0.5"));
}

TEST(OneMode, KeepsTypesApartWhenAsked) {
  const Graph graph = treaties();
  const Network g =
      graph.select({.types = {"party_to", "signed"}}, {.parallels = Parallels::merged_by_type,
                                                       .weighting = Weighting::count,
                                                       .over = {"agreement"}});
  EXPECT_THAT(edges(graph, g), UnorderedElementsAre("ab 2.0", "ac 1.0", "bc 1.0", "pq 1.0"));
}

TEST(OneMode, KeepsHubsApartWhenAsked) {
  const Graph graph = treaties();
  const Network g = graph.select(parties, {.parallels = Parallels::kept, .over = {"agreement"}});
  EXPECT_THAT(edges(graph, g), UnorderedElementsAre("ab 1.0", "ab 1.0", "ac 1.0", "bc 1.0"));
}

TEST(OneMode, LeadsBackToTheRelationsOfBothEnds) {
  const Graph graph = treaties();
  const Network g =
      graph.select({.as_of = "2005-01-01", .types = {"party_to"}}, {.over = {"agreement"}});
  ASSERT_EQ(g.edge_count(), 1U);
  EXPECT_THAT(ids(graph, g.relations(EdgeIndex(0))), ElementsAre("r1", "r2", "r4", "r5"));
}

TEST(OneMode, IsAsCertainAsItsBestHub) {
  const Graph graph = graph_of(R"(
    country a
    country b
    country c
    agreement t
    agreement u
    r1: a party_to t when=2000/..
    r2: b party_to t when=2000/
    r3: a party_to u when=2000/..
    r4: c party_to u when=2000/..
  )");
  const Network g = graph.select({.as_of = "2005-01-01"}, {.over = {"agreement"}});
  ASSERT_EQ(g.edge_count(), 2U);
  for (const EdgeIndex e : g.edges()) {
    const bool to_b =
        g.entity(g.to(e)) == graph.entity("b") || g.entity(g.from(e)) == graph.entity("b");
    EXPECT_EQ(g.verdict(e), to_b ? Verdict::maybe : Verdict::yes);
  }
}

TEST(OneMode, CountsAHubOnceHoweverOftenAMemberIsTiedToIt) {
  const Graph graph = graph_of(R"(
    country a
    country b
    agreement t
    r1: a party_to t
    r2: a party_to t plan
    r3: b party_to t
  )");
  const Network g = graph.select({}, {.weighting = Weighting::count, .over = {"agreement"}});
  EXPECT_THAT(edges(graph, g), ElementsAre("ab 1.0"));
  EXPECT_THAT(ids(graph, g.relations(EdgeIndex(0))), ElementsAre("r1", "r2", "r3"));
}

TEST(OneMode, TiesOnlyThoseWhoWereTogether) {
  const Graph graph = graph_of(R"(
    country a
    country b
    country c
    country d
    agreement t
    r1: a party_to t when=1990/2000
    r2: b party_to t when=2000/2010
    r3: c party_to t when=2001-01-01/2020-12-31
    r4: a party_to t when=2015-01-01/2016-12-31
    r5: d party_to t
  )");
  const Projection over{.weighting = Weighting::count, .over = {"agreement"}};
  const Network g = graph.select({}, over);
  EXPECT_THAT(edges(graph, g),
              UnorderedElementsAre("ab 1.0", "ac 1.0", "ad 1.0", "bc 1.0", "bd 1.0", "cd 1.0"));
  for (const EdgeIndex e : g.edges()) {
    std::vector<std::string> rows = ids(graph, g.relations(e));
    const bool perhaps = rows == std::vector<std::string>{"r1", "r2"};
    EXPECT_EQ(g.verdict(e), perhaps ? Verdict::maybe : Verdict::yes);
  }
  EXPECT_THAT(edges(graph, graph.select({.keep = Keep::certain_only}, over)),
              UnorderedElementsAre("ac 1.0", "ad 1.0", "bc 1.0", "bd 1.0", "cd 1.0"));
}

TEST(OneMode, GathersActsAtOneThingAndNotInOneCountry) {
  const Graph graph = graph_of(R"(
    person p
    person q
    country a
    event e
    r1: p attended e when=2014-05-06
    r2: q attended e when=2014-05-08
    r3: p visited a when=2014-05-06
    r4: q visited a when=2014-05-08
  )");
  EXPECT_EQ(graph.select({}, {.over = {"event"}}).edge_count(), 1U);
  EXPECT_EQ(graph.select({}, {.over = {"country"}}).edge_count(), 0U);
  EXPECT_EQ(graph.select({.during = "2014"}, {.over = {"event"}}).edge_count(), 1U);
  EXPECT_EQ(graph.select({.as_of = "2014-05-06"}, {.over = {"event"}}).edge_count(), 0U);
}

TEST(OneMode, RefusesRulesThatMeanNothing) {
  const Graph graph = treaties();
  EXPECT_THROW((void)graph.select({}, {.over = {"treaty"}}), InvalidArgument);
  EXPECT_THROW((void)graph.select({}, {.weighting = Weighting::newman}), InvalidArgument);
  EXPECT_THROW(
      (void)graph.select(
          {}, {.weighting = Weighting::attribute, .attribute = "cost", .over = {"agreement"}}),
      InvalidArgument);
}

}  // namespace
}  // namespace entente
