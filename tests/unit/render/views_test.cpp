#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/algorithm/shortest_path.hpp>
#include <entente/io/dossier_reader.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/network/network.hpp>
#include <entente/render/dot.hpp>
#include <entente/render/svg.hpp>
#include <entente/render/views.hpp>

#include "render/mark/marks_of.hpp"
#include "support/graph_of.hpp"

namespace entente {
namespace {

using testing::HasSubstr;

///   a --met 2014-- b --met 2015-- c --met 2016-- d        x: member of n 2010/2014
///   c --holds post 2020/..--> p     b, c --attended--> e    y: member of n 2013/..
Graph views_sample() {
  std::string text = R"({"dossier":{"format":"entente/1","title":{"en":"Small"}}})";
  const auto entity = [&](const std::string& id, const std::string& kind) {
    text += "\n{\"entity\":{\"id\":\"" + id + "\",\"kind\":\"" + kind + "\",\"names\":{\"en\":[\"" +
            id + "\"]}}}";
  };
  for (const char* person : {"a", "b", "c", "d"}) entity(person, "person");
  entity("e", "event");
  entity("n", "organisation");
  entity("p", "post");
  entity("x", "country");
  entity("y", "country");
  const auto relation = [&](const std::string& id, const std::string& type, const std::string& from,
                            const std::string& to, const std::string& when) {
    text += "\n{\"relation\":{\"id\":\"" + id + "\",\"type\":\"" + type + "\",\"from\":\"" + from +
            "\",\"to\":\"" + to + "\",\"when\":\"" + when + "\"}}";
  };
  relation("r1", "met_with", "a", "b", "2014-01-02");
  relation("r2", "met_with", "b", "c", "2015");
  relation("r3", "met_with", "c", "d", "2016");
  relation("r4", "holds_post", "c", "p", "2020/..");
  relation("r5", "attended", "b", "e", "2015");
  relation("r6", "attended", "c", "e", "2015");
  relation("r7", "member_of", "x", "n", "2010/2014");
  relation("r8", "member_of", "y", "n", "2013/..");
  return Graph(read_records_from_text(text, "test.jsonl").dossier, builtin_vocabulary());
}

const DiagramNode* node_of(const Diagram& diagram, const std::string& id) {
  for (const DiagramNode& node : diagram.nodes)
    if (node.id == id) return &node;
  return nullptr;
}

const DiagramEdge& edge_of(const Diagram& diagram, const std::string& relation) {
  for (const DiagramEdge& edge : diagram.edges)
    if (edge.relations.front() == relation) return edge;
  throw std::out_of_range(relation);
}

TEST(EgoView, StressesTheCentreAndTellsItsTies) {
  const Graph graph = views_sample();
  const Diagram d = ego_diagram(graph, graph.entity("a").value());
  EXPECT_EQ(node_of(d, "a")->emphasis, Emphasis::strong);
  EXPECT_EQ(node_of(d, "b")->emphasis, Emphasis::normal);
  EXPECT_EQ(edge_of(d, "r1").label, "met with");
  EXPECT_EQ(edge_of(d, "r1").dates, "2 Jan 2014");
  EXPECT_EQ(node_of(d, "d"), nullptr) << "three hops away";
  EXPECT_EQ(d.page.title.text, "Ties of a");
}

TEST(EgoView, ReachesAsDeepAsAsked) {
  const Graph graph = views_sample();
  const Diagram d = ego_diagram(graph, graph.entity("a").value(), {}, {}, 3);
  ASSERT_NE(node_of(d, "d"), nullptr);
  EXPECT_EQ(node_of(d, "d")->emphasis, Emphasis::normal);
}

TEST(PathView, StressesTheRouteAndFadesTheRest) {
  const Graph graph = views_sample();
  const auto path = shortest_path(graph.select({.types = {"met_with"}}), graph.entity("a").value(),
                                  graph.entity("d").value());
  ASSERT_TRUE(path.has_value());
  const Diagram d = path_diagram(graph, std::vector<Path>{*path});
  for (const char* id : {"a", "b", "c", "d"})
    EXPECT_EQ(node_of(d, id)->emphasis, Emphasis::strong) << id;
  ASSERT_NE(node_of(d, "e"), nullptr) << "tied to two of the route";
  EXPECT_EQ(node_of(d, "e")->emphasis, Emphasis::faded);
  EXPECT_EQ(node_of(d, "n"), nullptr);
  EXPECT_EQ(edge_of(d, "r2").label, "met with");
  EXPECT_LT(node_of(d, "a")->pinned->x, node_of(d, "d")->pinned->x);
  for (const LegendEntry& entry : d.page.legend) EXPECT_NE(entry.label.text, "attended");
}

TEST(PathView, RefusesToDrawNothing) {
  EXPECT_THROW((void)path_diagram(views_sample(), {}), InvalidArgument);
}

TEST(DiffView, TellsWhatAppearedEndedAndPersisted) {
  const Diagram d = diff_diagram(views_sample(), "2012-06-01", "2021-06-01");
  EXPECT_EQ(edge_of(d, "r7").change, Change::ended);
  EXPECT_EQ(edge_of(d, "r8").change, Change::appeared);
  EXPECT_THAT(d.page.title.text, HasSubstr("1 Jun 2012"));
  const std::string dot = to_dot(d);
  EXPECT_THAT(dot, HasSubstr("+ from 2013 on"));
  EXPECT_THAT(dot, HasSubstr("\u2212 2010"));
  EXPECT_THAT(to_svg(d), HasSubstr("membership fact appeared"));
}

std::vector<std::string> list_of(const Diagram& diagram) {
  std::vector<std::string> lines;
  for (const Phrase& line : diagram.page.list) lines.push_back(line.text);
  return lines;
}

TEST(DiffView, TellsWhatHappenedMeanwhile) {
  const Diagram d = diff_diagram(views_sample(), "2014-06-01", "2015-12-31");
  EXPECT_EQ(edge_of(d, "r2").change, Change::happened);
  EXPECT_EQ(edge_of(d, "r8").change, Change::persisted);
  EXPECT_EQ(node_of(d, "b")->change, Change::none) << "acts change nobody";
  EXPECT_THAT(d.page.subtitle.text, HasSubstr("3 happened"));
  EXPECT_THAT(list_of(d), testing::Contains("\u2022 b and c attended e, 2015"));
}

/// What two parties are to the same thing at the same time is one sentence, its plan within it.
TEST(DiffView, ListsChangesInWordsInTheLanguageOfTheReader) {
  const Graph graph = test::graph_of(R"(
    country japan name=Japan name=ja:日本
    organisation nato name=NATO
    agreement old name=Old_plan name=ja:旧計画
    agreement new name=New_plan name=ja:新計画
    r1: japan party_to old when=2012-03-01/
    r2: nato party_to old when=2012-03-01/
    r3: japan party_to new when=2023-07-12/..
    r4: nato party_to new when=2023-07-12/..
    r5: japan party_to new when=2023-07-12/.. plan
    r6: nato party_to new when=2023-07-12/.. plan
    r7: new supersedes old when=2023-07-12
  )");
  const Diagram english = diff_diagram(graph, "2014-01-01", "2024-01-01");
  EXPECT_THAT(
      list_of(english),
      testing::ElementsAre(
          "\u2212 Japan and NATO are party to the Old plan, 1 Mar 2012, ended by 12 Jul 2023",
          "+ Japan and NATO are party to the New plan, planned, then reported, from 12 "
          "Jul 2023 on",
          "\u2022 The New plan supersedes the Old plan, 12 Jul 2023"));
  EXPECT_EQ(english.edges.size(), 5u) << "plans are in the lines of what was planned";
  EXPECT_EQ(edge_of(english, "r1").dates, "2012, ended by 2023");
  const Diagram japanese = diff_diagram(graph, "2014-01-01", "2024-01-01", {}, {.languages = "ja"});
  EXPECT_EQ(list_of(japanese)[0],
            "\u2212 日本とNATOは旧計画の当事者である（2012年3月1日、2023年7月12日までに終了）");
}

//  hub - a, b, c, d: always        x - y: since 2015
TEST(DiffView, KeepsWhomChangesTouchWhereThereIsNoRoomForAll) {
  const Graph graph = test::graph_of(R"(
    country a
    country b
    country c
    country d
    country hub
    country x
    country y
    r1: hub cooperates_with a when=2000/2030
    r2: hub cooperates_with b when=2000/2030
    r3: hub cooperates_with c when=2000/2030
    r4: hub cooperates_with d when=2000/2030
    r5: x cooperates_with y when=2015/2030
  )");
  const Diagram two = diff_diagram(graph, "2010-01-01", "2020-01-01", {}, {.max_entities = 2});
  ASSERT_EQ(two.nodes.size(), 2u);
  EXPECT_EQ(two.nodes[0].id, "x");
  EXPECT_EQ(two.nodes[1].id, "y");
  const Diagram four = diff_diagram(graph, "2010-01-01", "2020-01-01", {}, {.max_entities = 4});
  EXPECT_EQ(four.nodes.size(), 4u);
  EXPECT_EQ(edge_of(four, "r5").change, Change::appeared);
}

//  a - b: always     a - x: since 2015     b - 30 others: always
TEST(DiffView, PalesABoxByAllItsTiesWhetherTheyAreDrawnOrNot) {
  std::string text = "country a\ncountry b\ncountry x\n";
  for (int i = 0; i < 30; ++i) text += "country c" + std::to_string(i) + "\n";
  text += "r1: a cooperates_with b when=2000/2030\nr2: a cooperates_with x when=2015/2030\n";
  for (int i = 0; i < 30; ++i)
    text +=
        "s" + std::to_string(i) + ": b cooperates_with c" + std::to_string(i) + " when=2000/2030\n";
  const Diagram d = diff_diagram(test::graph_of(text), "2010-01-01", "2020-01-01");
  ASSERT_EQ(node_of(d, "b"), nullptr) << "what stays is away from all changes";
  for (const char* id : {"a", "x"}) {
    EXPECT_EQ(node_of(d, id)->change, Change::none) << id << " has no lifespan";
    EXPECT_EQ(node_of(d, id)->emphasis, Emphasis::normal) << id;
  }
}

// c - near0 … near9: tied     near0 - far0 … far3: tied     near1 - far0 … far3: tied
TEST(EgoView, KeepsWhatIsTiedToTheCentreBeforeWhatIsBehindIt) {
  std::string text = "country c\n";
  for (int i = 0; i < 10; ++i) text += "country near" + std::to_string(i) + "\n";
  for (int i = 0; i < 4; ++i) text += "country far" + std::to_string(i) + "\n";
  for (int i = 0; i < 10; ++i)
    text += "r" + std::to_string(i) + ": c cooperates_with near" + std::to_string(i) + "\n";
  for (int i = 0; i < 4; ++i)
    for (int k = 0; k < 4; ++k)
      text += "s" + std::to_string(4 * i + k) + ": near" + std::to_string(k) +
              " cooperates_with far" + std::to_string(i) + "\n";
  const Graph graph = test::graph_of(text);
  const EntityId centre = graph.entity("c").value();
  EXPECT_EQ(ego_diagram(graph, centre).nodes.size(), 15U);
  for (const std::uint32_t depth : {1U, 2U}) {
    const Diagram d = ego_diagram(graph, centre, {}, {.max_entities = 12}, depth);
    EXPECT_EQ(d.nodes.size(), 12U);
    for (int i = 0; i < 10; ++i)
      EXPECT_NE(node_of(d, "near" + std::to_string(i)), nullptr) << i << " of depth " << depth;
  }
}

TEST(ColumnsView, PutsEveryKindInItsColumnUnderAHeading) {
  const Diagram d = diagram(views_sample(), {}, {.arrangement = Arrangement::in_columns});
  const std::string svg = to_svg(d);
  for (const char* heading : {">Organisations<", ">Countries<", ">Events<", ">People<"})
    EXPECT_THAT(svg, HasSubstr(heading));
  EXPECT_THAT(svg, testing::Not(HasSubstr(">Agreements<")));
  EXPECT_EQ(svg, to_svg(d));
}

TEST(CertainMarked, LeavesAPictureOfChangesItsOwnMarks) {
  Diagram d;
  d.nodes.resize(2);
  d.edges.resize(
      10, DiagramEdge{.from = 0, .to = 1, .certainty = Verdict::maybe, .doubt = Why::imprecise});
  d.edges[0].certainty = Verdict::yes;
  d.edges[0].doubt = Why::none;
  EXPECT_EQ(with_certain_marked(d).edges[0].sureness, Sureness::certain);
  d.edges[1].change = Change::appeared;
  const Diagram changes = with_certain_marked(d);
  EXPECT_EQ(changes.edges[0].sureness, d.edges[0].sureness);
  EXPECT_EQ(changes.edges[1].doubt, Why::imprecise);
}

}  // namespace
}  // namespace entente
