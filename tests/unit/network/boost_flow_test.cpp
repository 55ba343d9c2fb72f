// What the Boost Graph Library answers on a network, beside all that there is to try: every cut,
// every set of vertices, every assignment.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <boost/concept/assert.hpp>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/boykov_kolmogorov_max_flow.hpp>
#include <boost/graph/bron_kerbosch_all_cliques.hpp>
#include <boost/graph/copy.hpp>
#include <boost/graph/edmonds_karp_max_flow.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/push_relabel_max_flow.hpp>
#include <boost/graph/vf2_sub_graph_iso.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/algorithm/max_flow.hpp>
#include <entente/error.hpp>
#include <entente/network/boost_flow.hpp>
#include <entente/network/boost_undirected.hpp>

#include "support/code_of.hpp"
#include "support/network_of.hpp"

namespace entente {
namespace {

using test::code_of;
using test::network_of;
using ::testing::ElementsAre;

BOOST_CONCEPT_ASSERT((boost::AdjacencyMatrixConcept<Network>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyMatrixConcept<UndirectedNetwork>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<FlowNetwork>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<FlowNetwork>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<FlowNetwork>));

/// A random network and what it is made of.
struct Drawn {
  std::uint32_t entities = 0;
  std::vector<PlainEdge> edges;
  Network g;
};

Drawn draw(std::uint32_t seed, Directedness directedness) {
  std::mt19937 chance(seed);
  const std::uint32_t entities = 2 + seed % 6;
  auto edges = test::random_edges(chance, entities, 2 + seed % 13);
  const Projection projection{.parallels = seed % 2 == 0 ? Parallels::kept : Parallels::merged,
                              .self_loops = seed % 3 == 0 ? SelfLoops::kept : SelfLoops::dropped,
                              .fold = Fold::sum};
  Network g(entities, edges, directedness, projection);
  return {entities, std::move(edges), std::move(g)};
}

template <class Check>
void for_all_drawn(Check check) {
  for (const auto directedness : {Directedness::undirected, Directedness::directed})
    for (std::uint32_t seed = 0; seed < 120; ++seed) {
      SCOPED_TRACE((directedness == Directedness::directed ? "directed, seed " : "seed ") +
                   std::to_string(seed));
      check(draw(seed, directedness));
      if (testing::Test::HasFailure()) return;
    }
}

/// The lightest of all cuts between two entities.
double lightest_cut(const Drawn& drawn, std::uint32_t from, std::uint32_t to) {
  const bool directed = drawn.g.directedness() == Directedness::directed;
  std::optional<double> least;
  for (std::uint32_t side = 0; side < (1U << drawn.entities); ++side) {
    const auto holds = [&](EntityId entity) { return (side >> index(entity) & 1U) != 0; };
    if (!holds(EntityId{from}) || holds(EntityId{to})) continue;
    double weight = 0;
    for (const PlainEdge& edge : drawn.edges) {
      if (holds(edge.from) && !holds(edge.to)) weight += edge.weight;
      if (!directed && holds(edge.to) && !holds(edge.from)) weight += edge.weight;
    }
    least = std::min(least.value_or(weight), weight);
  }
  return least.value();
}

struct Flows {
  const FlowNetwork& g;
  Vertex from;
  Vertex to;
  std::vector<double> rest = std::vector<double>(num_edges(g));

