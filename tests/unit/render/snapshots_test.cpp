#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/dossier_reader.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/render/snapshots.hpp>
#include <entente/render/svg.hpp>
#include <entente/render/views.hpp>

#include "render/diagram/panel_grid.hpp"
#include "support/graph_of.hpp"
#include "unit/render/hostile_names.hpp"
#include "unit/render/seen.hpp"
#include "unit/render/well_formed.hpp"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::Not;

///   a --party_to 2014/2016--> t <--party_to 2015/..-- b;   a --member_of 2016/..--> o
Graph sample(const std::string& name = "A") {
  Dossier dossier =
      read_records_from_text(R"({"dossier":{"format":"entente/1","title":{"en":"Times"}}}
{"entity":{"id":"a","kind":"country","names":{"en":["A"]}}}
{"entity":{"id":"b","kind":"country","names":{"en":["B"]}}}
{"entity":{"id":"o","kind":"organisation","names":{"en":["O"]}}}
{"entity":{"id":"t","kind":"agreement","names":{"en":["T"]}}}
{"relation":{"id":"r1","type":"party_to","from":"a","to":"t","when":"2014/2016","evidence":[{"source":"s2"}]}}
{"relation":{"id":"r2","type":"party_to","from":"b","to":"t","when":"2015/..","evidence":[{"source":"s1"}]}}
{"relation":{"id":"r3","type":"member_of","from":"a","to":"o","when":"2016/.."}}
{"entity":{"id":"s1","kind":"document","names":{"en":["S1"]}}}
{"entity":{"id":"s2","kind":"document","names":{"en":["S2"]}}}
)",
                             "test.jsonl")
          .dossier;
  dossier.entities[0].names[0].names[0] = name;
  return Graph(dossier, builtin_vocabulary());
}

std::vector<Snapshot> snapshots_of(const Graph& graph, const DiagramOptions& options = {}) {
  std::vector<Snapshot> list;
  for (const char* date : {"2014", "2015", "2017"})
    list.push_back({date, diagram(graph, {.as_of = date}, options)});
  return list;
}

std::string attribute(const std::string& svg, const std::string& name, const std::string& after) {
  const std::size_t at = svg.find(" " + name + "=\"", svg.find(after));
  const std::size_t begin = at + name.size() + 3;
  return svg.substr(begin, svg.find('"', begin) - begin);
}

TEST(Snapshots, MergedHoldWhatAnyOfThemHolds) {
  const Diagram all = merged(snapshots_of(sample()));
  EXPECT_EQ(all.nodes.size(), 4U);
  EXPECT_EQ(all.edges.size(), 3U);
}

TEST(Snapshots, StandInTheSamePlaceInEveryPanel) {
  const auto list = snapshots_of(sample());
  const std::string svg = side_by_side_svg(merged(list), list);
  for (const char* coordinate : {"x", "y"}) {
    const std::string first = attribute(svg, coordinate, "_s1_n_a\"");
    EXPECT_EQ(first, attribute(svg, coordinate, "_s2_n_a\""));
    EXPECT_EQ(first, attribute(svg, coordinate, "_s3_n_a\""));
  }
  EXPECT_THAT(svg, HasSubstr("_s3_n_o\""));
  EXPECT_THAT(svg, Not(HasSubstr("_s1_n_o\""))) << "what did not hold yet is not drawn";
}

TEST(Snapshots, NoIdOccursTwiceOnAPage) {
  const auto list = snapshots_of(sample());
  const std::string svg = side_by_side_svg(merged(list), list);
  std::set<std::string> ids;
  for (std::size_t at = svg.find(" id=\""); at != std::string::npos;
       at = svg.find(" id=\"", at + 1))
    EXPECT_TRUE(ids.insert(svg.substr(at, svg.find('"', at + 5) - at)).second);
}

double number(const std::string& text) {
  return std::strtod(text.c_str(), nullptr);
}

