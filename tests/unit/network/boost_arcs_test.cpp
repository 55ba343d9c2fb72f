// The arcs of a network as the Boost Graph Library has them: their order, ends, numbers, copies.

#include <cstdint>
#include <set>
#include <tuple>
#include <utility>

#include <boost/concept/assert.hpp>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/copy.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <gtest/gtest.h>

#include <entente/network/boost_flow.hpp>
#include <entente/network/boost_undirected.hpp>

#include "support/network_of.hpp"
#include "unit/network/drawn_network.hpp"

namespace entente {
namespace {

using test::Drawn;
using test::for_all_drawn;
using test::network_of;

BOOST_CONCEPT_ASSERT((boost::AdjacencyMatrixConcept<Network>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyMatrixConcept<UndirectedNetwork>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<FlowNetwork>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<FlowNetwork>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<FlowNetwork>));

TEST(BoostArcs, AreNumberedInTheirOrder) {
  for_all_drawn([](const Drawn& drawn) {
    const Network& g = drawn.g;
    std::uint32_t next = 0;
    const auto [begin, end] = edges(g);
    for (auto arc = begin; arc != end; ++arc) {
      EXPECT_EQ(get(arc_index, g, *arc), next);
      EXPECT_EQ(get(arc_index, g)[*arc], next++);
    }
    EXPECT_EQ(next, num_edges(g));
    const FlowNetwork flows(g);
    std::uint32_t place = 0;
    const auto [first, last] = edges(flows);
    for (auto arc = first; arc != last; ++arc) EXPECT_EQ(get(arc_index, flows)[*arc], place++);
    EXPECT_EQ(place, num_edges(flows));
    std::uint32_t degrees = 0;
    for (Vertex v = 0; v < num_vertices(flows); ++v) {
      const auto [out, behind] = out_edges(v, flows);
      degrees += static_cast<std::uint32_t>(behind - out);
      for (auto arc = out; arc != behind; ++arc) {
        const FlowArc turned = get(boost::edge_reverse, flows)[*arc];
        EXPECT_EQ(get(boost::edge_reverse, flows)[turned], *arc);
        EXPECT_EQ(turned.from, target(*arc, flows));
      }
    }
    std::uint32_t loops = 0;
    for (const EdgeIndex e : g.edges()) loops += g.from(e) == g.to(e) ? 1 : 0;
    EXPECT_EQ(degrees, num_edges(flows) - 2 * loops);
  });
}

TEST(BoostArcs, AreFoundByTheirEnds) {
  for_all_drawn([](const Drawn& drawn) {
    const Network& g = drawn.g;
    std::set<std::pair<Vertex, Vertex>> pairs;
    const auto [begin, end] = edges(g);
    for (auto arc = begin; arc != end; ++arc) pairs.emplace(arc->from, arc->to);
    for (Vertex u = 0; u < num_vertices(g); ++u)
      for (Vertex v = 0; v < num_vertices(g); ++v) {
        const auto [arc, found] = edge(u, v, g);
        EXPECT_EQ(found, pairs.count({u, v}) == 1);
        if (found) {
          EXPECT_EQ((std::pair{source(arc, g), target(arc, g)}), (std::pair{u, v}));
        }
      }
  });
}

TEST(BoostArcs, OutliveTheNetworkTheyCameFromWithItsCopies) {
  const Network copy = network_of("a-b:2 b-c:3").g;
  const auto [begin, end, weights, numbers] = [&] {
    const Network passing = copy;
    const auto [first, last] = edges(passing);
    return std::tuple(first, last, get(boost::edge_weight, passing), get(arc_index, passing));
  }();
  double sum = 0;
  std::uint32_t next = 0;
  for (auto arc = begin; arc != end; ++arc) {
    sum += weights[*arc];
    EXPECT_EQ(numbers[*arc], next++);
  }
  EXPECT_EQ(sum, 10.0);
}

TEST(BoostCopy, KeepsVerticesArcsAndWeights) {
  using Weighted = boost::property<boost::edge_index_t, std::size_t,
                                   boost::property<boost::edge_weight_t, double>>;
  using Copy = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS,
                                     boost::property<boost::vertex_color_t, int>, Weighted>;
  for_all_drawn([](const Drawn& drawn) {
    const Network& g = drawn.g;
    Copy copy;
    boost::copy_graph(g, copy);
    ASSERT_EQ(boost::num_vertices(copy), num_vertices(g));
    ASSERT_EQ(boost::num_edges(copy), num_edges(g));
    std::multiset<std::tuple<std::size_t, std::size_t, std::size_t, double>> ours;
    std::multiset<std::tuple<std::size_t, std::size_t, std::size_t, double>> theirs;
    const auto [begin, end] = edges(g);
    for (auto arc = begin; arc != end; ++arc)
      ours.emplace(arc->from, arc->to, index(arc->edge), g.weight(arc->edge));
    const auto [first, last] = boost::edges(copy);
    for (auto arc = first; arc != last; ++arc)
      theirs.emplace(boost::source(*arc, copy), boost::target(*arc, copy),
                     boost::get(boost::edge_index, copy, *arc),
                     boost::get(boost::edge_weight, copy, *arc));
    EXPECT_EQ(ours, theirs);
  });
}

}  // namespace
}  // namespace entente