  auto rest_map() { return boost::make_iterator_property_map(rest.begin(), get(arc_index, g)); }
  double push_relabel() {
    return boost::push_relabel_max_flow(g, from, to, get(boost::edge_capacity, g), rest_map(),
                                        get(boost::edge_reverse, g), get(boost::vertex_index, g));
  }
  double boykov_kolmogorov() {
    return boost::boykov_kolmogorov_max_flow(g, get(boost::edge_capacity, g), rest_map(),
                                             get(boost::edge_reverse, g),
                                             get(boost::vertex_index, g), from, to);
  }
  double edmonds_karp() {
    return boost::edmonds_karp_max_flow(g, from, to,
                                        boost::capacity_map(get(boost::edge_capacity, g))
                                            .residual_capacity_map(rest_map())
                                            .reverse_edge_map(get(boost::edge_reverse, g)));
  }
};

void expect_a_flow(const Drawn& drawn, const Flow& flow, EntityId from, EntityId to) {
  const Network& g = drawn.g;
  std::vector<double> gain(g.vertex_count());
  double cut = 0;
  for (const EdgeIndex e : g.edges()) {
    const double carried = flow.by_edge[index(e)];
    gain[g.to(e)] += carried;
    gain[g.from(e)] -= carried;
    EXPECT_LE(carried, g.weight(e));
    EXPECT_GE(carried, g.directedness() == Directedness::directed ? 0.0 : -g.weight(e));
  }
  for (const EdgeIndex e : flow.cut) cut += g.weight(e);
  EXPECT_EQ(cut, flow.value);
  for (Vertex v = 0; v < g.vertex_count(); ++v)
    EXPECT_EQ(gain[v], g.entity(v) == to ? flow.value : g.entity(v) == from ? -flow.value : 0.0);
}

TEST(BoostFlow, IsAsMuchAsTheLightestCut) {
  for_all_drawn([](const Drawn& drawn) {
    const FlowNetwork g(drawn.g);
    for (const auto& [from, to] : {std::pair(0U, 1U), std::pair(1U, 0U)}) {
      const double least = lightest_cut(drawn, from, to);
      const auto flows = [&, s = from, t = to] {
        return Flows{g, drawn.g.vertex(EntityId{s}).value(), drawn.g.vertex(EntityId{t}).value()};
      };
      EXPECT_EQ(flows().push_relabel(), least);
      EXPECT_EQ(flows().boykov_kolmogorov(), least);
      EXPECT_EQ(flows().edmonds_karp(), least);
      const Flow ours = max_flow(drawn.g, EntityId{from}, EntityId{to});
      EXPECT_EQ(ours.value, least);
      expect_a_flow(drawn, ours, EntityId{from}, EntityId{to});
    }
  });
}

TEST(BoostFlow, RunsOnAnUndirectedNetworkItself) {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    if (seed % 3 == 0) continue;  // it has loops, at which the algorithm goes astray
    const Drawn drawn = draw(seed, Directedness::undirected);
    const Network& g = drawn.g;
    std::vector<double> rest(num_edges(g));
    const auto map = boost::make_iterator_property_map(rest.begin(), get(arc_index, g));
    const double most = boost::boykov_kolmogorov_max_flow(
        g, get(boost::edge_weight, g), map, get(boost::edge_reverse, g),
        get(boost::vertex_index, g), g.vertex(EntityId{0}).value(), g.vertex(EntityId{1}).value());
    EXPECT_EQ(most, lightest_cut(drawn, 0, 1)) << "seed " << seed;
  }
}

TEST(BoostFlow, RefusesWhatIsNoFlow) {
  const auto net = network_of("a>b:-1 b>c");
  EXPECT_THROW((void)max_flow(net.g, net.entity("a"), net.entity("a")), InvalidArgument);
  EXPECT_THROW((void)max_flow(net.g, net.entity("a"), net.entity("c")), InvalidArgument);
  const auto other = network_of("a>b");
  EXPECT_EQ(max_flow(other.g, other.entity("a"), EntityId{77}).value, 0.0);
}

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

TEST(BoostCliques, AreAllThereAre) {
  for (std::uint32_t seed = 0; seed < 120; ++seed) {
    std::mt19937 chance(seed);
    const std::uint32_t entities = 2 + seed % 6;
    const Network g(entities, test::random_edges(chance, entities, seed % 16),
                    Directedness::undirected);
    std::set<Clique> of_arcs;
    std::set<Clique> of_edges;
    boost::bron_kerbosch_all_cliques(g, CliqueCollector{&of_arcs});
    boost::bron_kerbosch_all_cliques(UndirectedNetwork(g), CliqueCollector{&of_edges});
    EXPECT_EQ(of_arcs, cliques_of(g)) << "seed " << seed;
    EXPECT_EQ(of_edges, cliques_of(g)) << "seed " << seed;
  }
}

/// How many ways there are to find `small` in `large`, with exactly its ties.
std::size_t ways_to_place(const Network& small, const Network& large) {
  const auto tied = [](const Network& g, Vertex u, Vertex v) {
    return std::binary_search(g.out(u).begin(), g.out(u).end(), v);
  };
  std::vector<Vertex> places(large.vertex_count());
  std::iota(places.begin(), places.end(), 0U);
  std::set<std::vector<Vertex>> found;
  do {
    bool same = true;
    for (Vertex u = 0; u < small.vertex_count(); ++u)
      for (Vertex v = 0; v < small.vertex_count(); ++v)
        same = same && tied(small, u, v) == tied(large, places[u], places[v]);
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
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
      std::mt19937 chance(seed);
      const Network small(3, test::random_edges(chance, 3, 1 + seed % 3), directedness);
      const Network large(6, test::random_edges(chance, 6, 5 + seed % 9), directedness);
      EXPECT_EQ(ways_by_vf2(small, large), ways_to_place(small, large)) << "seed " << seed;
      if (directedness == Directedness::undirected) {
        EXPECT_EQ(ways_by_vf2(UndirectedNetwork(small), UndirectedNetwork(large)),
                  ways_to_place(small, large))
            << "seed " << seed;
      }
    }
}

TEST(MaxFlow, IsExactUpToTheLargestDoubleAndRefusesWhatIsMore) {
  constexpr double half = std::numeric_limits<double>::max() / 2;
  const auto flow_of = [](Directedness directedness, std::vector<PlainEdge> edges) {
    const Network g(3, std::move(edges), directedness, {.parallels = Parallels::kept});
    return max_flow(g, EntityId{0}, EntityId{2}).value;
  };
  const EntityId a{0};
  const EntityId b{1};
  const EntityId c{2};
  for (const auto directedness : {Directedness::undirected, Directedness::directed}) {
    EXPECT_EQ(flow_of(directedness, {{a, b, half}, {b, c, half}}), half);
    EXPECT_EQ(flow_of(directedness, {{a, c, half}, {a, b, half}, {b, c, half}}), 2 * half);
    EXPECT_EQ(code_of([&] {
                (void)flow_of(directedness, {{a, c, half}, {a, c, half}, {a, c, half}});
              }),
              "bad-weight");
  }
  EXPECT_EQ(flow_of(Directedness::directed, {{a, c, 2 * half}}), 2 * half);
  EXPECT_EQ(code_of([&] {
              (void)flow_of(Directedness::undirected, {{a, c, 1.5 * half}});
            }),
            "bad-weight");
}

TEST(MaxFlow, IsConservedWhereWeightsAreVeryUnequal) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Drawn drawn = draw(seed, seed % 2 == 0 ? Directedness::undirected : Directedness::directed);
    std::mt19937 chance(seed);
    for (PlainEdge& edge : drawn.edges)
      if (chance() % 2 == 0) edge.weight *= 1e16;
    // An edge out of the source that only a little can follow.
    const EntityId last{drawn.entities - 1};
    const EntityId source{drawn.entities};
    drawn.edges.push_back({source, EntityId{0}, 1e17});
    const Network g(drawn.entities + 1, drawn.edges, drawn.g.directedness(), drawn.g.projection());
    if (!g.vertex(last) || last == EntityId{0}) continue;
    const Flow flow = max_flow(g, source, last);
    std::vector<double> net(g.vertex_count(), 0);
    for (const EdgeIndex e : g.edges()) {
      const double carried = flow.by_edge[index(e)];
      EXPECT_LE(std::abs(carried), g.weight(e));
      net[g.from(e)] -= carried;
      net[g.to(e)] += carried;
    }
    for (const Vertex v : g.vertices()) {
      const double expected = g.entity(v) == source ? -flow.value
                              : g.entity(v) == last ? flow.value
                                                    : 0;
      EXPECT_NEAR(net[v], expected, 1e-12 * std::max(1.0, flow.value)) << "vertex " << v;
    }
  }
}

}  // namespace
}  // namespace entente
