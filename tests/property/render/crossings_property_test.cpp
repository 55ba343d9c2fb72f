// Of several drawings the one with the fewest crossings.

#include <cmath>
#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

#include <entente/render/layout.hpp>

#include "render/layout/least_crossings.hpp"
#include "render/layout/uncross.hpp"
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

std::size_t overlaps(const std::vector<Point>& places, Size size, double gap) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < places.size(); ++i)
    for (std::size_t k = 0; k < i; ++k)
      if (std::abs(places[i].x - places[k].x) < size.width + gap &&
          std::abs(places[i].y - places[k].y) < size.height + gap)
        ++count;
  return count;
}

TEST(Uncross, LeavesFewerCrossingsAndNothingThatOverlaps) {
  testing_support::Chance chance;
  constexpr Size size{60, 20};
  std::size_t before = 0;
  std::size_t after = 0;
  for (int round = 0; round < 6; ++round) {
    std::vector<Point> places;
    for (int i = 0; i < 36; ++i)
      places.push_back({i % 6 * 130.0, i / 6 * 60.0 + static_cast<double>(chance.number(0, 9))});
    std::vector<LayoutEdge> edges;
    while (edges.size() < 45) {
      const auto a = static_cast<std::uint32_t>(chance.number(0, 35));
      const auto b = static_cast<std::uint32_t>(chance.number(0, 35));
      if (a != b) edges.push_back({a, b});
    }
    const std::vector<Point> old = places;
    uncross(places, std::vector<Size>(places.size(), size), edges, 10);
    before += straight_crossings(old, edges);
    after += straight_crossings(places, edges);
    EXPECT_EQ(overlaps(places, size, 10), 0U) << chance.name();
    for (const Point& place : places) {
      EXPECT_GE(place.x, -0.001);
      EXPECT_LE(place.x, 650.001);
    }
    std::vector<Point> again = old;
    uncross(again, std::vector<Size>(again.size(), size), edges, 10);
    EXPECT_EQ(places, again);
  }
  EXPECT_LT(2 * after, before);
}

}  // namespace
}  // namespace entente
