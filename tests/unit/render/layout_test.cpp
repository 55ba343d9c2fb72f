#include <numeric>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include <entente/render/layout.hpp>

#include "render/layout/adjacency.hpp"
#include "render/layout/box.hpp"
#include "render/layout/distances.hpp"
#include "render/layout/overlap.hpp"
#include "render/layout/random.hpp"

namespace entente {
namespace {

struct Instance {
  std::vector<LayoutVertex> vertices;
  std::vector<LayoutEdge> edges;
};

Instance random_instance(std::size_t vertices, std::size_t edges, std::uint64_t seed) {
  Random random(seed);
  Instance result{std::vector<LayoutVertex>(vertices), {}};
  for (LayoutVertex& vertex : result.vertices)
    vertex.size = {20 + 80 * random.unit(), 10 + 20 * random.unit()};
  for (std::size_t i = 0; i < edges; ++i)
    result.edges.push_back({static_cast<std::uint32_t>(random.below(vertices)),
                            static_cast<std::uint32_t>(random.below(vertices))});
  return result;
}

std::vector<Size> sizes_of(const Instance& instance) {
  std::vector<Size> sizes;
  for (const LayoutVertex& vertex : instance.vertices) sizes.push_back(vertex.size);
  return sizes;
}

TEST(Layout, KeepsLabelsApart) {
  for (const std::size_t count : {1U, 2U, 3U, 10U, 60U, 300U, 1200U}) {
    const Instance instance = random_instance(count, 2 * count, count);
    const auto places = layout(instance.vertices, instance.edges);
    EXPECT_EQ(count_overlaps(places, sizes_of(instance)), 0U) << count;
  }
}

TEST(Layout, OfNothingIsNothing) {
  EXPECT_TRUE(layout({}, {}).empty());
}

TEST(Layout, IsTheSameEveryTime) {
  const Instance instance = random_instance(900, 1500, 7);
  EXPECT_EQ(layout(instance.vertices, instance.edges), layout(instance.vertices, instance.edges));
}

TEST(Layout, IsTheSameOnAnyThread) {
  const Instance instance = random_instance(900, 1500, 7);
  const auto expected = layout(instance.vertices, instance.edges);
  std::vector<std::vector<Point>> found(4);
  std::vector<std::thread> threads;
  for (auto& places : found)
    threads.emplace_back([&] { places = layout(instance.vertices, instance.edges); });
  for (std::thread& thread : threads) thread.join();
  for (const auto& places : found) EXPECT_EQ(places, expected);
}

TEST(Layout, DependsOnlyOnTheSetOfEdges) {
  Instance instance = random_instance(50, 90, 3);
  const auto places = layout(instance.vertices, instance.edges);
  std::reverse(instance.edges.begin(), instance.edges.end());
  for (LayoutEdge& edge : instance.edges) std::swap(edge.from, edge.to);
  EXPECT_EQ(layout(instance.vertices, instance.edges), places);
}

/// 0 - 1 - 2 - … - 9
TEST(Layout, DrawsAPathAsALine) {
  Instance instance{std::vector<LayoutVertex>(10), {}};
  for (std::uint32_t i = 0; i + 1 < 10; ++i) instance.edges.push_back({i, i + 1});
  const auto places = layout(instance.vertices, instance.edges, {.stretch = 1, .gap = 0});
  EXPECT_LT(stress(places, instance.edges), 0.01);
  EXPECT_NEAR(distance(places[0], places[9]), 9 * 110, 30);
}

TEST(Layout, LeavesPinnedVerticesWhereTheyAre) {
  Instance instance = random_instance(40, 80, 5);
  instance.vertices[3].pinned = Point{100, 50};
  instance.vertices[9].pinned = Point{400, 300};
  const auto places = layout(instance.vertices, instance.edges);
  EXPECT_EQ(places[3], (Point{100, 50}));
  EXPECT_EQ(places[9], (Point{400, 300}));
  EXPECT_EQ(count_overlaps(places, sizes_of(instance)), 0U);
}

TEST(Layout, StaysNearWhereItStarts) {
  Instance instance = random_instance(60, 120, 11);
  const auto places = layout(instance.vertices, instance.edges);
  for (std::size_t i = 0; i < places.size(); ++i) instance.vertices[i].start = places[i];
  instance.edges.pop_back();
  const auto again = layout(instance.vertices, instance.edges);
  double moved = 0;
  for (std::size_t i = 0; i < places.size(); ++i) moved += distance(places[i], again[i]);
  EXPECT_LT(moved / static_cast<double>(places.size()), 60);
}

TEST(Layout, BeatsARandomDrawingByFar) {
  for (const std::size_t count : {200U, 1500U}) {
    const Instance instance = random_instance(count, 2 * count, 1);
    Random random(1);
    std::vector<Point> scattered(count);
    for (Point& place : scattered) place = {random.unit(), random.unit()};
    EXPECT_LT(
        stress(layout(instance.vertices, instance.edges, {.stretch = 1, .gap = 0}), instance.edges),
        0.8 * stress(scattered, instance.edges))
        << count;
  }
}

TEST(HopTable, AgreesWithOneSearchAtATime) {
  const Instance instance = random_instance(300, 400, 17);
  const Adjacency graph(300, instance.edges);
  std::vector<std::uint32_t> sources(100);
  std::iota(sources.begin(), sources.end(), 20U);
  const HopTable table(graph, sources);
  for (std::size_t k = 0; k < sources.size(); ++k) {
    const auto hops = hops_from(graph, sources[k]);
    for (std::uint32_t v = 0; v < 300; ++v)
      EXPECT_EQ(table.row(v)[k], hops[v] == unreached ? 0 : hops[v]);
  }
}

TEST(Separate, MovesOnlyWhatOverlaps) {
  std::vector<Point> centres = {{0, 0}, {100, 0}, {104, 1}};
  const std::vector<Size> sizes(3, Size{20, 10});
  separate(centres, sizes, std::vector<char>(3, 0));
  EXPECT_EQ(centres[0], (Point{0, 0}));
  EXPECT_EQ(count_overlaps(centres, sizes), 0U);
}

TEST(Separate, PartsBoxesThatStandInOnePlace) {
  std::vector<Point> centres(30, Point{5, 5});
  for (std::size_t i = 0; i < centres.size(); ++i) centres[i].x += 1e-6 * static_cast<double>(i);
  const std::vector<Size> sizes(30, Size{20, 10});
  separate(centres, sizes, std::vector<char>(30, 0));
  EXPECT_EQ(count_overlaps(centres, sizes), 0U);
}

}  // namespace
}  // namespace entente
