#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/algorithm/shortest_path.hpp>
#include <entente/facts/graph.hpp>

#include "support/graph_of.hpp"

namespace entente {
namespace {

// japan -party_to-> ipcp <-party_to- nato, the left one told by two relations
Graph treaty() {
  return test::graph_of(R"(
    country japan name=Japan name=ja:日本
    organisation nato name=NATO
    agreement ipcp name=Japan-NATO_IPCP_(2014) name=ja:協力計画
    document doc-4
    r1: japan party_to ipcp
    r2: japan party_to ipcp when=2014-05-06/ by=doc-4§2.1
    r3: nato party_to ipcp when=2014-05-06/ by=doc-4§2.1
  )");
}

TEST(Step, IsDescribedInTheDirectionOfTheWalk) {
  const Graph graph = treaty();
  const auto path = shortest_path(graph.select({.types = {"party_to"}}),
                                  graph.find("japan").value(), graph.find("nato").value());
  ASSERT_TRUE(path.has_value());
  ASSERT_EQ(path->steps.size(), 2U);
  EXPECT_EQ(describe(graph, path->steps[0]),
            "Japan is party to the Japan-NATO IPCP (2014) since 2014-05-06 [doc-4 §2.1]");
  EXPECT_EQ(describe(graph, path->steps[1], "en"),
            "The Japan-NATO IPCP (2014) has party NATO since 2014-05-06 [doc-4 §2.1]");
}

TEST(Step, NamesTheParallelRelationsItStandsFor) {
  const Graph graph = treaty();
  const auto path =
      shortest_path(graph.select(), graph.find("japan").value(), graph.find("ipcp").value());
  ASSERT_TRUE(path.has_value());
  EXPECT_THAT(
      path->steps.front().relations,
      testing::UnorderedElementsAre(graph.relation("r1").value(), graph.relation("r2").value()));
}

TEST(Path, IsOnlyAsCertainAsItsLeastCertainHop) {
  const Graph graph = treaty();
  const auto japan = graph.find("japan").value();
  const auto nato = graph.find("nato").value();
  EXPECT_EQ(shortest_path(graph.select(), japan, nato)->verdict, Verdict::yes);
  const auto later = shortest_path(graph.select({.as_of = "2020-01-01"}), japan, nato);
  EXPECT_EQ(later->verdict, Verdict::maybe);
}

}  // namespace
}  // namespace entente
