// Words and marks of pictures against what the verbs say of the same facts.

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/algorithm/shortest_path.hpp>
#include <entente/io/dossier_reader.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/network/network.hpp>
#include <entente/render/svg.hpp>
#include <entente/render/views.hpp>
#include <entente/words/sentence.hpp>

#include "render/diagram/drawing.hpp"
#include "render/layout/box.hpp"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::Not;

/// Countries a, b, c and these relations.
Graph told(const std::string& relations) {
  return Graph(read_records_from_text(
                   R"({"dossier":{"format":"entente/1","title":{"en":"Told"}}}
{"entity":{"id":"a","kind":"country","names":{"en":["Aland"]}}}
{"entity":{"id":"b","kind":"country","names":{"en":["Bland"]}}}
{"entity":{"id":"c","kind":"country","names":{"en":["Cland"]}}}
)" + relations,
                   "test.jsonl")
                   .dossier,
               builtin_vocabulary());
}

///   a <--assists-- b <--takes stance-- c
Graph walked_backwards() {
  return told(
      R"({"relation":{"id":"r1","type":"assists","from":"b","to":"a","when":"2001/2003"}}
{"relation":{"id":"r2","type":"takes_stance_on","from":"c","to":"b","when":"2001-02-03"}}
)");
}

Diagram path_between(const Graph& graph, const std::string& from, const std::string& to) {
  const auto path = shortest_path(graph.select({.direction = Direction::both}),
                                  graph.entity(from).value(), graph.entity(to).value());
  EXPECT_TRUE(path.has_value());
  return path_diagram(graph, std::vector<Path>{*path});
}

const DiagramEdge& edge_telling(const Diagram& drawn, const std::string& relation) {
  return *std::ranges::find_if(drawn.edges, [&](const DiagramEdge& edge) {
    return std::ranges::find(edge.relations, relation) != edge.relations.end();
  });
}

TEST(TrueWords, FollowTheStepsOfAPath) {
  const Graph graph = walked_backwards();
  const Diagram there = path_between(graph, "a", "c");
  const Diagram back = path_between(graph, "c", "a");
  for (const char* id : {"r1", "r2"}) {
    const RelationId relation = graph.relation(id).value();
    const std::string from(graph.name(graph.from(relation)));
    const std::string to(graph.name(graph.to(relation)));
    EXPECT_THAT(describe(graph, relation, "en", Orientation::inverse),
                HasSubstr(to + " " + edge_telling(there, id).label + " " + from));
    EXPECT_THAT(describe(graph, relation, "en"),
                HasSubstr(from + " " + edge_telling(back, id).label + " " + to));
  }
}

TEST(TrueWords, HeadsEndOutsideTheOutlines) {
  for (const bool to_c : {true, false}) {
    const Diagram drawn = placed(to_c ? path_between(walked_backwards(), "a", "c")
                                      : path_between(walked_backwards(), "c", "a"));
    const std::string svg = to_svg(drawn);
    // Of each box "x y width height" and of each head its corners, as they are written.
    std::vector<Box> boxes;
    for (std::size_t at = svg.find("class=\"node"); at != std::string::npos;
         at = svg.find("class=\"node", at + 1)) {
      const std::size_t rect = svg.find("<rect", at);
      const auto number = [&](const std::string& name) {
        const std::size_t found = svg.find(" " + name + "=\"", rect) + name.size() + 3;
        return std::stod(svg.substr(found));
      };
      const Point corner{number("x"), number("y")};
      constexpr double half_stroke = 1.5;
      boxes.push_back(
          Box{corner.x, corner.y, corner.x + number("width"), corner.y + number("height")}.grown(
              half_stroke));
      if (boxes.size() == drawn.nodes.size()) break;
    }
    std::size_t corners = 0;
    const std::size_t end = svg.find("_legend\"");
    for (std::size_t at = svg.find("<polygon class="); at < end;
         at = svg.find("<polygon class=", at + 1)) {
      const std::size_t begin = svg.find("points=\"", at) + 8;
      std::string points = svg.substr(begin, svg.find('"', begin) - begin);
      std::ranges::replace(points, ',', ' ');
      std::istringstream numbers(points);
      for (Point point; numbers >> point.x >> point.y; ++corners)
        for (const Box& box : boxes) EXPECT_FALSE(box.contains(point)) << points;
    }
    EXPECT_GE(corners, 7U) << "a triangle and a tee";
  }
}

TEST(TrueWords, OneCertainRecordMakesATieCertain) {
  const Graph graph = told(
      R"({"relation":{"id":"r1","type":"cooperates_with","from":"a","to":"b","when":"2023-12-02?","attributes":{"areas":["rescue"]}}}
{"relation":{"id":"r2","type":"cooperates_with","from":"a","to":"b","when":"2023-12-02","attributes":{"areas":["seas"]}}}
)");
  const Diagram drawn = path_between(graph, "a", "b");
  ASSERT_EQ(drawn.edges.size(), 1U);
  EXPECT_EQ(drawn.edges.front().dates, "2 Dec 2023");
  EXPECT_NE(drawn.edges.front().doubt, Why::imprecise);
  EXPECT_EQ(diagram(graph).edges.front().dates, "2023");
  EXPECT_THAT(drawn.edges.front().label, HasSubstr("rescue; seas"));
}

