#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/algorithm/balance.hpp>
#include <entente/algorithm/communities.hpp>
#include <entente/algorithm/cuts.hpp>
#include <entente/algorithm/mixing.hpp>
#include <entente/algorithm/triangles.hpp>

#include "property.hpp"
#include "support/slow_measures.hpp"
#include "support/slow_pagerank.hpp"
#include "support/slow_paths.hpp"
#include "support/small_graph.hpp"

namespace entente {
namespace {

using verify::Matrix;
using verify::SmallGraph;

SmallGraph undirected(SmallGraph graph) {
  graph.directedness = Directedness::undirected;
  return graph;
}

SmallGraph without_edge(SmallGraph graph, std::size_t e) {
  graph.edges.erase(graph.edges.begin() + static_cast<std::ptrdiff_t>(e));
  return graph;
}

SmallGraph without_entity(SmallGraph graph, std::size_t v) {
  std::erase_if(graph.edges, [v](const PlainEdge& edge) {
    return index(edge.from) == v || index(edge.to) == v;
  });
  return graph;
}

bool connected(const SmallGraph& graph, std::size_t u, std::size_t v) {
  return !std::isinf(verify::all_distances(verify::unit_edges(undirected(graph)))[u][v]);
}

TEST(BridgesProperty, AreTheEdgesWhoseLossParts) {
  for_all_graphs([](const SmallGraph& graph) {
    std::multiset<std::pair<std::size_t, std::size_t>> expected;
    for (std::size_t e = 0; e < graph.edges.size(); ++e) {
      const std::size_t u = index(graph.edges[e].from);
      const std::size_t v = index(graph.edges[e].to);
      if (!connected(without_edge(graph, e), u, v)) expected.insert(std::minmax(u, v));
    }
    const Network g = graph.network(everything_kept);
    std::multiset<std::pair<std::size_t, std::size_t>> found;
    for (const EdgeIndex e : bridges(g)) {
      const auto [from, to] = g.ends(e);
      const std::size_t u = index(g.entity(from));
      const std::size_t v = index(g.entity(to));
      found.insert(std::minmax(u, v));
    }
    EXPECT_EQ(found, expected);
  });
}

TEST(CutVerticesProperty, AreTheEntitiesWhoseLossParts) {
  for_all_graphs([](const SmallGraph& graph) {
    std::vector<EntityId> expected;
    for (std::size_t v = 0; v < graph.entities; ++v) {
      bool parts = false;
      for (std::size_t a = 0; a < graph.entities; ++a) {
        for (std::size_t b = 0; b < a; ++b) {
          if (a == v || b == v || !connected(graph, a, b)) continue;
          parts = parts || !connected(without_entity(graph, v), a, b);
        }
      }
      if (parts) expected.push_back(entity(v));
    }
    EXPECT_EQ(cut_vertices(graph.network(everything_kept)), expected);
  });
}

/// Whether two tied entities stay connected to each other through either of two edges whichever
/// third is lost: the edges then are of one part.
bool on_one_cycle(const SmallGraph& graph, std::size_t u, std::size_t v) {
  for (std::size_t lost = 0; lost < graph.entities; ++lost) {
    if (lost == u || lost == v) continue;
    if (!connected(without_entity(graph, lost), u, v)) return false;
  }
  return true;
}

TEST(BiconnectedComponentsProperty, HoldTogetherWhoeverIsLost) {
  for_all_graphs([](const SmallGraph& graph) {
    const auto groups = biconnected_components(graph.network(everything_kept));
    const auto lengths = verify::unit_edges(undirected(graph));
    Matrix<int> together(graph.entities, std::vector<int>(graph.entities, 0));
    for (const auto& members : groups) {
      EXPECT_GE(members.size(), 2U);
      for (const EntityId a : members) {
        for (const EntityId b : members) ++together[index(a)][index(b)];
      }
    }
    for (std::size_t u = 0; u < graph.entities; ++u) {
      for (std::size_t v = 0; v < u; ++v) {
        const bool tied = !std::isinf(lengths[u][v]);
        const bool held = connected(graph, u, v) && on_one_cycle(graph, u, v);
        EXPECT_EQ(together[u][v], tied || held ? 1 : 0) << u << ' ' << v;
      }
    }
  });
}

TEST(TrianglesProperty, AreAllThereAre) {
  for_all_graphs([](const SmallGraph& graph) {
    const auto tied = verify::handed_weights(undirected(graph), verify::Parallel::once);
    const std::size_t n = graph.entities;
    std::vector<double> expected(n, 0);
    double all = 0;
    double paths = 0;
    for (std::size_t a = 0; a < n; ++a) {
      for (std::size_t b = 0; b < n; ++b) {
        for (std::size_t c = 0; c < n; ++c) {
          if (a == c || tied[a][b] == 0 || tied[b][c] == 0) continue;
          paths += 1;
          if (tied[a][c] != 0) expected[b] += 0.5;
          if (tied[a][c] != 0) all += 1.0 / 6;
        }
      }
    }
    const Network g = graph.network(everything_kept);
    expect_scores(triangles(g), expected);
    EXPECT_EQ(static_cast<double>(triangle_count(g)), std::round(all));
    EXPECT_NEAR(transitivity(g), paths > 0 ? 6 * all / paths : 0, 1e-12);
  });
}

TEST(ClusteringProperty, IsFagiolosShareOfDirectedTriangles) {
  for_all_graphs([](const SmallGraph& graph) {
    const auto a = verify::handed_weights(graph, verify::Parallel::once);
    const std::size_t n = graph.entities;
    std::vector<double> expected(n, 0);
    for (std::size_t i = 0; i < n; ++i) {
      double closed = 0;
      double total = 0;
      double both = 0;
      for (std::size_t j = 0; j < n; ++j) {
        total += a[i][j] + a[j][i];
        both += a[i][j] * a[j][i];
        for (std::size_t k = 0; k < n; ++k) {
          closed += (a[i][j] + a[j][i]) * (a[j][k] + a[k][j]) * (a[k][i] + a[i][k]);
        }
      }
      if (closed > 0) expected[i] = closed / (2 * (total * (total - 1) - 2 * both));
    }
    expect_scores(clustering(graph.network(everything_kept)), expected);
  });
}

/// The type of a triad from its counts of mutual, one-way and null pairs and, where these do not
/// decide, from who leads to whom.
std::string triad_type(const Matrix<double>& a, const std::array<std::size_t, 3>& who) {
  int mutual = 0;
  int oneway = 0;
  std::array<int, 3> in{};
  std::array<int, 3> out{};
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j < 3; ++j) {
      if (i == j) continue;
      const bool to = a[who[i]][who[j]] > 0;
      const bool back = a[who[j]][who[i]] > 0;
      if (to && back && i < j) ++mutual;
      if (to && !back) {
        ++oneway;
        ++out[i];
        ++in[j];
      }
    }
  }
  const std::string name =
      std::to_string(mutual) + std::to_string(oneway) + std::to_string(3 - mutual - oneway);
  const auto has = [](const std::array<int, 3>& degrees, int degree) {
    return std::count(degrees.begin(), degrees.end(), degree) > 0;
  };
  if (name == "021" || name == "120") return name + (has(out, 2) ? "D" : has(in, 2) ? "U" : "C");
  if (name == "030") return name + (has(out, 2) ? "T" : "C");
  if (name == "111") {
    // Down: the one-way edge leads to the mutual pair; up: it comes from there.
    for (std::size_t i = 0; i < 3; ++i) {
      const std::size_t j = (i + 1) % 3;
      const std::size_t k = (i + 2) % 3;
      const bool alone = (a[who[i]][who[j]] == 0 || a[who[j]][who[i]] == 0) &&
                         (a[who[i]][who[k]] == 0 || a[who[k]][who[i]] == 0);
      if (alone) return name + (in[i] > 0 ? "U" : "D");
    }
  }
  return name;
}

