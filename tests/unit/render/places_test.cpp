// Where the entities of a route and around a centre stand, and what runs between them.

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/algorithm/shortest_path.hpp>
#include <entente/network/network.hpp>
#include <entente/render/svg.hpp>
#include <entente/render/views.hpp>

#include "render/diagram/drawing.hpp"
#include "support/graph_of.hpp"

namespace entente {
namespace {

constexpr Size wide_page{1440, 810};
constexpr Size a4_landscape{842, 595};
constexpr Size phone{292, 2000};

Diagram route(const Graph& graph, const char* from, const char* to, const Selection& walked,
              const DiagramOptions& options = {}) {
  const auto path =
      shortest_path(graph.select(walked), graph.entity(from).value(), graph.entity(to).value());
  return path_diagram(graph, std::vector<Path>{path.value()}, {}, options);
}

/// Pairs of boxes that share room.
std::size_t overlaps(const Drawing& drawing) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < drawing.nodes.size(); ++i)
    for (std::size_t k = 0; k < i; ++k)
      count += drawing.nodes[i].box.overlaps(drawing.nodes[k].box) ? 1 : 0;
  return count;
}

/// Lines that run through boxes of others.
std::size_t lines_over_boxes(const Diagram& diagram, const Drawing& drawing) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < diagram.edges.size(); ++i) {
    const std::vector<Point> line = flattened(drawing.edges[i].spline, 64);
    for (std::size_t node = 0; node < diagram.nodes.size(); ++node) {
      if (node == diagram.edges[i].from || node == diagram.edges[i].to) continue;
      const Box& box = drawing.nodes[node].box;
      count += std::ranges::any_of(line, [&](Point at) { return box.contains(at); }) ? 1 : 0;
    }
  }
  return count;
}

std::size_t index_of(const Diagram& diagram, const std::string& id) {
  const auto found = std::ranges::find(diagram.nodes, id, &DiagramNode::id);
  EXPECT_NE(found, diagram.nodes.end()) << id;
  return static_cast<std::size_t>(found - diagram.nodes.begin());
}

/// How much of the page's width or height the drawing leaves, the larger of both.
double band_left(const Drawing& drawing, Size page) {
  const Size size = drawing.furniture.size;
  const double scale = std::min(page.width / size.width, page.height / size.height);
  return std::max(1 - scale * size.width / page.width, 1 - scale * size.height / page.height);
}

//  a - b - c: tied for long; between a and b `ab0`…, between b and c `bc0`…, of all three `all`
Graph with_shared(int between_first, int between_last) {
  std::string text =
      "country a\ncountry b\ncountry c\norganisation all\n"
      "r1: a partner_of b when=2000/2030\nr2: b partner_of c when=2000/2030\n"
      "x1: a member_of all\nx2: b member_of all\nx3: c member_of all\n";
  const auto shared = [&](const std::string& one, const std::string& other, int count) {
    for (int i = 0; i < count; ++i) {
      const std::string id = one + other + std::to_string(i);
      text += "agreement " + id +
              " name=" + std::string(4 + 7 * (static_cast<std::size_t>(i) % 4), 'M') + "\np" + id +
              ": " + one + " party_to " + id + "\nq" + id + ": " + other + " party_to " + id + "\n";
    }
  };
  shared("a", "b", between_first);
  shared("b", "c", between_last);
  return test::graph_of(text);
}

TEST(RoutePlaces, StandBesideTheRouteAndNoLineRunsOverThem) {
  const Selection partners{.types = {"partner_of"}};
  for (const int first : {0, 1, 5})
    for (const int last : {0, 3, 9})
      for (const bool on_page : {false, true}) {
        SCOPED_TRACE(std::to_string(first) + " " + std::to_string(last));
        const Graph graph = with_shared(first, last);
        DiagramOptions options;
        if (on_page) options.page = wide_page;
        const Diagram d = route(graph, "a", "c", partners, options);
        const Drawing drawing = arrange(d);
        EXPECT_EQ(overlaps(drawing), 0U);
        EXPECT_EQ(lines_over_boxes(d, drawing), 0U);
        const Box& a = drawing.nodes[index_of(d, "a")].box;
        const Box& b = drawing.nodes[index_of(d, "b")].box;
        const Box& c = drawing.nodes[index_of(d, "c")].box;
        EXPECT_LT(a.right, b.left);
        EXPECT_LT(b.right, c.left);
        for (std::size_t i = 0; i < d.nodes.size(); ++i) {
          if (d.nodes[i].emphasis == Emphasis::strong) continue;
          const Box& box = drawing.nodes[i].box;
          EXPECT_TRUE(box.bottom < a.centre().y || box.top > a.centre().y) << d.nodes[i].id;
          if (d.nodes[i].id.starts_with("ab")) {
            EXPECT_LT(a.right, box.left);
            EXPECT_LT(box.right, b.left);
          }
        }
      }
}

