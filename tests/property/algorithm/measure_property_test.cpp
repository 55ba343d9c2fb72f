#include <algorithm>
#include <numeric>

#include <gtest/gtest.h>

#include <entente/algorithm/betweenness.hpp>
#include <entente/algorithm/degree.hpp>
#include <entente/algorithm/pagerank.hpp>

#include "property.hpp"
#include "support/slow_pagerank.hpp"
#include "support/slow_paths.hpp"
#include "support/small_graph.hpp"

namespace entente {
namespace {

using verify::SmallGraph;

TEST(BetweennessProperty, IsItsDefinition) {
  for_all_graphs([](const SmallGraph& graph) {
    const auto expected = verify::betweenness_by_definition(verify::unit_edges(graph));
    expect_scores(betweenness(graph.network(), {.scale = Scale::raw}), expected);
    expect_scores(betweenness(graph.network(everything_kept), {.scale = Scale::raw}), expected);
    const auto n = static_cast<double>(graph.entities);
    if (n > 2) expect_scores(betweenness(graph.network()), scaled(expected, 1 / (n - 1) / (n - 2)));
  });
}

TEST(BetweennessProperty, ByWeightIsItsDefinition) {
  for_all_graphs([](const SmallGraph& graph) {
    const auto expected = verify::betweenness_by_definition(verify::lightest_edges(graph));
    for (const Projection& projection : {Projection{}, everything_kept}) {
      expect_scores(
          betweenness(graph.network(projection), {.scale = Scale::raw, .cost = Cost::weight}),
          expected);
    }
  });
}

TEST(PageRankProperty, SolvesItsEquations) {
  for_all_graphs([](const SmallGraph& graph) {
    const std::vector<double> anywhere(graph.entities, 1.0 / static_cast<double>(graph.entities));
    const auto once = verify::handed_weights(graph, verify::Parallel::once);
    expect_scores(pagerank(graph.network()), verify::pagerank_by_elimination(once, anywhere, 0.85));
    const auto added = verify::handed_weights(graph, verify::Parallel::added);
    expect_scores(
        pagerank(graph.network({.fold = Fold::sum}), {.damping = 0.6, .weights = Weights::used}),
        verify::pagerank_by_elimination(added, anywhere, 0.6));
  });
}

TEST(PageRankProperty, StartsAnewWhereItIsTold) {
  for_all_graphs([](const SmallGraph& graph) {
    std::vector<double> restart(graph.entities, 0);
    restart.front() = 0.25;
    restart.back() += 0.75;
    const auto last = EntityId(static_cast<std::uint32_t>(graph.entities - 1));
    expect_scores(pagerank(graph.network(), {.restart = {{EntityId(0), 1}, {last, 3}}}),
                  verify::pagerank_by_elimination(
                      verify::handed_weights(graph, verify::Parallel::once), restart, 0.85));
  });
}

TEST(DegreeProperty, CountsNeighboursOrRelations) {
  for_all_graphs([](const SmallGraph& graph) {
    const auto between = verify::edges_between(graph);
    std::vector<double> out(graph.entities, 0);
    std::vector<double> either(graph.entities, 0);
    std::vector<double> relations(graph.entities, 0);
    std::vector<double> weights(graph.entities, 0);
    for (std::size_t u = 0; u < graph.entities; ++u) {
      for (std::size_t v = 0; v < graph.entities; ++v) {
        if (!between[u][v].empty()) out[u] += 1;
        if (!between[u][v].empty() || !between[v][u].empty()) either[u] += 1;
        relations[u] += static_cast<double>(between[u][v].size());
        for (const std::size_t e : between[u][v]) weights[u] += graph.edges[e].weight;
      }
    }
    const Network merged = graph.network();
    const Network kept = graph.network(everything_kept);
    expect_scores(degree(merged), out);
    expect_scores(degree(kept), out);
    expect_scores(degree(kept, {.direction = Direction::both}), either);
    expect_scores(degree(kept, {.counted = Counted::relations}), relations);
    expect_scores(strength(kept), weights);
    expect_scores(strength(graph.network({.fold = Fold::sum})), weights);
  });
}

}  // namespace
}  // namespace entente