/// What of the page its panels and, of these, one more cell for the legend take.
double share_filled(const std::string& svg, std::size_t cells) {
  const std::string frame = "<rect class=\"panel\"";
  const double panel =
      number(attribute(svg, "width", frame)) * number(attribute(svg, "height", frame));
  return static_cast<double>(cells) * panel / (test::seen(svg).width * test::seen(svg).height);
}

/// A ring of agreements between as many countries, each from its own year on.
Graph ring(int size) {
  std::string text = "{\"dossier\":{\"format\":\"entente/1\",\"title\":{\"en\":\"Ring\"}}}\n";
  const auto entity = [&](const std::string& id, const std::string& kind) {
    text += R"({"entity":{"id":")" + id + R"(","kind":")" + kind + R"(","names":{"en":["The )" +
            id + "\"]}}}\n";
  };
  const auto party = [&](int country, int agreement) {
    const std::string from = "c" + std::to_string(country);
    const std::string to = "t" + std::to_string(agreement);
    text += R"({"relation":{"id":")" + from + to + R"(","type":"party_to","from":")" + from +
            R"(","to":")" + to + R"(","when":")" + std::to_string(2000 + agreement % 4) +
            "/..\"}}\n";
  };
  for (int i = 0; i < size; ++i) {
    entity("c" + std::to_string(i), "country");
    entity("t" + std::to_string(i), "agreement");
  }
  for (int i = 0; i < size; ++i) {
    party(i, i);
    party((i + 1) % size, i);
  }
  return Graph(read_records_from_text(text, "ring.jsonl").dossier, builtin_vocabulary());
}

TEST(Snapshots, FillTheSheetHoweverManyThereAre) {
  const Graph graph = ring(16);
  for (std::size_t count = 2; count <= 9; ++count) {
    std::vector<Snapshot> list;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string date = std::to_string(2003 + i);
      list.push_back({date, diagram(graph, {.as_of = date}, {.folding = Folding::none})});
    }
    const std::string svg = side_by_side_svg(merged(list), list);
    const std::size_t spare = grid_for_any(count, 1.6).spare(count);
    EXPECT_LE(spare, 1U) << count;
    EXPECT_GT(share_filled(svg, count + spare), 0.7) << count;
  }
}

TEST(Snapshots, PutTheLegendBelowAllPanels) {
  const Graph graph = ring(16);
  std::vector<Snapshot> list;
  for (const char* date : {"2001", "2002", "2003"})
    list.push_back({date, diagram(graph, {.as_of = date}, {.folding = Folding::none})});
  const std::string svg = side_by_side_svg(merged(list), list);
  const double last_panel = number(attribute(svg, "y", "_s3_panel\""));
  const std::string legend = svg.substr(svg.find("_legend\""));
  const double height = number(attribute(svg, "height", "_s3_panel\""));
  EXPECT_GT(number(attribute(legend, "y", "<text")), last_panel + height);
}

TEST(Snapshots, ThatShowTheSameAreOne) {
  const Graph graph = ring(4);
  std::vector<Snapshot> list;
  for (const char* date : {"2001", "2003", "2004", "2005"})
    list.push_back({date, diagram(graph, {.as_of = date}, {.folding = Folding::none})});
  const std::vector<Snapshot> fewer = without_repeats(list);
  ASSERT_EQ(fewer.size(), 2U);
  EXPECT_EQ(fewer[0].label, "2001");
  EXPECT_EQ(fewer[1].label, "2003\u20132005");
}

TEST(Snapshots, LeaveAnOutlineOfWhoIsAbsent) {
  const auto list = snapshots_of(sample());
  const std::string svg = side_by_side_svg(merged(list), list);
  const std::string first = svg.substr(svg.find("_s1_panel\""));
  const std::string ghosts = first.substr(first.find("class=\"ghost\""));
  EXPECT_EQ(ghosts.substr(ghosts.find('>') + 1, 5), "<rect") << "b and o are not there yet";
}

std::string panel(const std::string& svg, int number) {
  const std::size_t begin = svg.find("_s" + std::to_string(number) + "_panel\"");
  return svg.substr(begin, svg.find("_panel\"", begin + 9) - begin);
}