TEST(RoutePlaces, FillAWidePage) {
  const Selection partners{.types = {"partner_of"}};
  const Diagram d = route(with_shared(4, 6), "a", "c", partners, {.page = wide_page});
  EXPECT_LT(band_left(arrange(d), wide_page), 0.12);
}

TEST(RoutePlaces, LeaveStatementsToThoseWhoAskAndTiesOfOthersOut) {
  const Graph graph = test::graph_of(R"(
    country a
    country b
    organisation x
    organisation y
    statement s name=Both_should_talk
    r1: a partner_of b when=2000/2030
    r2: a member_of x
    r3: b member_of x
    r4: a member_of y
    r5: b member_of y
    r6: x cooperates_with y when=2000/2030
    r7: s about a
    r8: s about b
  )");
  const Selection partners{.types = {"partner_of"}};
  const Diagram unasked = route(graph, "a", "b", partners);
  EXPECT_EQ(unasked.nodes.size(), 4U);
  EXPECT_EQ(unasked.edges.size(), 5U) << "x and y are tied to each other, not of the route";
  EXPECT_EQ(unasked.other_kinds.at("statement"), 1U);
  const auto path =
      shortest_path(graph.select(partners), graph.entity("a").value(), graph.entity("b").value());
  const Selection all{.kinds = {"country", "statement"}};
  const Diagram asked = path_diagram(graph, std::vector<Path>{path.value()}, all);
  EXPECT_NE(std::ranges::find(asked.nodes, "s", &DiagramNode::id), asked.nodes.end());
}

TEST(RoutePlaces, APlanAndItsReportAreOneLine) {
  const Graph graph = test::graph_of(R"(
    country a
    country b
    r1: a cooperates_with b when=2023-12-02
    r2: a cooperates_with b when=2023-12-02/.. plan
    r3: a assists b when=2020
  )");
  const Diagram d = route(graph, "a", "b", {});
  EXPECT_EQ(d.edges.size(), 2U);
  const Diagram around = ego_diagram(graph, graph.entity("a").value());
  EXPECT_EQ(around.edges.size(), 2U);
}

TEST(ParallelLines, EndApartFromEachOther) {
  const Graph graph = test::graph_of(R"(
    country a name=A_country_with_a_name
    country b name=Another_country_with_one
    r1: a cooperates_with b when=2023
    r2: a assists b when=2020
    r3: b takes_stance_on a when=2021
    r4: a in_conflict_with b when=2019
  )");
  const Diagram d = route(graph, "a", "b", {});
  ASSERT_GE(d.edges.size(), 3U);
  const Drawing drawing = arrange(d);
  const double left = drawing.nodes[0].box.right;
  std::vector<double> heights;
  for (const PlacedEdge& edge : drawing.edges) {
    const bool begins =
        std::abs(edge.spline.front().x - left) < std::abs(edge.spline.back().x - left);
    heights.push_back((begins ? edge.spline.front() : edge.spline.back()).y);
  }
  std::ranges::sort(heights);
  for (std::size_t i = 0; i + 1 < heights.size(); ++i)
    EXPECT_GT(heights[i + 1] - heights[i], 4) << "heads would cover each other";
}

// c - every other; with `among` relations between those
Graph around_a_centre(int count, int among) {
  std::string text = "country c name=Centre\n";
  const char* kinds[] = {"country", "organisation", "agreement", "event"};
  const char* types[] = {"cooperates_with", "member_of", "party_to", "attended"};
  const auto id = [](int i) { return "n" + std::to_string(i); };
  for (int i = 0; i < count; ++i) {
    const int kind = 4 * i / count;
    text += std::string(kinds[kind]) + " " + id(i) + " name=Neighbour_with_name_" +
            std::to_string(i) + "\nr" + std::to_string(i) + ": c " + types[kind] + " " + id(i) +
            " when=2010/2030\n";
  }
  for (int i = 0; i < among; ++i)
    text += "s" + std::to_string(i) + ": " + id(i % (count / 4)) + " cooperates_with " +
            id(i % (count / 4) == i / (count / 4) ? count / 4 : i / (count / 4)) + "\n";
  return test::graph_of(text);
}

