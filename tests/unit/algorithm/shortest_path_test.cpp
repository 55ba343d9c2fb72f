#include <algorithm>
#include <atomic>
#include <limits>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/algorithm/shortest_path.hpp>
#include <entente/algorithm/simple_paths.hpp>

#include "support/entity.hpp"

namespace entente {
namespace {

using testing::ElementsAre;

using test::entity;

Network undirected(std::size_t entities, const std::vector<PlainEdge>& edges) {
  return {entities, edges, Directedness::undirected};
}

std::vector<std::uint32_t> along(const Path& path) {
  std::vector<std::uint32_t> ids;
  for (const EntityId each : path.entities) ids.push_back(index(each));
  return ids;
}

//     2 --- 3
//    /       \        5 stands alone
//   0 -- 4 -- 1
//    \       /
//     6 --- 7
const std::vector<PlainEdge> three_ways{{EntityId(0), EntityId(2)}, {EntityId(2), EntityId(3)},
                                        {EntityId(3), EntityId(1)}, {EntityId(0), EntityId(4)},
                                        {EntityId(4), EntityId(1)}, {EntityId(0), EntityId(6)},
                                        {EntityId(6), EntityId(7)}, {EntityId(7), EntityId(1)}};

TEST(ShortestPath, PrefersFewerHopsThenSmallestIds) {
  const Network g = undirected(8, three_ways);
  EXPECT_THAT(along(*shortest_path(g, entity(0), entity(1))), ElementsAre(0, 4, 1));
  const auto detour = shortest_path(g, entity(0), entity(1), {.avoid = {entity(4)}});
  EXPECT_THAT(along(*detour), ElementsAre(0, 2, 3, 1));
  EXPECT_EQ(detour->cost, 3);
  EXPECT_EQ(detour->length(), 3U);
}

TEST(ShortestPath, FromAnEntityToItselfHasNoSteps) {
  const Network g = undirected(8, three_ways);
  const auto path = shortest_path(g, entity(3), entity(3));
  ASSERT_TRUE(path.has_value());
  EXPECT_THAT(along(*path), ElementsAre(3));
  EXPECT_TRUE(path->steps.empty());
  EXPECT_EQ(path->verdict, Verdict::yes);
}

TEST(ShortestPath, IsNoneWhereThereIsNoWay) {
  const Network g = undirected(8, three_ways);
  EXPECT_EQ(shortest_path(g, entity(0), entity(5)), std::nullopt);
  EXPECT_EQ(shortest_path(g, entity(0), entity(99)), std::nullopt);
  EXPECT_EQ(shortest_path(g, entity(0), entity(4), {.avoid = {entity(0)}}), std::nullopt);
}

TEST(ShortestPath, WalksEdgesAsTheyAreDirected) {
  const Network g(3, std::vector<PlainEdge>{{entity(0), entity(1)}, {entity(1), entity(2)}},
                  Directedness::directed);
  EXPECT_THAT(along(*shortest_path(g, entity(0), entity(2))), ElementsAre(0, 1, 2));
  EXPECT_EQ(shortest_path(g, entity(2), entity(0)), std::nullopt);
}

// 0 -1- 1 -1- 2 and 0 -3- 2; 2 -0- 3 -0- 4 and 2 -0- 4
TEST(ShortestPath, ByWeightPrefersCheapThenShort) {
  const Network g = undirected(5, {{entity(0), entity(1), 1},
                                   {entity(1), entity(2), 1},
                                   {entity(0), entity(2), 3},
                                   {entity(2), entity(3), 0},
                                   {entity(3), entity(4), 0},
                                   {entity(2), entity(4), 0}});
  const auto path = shortest_path(g, entity(0), entity(4), {.cost = Cost::weight});
  EXPECT_THAT(along(*path), ElementsAre(0, 1, 2, 4));
  EXPECT_EQ(path->cost, 2);
}

TEST(ShortestPath, RefusesWeightsBelowZero) {
  const Network g = undirected(2, {{entity(0), entity(1), -1}});
  EXPECT_THROW(static_cast<void>(shortest_path(g, entity(0), entity(1), {.cost = Cost::weight})),
               InvalidArgument);
  EXPECT_TRUE(shortest_path(g, entity(0), entity(1)).has_value());
}

TEST(ShortestPath, StopsWhenToldTo) {
  const Network g = undirected(2, {{entity(0), entity(1), 2}});
  const std::atomic<bool> stop = true;
  EXPECT_THROW(static_cast<void>(shortest_path(g, entity(0), entity(1), {.run = {.stop = &stop}})),
               Interrupted);
  const auto past = std::chrono::steady_clock::now();
  EXPECT_THROW(
      static_cast<void>(shortest_path(g, entity(0), entity(1), {.run = {.deadline = past}})),
      LimitReached);
}

TEST(AllShortestPaths, SayWhenTheLimitIsReached) {
  const Network g = undirected(8, three_ways);
  const PathList all =
      all_shortest_paths(g, entity(0), entity(1), {.limit = 1, .avoid = {entity(4)}});
  EXPECT_EQ(all.count, 2U);
  EXPECT_EQ(all.completeness, Completeness::limited);
  ASSERT_EQ(all.paths.size(), 1U);
  EXPECT_THAT(along(all.paths.front()), ElementsAre(0, 2, 3, 1));
}

// 0 < (1 2) > 3 < (4 5) > 6 ...: every diamond doubles the number of paths.
TEST(AllShortestPaths, CountMoreThanAnyoneCouldList) {
  std::vector<PlainEdge> edges;
  constexpr std::uint32_t diamonds = 70;
  for (std::uint32_t i = 0; i < diamonds; ++i) {
    for (const std::uint32_t side : {3 * i + 1, 3 * i + 2}) {
      edges.push_back({entity(3 * i), entity(side)});
      edges.push_back({entity(side), entity(3 * i + 3)});
    }
  }
  const Network g = undirected(3 * diamonds + 1, edges);
  EXPECT_EQ(all_shortest_paths(g, entity(0), entity(3 * 60)).count, std::uint64_t{1} << 60);
  const PathList most = all_shortest_paths(g, entity(0), entity(3 * diamonds), {.limit = 5});
  EXPECT_EQ(most.count, std::numeric_limits<std::uint64_t>::max());
  EXPECT_EQ(most.paths.size(), 5U);
}

TEST(AllShortestPaths, ByWeightNeedWeightsAboveZero) {
  const Network g = undirected(2, {{entity(0), entity(1), 0}});
  EXPECT_THROW(
      static_cast<void>(all_shortest_paths(g, entity(0), entity(1), {.cost = Cost::weight})),
      InvalidArgument);
}

TEST(AllShortestPaths, OverParallelEdgesComeByTheEntitiesFirst) {
  // 0 - 1 twice, 1 - 2 and 1 - 3, and from both on to 4.
  const std::vector<PlainEdge> edges = {{entity(0), entity(1)}, {entity(0), entity(1)},
                                        {entity(1), entity(2)}, {entity(1), entity(3)},
                                        {entity(2), entity(4)}, {entity(3), entity(4)},
                                        {entity(3), entity(4)}};
  const Network g(5, edges, Directedness::undirected, {.parallels = Parallels::kept});
  const auto second_to_last = [](const PathList& list) {
    std::vector<std::pair<std::uint32_t, std::vector<std::uint32_t>>> rows;
    for (const Path& path : list.paths) {
      rows.push_back({index(path.entities[2]), {}});
      for (const Step& step : path.steps) rows.back().second.push_back(index(step.edge));
    }
    return rows;
  };
  for (const Cost cost : {Cost::hops, Cost::weight}) {
    const PathList all = all_shortest_paths(g, entity(0), entity(4), {.cost = cost, .limit = 10});
    const auto rows = second_to_last(all);
    ASSERT_EQ(rows.size(), 6u);
    EXPECT_EQ(all.count, 6u);
    EXPECT_TRUE(std::is_sorted(rows.begin(), rows.end()));
    EXPECT_EQ(std::adjacent_find(rows.begin(), rows.end()), rows.end());
    EXPECT_EQ(rows[1].first, 2u);
    EXPECT_EQ(rows[2].first, 3u);
    const auto first =
        second_to_last(all_shortest_paths(g, entity(0), entity(4), {.cost = cost, .limit = 2}));
    EXPECT_EQ(first, decltype(rows)(rows.begin(), rows.begin() + 2));
  }
  EXPECT_EQ(second_to_last(simple_paths(g, entity(0), entity(4), 9)),
            second_to_last(all_shortest_paths(g, entity(0), entity(4), {.limit = 10})));
  const PathList two = simple_paths(g, entity(0), entity(4), 9, {.limit = 2});
  ASSERT_EQ(two.paths.size(), 2u);
  for (const Path& path : two.paths) EXPECT_EQ(index(path.entities[2]), 2u);
  EXPECT_EQ(two.completeness, Completeness::limited);
}

}  // namespace
}  // namespace entente
