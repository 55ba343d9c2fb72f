// Pictures that a program fills in or changes, and the numbers it gives for them.

#include <functional>
#include <limits>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/error.hpp>
#include <entente/facts/graph.hpp>
#include <entente/network/network.hpp>
#include <entente/render/diagram.hpp>
#include <entente/render/dot.hpp>
#include <entente/render/layout.hpp>
#include <entente/render/svg.hpp>

#include "support/code_of.hpp"
#include "support/graph_of.hpp"

namespace entente {
namespace {

using test::code_of;
using testing::HasSubstr;

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

Graph friends() {
  return test::graph_of("country a\ncountry b\na partner_of b when=2014");
}

TEST(GivenDiagrams, AreDrawnWithoutAGraph) {
  Diagram d;
  d.nodes = {{.id = "a"}, {.id = "b"}};
  d.edges = {{.from = 0, .to = 1}, {.from = 1, .to = 0}};
  const std::string svg = to_svg(d);
  EXPECT_THAT(svg, HasSubstr("_e_edge_201\""));
  EXPECT_THAT(svg, HasSubstr("_e_edge_202\""));
  EXPECT_THAT(to_dot(d), HasSubstr("e_edge_201"));
}

TEST(GivenDiagrams, ThatDoNotFitTogetherAreRefused) {
  const std::vector<std::function<void(Diagram&)>> mistakes = {
      [](Diagram& d) { d.edges[0].from = 99999; },
      [](Diagram& d) { d.edges[0].to = 2; },
      [](Diagram& d) { d.edges[0].width = -5; },
      [](Diagram& d) { d.nodes[0].text_size = not_a_number; },
      [](Diagram& d) {
        d.nodes[0].pinned = Point{not_a_number, 1};
      },
      [](Diagram& d) {
        d.regions = {{.members = {0, 1, 2}}};
      },
      [](Diagram& d) { d.regions = {{.members = {0}}}; },
      [](Diagram& d) {
        d.regions = {{.members = {0, 1}}, {.members = {1}}};
      },
      [](Diagram& d) { d.bundles = {{.from = 7, .to = 9}}; },
  };
  for (std::size_t i = 0; i < mistakes.size(); ++i) {
    Diagram d = diagram(friends());
    mistakes[i](d);
    EXPECT_EQ(code_of([&] { (void)to_svg(d); }), "bad-chart") << i;
    EXPECT_EQ(code_of([&] { (void)to_dot(d); }), "bad-chart") << i;
  }
}

TEST(GivenPictures, HaveLengthsOfThisWorld) {
  const std::vector<std::function<void(Diagram&, double)>> lengths = {
      [](Diagram& d, double length) { d.nodes[0].text_size = length; },
      [](Diagram& d, double length) {
        d.nodes[0].pinned = Point{length, 0};
      },
      [](Diagram& d, double length) {
        d.nodes[0].pinned = Point{0, -length};
      },
      [](Diagram& d, double length) { d.edges[0].text_size = length; },
      [](Diagram& d, double length) { d.edges[0].width = length; },
      [](Diagram& d, double length) { d.page.highest = length; },
  };
  for (std::size_t i = 0; i < lengths.size(); ++i)
    for (const double length : {1e7, 1e12, 1e300}) {
      Diagram d = diagram(friends());
      lengths[i](d, length);
      EXPECT_EQ(code_of([&] { (void)to_svg(d); }), "bad-chart") << i << " of " << length;
      EXPECT_EQ(code_of([&] { (void)to_dot(d); }), "bad-chart") << i << " of " << length;
    }
}

TEST(GivenPages, HaveAWidthAndAHeight) {
  for (const Size page :
       {Size{0, 0}, Size{100, -1}, Size{not_a_number, 100}, Size{100, infinite}}) {
    EXPECT_EQ(code_of([&] { (void)diagram(friends(), {}, {.page = page}); }), "bad-page");
    Diagram d = diagram(friends());
    d.page.size = page;
    EXPECT_EQ(code_of([&] { (void)to_svg(d); }), "bad-page");
  }
}

TEST(GivenLayouts, HaveEndsAndLengths) {
  const std::vector<LayoutVertex> three(3);
  const std::vector<LayoutEdge> one = {{0, 1}};
  const std::vector<LayoutEdge> outside = {{0, 3}};
  EXPECT_EQ(code_of([&] { (void)layout(three, outside); }), "out-of-range");
  EXPECT_EQ(code_of([&] { (void)layout(std::span<const LayoutVertex>{}, one); }), "out-of-range");
  EXPECT_EQ(code_of([&] { (void)stress(std::vector<Point>(3), outside); }), "out-of-range");
  const std::vector<LayoutOptions> wrong = {
      {.edge_length = not_a_number}, {.edge_length = 0}, {.stretch = 0},      {.gap = -1},
      {.crowding = not_a_number},    {.aspect = 0},      {.aspect = infinite}};
  for (const LayoutOptions& options : wrong)
    EXPECT_EQ(code_of([&] { (void)layout(three, one, options); }), "bad-layout");
  const std::vector<LayoutVertex> wide = {{.size = {infinite, 1}}};
  EXPECT_EQ(code_of([&] { (void)layout(wide, {}); }), "bad-layout");
  const std::vector<LayoutVertex> nowhere = {{.pinned = Point{not_a_number, 0}}};
  EXPECT_EQ(code_of([&] { (void)layout(nowhere, {}); }), "bad-layout");
}

}  // namespace
}  // namespace entente