TEST(TrueWords, WhatIsPerhapsHasTheSignOfDoubt) {
  const Graph graph = told(
      R"({"relation":{"id":"r1","type":"cooperates_with","from":"a","to":"b","when":"2023-12-02?/"}}
{"relation":{"id":"r2","type":"cooperates_with","from":"b","to":"c","when":"2023-12-02/"}}
{"relation":{"id":"r3","type":"cooperates_with","from":"a","to":"c","attributes":{"certainty":"possible"}}}
)");
  const Diagram drawn = diagram(graph, {.undated = Undated::listed});
  EXPECT_EQ(edge_telling(drawn, "r1").doubt, Why::imprecise);
  EXPECT_EQ(edge_telling(drawn, "r2").doubt, Why::none);
  EXPECT_EQ(edge_telling(drawn, "r3").doubt, Why::imprecise) << "as ties over agreements say it";
}

TEST(TrueWords, APlanIsOneWhereItsWordsHaveNoRoom) {
  const Graph graph = told(
      R"({"relation":{"id":"r1","type":"cooperates_with","from":"a","to":"b","when":"2030","modality":"plan"}}
)");
  const Diagram drawn = path_between(graph, "a", "b");
  EXPECT_THAT(drawn.edges.front().label, HasSubstr("is to "));
  EXPECT_THAT(to_svg(drawn), Not(HasSubstr("2030, planned<")));
  std::vector<std::string> shorter;
  for (const TextRow& row : edge_label_rows(drawn.edges.front()))
    shorter.push_back(row.spans.front().text);
  EXPECT_THAT(shorter, testing::Contains("planned 2030"));
  EXPECT_THAT(shorter, Not(testing::Contains("2030")));
}

TEST(TrueWords, AmountsAreExactWithTheirUnits) {
  const auto amount = [](const std::string& attributes) {
    const Graph graph = told(
        R"({"relation":{"id":"r","type":"assists","from":"a","to":"b","when":"2014","attributes":{)" +
        attributes + "}}}\n");
    return diagram(graph, {}, {.label_by = "amount"}).edges.front().label;
  };
  EXPECT_EQ(amount(R"("amount":1234567.5,"currency":"USD")"), "1,234,567.50 USD");
  EXPECT_EQ(amount(R"("amount":123456.78,"unit":"USD")"), "123,456.78 USD");
  EXPECT_EQ(amount(R"("amount":12.5,"unit":"km")"), "12.5 km");
  EXPECT_EQ(amount(R"("amount":12.5,"unit":"EUR")"), "12.5 EUR");
  EXPECT_EQ(amount(R"("amount":742000,"unit":"USD")"), "742,000 USD");
  EXPECT_EQ(amount(R"("amount":9007199254740993)"), "9,007,199,254,740,993");
  EXPECT_EQ(amount(R"("amount":1e21)"), "1,000,000,000,000,000,000,000");
  EXPECT_EQ(amount(R"("amount":-1500)"), "-1500");
  EXPECT_EQ(amount(R"("amount":0.25)"), "0.25");
}

///   a -- b -- d,  a -- c -- d: two shortest paths, the same from d to a
TEST(TrueWords, RoutesRunFromLeftToRight) {
  const Graph graph = told(
      R"({"entity":{"id":"d","kind":"country"}}
{"relation":{"id":"r1","type":"cooperates_with","from":"b","to":"a"}}
{"relation":{"id":"r2","type":"cooperates_with","from":"a","to":"c"}}
{"relation":{"id":"r3","type":"cooperates_with","from":"b","to":"d"}}
{"relation":{"id":"r4","type":"cooperates_with","from":"d","to":"c"}}
)");
  const auto way = [&](std::vector<std::string> ids) {
    Path path;
    for (const std::string& id : ids) path.entities.push_back(graph.entity(id).value());
    return path;
  };
  for (const bool reversed : {false, true}) {
    std::vector<Path> paths = {way({"a", "b", "d"}), way({"a", "c", "d"})};
    if (reversed)
      for (Path& path : paths) std::ranges::reverse(path.entities);
    const Positions stand = positions(placed(path_diagram(graph, paths)));
    const double first = stand.at(reversed ? "d" : "a").x;
    const double last = stand.at(reversed ? "a" : "d").x;
    for (const char* between : {"b", "c"}) {
      EXPECT_LT(first, stand.at(between).x);
      EXPECT_LT(stand.at(between).x, last);
    }
  }
}

}  // namespace
}  // namespace entente
