#include <cmath>
#include <iterator>
#include <limits>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/error.hpp>
#include <entente/network/network.hpp>

#include "support/network_of.hpp"

namespace entente {
namespace {

using test::network_of;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

template <class Range>
std::vector<std::uint32_t> list(const Range& items) {
  return {items.begin(), items.end()};
}

TEST(Network, NumbersBusyVerticesFirstAndTiesByEntity) {
  //  d   a      degrees: c 3, b 2, a 2, d 1, e 0
  //   \ / \.
  //    c---b    e
  const auto net = network_of("d-c c-a a-b b-c e");
  EXPECT_EQ(net.name(0), "c");
  EXPECT_EQ(net.name(1), "a");
  EXPECT_EQ(net.name(2), "b");
  EXPECT_EQ(net.name(3), "d");
  EXPECT_EQ(net.name(4), "e");
}

TEST(Network, SortsRowsByNeighbour) {
  const auto net = network_of("d-c c-a a-b b-c e");
  EXPECT_THAT(net.names_of(net.g.out(net["c"])), ElementsAre("a", "b", "d"));
  EXPECT_THAT(net.names_of(net.g.out(net["a"])), ElementsAre("c", "b"));
  EXPECT_THAT(net.g.out(net["e"]), IsEmpty());
}

TEST(Network, ReadsTheSameBothWaysWhenUndirected) {
  const auto net = network_of("a-b b-c");
  for (Vertex v = 0; v < net.g.vertex_count(); ++v) {
    EXPECT_EQ(list(net.g.out(v)), list(net.g.in(v)));
    EXPECT_EQ(list(net.g.out_edges(v)), list(net.g.in_edges(v)));
  }
}

TEST(Network, GivesTheEdgesOfARowAsARandomAccessRange) {
  static_assert(std::random_access_iterator<RowEdges::Iterator>);
  // Rows: c (to a, b, d), a (to c, b), b (to c, a), d (to c).
  const auto net = network_of("d-c c-a a-b b-c e");
  EXPECT_EQ(list(net.g.out_edges(0)), (std::vector<std::uint32_t>{0, 1, 2}));
  const RowEdges edges = net.g.out_edges(1);
  EXPECT_EQ(list(edges), (std::vector<std::uint32_t>{0, 3}));
  EXPECT_EQ(edges.front(), EdgeIndex(0));
  EXPECT_EQ(edges.back(), EdgeIndex(3));
  EXPECT_EQ(list(edges.listed()), (std::vector<std::uint32_t>{0}));
  EXPECT_EQ(edges.counted(), EdgeIndex(3));
  EXPECT_EQ(edges.end() - edges.begin(), 2);
  EXPECT_EQ(edges.begin()[1], EdgeIndex(3));
  EXPECT_EQ(*(edges.end() - 2), EdgeIndex(0));
  EXPECT_TRUE(net.g.out_edges(4).empty());
}

TEST(Network, GivesBothSlotsOfAnUndirectedEdgeOneNumber) {
  const auto net = network_of("a-b b-c a-c c-d");
  for (Vertex v = 0; v < net.g.vertex_count(); ++v)
    for (std::size_t i = 0; i < net.g.out(v).size(); ++i) {
      const auto [from, to] = net.g.ends(net.g.out_edges(v)[i]);
      EXPECT_LE(from, to);
      EXPECT_EQ(std::minmax(from, to), std::minmax(v, net.g.out(v)[i]));
    }
}

TEST(Network, WalksArcsForwardAndBackward) {
  const auto net = network_of("a>b c>b b>d");
  EXPECT_EQ(net.g.directedness(), Directedness::directed);
  EXPECT_THAT(net.names_of(net.g.out(net["b"])), ElementsAre("d"));
  EXPECT_THAT(net.names_of(net.g.in(net["b"])), ElementsAre("a", "c"));
  EXPECT_THAT(net.g.out(net["d"]), IsEmpty());
}

TEST(Network, MergesParallelEdgesByDefault) {
  const auto net = network_of("a-b b-a a-b b-c");
  EXPECT_EQ(net.g.edge_count(), 2U);
  EXPECT_EQ(net.g.counts(), (Counts{4, 0}));
}

TEST(Network, KeepsParallelEdgesApartWhenAsked) {
  const auto net = network_of("a-b b-a b-c", {.parallels = Parallels::kept});
  EXPECT_EQ(net.g.edge_count(), 3U);
  EXPECT_THAT(net.names_of(net.g.out(net["a"])), ElementsAre("b", "b"));
}

TEST(Network, DropsSelfLoopsByDefault) {
  EXPECT_EQ(network_of("a-a a-b").g.edge_count(), 1U);
}

TEST(Network, ShowsAKeptSelfLoopOnceInItsRow) {
  const auto net = network_of("a-a a-b", {.self_loops = SelfLoops::kept});
  EXPECT_EQ(net.g.edge_count(), 2U);
  EXPECT_THAT(net.names_of(net.g.out(net["a"])), ElementsAre("a", "b"));
}

TEST(Network, WeighsOneUnlessToldOtherwise) {
  const auto net = network_of("a-b b-c");
  EXPECT_FALSE(net.g.weighted());
  EXPECT_EQ(net.g.weight(EdgeIndex(0)), 1.0);
}

TEST(Network, FoldsWeightsOfParallelEdges) {
  const auto weight = [](Projection projection) {
    return network_of("a-b:2 b-a:5 a-b:3", projection).g.weight(EdgeIndex(0));
  };
  EXPECT_EQ(weight({}), 2.0);
  EXPECT_EQ(weight({.fold = Fold::max}), 5.0);
  EXPECT_EQ(weight({.fold = Fold::sum}), 10.0);
  EXPECT_EQ(weight({.weighting = Weighting::count}), 3.0);
}

TEST(Network, TurnsRoundWithItsWeights) {
  const auto net = network_of("a>b:2 c>b:3 b>d:4 a>b:1", {.parallels = Parallels::kept});
  const Network back = reversed(net.g);
  EXPECT_EQ(back.direction(), Direction::in);
  EXPECT_THAT(net.names_of(back.out(net["b"])), ElementsAre("a", "a", "c"));
  EXPECT_THAT(net.names_of(back.in(net["b"])), ElementsAre("d"));
  std::vector<std::string> edges;
  for (const EdgeIndex e : back.edges())
    edges.push_back(net.name(back.from(e)) + net.name(back.to(e)) +
                    std::to_string(static_cast<int>(back.weight(e))));
  EXPECT_THAT(edges, ElementsAre("ba2", "ba1", "bc3", "db4"));
}

TEST(Network, MayBeEmpty) {
  const Network g(0, {}, Directedness::undirected);
  EXPECT_EQ(g.vertex_count(), 0U);
  EXPECT_EQ(g.edge_count(), 0U);
  EXPECT_FALSE(g.vertex(EntityId{0}).has_value());
}

TEST(Network, RefusesEdgesItCannotHold) {
  const std::vector<PlainEdge> outside{{EntityId{0}, EntityId{2}}};
  EXPECT_THROW(Network(2, outside, Directedness::directed), InvalidArgument);
  const std::vector<PlainEdge> endless{
      {EntityId{0}, EntityId{1}, std::numeric_limits<double>::infinity()}};
  EXPECT_THROW(Network(2, endless, Directedness::directed), InvalidArgument);
}

TEST(Network, HoldsEightBytesASlotAndSixteenAVertex) {
  std::vector<PlainEdge> ring;
  for (std::uint32_t i = 0; i < 1000; ++i)
    ring.push_back({static_cast<EntityId>(i), static_cast<EntityId>((i + 1) % 1000)});
  const Network g(1000, ring, Directedness::undirected);
  EXPECT_LE(g.memory(), 1000U * (2 * 8 + 16) + 64);
}

TEST(Network, IsStillThereAfterItWasMoved) {
  const std::vector<PlainEdge> edges{{EntityId{0}, EntityId{1}}};
  Network g(2, edges, Directedness::undirected);
  { const Network taken = std::move(g); }
  EXPECT_EQ(g.edge_count(), 1U);
  EXPECT_EQ(g.projection(), Projection{});
}

TEST(Network, HandsItsRuleOutThoughItGoes) {
  const std::vector<PlainEdge> edges = {{EntityId{0}, EntityId{1}}};
  const Projection& rule =
      Network(2, edges, Directedness::directed, {.attribute = "a name that is not short"})
          .projection();
  EXPECT_EQ(rule.attribute, "a name that is not short");
}

}  // namespace
}  // namespace entente
