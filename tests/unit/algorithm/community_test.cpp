#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/algorithm/balance.hpp>
#include <entente/algorithm/communities.hpp>
#include <entente/facts/graph.hpp>

#include "support/answers.hpp"
#include "support/entity.hpp"
#include "support/graph_of.hpp"

namespace entente {
namespace {

using testing::ElementsAre;

using test::entity;

// 0 - 1        4 - 5
//  \ /  \     /  \ /
//   2    3 - +    6       3 is tied to 1 and 4
Network two_triangles() {
  std::vector<PlainEdge> edges;
  for (const auto& [u, v] : std::vector<std::pair<std::uint32_t, std::uint32_t>>{
           {0, 1}, {0, 2}, {1, 2}, {1, 3}, {3, 4}, {4, 5}, {4, 6}, {5, 6}}) {
    edges.push_back({entity(u), entity(v)});
  }
  return {7, edges, Directedness::undirected};
}

TEST(Communities, FindTheTwoTriangles) {
  for (const Communities& found : {louvain(two_triangles()), leiden(two_triangles())}) {
    ASSERT_EQ(found.groups.size(), 2U);
    EXPECT_GT(found.modularity, 0.36);
  }
}

TEST(Communities, AreTheSameForOneSeed) {
  for (const verify::Answers& answers : verify::all_answers()) {
    const Network g = answers.graph.network();
    for (const std::uint64_t seed : {1U, 2U}) {
      EXPECT_EQ(louvain(g, {.seed = seed}).groups, louvain(g, {.seed = seed}).groups);
      EXPECT_EQ(leiden(g, {.seed = seed}).groups, leiden(g, {.seed = seed}).groups);
      EXPECT_EQ(label_propagation(g, {.seed = seed}).groups,
                label_propagation(g, {.seed = seed}).groups);
    }
  }
}

// The best modularity known for Zachary's karate club is 0.4198.
TEST(Communities, OfTheKarateClubAreAsGoodAsIsKnown) {
  const auto all = verify::all_answers();
  const auto karate = std::find_if(all.begin(), all.end(),
                                   [](const auto& answers) { return answers.name == "karate"; });
  ASSERT_NE(karate, all.end());
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    EXPECT_NEAR(leiden(karate->graph.network(), {.seed = seed}).modularity, 0.4198, 5e-5);
    EXPECT_NEAR(louvain(karate->graph.network(), {.seed = seed}).modularity, 0.4198, 5e-5);
  }
}

TEST(Communities, PassOverTiesThatWeighNothing) {
  const Network g(4,
                  std::vector<PlainEdge>{{entity(0), entity(1), 0},
                                         {entity(0), entity(1), 2},
                                         {entity(1), entity(2), 0},
                                         {entity(2), entity(3), 1}},
                  Directedness::undirected, {.parallels = Parallels::kept});
  const CommunityOptions options{.weights = Weights::used};
  const Groups pairs{{entity(0), entity(1)}, {entity(2), entity(3)}};
  EXPECT_EQ(leiden(g, options).groups, pairs);
  EXPECT_EQ(louvain(g, options).groups, pairs);
  EXPECT_NEAR(leiden(g, options).modularity, 1 - (16.0 + 4) / 36, 1e-12);
}

TEST(Communities, FollowTheResolution) {
  EXPECT_EQ(leiden(two_triangles(), {.resolution = 0.01}).groups.size(), 1U);
  EXPECT_EQ(leiden(two_triangles(), {.resolution = 50}).groups.size(), 7U);
  EXPECT_THROW(static_cast<void>(leiden(two_triangles(), {.resolution = 0})), InvalidArgument);
}

TEST(Modularity, RefusesGroupsThatOverlap) {
  EXPECT_THROW(static_cast<void>(modularity(two_triangles(), {{entity(0)}, {entity(0)}})),
               InvalidArgument);
  EXPECT_EQ(modularity(Network(3, {}, Directedness::undirected), {}), 0);
}

// The enemy of a friend: a likes b and c, who are at war.
TEST(Balance, ReadsTheSignsOfRelationTypes) {
  const Graph graph = test::graph_of(R"(
    country a
    country b
    country c
    country d
    r1: a cooperates_with b
    r2: a partner_of c
    r3: b in_conflict_with c
    r4: c cooperates_with d
    r5: d in_conflict_with c
    r6: a cooperates_with d
    r7: a partner_of b
  )");
  const Network g = graph.select();
  const auto signs = edge_signs(graph, g);
  const Balance found = balance(g, signs);
  EXPECT_THAT(found.by_negative, ElementsAre(0, 1, 0, 0));
  EXPECT_EQ(found.share(), 0);
  ASSERT_EQ(found.triads.size(), 1U);
  EXPECT_EQ(found.triads.front().a, graph.entity("a").value());
  EXPECT_FALSE(found.triads.front().balanced());
}

}  // namespace
}  // namespace entente
