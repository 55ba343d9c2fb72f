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

using ::testing::ElementsAre;

Graph meetings() {
  return test::graph_of(
      "person a age=3\nperson b\nperson c\n"
      "r1: a met_with b when=2014 weight=2\n"
      "r2: b met_with c when=2015 weight=3\n"
      "r3: a met_with b when=2016 weight=5");
}

TEST(OwnSelections, BecomeNetworks) {
  const Graph graph = meetings();
  const SelectedFacts facts = graph.facts();
  const SelectedFacts own = facts.where(
      graph, [&](const SelectedRelation& row) { return graph.id(row.relation) != "r2"; });
  EXPECT_EQ(own.counts.certain, 2U);
  const Network network = graph.select(
      own, {.weighting = Weighting::attribute, .attribute = "weight", .fold = Fold::sum});
  EXPECT_EQ(network.vertex_count(), 2U);
  ASSERT_EQ(network.edge_count(), 1U);
  EXPECT_EQ(network.weight(EdgeIndex(0)), 7.0);
  EXPECT_EQ(graph.select(facts).edge_count(), graph.select().edge_count());
  EXPECT_EQ(graph.select(facts, {}, Direction::out).directedness(), Directedness::directed);
}

TEST(OwnSelections, OfAnotherGraphOrOutOfOrderAreRefused) {
  const Graph graph = meetings();
  SelectedFacts facts = graph.facts();
  std::swap(facts.relations[0], facts.relations[1]);
  EXPECT_THROW((void)graph.select(facts), InvalidArgument);
  const Graph smaller = test::graph_of("person a\nperson b");
  EXPECT_THROW((void)smaller.select(graph.facts()), InvalidArgument);
}

TEST(Entities, HaveAttributesByName) {
  const Graph graph = meetings();
  EXPECT_EQ(graph.attribute(graph.entity("a").value(), "age"),
            AttributeValue(Scalar(std::int64_t{3})));
  EXPECT_EQ(graph.attribute(graph.entity("b").value(), "age"), std::nullopt);
}

}  // namespace
}  // namespace entente
