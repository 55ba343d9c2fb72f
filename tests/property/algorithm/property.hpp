#pragma once

/// What the property tests of measures share: hundreds of random graphs, and scores compared.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/algorithm/ranking.hpp>

#include "support/entity.hpp"
#include "support/small_graph.hpp"

namespace entente {

constexpr std::uint64_t seeds = 500;
inline const Projection everything_kept{.parallels = Parallels::kept,
                                        .self_loops = SelfLoops::kept};

using test::entity;

/// Calls `check` on every graph; a failure names the seed and the graph, and stops.
template <typename Check>
void for_all_graphs(Check check) {
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    const verify::SmallGraph graph = verify::random_graph(seed);
    SCOPED_TRACE("seed " + std::to_string(seed) + ", " + graph.text());
    check(graph);
    if (testing::Test::HasFailure()) return;
  }
}

/// The scores by entity, and the order that a ranking promises. No number: no row.
inline void expect_scores(const Ranking& ranking, const std::vector<double>& expected,
                          double tolerance = 1e-9) {
  std::size_t rows = 0;
  for (std::size_t v = 0; v < expected.size(); ++v) {
    const auto score = ranking.score(entity(v));
    ASSERT_EQ(score.has_value(), !std::isnan(expected[v])) << "entity " << v;
    if (!score) continue;
    ++rows;
    EXPECT_NEAR(*score, expected[v], tolerance * std::max(1.0, expected[v])) << "entity " << v;
  }
  ASSERT_EQ(ranking.rows().size(), rows);
  for (std::size_t i = 1; i < rows; ++i) {
    const auto& [before, high] = ranking.rows()[i - 1];
    const auto& [after, low] = ranking.rows()[i];
    const bool tied = ranking.ranks()[i] == ranking.ranks()[i - 1];
    EXPECT_TRUE(tied ? before < after && std::abs(high - low) <= 1e-12 * std::max(high, low)
                     : high > low && ranking.ranks()[i] == i + 1)
        << "row " << i;
  }
}

inline std::vector<double> scaled(std::vector<double> scores, double by) {
  for (double& score : scores) score *= by;
  return scores;
}

}  // namespace entente
