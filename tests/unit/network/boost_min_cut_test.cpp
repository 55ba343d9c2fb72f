#include <algorithm>
#include <cstdint>
#include <limits>
#include <random>

// Before Boost's header, which asks for what this one adds.
#include <entente/network/boost_undirected.hpp>
// The one above goes first.
#include <boost/graph/stoer_wagner_min_cut.hpp>
#include <gtest/gtest.h>

#include "support/network_of.hpp"

namespace entente {
namespace {

TEST(UndirectedBoostGraph, IsCutWhereItIsWeakest) {
  const auto least = [](const char* edges) {
    const auto net = test::network_of(edges);
    const UndirectedNetwork g(net.g);
    return boost::stoer_wagner_min_cut(g, get(boost::edge_weight, g));
  };
  EXPECT_EQ(least("a-b:2 b-c:1 a-c:5"), 3.0);
  EXPECT_EQ(least("a-b:2 b-c:2 a-c:2 c-d:1 d-e:2 e-f:2 d-f:2"), 1.0);
}

// With edges there several times. Of loops Boost adds the weight, though they cross no cut.
TEST(UndirectedBoostGraph, HasTheLightestOfAllCuts) {
  for (std::uint32_t seed = 0; seed < 240; ++seed) {
    std::mt19937 chance(seed);
    const std::uint32_t entities = 2 + seed % 6;
    const Network net(entities, test::random_edges(chance, entities, entities + seed % 12),
                      Directedness::undirected,
                      {.parallels = seed % 2 == 0 ? Parallels::merged : Parallels::kept,
                       .self_loops = SelfLoops::dropped,
                       .fold = Fold::sum});
    if (net.vertex_count() < 2) continue;
    double least = std::numeric_limits<double>::infinity();
    for (std::uint32_t side = 1; side + 1 < (1U << net.vertex_count()); ++side) {
      double weight = 0;
      for (const EdgeIndex e : net.edges())
        if ((side >> net.from(e) & 1U) != (side >> net.to(e) & 1U)) weight += net.weight(e);
      least = std::min(least, weight);
    }
    const UndirectedNetwork g(net);
    EXPECT_EQ(boost::stoer_wagner_min_cut(g, get(boost::edge_weight, g)), least) << "seed " << seed;
  }
}

}  // namespace
}  // namespace entente
