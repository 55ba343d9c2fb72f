#include <string>
#include <vector>

#include <boost/concept/assert.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/kruskal_min_spanning_tree.hpp>
#include <boost/graph/undirected_dfs.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/network/boost_undirected.hpp>

#include "support/network_of.hpp"

namespace entente {
namespace {

using test::network_of;

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<UndirectedNetwork>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<UndirectedNetwork>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<UndirectedNetwork>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<UndirectedNetwork>));

//  a---b   d---e
//   \ /   / \ /
//    c --1   f      weights 2 unless written
constexpr auto bow_tie = "a-b:2 b-c:2 a-c:2 c-d:1 d-e:2 e-f:2 d-f:2";

TEST(UndirectedBoostGraph, ListsEachEdgeOnce) {
  const auto net = network_of("x a-b b-c c-a");
  const UndirectedNetwork g(net.g);
  EXPECT_EQ(num_edges(g), 3U);
  std::vector<std::uint32_t> seen;
  const auto [begin, end] = edges(g);
  for (auto edge = begin; edge != end; ++edge) seen.push_back(get(boost::edge_index, g, *edge));
  EXPECT_THAT(seen, ::testing::ElementsAre(0, 1, 2));
}

TEST(UndirectedBoostGraph, KnowsAnEdgeFromBothEnds) {
  const auto net = network_of("a-b");
  const UndirectedNetwork g(net.g);
  EXPECT_EQ(*out_edges(net["a"], g).first, *out_edges(net["b"], g).first);
}

struct CountBackEdges : boost::dfs_visitor<> {
  explicit CountBackEdges(int* counted) : count(counted) {}
  void back_edge(const bgl::Edge&, const UndirectedNetwork&) const { ++*count; }
  int* count;
};

TEST(UndirectedBoostGraph, ClosesACycleForEachEdgeBesideATree) {
  const auto net = network_of(bow_tie);
  const UndirectedNetwork g(net.g);
  int count = 0;
  std::vector<boost::default_color_type> vertex_color(num_vertices(g));
  std::vector<boost::default_color_type> edge_color(num_edges(g));
  boost::undirected_dfs(
      g, CountBackEdges(&count),
      boost::make_iterator_property_map(vertex_color.begin(), get(boost::vertex_index, g)),
      boost::make_iterator_property_map(edge_color.begin(), get(boost::edge_index, g)), net["a"]);
  EXPECT_EQ(count, 2);
}

TEST(UndirectedBoostGraph, HasOneBridge) {
  const auto net = network_of(bow_tie);
  const UndirectedNetwork g(net.g);
  std::vector<std::size_t> component(num_edges(g));
  const auto map = boost::make_iterator_property_map(component.begin(), get(boost::edge_index, g));
  EXPECT_EQ(boost::biconnected_components(g, map), 3U);
}

TEST(UndirectedBoostGraph, IsSpannedByKruskalsTree) {
  const auto net = network_of(bow_tie);
  const UndirectedNetwork g(net.g);
  std::vector<bgl::Edge> tree;
  boost::kruskal_minimum_spanning_tree(g, std::back_inserter(tree));
  EXPECT_EQ(tree.size(), 5U);
}

TEST(UndirectedBoostGraph, CountsBetweennessOverPairsWithoutOrder) {
  const auto net = network_of("a-b b-c c-d");
  const UndirectedNetwork g(net.g);
  std::vector<double> score(num_vertices(g));
  boost::brandes_betweenness_centrality(
      g, boost::make_iterator_property_map(score.begin(), get(boost::vertex_index, g)));
  EXPECT_EQ(score[net["b"]], 2.0);
}

TEST(UndirectedBoostGraph, IsNoDirectedNetwork) {
  EXPECT_THROW(UndirectedNetwork(network_of("a>b").g), InvalidArgument);
}

}  // namespace
}  // namespace entente
