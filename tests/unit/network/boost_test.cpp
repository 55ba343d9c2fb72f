#include <cstdint>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include <boost/concept/assert.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/edmonds_karp_max_flow.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/network/boost.hpp>

#include "support/network_of.hpp"

namespace entente {
namespace {

using test::NamedNetwork;
using test::network_of;
using ::testing::ElementsAre;

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<Network>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<Network>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<Network>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<Network>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<Network>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<const Network>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<const Network>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<Network, Arc, boost::edge_weight_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyMapConcept<bgl::EdgeIndexMap, Arc>));

//   a --2-- b --2-- c      e --1-- f
//    \_______5_____/
NamedNetwork two_parts() {
  return network_of("a-b:2 b-c:2 a-c:5 e-f:1");
}

TEST(BoostGraph, GivesTheNeighbourAsSourceOfAnInEdge) {
  const auto net = two_parts();
  std::vector<std::string> sources;
  const auto [begin, end] = in_edges(net["b"], net.g);
  for (auto arc = begin; arc != end; ++arc) {
    EXPECT_EQ(target(*arc, net.g), net["b"]);
    sources.push_back(net.name(source(*arc, net.g)));
  }
  EXPECT_THAT(sources, ElementsAre("a", "c"));
}

TEST(BoostGraph, ListsBothArcsOfAnUndirectedEdge) {
  const auto net = network_of("x a-b b-c");
  EXPECT_EQ(num_edges(net.g), 4U);
  std::map<std::uint32_t, int> seen;
  const auto [begin, end] = edges(net.g);
  for (auto arc = begin; arc != end; ++arc) ++seen[get(boost::edge_index, net.g, *arc)];
  EXPECT_THAT(seen, ElementsAre(std::pair(0, 2), std::pair(1, 2)));
}

TEST(BoostGraph, ListsEachArcOfADirectedNetworkOnce) {
  const auto net = network_of("x a>b c>b b>d");
  const auto [begin, end] = edges(net.g);
  std::vector<std::string> arcs;
  for (auto arc = begin; arc != end; ++arc) arcs.push_back(net.name(arc->from) + net.name(arc->to));
  EXPECT_THAT(arcs, ::testing::UnorderedElementsAre("ab", "cb", "bd"));
  EXPECT_EQ(num_edges(net.g), 3U);
}

TEST(BoostGraph, HasNoArcsInAnEmptyNetwork) {
  const Network g(3, {}, Directedness::directed);
  const auto [begin, end] = edges(g);
  EXPECT_EQ(begin, end);
}

TEST(BoostGraph, IsSearchedBreadthFirst) {
  const auto net = network_of("a-b b-c c-d a-d d-e");
  std::vector<int> depth(num_vertices(net.g), 0);
  const auto recorder = boost::record_distances(depth.data(), boost::on_tree_edge());
  boost::breadth_first_search(net.g, net["a"], boost::visitor(boost::make_bfs_visitor(recorder)));
  EXPECT_EQ(depth[net["c"]], 2);
  EXPECT_EQ(depth[net["e"]], 2);
}

TEST(BoostGraph, GivesDijkstraItsWeights) {
  const auto net = two_parts();
  std::vector<double> distance(num_vertices(net.g));
  boost::dijkstra_shortest_paths(net.g, net["a"], boost::distance_map(distance.data()));
  EXPECT_EQ(distance[net["c"]], 4.0);
}

TEST(BoostGraph, FallsIntoConnectedComponents) {
  const auto net = two_parts();
  std::vector<int> component(num_vertices(net.g));
  EXPECT_EQ(boost::connected_components(net.g, component.data()), 2);
  EXPECT_EQ(component[net["a"]], component[net["c"]]);
  EXPECT_NE(component[net["a"]], component[net["e"]]);
}

TEST(BoostGraph, FallsIntoStrongComponents) {
  const auto net = network_of("a>b b>c c>a c>d");
  std::vector<int> component(num_vertices(net.g));
  EXPECT_EQ(
      boost::strong_components(net.g, boost::make_iterator_property_map(
                                          component.begin(), get(boost::vertex_index, net.g))),
      2);
  EXPECT_EQ(component[net["a"]], component[net["b"]]);
  EXPECT_NE(component[net["a"]], component[net["d"]]);
}

TEST(BoostGraph, SortsTopologically) {
  const auto net = network_of("a>b b>c a>c");
  std::vector<Vertex> order;
  boost::topological_sort(net.g, std::back_inserter(order));
  EXPECT_THAT(net.names_of(order), ElementsAre("c", "b", "a"));
}

TEST(BoostGraph, RanksPagesOfAnUndirectedNetworkByDegree) {
  // On a connected undirected graph without damping the rank is degree / 2m.
  const auto net = network_of("a-b b-c b-d c-d");
  std::vector<double> rank(num_vertices(net.g));
  boost::graph::page_rank(
      net.g, boost::make_iterator_property_map(rank.begin(), get(boost::vertex_index, net.g)),
      boost::graph::n_iterations(200), 1.0);
  double sum = 0;
  for (const double r : rank) sum += r;
  EXPECT_NEAR(rank[net["b"]] / sum, 3.0 / 8, 1e-6);
  EXPECT_NEAR(rank[net["a"]] / sum, 1.0 / 8, 1e-6);
}

TEST(BoostGraph, ScoresBetweennessOverOrderedPairs) {
  const auto net = network_of("a-b b-c c-d");
  std::vector<double> score(num_vertices(net.g));
  boost::brandes_betweenness_centrality(
      net.g, boost::make_iterator_property_map(score.begin(), get(boost::vertex_index, net.g)));
  EXPECT_EQ(score[net["b"]], 4.0);
  EXPECT_EQ(score[net["a"]], 0.0);
}

/// Property map over arcs for flows: the two arcs of an edge have a value each.
template <class T>
struct ArcMap {
  using key_type = Arc;
  using value_type = T;
  using reference = T&;
  using category = boost::lvalue_property_map_tag;
  std::map<Arc, T>* values;
  T& operator[](const Arc& arc) const { return (*values)[arc]; }
  friend T& get(const ArcMap& map, const Arc& arc) { return map[arc]; }
  friend void put(const ArcMap& map, const Arc& arc, const T& value) { map[arc] = value; }
};

struct ReverseMap {
  using key_type = Arc;
  using value_type = Arc;
  using reference = Arc;
  using category = boost::readable_property_map_tag;
  friend Arc get(const ReverseMap&, const Arc& arc) { return {arc.to, arc.from, arc.edge}; }
  Arc operator[](const Arc& arc) const { return {arc.to, arc.from, arc.edge}; }
};

TEST(BoostGraph, CarriesTheMaximumFlow) {
  //    b         cut: a-b 3 and a-c 1
  //  3/ \2
  //  a   d
  //  1\ /9
  //    c
  const auto net = network_of("a-b:3 b-d:2 a-c:1 c-d:9");
  std::map<Arc, double> rest;
  const double pushed =
      boost::edmonds_karp_max_flow(net.g, net["a"], net["d"],
                                   boost::capacity_map(get(boost::edge_weight, net.g))
                                       .residual_capacity_map(ArcMap<double>{&rest})
                                       .reverse_edge_map(ReverseMap{}));
  EXPECT_EQ(pushed, 3.0);
}

}  // namespace
}  // namespace entente