TEST(TriadCensusProperty, IsWhatLookingAtAllTriplesFinds) {
  for_all_graphs([](const SmallGraph& graph) {
    const auto a = verify::handed_weights(graph, verify::Parallel::once);
    std::map<std::string, std::uint64_t> expected;
    for (std::size_t u = 0; u < graph.entities; ++u) {
      for (std::size_t v = 0; v < u; ++v) {
        for (std::size_t w = 0; w < v; ++w) ++expected[triad_type(a, {u, v, w})];
      }
    }
    const TriadCensus census = triad_census(graph.network(everything_kept));
    for (const std::string_view name : TriadCensus::names) {
      EXPECT_EQ(census.count(name), expected[std::string(name)]) << name;
    }
  });
}

/// Modularity by its definition, over all pairs.
double slow_modularity(const Matrix<double>& weights, const std::vector<std::size_t>& group,
                       double resolution = 1) {
  std::vector<double> strength;
  double total = 0;
  for (const auto& row : weights) {
    strength.push_back(std::accumulate(row.begin(), row.end(), 0.0));
    total += strength.back();
  }
  if (total == 0) return 0;
  double sum = 0;
  for (std::size_t u = 0; u < weights.size(); ++u) {
    for (std::size_t v = 0; v < weights.size(); ++v) {
      if (group[u] != group[v]) continue;
      sum += weights[u][v] - resolution * strength[u] * strength[v] / total;
    }
  }
  return sum / total;
}

