// Networks against lists of edges, on hundreds of random multigraphs with parallel edges,
// self-loops and isolated vertices.

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/copy.hpp>
#include <gtest/gtest.h>

#include <entente/network/boost.hpp>
#include <entente/network/network.hpp>

#include "support/small_graph.hpp"

namespace entente {
namespace {

using verify::SmallGraph;

constexpr std::uint64_t network_seeds = 500;

/// From, to, weight; of an undirected edge the smaller entity first.
using Edge = std::tuple<EntityId, EntityId, double>;

double folded(const std::vector<double>& weights, const Projection& projection) {
  if (projection.weighting == Weighting::count) return static_cast<double>(weights.size());
  if (projection.fold == Fold::min) return *std::min_element(weights.begin(), weights.end());
  if (projection.fold == Fold::max) return *std::max_element(weights.begin(), weights.end());
  double sum = 0;
  for (const double weight : weights) sum += weight;
  return sum;
}

std::vector<Edge> expected_edges(const SmallGraph& graph, const Projection& projection) {
  std::map<std::pair<EntityId, EntityId>, std::vector<double>> groups;
  std::vector<Edge> edges;
  for (PlainEdge edge : graph.edges) {
    if (edge.from == edge.to && projection.self_loops == SelfLoops::dropped) continue;
    if (graph.directedness == Directedness::undirected && edge.to < edge.from)
      std::swap(edge.from, edge.to);
    if (projection.parallels == Parallels::kept)
      edges.emplace_back(edge.from, edge.to, folded({edge.weight}, projection));
    else
      groups[{edge.from, edge.to}].push_back(edge.weight);
  }
  for (const auto& [ends, weights] : groups)
    edges.emplace_back(ends.first, ends.second, folded(weights, projection));
  std::sort(edges.begin(), edges.end());
  return edges;
}

std::vector<Edge> edges_of(const Network& g) {
  std::vector<Edge> edges;
  for (const EdgeIndex e : g.edges()) {
    EntityId from = g.entity(g.from(e));
    EntityId to = g.entity(g.to(e));
    if (g.directedness() == Directedness::undirected && to < from) std::swap(from, to);
    edges.emplace_back(from, to, g.weight(e));
  }
  std::sort(edges.begin(), edges.end());
  return edges;
}

void expect_sorted_rows(const Network& g, const Rows& rows) {
  for (Vertex v = 0; v < g.vertex_count(); ++v) {
    const auto neighbours = rows.neighbours_of(v);
    const auto edges = rows.edges_of(v);
    ASSERT_EQ(neighbours.size(), edges.size());
    for (std::size_t i = 1; i < neighbours.size(); ++i)
      EXPECT_LT(std::pair(neighbours[i - 1], edges[i - 1]), std::pair(neighbours[i], edges[i]));
  }
}

/// Every edge stands where its ends say, and nowhere else.
void expect_slots(const Network& g) {
  std::map<EdgeIndex, int> out_slots;
  std::map<EdgeIndex, int> in_slots;
  const bool directed = g.directedness() == Directedness::directed;
  for (Vertex v = 0; v < g.vertex_count(); ++v) {
    for (std::size_t i = 0; i < g.out(v).size(); ++i) {
      auto ends = std::pair(v, g.out(v)[i]);
      if (!directed && ends.second < ends.first) std::swap(ends.first, ends.second);
      EXPECT_EQ(g.ends(g.out_edges(v)[i]), ends);
      ++out_slots[g.out_edges(v)[i]];
    }
    for (std::size_t i = 0; i < g.in(v).size(); ++i) {
      auto ends = std::pair(g.in(v)[i], v);
      if (!directed && ends.second < ends.first) std::swap(ends.first, ends.second);
      EXPECT_EQ(g.ends(g.in_edges(v)[i]), ends);
      ++in_slots[g.in_edges(v)[i]];
    }
  }
  for (const EdgeIndex e : g.edges()) {
    const int slots = directed || g.from(e) == g.to(e) ? 1 : 2;
    EXPECT_EQ(out_slots[e], slots);
    EXPECT_EQ(in_slots[e], slots);
  }
}

void expect_vertices(const Network& g, const SmallGraph& graph) {
  ASSERT_EQ(g.vertex_count(), graph.entities);
  std::vector<std::size_t> ends(graph.entities, 0);
  for (const PlainEdge& edge : graph.edges) {
    ++ends[index(edge.from)];
    ++ends[index(edge.to)];
  }
  for (Vertex v = 0; v < g.vertex_count(); ++v) {
    EXPECT_EQ(g.vertex(g.entity(v)), v);
    if (v == 0) continue;
    const EntityId before = g.entity(v - 1);
    const EntityId here = g.entity(v);
    EXPECT_TRUE(ends[index(before)] > ends[index(here)] ||
                (ends[index(before)] == ends[index(here)] && before < here));
  }
}

template <class Check>
void for_all_networks(Check check) {
  for (std::uint64_t seed = 0; seed < network_seeds; ++seed) {
    const SmallGraph graph = verify::random_graph(seed);
    for (const Parallels parallels : {Parallels::merged, Parallels::kept})
      for (const SelfLoops loops : {SelfLoops::dropped, SelfLoops::kept})
        for (const Fold fold : {Fold::min, Fold::max, Fold::sum})
          for (const Weighting weighting : {Weighting::unit, Weighting::count}) {
            const Projection projection{parallels, loops, weighting, {}, fold};
            SCOPED_TRACE("seed " + std::to_string(seed) + ", " + graph.text());
            check(graph, projection);
            if (testing::Test::HasFailure()) return;
          }
  }
}

TEST(NetworkProperty, HoldsTheEdgesItWasGiven) {
  for_all_networks([](const SmallGraph& graph, const Projection& projection) {
    const Network g = graph.network(projection);
    EXPECT_EQ(edges_of(g), expected_edges(graph, projection));
    expect_vertices(g, graph);
    expect_sorted_rows(g, g.out_rows());
    expect_sorted_rows(g, g.in_rows());
    expect_slots(g);
  });
}

TEST(NetworkProperty, TurnsRoundAndBack) {
  for_all_networks([](const SmallGraph& graph, const Projection& projection) {
    const Network g = graph.network(projection);
    const Network back = reversed(g);
    expect_sorted_rows(back, back.out_rows());
    expect_sorted_rows(back, back.in_rows());
    expect_slots(back);
    if (graph.directedness == Directedness::directed) {
      std::vector<Edge> turned = expected_edges(graph, projection);
      for (auto& [from, to, weight] : turned) std::swap(from, to);
      std::sort(turned.begin(), turned.end());
      EXPECT_EQ(edges_of(back), turned);
    }
    EXPECT_EQ(edges_of(reversed(back)), edges_of(g));
  });
}

TEST(NetworkProperty, LooksLikeItsCopyInTheBoostGraphLibrary) {
  using Copy = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;
  for_all_networks([](const SmallGraph& graph, const Projection& projection) {
    const Network g = graph.network(projection);
    Copy copy(num_vertices(g));
    const auto [begin, end] = edges(g);
    for (auto arc = begin; arc != end; ++arc)
      boost::add_edge(source(*arc, g), target(*arc, g), copy);
    ASSERT_EQ(boost::num_edges(copy), num_edges(g));
    for (Vertex v = 0; v < num_vertices(g); ++v) {
      EXPECT_EQ(out_degree(v, g), boost::out_degree(v, copy));
      EXPECT_EQ(in_degree(v, g), boost::in_degree(v, copy));
    }
    std::vector<int> ours(g.vertex_count() + 1);
    std::vector<int> theirs(g.vertex_count() + 1);
    EXPECT_EQ(boost::connected_components(g, ours.data()),
              boost::connected_components(copy, theirs.data()));
    EXPECT_EQ(ours, theirs);
  });
}

}  // namespace
}  // namespace entente
