// Pictures of what changed between two dates say what the verb says.

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/query/difference.hpp>
#include <entente/render/svg.hpp>
#include <entente/render/views.hpp>

#include "support/graph_of.hpp"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::Not;

const DiagramNode& box_named(const Diagram& diagram, const std::string& id) {
  return *std::ranges::find(diagram.nodes, id, &DiagramNode::id);
}

std::vector<std::string> listed_with(const Diagram& diagram, const std::string& sign) {
  std::vector<std::string> lines;
  for (const Phrase& line : diagram.page.list)
    if (line.text.starts_with(sign)) lines.push_back(line.text);
  return lines;
}

///   old, new: bodies of 2000/2008 and 2005/2030     c: a country without a lifespan
///   a ended a tie with c in 2004, began one with old and new
Graph lifespans() {
  return test::graph_of(R"(
    country a
    country c
    body old when=2000/2008
    body new when=2005/2030
    body always when=1990/2030
    r1: a cooperates_with c when=2001/2004
    r2: a member_of new when=2006/2030
    r3: a member_of old when=2001/2007
    r4: a member_of always when=2006/2030
  )");
}

TEST(Changes, OfAnEntityAreThoseOfItsOwnLifespan) {
  const Diagram d = diff_diagram(lifespans(), "2003-01-01", "2010-01-01");
  EXPECT_EQ(box_named(d, "new").change, Change::appeared);
  EXPECT_EQ(box_named(d, "old").change, Change::ended);
  EXPECT_EQ(box_named(d, "c").change, Change::none) << "only its tie ended";
  EXPECT_EQ(box_named(d, "always").change, Change::none) << "only its tie is new";
  const std::string svg = to_svg(d);
  EXPECT_THAT(svg, Not(HasSubstr(">\u2212 c<")));
  EXPECT_THAT(svg, HasSubstr(">\u2212 old"));
}

///   a - p0 … p39: since 2015        a - q0, q1: until 2014        a - events e0 … e9 in 2015
Graph many_changes() {
  std::string text = "country a\n";
  const auto add = [&](const std::string& id, const std::string& type, const std::string& when) {
    text += (type == "attended" ? "event " : "country ") + id + "\nr" + id + ": a " + type + " " +
            id + " when=" + when + "\n";
  };
  for (int i = 0; i < 40; ++i)
    add("p" + std::to_string(i), "cooperates_with",
        "2015-01-" + std::to_string(10 + i / 2) + "/2030");
  for (int i = 0; i < 2; ++i) add("q" + std::to_string(i), "cooperates_with", "2001/2014");
  for (int i = 0; i < 10; ++i)
    add("e" + std::to_string(i), "attended", "2015-02-1" + std::to_string(i));
  return test::graph_of(text);
}

TEST(Changes, HaveAShareOfTheListForEverySignAndCountTheRestOfEach) {
  const Graph graph = many_changes();
  const Difference changes = difference(graph, "2010-01-01", "2020-01-01");
  for (const Size page : {Size{252, 340}, Size{595, 842}, Size{842, 595}}) {
    const Diagram d = diff_diagram(graph, "2010-01-01", "2020-01-01", {}, {.page = page});
    EXPECT_THAT(d.page.list.front().text, testing::StartsWith("\u2212 ")) << "the rarest first";
    const auto told = [&](const std::string& sign) {
      std::size_t count = 0;
      for (const std::string& line : listed_with(d, sign)) {
        const std::size_t more = line.find("and ");
        const bool counts = line.ends_with(" more") && more != std::string::npos;
        count += counts ? std::stoul(line.substr(more + 4)) : 1;
      }
      return count;
    };
    EXPECT_EQ(told("\u2212"), changes.ended.size()) << page.width;
    EXPECT_EQ(told("+"), changes.appeared.size());
    EXPECT_EQ(told("\u2022"), changes.happened.size());
  }
}

TEST(Changes, SayHowManyOfWhichKindTheyDoNotDraw) {
  const Graph graph = test::graph_of(R"(
    country a
    country b
    statement s
    statement t
    r1: a cooperates_with b when=2015/2030
    r2: s about a when=2015-03-01
    r3: t about a when=2015-03-02
    r4: t about b when=2015-03-02
  )");
  const Diagram d = diff_diagram(graph, "2010-01-01", "2020-01-01");
  const Difference all = difference(graph, "2010-01-01", "2020-01-01");
  const std::size_t drawn = 1;
  const std::size_t hidden =
      all.appeared.size() + all.ended.size() + all.happened.size() + all.persisted.size() - drawn;
  ASSERT_EQ(hidden, 3U);
  EXPECT_THAT(d.page.subtitle.text, HasSubstr("statement 2 (3 relations)"));
  EXPECT_EQ(d.other_kinds.at("statement"), 2U);
}

std::vector<double> widths_in(const std::string& svg, const std::string& class_name) {
  std::vector<double> widths;
  const std::string name = "stroke-width:";
  for (std::size_t at = svg.find(class_name); at != std::string::npos;
       at = svg.find(class_name, at + 1)) {
    const std::size_t end = svg.find("</g>", at);
    for (std::size_t w = svg.find(name, at); w < end; w = svg.find(name, w + 1))
      widths.push_back(std::stod(svg.substr(w + name.size())));
  }
  return widths;
}

TEST(Changes, ShowAThinLineThatEndedOnBothSidesOfItsGap) {
  const Graph graph = test::graph_of(R"(
    country a
    country b
    country c
    r1: a cooperates_with b when=2001/2014 money=1
    r2: a cooperates_with c when=2001/2030 money=900
  )");
  const std::string svg =
      to_svg(diff_diagram(graph, "2010-01-01", "2020-01-01", {}, {.width_by = "money"}));
  const std::vector<double> widths = widths_in(svg, "fact ended\"");
  ASSERT_EQ(widths.size(), 2U) << "the line, and the gap in it";
  EXPECT_GE(widths[0] - widths[1], 0.75) << "points that are seen";
}

}  // namespace
}  // namespace entente
