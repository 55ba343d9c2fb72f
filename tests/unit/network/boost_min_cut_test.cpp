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

}  // namespace
}  // namespace entente