TEST(Snapshots, MarkWhatIsNewSinceTheOneBefore) {
  const auto list = snapshots_of(sample());
  const std::string svg = side_by_side_svg(merged(list), list);
  EXPECT_THAT(panel(svg, 1), Not(HasSubstr("appeared"))) << "nothing comes before it";
  EXPECT_THAT(panel(svg, 2), HasSubstr(">+ B<"));
  EXPECT_THAT(panel(svg, 2), Not(HasSubstr(">+ A<")));
  EXPECT_THAT(panel(svg, 2), Not(HasSubstr("fact appeared"))) << "who is new has new ties only";
  EXPECT_THAT(svg, HasSubstr("new since the time before"));
}

//  a - t: 2014 to 2015, b - u: from 2015 on
TEST(Snapshots, NameWhoHasJustGone) {
  const Graph graph(read_records_from_text(
                        R"({"dossier":{"format":"entente/1","title":{"en":"Times"}}}
{"entity":{"id":"a","kind":"country","names":{"en":["A"]}}}
{"entity":{"id":"b","kind":"country","names":{"en":["B"]}}}
{"entity":{"id":"t","kind":"agreement","names":{"en":["T"]}}}
{"entity":{"id":"u","kind":"agreement","names":{"en":["U"]}}}
{"relation":{"id":"r1","type":"party_to","from":"a","to":"t","when":"2014/2015"}}
{"relation":{"id":"r2","type":"party_to","from":"b","to":"u","when":"2015/.."}}
)",
                        "test.jsonl")
                        .dossier,
                    builtin_vocabulary());
  std::vector<Snapshot> list;
  for (const char* date : {"2014", "2015", "2016", "2017", "2018"})
    list.push_back({date, diagram(graph, {.as_of = date})});
  const std::string svg = side_by_side_svg(merged(list), list);
  const std::string minus = ">\u2212 A<";
  EXPECT_THAT(panel(svg, 1), Not(HasSubstr("\u2212")));
  EXPECT_THAT(panel(svg, 3), HasSubstr(minus));
  EXPECT_THAT(panel(svg, 4), Not(HasSubstr("\u2212"))) << "it had gone before";
  EXPECT_THAT(svg, HasSubstr("gone since the time before"));
  EXPECT_THAT(svg, HasSubstr("absent at the time"));
}

TEST(Snapshots, SayTheirTimeOnce) {
  const auto list = snapshots_of(sample());
  const std::string svg = side_by_side_svg(merged(list), list);
  EXPECT_THAT(panel(svg, 1), HasSubstr(">2014<"));
  EXPECT_THAT(panel(svg, 1), Not(HasSubstr("As of")));
}

TEST(Snapshots, StandSoThatAPageOfAnyShapeIsFilled) {
  EXPECT_EQ(grid_for_any(3, 0.3).columns, 1U);
  EXPECT_EQ(grid_for_any(3, 3).columns, 3U);
  EXPECT_EQ(grid_for_any(3, 1.6).columns, 3U) << "no cell stays empty";
  EXPECT_EQ(grid_for_any(4, 1.6).columns, 2U);
  EXPECT_EQ(grid_for_any(12, 1.6).spare(12), 0U);
  EXPECT_EQ(grid_for(2, 3, 1.6).columns, 1U) << "wide panels stand below one another";
  EXPECT_EQ(grid_for(2, 0.8, 1.6).columns, 2U);
}

TEST(Snapshots, FramesAreOfOneSize) {
  const auto list = snapshots_of(sample());
  const auto frames = frame_svgs(merged(list), list);
  ASSERT_EQ(frames.size(), 3U);
  for (const std::string& frame : frames) {
    EXPECT_EQ(attribute(frame, "viewBox", "<svg"), attribute(frames[0], "viewBox", "<svg"));
    EXPECT_EQ(attribute(frame, "x", "_n_a\""), attribute(frames[0], "x", "_n_a\""));
    EXPECT_TRUE(test::is_well_formed(frame));
  }
}

