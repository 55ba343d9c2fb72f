// Whom pictures of several times are about.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/render/snapshots.hpp>
#include <entente/render/svg.hpp>

#include "support/graph_of.hpp"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::Not;

///   hub - c0 … c7: 2010/2020      c0 - c1, c1 - c2: 2010/2020      lone: tied to nobody
///   s0 … s9 (statements) - each c: 2010       e: attended by c0, "2020?"
Graph hub_and_statements() {
  std::string text = "country hub\ncountry lone\nevent e when=2020?\n";
  for (int i = 0; i < 8; ++i) {
    const std::string c = "c" + std::to_string(i);
    text += "country " + c + "\nh" + c + ": hub cooperates_with " + c + " when=2010/2020\n";
  }
  text += "x1: c0 partner_of c1 when=2010/2020\nx2: c1 partner_of c2 when=2010/2020\n";
  for (int i = 0; i < 10; ++i) {
    const std::string s = "s" + std::to_string(i);
    text += "statement " + s + "\n";
    for (int k = 0; k < 8; ++k)
      text += "a" + s + std::to_string(k) + ": " + s + " about c" + std::to_string(k) +
              " when=2010/2020\n";
  }
  return test::graph_of(text);
}

std::vector<std::string> cast_ids(const Graph& graph, const Cast& cast) {
  std::vector<std::string> ids;
  for (const EntityId entity : cast.entities) ids.emplace_back(graph.id(entity));
  return ids;
}

TEST(Cast, HoldsTheMostImportantOfThoseThatAreDrawnAtAll) {
  const Graph graph = hub_and_statements();
  for (std::size_t most = 1; most <= 8; ++most) {
    const Cast cast = cast_of_all_times(graph, graph.facts({}), {}, {.max_entities = most});
    EXPECT_EQ(cast.entities.size(), most);
    EXPECT_THAT(cast_ids(graph, cast), testing::Contains("hub")) << most;
    EXPECT_THAT(cast_ids(graph, cast), testing::Each(Not(testing::StartsWith("s"))))
        << "statements are not drawn unasked";
    EXPECT_THAT(cast_ids(graph, cast), Not(testing::Contains("lone")));
  }
}

TEST(Cast, IsTheSameAtEveryTime) {
  const Graph graph = hub_and_statements();
  DiagramOptions options{.max_entities = 4, .folding = Folding::none};
  options.among = cast_of_all_times(graph, graph.facts({}), {}, options).entities;
  for (const char* date : {"2010", "2015", "2020"}) {
    const Diagram d = diagram(graph, {.as_of = date}, options);
    EXPECT_EQ(d.nodes.size(), 4U) << date;
    EXPECT_FALSE(d.edges.empty()) << date;
  }
}

//   a - b: 2010/2020      c: member of a "201X", which may be 2014
TEST(Cast, HasNoFillWhereNothingCertainTiesIt) {
  const Graph graph = test::graph_of(R"(
    country a
    country b
    country c
    r1: a cooperates_with b when=2010/2020
    r2: a partner_of c when=201X
  )");
  std::vector<Snapshot> list;
  for (const char* date : {"2014", "2015"}) list.push_back({date, diagram(graph, {.as_of = date})});
  for (const DiagramNode& node : list.front().diagram.nodes)
    EXPECT_EQ(node.certainty, node.id == "c" ? Verdict::maybe : Verdict::yes) << node.id;
  const std::string svg = side_by_side_svg(merged(list), list);
  EXPECT_THAT(svg, HasSubstr("node country uncertain"));
  EXPECT_THAT(svg, HasSubstr("no certain tie at the time")) << "the legend says what it means";
  EXPECT_THAT(to_svg(diagram(graph, {.as_of = "2014"}, {.max_entities = 2})),
              Not(HasSubstr("no certain tie at the time")));
}

}  // namespace
}  // namespace entente