TEST(EgoPlaces, FillThePageWithARing) {
  for (const int count : {12, 24, 36})
    for (const Size page : {a4_landscape, wide_page, Size{595, 842}}) {
      SCOPED_TRACE(std::to_string(count) + " on " + std::to_string(page.width));
      const Graph graph = around_a_centre(count, 0);
      const Diagram d = ego_diagram(graph, graph.entity("c").value(), {}, {.page = page});
      const Drawing drawing = arrange(d);
      EXPECT_EQ(overlaps(drawing), 0U);
      EXPECT_LT(band_left(drawing, page), count < 24 ? 0.35 : 0.15) << "few are not stretched";
    }
}

//  Wide boxes, and a page so upright that those of both sides meet.
TEST(EgoPlaces, KeepBoxesOfBothSidesApart) {
  for (const Size page : {Size{500, 2400}, Size{2400, 500}}) {
    const Graph graph = around_a_centre(16, 0);
    const Diagram d = ego_diagram(graph, graph.entity("c").value(), {}, {.page = page});
    EXPECT_EQ(overlaps(arrange(d)), 0U);
  }
}

/// What an ellipse has no room for.
TEST(EgoPlaces, ManyNeighboursCanBeReadOnA4) {
  const Graph graph = around_a_centre(28, 0);
  const Diagram d = ego_diagram(graph, graph.entity("c").value(), {}, {.page = a4_landscape});
  const Size size = arrange(d).furniture.size;
  const double scale = std::min(a4_landscape.width / size.width, a4_landscape.height / size.height);
  EXPECT_GE(8 * scale, 6.5);
}

TEST(EgoPlaces, TiesOfOthersGoBeforeTheyHideThoseOfTheCentre) {
  const Graph few = around_a_centre(24, 20);
  const std::size_t pairs = 15;  // five of the twenty are the other way round
  EXPECT_EQ(ego_diagram(few, few.entity("c").value()).edges.size(), 24 + pairs);
  const Graph many = around_a_centre(48, 60);
  const Diagram d = ego_diagram(many, many.entity("c").value());
  EXPECT_EQ(d.nodes.size(), 49U);
  const std::size_t centre = index_of(d, "c");
  for (const DiagramEdge& edge : d.edges) EXPECT_TRUE(edge.from == centre || edge.to == centre);
}

TEST(EgoPlaces, StandInOneColumnOnANarrowPage) {
  for (const int count : {4, 30}) {
    const Graph graph = around_a_centre(count, count / 10);
    const Diagram d = ego_diagram(graph, graph.entity("c").value(), {},
                                  {.page = phone, .page_height = PageHeight::at_most});
    ASSERT_EQ(d.nodes.size(), static_cast<std::size_t>(count) + 1);
    const Drawing drawing = arrange(d);
    EXPECT_EQ(overlaps(drawing), 0U);
    EXPECT_EQ(lines_over_boxes(d, drawing), 0U);
    std::set<long> lefts;
    const std::size_t centre = index_of(d, "c");
    for (std::size_t i = 0; i < d.nodes.size(); ++i)
      if (i != centre) lefts.insert(std::lround(drawing.nodes[i].box.left));
    EXPECT_EQ(lefts.size(), 1U);
    EXPECT_LT(drawing.nodes[centre].box.right, static_cast<double>(*lefts.begin()));
    EXPECT_GE(8 * phone.width / drawing.furniture.size.width, 6.5) << "can be read";
  }
}

TEST(ListOfChanges, HasColumnsOfOneHeight) {
  Page page;
  for (int i = 0; i < 20; ++i) {
    std::string line = "Somebody met somebody";
    if (i < 8)
      for (int k = 0; k < 8; ++k) line += " and somebody else";
    page.list.push_back({line, "en"});
  }
  const Furniture furniture = furnish(page, {1100, 300});
  std::map<double, double> bottoms;
  double tallest = 0;
  for (const TextBlock& block : furniture.list) {
    const double height = size_of(block.rows).height;
    tallest = std::max(tallest, height);
    double& bottom = bottoms[block.top_left.x];
    bottom = std::max(bottom, block.top_left.y + height);
  }
  ASSERT_GE(bottoms.size(), 2U);
  double least = bottoms.begin()->second;
  double most = least;
  for (const auto& [left, bottom] : bottoms) {
    least = std::min(least, bottom);
    most = std::max(most, bottom);
  }
  EXPECT_LT(most - least, 2.5 * tallest);
}

}  // namespace
}  // namespace entente