/// Checks that everyone is in one group, and returns which.
std::vector<std::size_t> group_of_each(const Groups& groups, std::size_t n) {
  std::vector<std::size_t> group(n, n);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (const EntityId member : groups[i]) {
      EXPECT_EQ(group[index(member)], n);
      group[index(member)] = i;
    }
  }
  EXPECT_THAT(group, testing::Each(testing::Lt(n)));
  return group;
}

/// The best there is, by trying all ways to group.
double best_modularity(const Matrix<double>& weights, std::vector<std::size_t>& group,
                       std::size_t next, std::size_t used) {
  if (next == group.size()) return slow_modularity(weights, group);
  double best = -1;
  for (std::size_t to = 0; to <= used; ++to) {
    group[next] = to;
    best = std::max(best, best_modularity(weights, group, next + 1, std::max(used, to + 1)));
  }
  return best;
}

TEST(CommunitiesProperty, TellTheModularityOfTheirGroupsAndAreTheBestOfSmallNetworks) {
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    const SmallGraph graph = verify::random_graph(seed);
    if (graph.entities > 7) continue;
    SCOPED_TRACE("seed " + std::to_string(seed) + ", " + graph.text());
    const auto weights =
        verify::mutual(verify::handed_weights(graph, verify::Parallel::added), graph.directedness);
    std::vector<std::size_t> grouping(graph.entities, 0);
    const double best = best_modularity(weights, grouping, 0, 0);
    const Network g = graph.network(everything_kept);
    const CommunityOptions options{.weights = Weights::used};
    for (const Communities& found : {louvain(g, options), leiden(g, options)}) {
      const auto group = group_of_each(found.groups, graph.entities);
      EXPECT_NEAR(found.modularity, slow_modularity(weights, group), 1e-12);
      EXPECT_NEAR(found.modularity, modularity(g, found.groups, options), 1e-12);
      EXPECT_LE(found.modularity, best + 1e-12);
      EXPECT_GE(found.modularity, best - 1e-12);
    }
  }
}

// Entities of a dossier are numbered by id, whatever the order of its records.
TEST(CommunitiesProperty, DoNotDependOnTheOrderOfEdges) {
  std::mt19937_64 random(1);
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    SmallGraph graph{.entities = 20 + seed, .edges = {}};
    for (std::size_t i = 0; i < 2 * graph.entities; ++i)
      graph.edges.push_back({entity(random() % graph.entities), entity(random() % graph.entities),
                             0.5 * static_cast<double>(1 + random() % 4)});
    const CommunityOptions options{.weights = Weights::used};
    const Network g = graph.network(everything_kept);
    std::shuffle(graph.edges.begin(), graph.edges.end(), random);
    for (PlainEdge& edge : graph.edges)
      if (random() % 2 == 0) std::swap(edge.from, edge.to);
    const Network permuted = graph.network(everything_kept);
    EXPECT_EQ(leiden(g, options).groups, leiden(permuted, options).groups) << seed;
    EXPECT_EQ(louvain(g, options).groups, louvain(permuted, options).groups) << seed;
    EXPECT_EQ(label_propagation(g, options).groups, label_propagation(permuted, options).groups);
  }
}

TEST(LeidenProperty, GroupsHangTogether) {
  for_all_graphs([](const SmallGraph& graph) {
    for (const auto& members : leiden(graph.network()).groups) {
      SmallGraph inside = graph;
      for (std::size_t v = 0; v < graph.entities; ++v) {
        if (std::count(members.begin(), members.end(), entity(v)) == 0) {
          inside = without_entity(inside, v);
        }
      }
      for (const EntityId member : members) {
        EXPECT_TRUE(connected(inside, index(members.front()), index(member)));
      }
    }
  });
}

TEST(LabelPropagationProperty, LeavesEveryoneWithTheHeaviestLabelAround) {
  for_all_graphs([](const SmallGraph& graph) {
    const auto weights =
        verify::mutual(verify::handed_weights(graph, verify::Parallel::once), graph.directedness);
    const Communities found = label_propagation(graph.network());
    const auto group = group_of_each(found.groups, graph.entities);
    for (std::size_t v = 0; v < graph.entities; ++v) {
      std::vector<double> around(graph.entities, 0);
      for (std::size_t w = 0; w < graph.entities; ++w) around[group[w]] += weights[v][w];
      EXPECT_EQ(around[group[v]], *std::max_element(around.begin(), around.end()));
    }
  });
}

