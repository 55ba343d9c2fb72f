// Tenures end with the next holder of a post that has one seat.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/facts/graph.hpp>

#include "support/graph_of.hpp"
#include "unit/facts/inferred.hpp"

namespace entente {
namespace {

using test::closed;
using test::graph_of;

Graph tenures(const std::string& post) {
  return graph_of(post + R"(
    person abe
    person suga
    person kishida
    t1: abe holds_post pm when=2012-12-26/
    t2: suga holds_post pm when=2020-09-16/
    t3: kishida holds_post pm when=2021-10/
    t4: abe holds_post pm when=2014-12/
  )");
}

TEST(Inference, EndsATenureWithTheNextHoldersStart) {
  const Graph graph = tenures("post pm seats=1\n");
  EXPECT_EQ(closed(graph, "t1"), "t2 2020-09-16");
  EXPECT_EQ(closed(graph, "t2"), "t3 2021-10-31");
  EXPECT_EQ(closed(graph, "t3"), "");
  EXPECT_EQ(closed(graph, "t4"), "t2 2020-09-16");
}

TEST(Inference, EndsNoTenureAfterItsHolderWasThere) {
  const auto held = [](const std::string& life) {
    return closed(graph_of("post pm\nperson abe " + life + R"(
      person suga
      t1: abe holds_post pm when=2012-12-26/
      t2: suga holds_post pm when=2020-09-16/)"),
                  "t1");
  };
  EXPECT_EQ(held("when=1954/"), "t2 2020-09-16");
  EXPECT_EQ(held("when=1954/2018"), "") << "the lifespan says more";
}

TEST(Inference, LeavesPostsOfManySeatsAlone) {
  EXPECT_EQ(closed(tenures("post pm seats=2\n"), "t1"), "");
  EXPECT_EQ(closed(tenures("organisation pm\n"), "t1"), "");
}

TEST(Inference, TakesAPostForOneSeatUnlessItShowsTwoHolders) {
  EXPECT_EQ(closed(tenures("post pm\n"), "t1"), "t2 2020-09-16");
  EXPECT_EQ(closed(tenures("post pm seats=many\n"), "t1"), "t2 2020-09-16") << "no number";
  const std::string two = R"(
    person two
    u1: two holds_post pm when=2010/2013-06-01
    u2: abe holds_post pm when=2012-12-26/2014
)";
  EXPECT_EQ(closed(tenures("post pm\n" + two), "t1"), "");
  EXPECT_EQ(closed(tenures("post pm seats=1\n" + two), "t1"), "t2 2020-09-16");
}

TEST(Inference, SeesTwoHoldersAlsoByDatesInDoubt) {
  const auto two = [](const std::string& end) {
    return "person two\nu1: two holds_post pm when=2010/" + end +
           "\nu2: abe holds_post pm when=2012-12-26/2014\n";
  };
  EXPECT_EQ(closed(tenures("post pm\n" + two("2013-06-01")), "t1"), "");
  EXPECT_EQ(closed(tenures("post pm\n" + two("2013-06-01?")), "t1"), "") << "moves no bounds";
  EXPECT_EQ(closed(tenures("post pm\n" + two("2012~")), "t1"), "t2 2020-09-16");
  EXPECT_EQ(closed(tenures("post pm seats=1\n" + two("2013-06-01?")), "t1"), "t2 2020-09-16");
}

TEST(Inference, NeedsACertainOrderOfTenures) {
  // The witness of 2012 may be after the start of June 2012, and 2015 says nothing of a start.
  const Graph graph = graph_of(R"(
    post pm seats=1
    person a
    person b
    person c
    t1: a holds_post pm when=2012
    t2: b holds_post pm when=2012-06-01/2014
    t3: c holds_post pm when=2015
  )");
  EXPECT_EQ(closed(graph, "t1"), "");
  EXPECT_EQ(closed(graph, "t3"), "");
}

}  // namespace
}  // namespace entente
