// Cliques and places of a pattern, as the Boost Graph Library finds them, beside every set of
// vertices and every assignment that there is.

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <random>
#include <set>
#include <vector>

#include <boost/graph/bron_kerbosch_all_cliques.hpp>
#include <boost/graph/vf2_sub_graph_iso.hpp>
#include <gtest/gtest.h>

#include <entente/network/boost_flow.hpp>
#include <entente/network/boost_undirected.hpp>

#include "support/network_of.hpp"

namespace entente {
namespace {

using Clique = std::vector<Vertex>;

struct CliqueCollector {
  std::set<Clique>* found;
  template <class Vertices, class G>
  void clique(const Vertices& vertices, const G&) {
    Clique one(vertices.begin(), vertices.end());
    std::sort(one.begin(), one.end());
    found->insert(one);
  }
};

Projection kept_or_not(std::uint32_t seed) {
  return {.parallels = seed % 4 < 2 ? Parallels::merged : Parallels::kept,
          .self_loops = seed % 2 == 0 ? SelfLoops::dropped : SelfLoops::kept};
}

/// All sets of at least two that are tied each to each, and to which nothing can be added.
std::set<Clique> cliques_of(const Network& g) {
  std::vector<std::uint32_t> tied(g.vertex_count());
  for (Vertex v = 0; v < g.vertex_count(); ++v)
    for (const Vertex w : g.out(v))
      if (v != w) tied[v] |= 1U << w;
  const auto is_clique = [&](std::uint32_t set) {
    for (Vertex v = 0; v < g.vertex_count(); ++v)
      if ((set >> v & 1U) != 0 && (set & ~(tied[v] | 1U << v)) != 0) return false;
    return true;
  };
  std::set<Clique> found;
  for (std::uint32_t set = 1; set < (1U << g.vertex_count()); ++set) {
    bool maximal = is_clique(set);
    Clique members;
    for (Vertex v = 0; v < g.vertex_count(); ++v) {
      if ((set >> v & 1U) != 0)
        members.push_back(v);
      else if (maximal)
        maximal = !is_clique(set | 1U << v);
    }
    if (maximal && members.size() > 1) found.insert(members);
  }
  return found;
}

// Whether or not edges are there several times, and vertices tied to themselves.
TEST(BoostCliques, AreAllThereAre) {
  for (std::uint32_t seed = 0; seed < 240; ++seed) {
    std::mt19937 chance(seed);
    const std::uint32_t entities = 2 + seed % 6;
    const Network g(entities, test::random_edges(chance, entities, seed % 16),
                    Directedness::undirected, kept_or_not(seed));
    std::set<Clique> of_arcs;
    std::set<Clique> of_edges;
    boost::bron_kerbosch_all_cliques(g, CliqueCollector{&of_arcs});
    boost::bron_kerbosch_all_cliques(UndirectedNetwork(g), CliqueCollector{&of_edges});
    EXPECT_EQ(of_arcs, cliques_of(g)) << "seed " << seed;
    EXPECT_EQ(of_edges, cliques_of(g)) << "seed " << seed;
  }
}

/// How many ways there are to find `small` in `large`, with exactly its ties: as many between two.
std::size_t ways_to_place(const Network& small, const Network& large) {
  const auto ties = [](const Network& g, Vertex u, Vertex v) {
    return std::count(g.out(u).begin(), g.out(u).end(), v);
  };
  std::vector<Vertex> places(large.vertex_count());
  std::iota(places.begin(), places.end(), 0U);
  std::set<std::vector<Vertex>> found;
  do {
    bool same = true;
    for (Vertex u = 0; u < small.vertex_count(); ++u)
      for (Vertex v = 0; v < small.vertex_count(); ++v)
        same = same && ties(small, u, v) == ties(large, places[u], places[v]);
    if (same) found.insert({places.begin(), places.begin() + small.vertex_count()});
  } while (std::next_permutation(places.begin(), places.end()));
  return found.size();
}

template <class G>
std::size_t ways_by_vf2(const G& small, const G& large) {
  std::size_t count = 0;
  const auto count_one = [&](const auto&, const auto&) {
    ++count;
    return true;
  };
  boost::vf2_subgraph_iso(small, large, count_one);
  return count;
}

TEST(BoostIsomorphism, FindsEveryPlaceOfAPattern) {
  for (const auto directedness : {Directedness::undirected, Directedness::directed})
    for (std::uint32_t seed = 0; seed < 120; ++seed) {
      std::mt19937 chance(seed);
      const Projection kept = kept_or_not(seed);
      const Network small(3, test::random_edges(chance, 3, 1 + seed % 3), directedness, kept);
      const Network large(5, test::random_edges(chance, 5, 5 + seed % 9), directedness, kept);
      EXPECT_EQ(ways_by_vf2(small, large), ways_to_place(small, large)) << "seed " << seed;
      if (directedness == Directedness::undirected) {
        EXPECT_EQ(ways_by_vf2(UndirectedNetwork(small), UndirectedNetwork(large)),
                  ways_to_place(small, large))
            << "seed " << seed;
      }
    }
}

}  // namespace
}  // namespace entente