TEST(Snapshots, NumberTheSourcesOfAllTogether) {
  const auto list = snapshots_of(sample(), {.sources = Sources::numbered});
  const Diagram all = merged(list);
  ASSERT_EQ(all.page.notes.size(), 2U);
  const std::string svg = side_by_side_svg(all, list);
  EXPECT_THAT(svg, HasSubstr("[2]")) << "the only source of 2014 is the second of all";
}

TEST(Snapshots, KeepHostileNamesInert) {
  for (const std::string& name : test::hostile_names()) {
    if (name.find_first_not_of(" \r\n\t") == std::string::npos || name.size() > 9999) continue;
    auto list = snapshots_of(sample(name));
    list.front().label = name;
    const std::string svg = side_by_side_svg(merged(list), list);
    EXPECT_TRUE(test::is_well_formed(svg)) << name;
    EXPECT_THAT(svg, Not(HasSubstr("<script")));
  }
}

TEST(Snapshots, AreTheSameWhateverTheOrderOfTheFile) {
  Dossier dossier = sample().dossier();
  std::reverse(dossier.entities.begin(), dossier.entities.end());
  std::reverse(dossier.relations.begin(), dossier.relations.end());
  const auto list = snapshots_of(sample());
  const auto reversed = snapshots_of(Graph(dossier, builtin_vocabulary()));
  EXPECT_EQ(side_by_side_svg(merged(list), list), side_by_side_svg(merged(reversed), reversed));
}

//  c - n0 … n3: in 2000     c - n4 … n7: in 2010
TEST(Snapshots, OfTheTiesOfOneStandInSectorsOfAllTimes) {
  std::string text = "country c\n";
  for (int i = 0; i < 8; ++i)
    text += "country n" + std::to_string(i) + "\nr" + std::to_string(i) + ": c cooperates_with n" +
            std::to_string(i) + " when=" + (i < 4 ? "2000" : "2010") + "-01-01/" +
            (i < 4 ? "2001" : "2011") + "-01-01\n";
  const Graph graph = test::graph_of(text);
  std::vector<Snapshot> list;
  for (const char* date : {"2000-06-01", "2010-06-01"})
    list.push_back({date, ego_diagram(graph, graph.entity("c").value(), {.as_of = date})});
  const Diagram all = merged_around(list, "c", graph.vocabulary());
  ASSERT_EQ(all.nodes.size(), 9U);
  for (std::size_t i = 0; i < all.nodes.size(); ++i)
    for (std::size_t k = 0; k < i; ++k) {
      const Point a = all.nodes[i].pinned.value();
      const Point b = all.nodes[k].pinned.value();
      EXPECT_GT(std::hypot(a.x - b.x, a.y - b.y), 20) << all.nodes[i].id << all.nodes[k].id;
    }
}

TEST(Placed, PinsEverythingWhereItIsDrawn) {
  const Diagram before = diagram(sample());
  const Diagram after = placed(before);
  EXPECT_EQ(positions(after).size(), before.nodes.size());
  EXPECT_EQ(to_svg(placed(after)), to_svg(after));
}

TEST(Placed, LeavesPinnedEntitiesWhereTheyAre) {
  const Diagram pinned = diagram(sample(), {}, {.positions = {{"a", {500, 40}}}});
  EXPECT_EQ(positions(placed(pinned)).at("a"), (Point{500, 40}));
}

TEST(LabelOfTime, IsADateInTheReadersLanguage) {
  EXPECT_EQ(label_of_time("2014-05-06", "en"), "6 May 2014");
  EXPECT_EQ(label_of_time("2014-05-06", "ja,en"), "2014年5月6日");
  EXPECT_EQ(label_of_time("2014-05", "zh-Hans"), "2014年5月");
  EXPECT_EQ(label_of_time("2014", "en"), "2014");
  EXPECT_EQ(label_of_time("2014-Q2", "en"), "Q2 2014");
}

}  // namespace
}  // namespace entente