TEST(BalanceProperty, CountsTriadsByTheirNegativeTies) {
  for_all_graphs([](const SmallGraph& graph) {
    const Network g = graph.network();
    std::vector<Sign> signs;
    for (EdgeIndex e = 0; e < g.edge_count(); ++e) signs.push_back(Sign(int(e * 7 % 3) - 1));
    const std::size_t n = graph.entities;
    Matrix<int> said(n, std::vector<int>(n, 0));  // 1 positive, 2 negative, 3 both
    for (EdgeIndex e = 0; e < g.edge_count(); ++e) {
      const std::size_t u = index(g.entity(g.from(e)));
      const std::size_t v = index(g.entity(g.to(e)));
      const int bit = signs[e] == Sign::positive ? 1 : signs[e] == Sign::negative ? 2 : 0;
      said[u][v] |= bit;
      said[v][u] |= bit;
    }
    std::array<std::uint64_t, 4> expected{};
    std::vector<std::array<std::size_t, 3>> triads;
    for (std::size_t a = 0; a < n; ++a) {
      for (std::size_t b = a + 1; b < n; ++b) {
        for (std::size_t c = b + 1; c < n; ++c) {
          const std::array<int, 3> ties{said[a][b], said[a][c], said[b][c]};
          if (std::count(ties.begin(), ties.end(), 0) + std::count(ties.begin(), ties.end(), 3) > 0)
            continue;
          ++expected[static_cast<std::size_t>(std::count(ties.begin(), ties.end(), 2))];
          triads.push_back({a, b, c});
        }
      }
    }
    const Balance all = balance(g, signs);
    EXPECT_EQ(all.by_negative, expected);
    EXPECT_EQ(all.total(), triads.size());
    EXPECT_EQ(all.balanced(), expected[0] + expected[2]);
    EXPECT_EQ(all.share().has_value(), !triads.empty());
    const Balance some = balance(g, signs, {.limit = 2});
    EXPECT_EQ(some.by_negative, expected);
    for (std::size_t i = 0; i < some.triads.size(); ++i) {
      EXPECT_EQ(index(some.triads[i].a), triads[i][0]);
      EXPECT_EQ(index(some.triads[i].b), triads[i][1]);
      EXPECT_EQ(index(some.triads[i].c), triads[i][2]);
    }
    EXPECT_EQ(some.completeness,
              triads.size() > 2 ? Completeness::limited : Completeness::complete);
  });
}

TEST(MixingProperty, IsItsDefinition) {
  for_all_graphs([](const SmallGraph& graph) {
    const auto a = verify::handed_weights(graph, verify::Parallel::once);
    const std::size_t n = graph.entities;
    double arcs = 0;
    double returned = 0;
    Matrix<double> mixing(3, std::vector<double>(3, 0));
    Grouping grouping;
    for (std::uint32_t v = 0; v < n; ++v) grouping.push_back(v % 3);
    for (std::size_t u = 0; u < n; ++u) {
      for (std::size_t v = 0; v < n; ++v) {
        arcs += a[u][v];
        returned += a[u][v] * a[v][u];
        mixing[grouping[u]][grouping[v]] += a[u][v];
      }
    }
    const Network g = graph.network(everything_kept);
    const auto count = static_cast<double>(n);
    EXPECT_NEAR(density(g), n < 2 ? 0 : arcs / (count * (count - 1)), 1e-12);
    EXPECT_NEAR(reciprocity(g), arcs > 0 ? returned / arcs : 0, 1e-12);
    double inside = 0;
    double chance = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      inside += mixing[i][i] / arcs;
      for (std::size_t j = 0; j < 3; ++j) {
        for (std::size_t k = 0; k < 3; ++k) chance += mixing[i][j] * mixing[k][i] / (arcs * arcs);
      }
    }
    const bool undirected = graph.directedness == Directedness::undirected;
    Matrix<double> told(3, std::vector<double>(3, 0));
    for (const GroupTies& pair : ties_between_groups(g, grouping)) {
      EXPECT_TRUE(!undirected || pair.from <= pair.to);
      told[pair.from][pair.to] += static_cast<double>(pair.ties);
      if (undirected) told[pair.to][pair.from] += static_cast<double>(pair.ties);
    }
    EXPECT_EQ(told, mixing);
    const auto found = assortativity(g, grouping);
    ASSERT_EQ(found.has_value(), arcs > 0 && chance < 1 - 1e-9);
    if (found) {
      EXPECT_NEAR(*found, (inside - chance) / (1 - chance), 1e-9);
    }
  });
}

}  // namespace
}  // namespace entente
