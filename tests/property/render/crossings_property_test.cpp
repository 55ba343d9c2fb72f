// Of several drawings the one with the fewest crossings.

#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

#include <entente/render/layout.hpp>

#include "render/layout/least_crossings.hpp"
#include "support/seed.hpp"

namespace entente {
namespace {

TEST(StraightCrossings, AreOfEdgesWithoutACommonEnd) {
  // 0---1     0-2 and 1-3 cross in the middle of the square.
  // |   |
  // 3---2
  const std::vector<Point> square = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
  const std::vector<LayoutEdge> diagonals = {{0, 2}, {1, 3}, {0, 1}, {3, 2}};
  EXPECT_EQ(straight_crossings(square, diagonals), 1U);
  EXPECT_EQ(straight_crossings(square, std::vector<LayoutEdge>{{0, 1}, {1, 2}, {2, 3}}), 0U);
}

TEST(LeastCrossings, AreNoMoreThanOfTheFirstDrawing) {
  testing_support::Chance chance;
  for (int i = 0; i < 6; ++i) {
    const std::vector<LayoutVertex> vertices(40, LayoutVertex{.size = {60, 20}});
    std::vector<LayoutEdge> edges;
    while (edges.size() < 70) {
      const auto a = static_cast<std::uint32_t>(chance.number(0, 39));
      const auto b = static_cast<std::uint32_t>(chance.number(0, 39));
      if (a != b) edges.push_back({a, b});
    }
    const std::vector<Point> best = least_crossings(vertices, edges, {});
    EXPECT_LE(straight_crossings(best, edges), straight_crossings(layout(vertices, edges), edges))
        << chance.name();
    EXPECT_EQ(best, least_crossings(vertices, edges, {}));
  }
}

}  // namespace
}  // namespace entente
