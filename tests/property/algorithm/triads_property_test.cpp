#include <array>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/algorithm/balance.hpp>
#include <entente/algorithm/mixing.hpp>
#include <entente/algorithm/triangles.hpp>

#include "property.hpp"
#include "support/slow_measures.hpp"
#include "support/slow_pagerank.hpp"
#include "support/small_graph.hpp"
#include "support/small_graph_edits.hpp"

namespace entente {
namespace {

using verify::Matrix;
using verify::SmallGraph;
using verify::undirected;

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

TEST(BalanceProperty, CountsTriadsByTheirNegativeTies) {
  for_all_graphs([](const SmallGraph& graph) {
    const Network g = graph.network();
    std::vector<Sign> signs;
    for (const EdgeIndex e : g.edges()) signs.push_back(Sign(int(index(e) * 7 % 3) - 1));
    const std::size_t n = graph.entities;
    Matrix<int> said(n, std::vector<int>(n, 0));  // 1 positive, 2 negative, 3 both
    for (const EdgeIndex e : g.edges()) {
      const std::size_t u = index(g.entity(g.from(e)));
      const std::size_t v = index(g.entity(g.to(e)));
      const Sign sign = signs[index(e)];
      const int bit = sign == Sign::positive ? 1 : sign == Sign::negative ? 2 : 0;
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
