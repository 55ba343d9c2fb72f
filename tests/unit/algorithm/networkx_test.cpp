// The measures against what NetworkX answers about classic and random graphs.

#include <algorithm>
#include <cmath>
#include <functional>

#include <gtest/gtest.h>

#include <entente/algorithm/betweenness.hpp>
#include <entente/algorithm/brokerage.hpp>
#include <entente/algorithm/closeness.hpp>
#include <entente/algorithm/communities.hpp>
#include <entente/algorithm/components.hpp>
#include <entente/algorithm/core.hpp>
#include <entente/algorithm/cuts.hpp>
#include <entente/algorithm/degree.hpp>
#include <entente/algorithm/eccentricity.hpp>
#include <entente/algorithm/mixing.hpp>
#include <entente/algorithm/pagerank.hpp>
#include <entente/algorithm/spectral.hpp>
#include <entente/algorithm/triangles.hpp>

#include "support/answers.hpp"

namespace entente {
namespace {

using verify::Answers;

/// Calls the measure on every graph for which there is an answer; at least one there must be.
void expect_agreement(const std::string& name,
                      const std::function<Ranking(const Network&)>& measure,
                      double tolerance = 1e-9) {
  std::size_t compared = 0;
  for (const Answers& answers : verify::all_answers()) {
    const auto found = answers.vertices.find(name);
    if (found == answers.vertices.end()) continue;
    SCOPED_TRACE(name + " of " + answers.name);
    const Ranking ranking = measure(answers.graph.network());
    for (std::size_t v = 0; v < found->second.size(); ++v) {
      const double expected = found->second[v];
      const auto score = ranking.score(EntityId(static_cast<std::uint32_t>(v)));
      if (std::isnan(expected)) continue;
      ASSERT_TRUE(score.has_value()) << "entity " << v;
      ASSERT_NEAR(*score, expected, tolerance * std::max(1.0, std::abs(expected)))
          << "entity " << v;
    }
    ++compared;
  }
  EXPECT_GT(compared, 0U);
}

TEST(NetworkX, AgreesOnDegree) {
  expect_agreement("degree", [](const Network& g) { return degree(g); });
  expect_agreement("strength", [](const Network& g) { return strength(g); });
}

TEST(NetworkX, AgreesOnBetweenness) {
  expect_agreement("betweenness", [](const Network& g) { return betweenness(g); });
  expect_agreement("betweenness-weighted",
                   [](const Network& g) { return betweenness(g, {.cost = Cost::weight}); });
}

void expect_edge_agreement(const std::string& name, Cost cost) {
  for (const Answers& answers : verify::all_answers()) {
    SCOPED_TRACE(name + " of " + answers.name);
    const auto& expected = answers.edges.at(name);
    const EdgeRanking ranking = edge_betweenness(answers.graph.network(), {.cost = cost});
    ASSERT_EQ(ranking.rows().size(), expected.size());
    for (const verify::EdgeAnswer& edge : expected) {
      const auto row = std::find_if(
          ranking.rows().begin(), ranking.rows().end(), [&edge, &answers](const EdgeScore& each) {
            const bool along = index(each.from) == edge.from && index(each.to) == edge.to;
            const bool against = index(each.from) == edge.to && index(each.to) == edge.from;
            return along || (against && answers.graph.directedness == Directedness::undirected);
          });
      ASSERT_NE(row, ranking.rows().end());
      ASSERT_NEAR(row->score, edge.value, 1e-9);
    }
  }
}

TEST(NetworkX, AgreesOnBetweennessOfEdges) {
  expect_edge_agreement("edge-betweenness", Cost::hops);
  expect_edge_agreement("edge-betweenness-weighted", Cost::weight);
}

TEST(NetworkX, AgreesOnCloseness) {
  expect_agreement("closeness", [](const Network& g) { return closeness(g); });
  expect_agreement("closeness-weighted",
                   [](const Network& g) { return closeness(g, {.cost = Cost::weight}); });
  expect_agreement("harmonic", [](const Network& g) { return harmonic(g); });
  expect_agreement("harmonic-weighted",
                   [](const Network& g) { return harmonic(g, {.cost = Cost::weight}); });
}

TEST(NetworkX, AgreesOnEccentricity) {
  expect_agreement("eccentricity", [](const Network& g) { return eccentricity(g); });
}

TEST(NetworkX, AgreesOnSpectralMeasures) {
  // NetworkX stops its power iteration when changes fall below n · 1e-14, which leaves more.
  expect_agreement(
      "eigenvector", [](const Network& g) { return eigenvector(g); }, 1e-8);
  expect_agreement(
      "eigenvector-weighted",
      [](const Network& g) { return eigenvector(g, {.weights = Weights::used}); }, 1e-8);
  expect_agreement("katz", [](const Network& g) { return katz(g, {.alpha = 0.05}); });
  expect_agreement("katz-weighted", [](const Network& g) {
    return katz(g, {.alpha = 0.01, .weights = Weights::used});
  });
  expect_agreement("hits-weighted-hubs",
                   [](const Network& g) { return hits(g, {.weights = Weights::used}).hubs; });
  expect_agreement("hits-weighted-authorities", [](const Network& g) {
    return hits(g, {.weights = Weights::used}).authorities;
  });
}

TEST(NetworkX, AgreesOnCores) {
  expect_agreement("core", [](const Network& g) { return core_number(g); });
}

TEST(NetworkX, AgreesOnStructuralHoles) {
  expect_agreement("constraint", [](const Network& g) { return constraint(g); });
  expect_agreement("constraint-weighted",
                   [](const Network& g) { return constraint(g, {.weights = Weights::used}); });
  expect_agreement("effective-size", [](const Network& g) { return effective_size(g); });
  expect_agreement("effective-size-weighted",
                   [](const Network& g) { return effective_size(g, {.weights = Weights::used}); });
}

TEST(NetworkX, AgreesOnTriangles) {
  expect_agreement("triangles", [](const Network& g) { return triangles(g); });
  expect_agreement("clustering", [](const Network& g) { return clustering(g); });
  for (const Answers& answers : verify::all_answers()) {
    EXPECT_NEAR(transitivity(answers.graph.network()), answers.numbers.at("transitivity"), 1e-12)
        << answers.name;
  }
}

TEST(NetworkX, AgreesOnTheMakeUpOfNetworks) {
  for (const Answers& answers : verify::all_answers()) {
    SCOPED_TRACE(answers.name);
    const Network g = answers.graph.network();
    Grouping grouping;
    Groups groups(3);
    for (std::uint32_t v = 0; v < g.vertex_count(); ++v) {
      grouping.push_back(v % 3);
      groups[v % 3].push_back(EntityId(v));
    }
    EXPECT_NEAR(density(g), answers.numbers.at("density"), 1e-12);
    EXPECT_NEAR(assortativity(g, grouping).value(), answers.numbers.at("assortativity-mod-3"),
                1e-12);
    if (g.directedness() == Directedness::directed) {
      EXPECT_NEAR(reciprocity(g), answers.numbers.at("reciprocity"), 1e-12);
      const TriadCensus census = triad_census(g);
      for (const std::string_view name : TriadCensus::names) {
        EXPECT_EQ(static_cast<double>(census.count(name)),
                  answers.numbers.at("triads-" + std::string(name)));
      }
    } else {
      EXPECT_NEAR(modularity(g, groups), answers.numbers.at("modularity-mod-3"), 1e-12);
      EXPECT_NEAR(modularity(g, groups, {.weights = Weights::used}),
                  answers.numbers.at("modularity-mod-3-weighted"), 1e-12);
      EXPECT_EQ(static_cast<double>(bridges(g).size()), answers.numbers.at("bridges"));
      EXPECT_EQ(static_cast<double>(cut_vertices(g).size()), answers.numbers.at("cut-vertices"));
      EXPECT_EQ(static_cast<double>(biconnected_components(g).size()),
                answers.numbers.at("biconnected-components"));
    }
  }
}

TEST(NetworkX, AgreesOnPageRank) {
  expect_agreement("pagerank", [](const Network& g) { return pagerank(g); });
  expect_agreement("pagerank-weighted",
                   [](const Network& g) { return pagerank(g, {.weights = Weights::used}); });
  expect_agreement("pagerank-restart", [](const Network& g) {
    PageRankOptions options;
    for (std::uint32_t v = 0; v < g.vertex_count(); ++v) {
      options.restart.emplace_back(EntityId(v), v % 3);
    }
    return pagerank(g, options);
  });
}

TEST(NetworkX, AgreesOnTheNumberOfComponents) {
  for (const Answers& answers : verify::all_answers()) {
    SCOPED_TRACE(answers.name);
    const Network g = answers.graph.network();
    EXPECT_EQ(static_cast<double>(components(g).size()), answers.numbers.at("components"));
    if (!answers.numbers.contains("strong-components")) continue;
    EXPECT_EQ(static_cast<double>(components(g, Connectivity::strong).size()),
              answers.numbers.at("strong-components"));
  }
}

}  // namespace
}  // namespace entente
