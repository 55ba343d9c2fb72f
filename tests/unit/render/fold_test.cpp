// What a large overview says with fewer lines and boxes.

#include <algorithm>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/dossier_reader.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/render/diagram.hpp>
#include <entente/render/svg.hpp>
#include <entente/words/sentence.hpp>

namespace entente {
namespace {

using testing::HasSubstr;

///   hub <--part_of-- b0 … b29            y --cooperates_with--> b0  (plan, fact)
///   x, y --party_to--> pact              p --holds--> post --part_of--> x
///   x --attended--> e0, e1               (events of one guest)
///   x, y --takes_stance_on--> war
///   x <--partner_of--> y, x --cooperates_with-- y
class LargeDossier {
 public:
  LargeDossier() {
    entity("hub", "organisation");
    entity("x", "country");
    entity("y", "country");
    entity("pact", "agreement");
    entity("p", "person");
    entity("q", "person");
    entity("post", "post");
    entity("e0", "event");
    entity("e1", "event");
    entity("war", "event");
    for (int i = 0; i < 30; ++i) {
      const std::string body = "b" + std::to_string(i);
      entity(body, "body");
      relation("part" + std::to_string(i), "part_of", body, "hub");
    }
    relation("plan", "cooperates_with", "y", "b0", R"(,"modality":"plan")");
    relation("fact", "cooperates_with", "y", "b0");
    relation("px", "party_to", "x", "pact");
    relation("py", "party_to", "y", "pact");
    relation("held", "holds_post", "p", "post", R"(,"when":"2020/2022")");
    relation("of-x", "part_of", "post", "x");
    relation("met", "met_with", "p", "q");
    relation("a0", "attended", "x", "e0");
    relation("a1", "attended", "x", "e1");
    relation("s0", "takes_stance_on", "x", "war");
    relation("s1", "takes_stance_on", "y", "war");
    relation("c1", "partner_of", "x", "y");
    relation("c2", "cooperates_with", "x", "y");
  }

  [[nodiscard]] Graph graph() const {
    return Graph(read_records_from_text(text_, "test.jsonl").dossier, builtin_vocabulary());
  }

 private:
  void entity(const std::string& id, const std::string& kind) {
    text_ += "\n{\"entity\":{\"id\":\"" + id + "\",\"kind\":\"" + kind +
             "\",\"names\":{\"en\":[\"The " + id + "\"]}}}";
  }
  void relation(const std::string& id, const std::string& type, const std::string& from,
                const std::string& to, const std::string& more = {}) {
    text_ += "\n{\"relation\":{\"id\":\"" + id + "\",\"type\":\"" + type + "\",\"from\":\"" + from +
             "\",\"to\":\"" + to + "\"" + more + "}}";
  }

  std::string text_ = R"({"dossier":{"format":"entente/1","title":{"en":"Large"}}})";
};

const DiagramNode* node_if_drawn(const Diagram& diagram, std::string_view id) {
  const auto found = std::find_if(diagram.nodes.begin(), diagram.nodes.end(),
                                  [&](const DiagramNode& node) { return node.id == id; });
  return found == diagram.nodes.end() ? nullptr : &*found;
}

const DiagramEdge* edge_if_drawn(const Diagram& diagram, const std::string& relation) {
  for (const DiagramEdge& edge : diagram.edges)
    if (std::find(edge.relations.begin(), edge.relations.end(), relation) != edge.relations.end())
      return &edge;
  return nullptr;
}

TEST(Fold, DrawsAPlanAndItsReportAsOneLine) {
  const Diagram d = diagram(LargeDossier().graph());
  const DiagramEdge* edge = edge_if_drawn(d, "fact");
  ASSERT_NE(edge, nullptr);
  EXPECT_EQ(edge, edge_if_drawn(d, "plan"));
  EXPECT_EQ(edge->modality, Modality::fact);
  EXPECT_EQ(edge->mark.text, "planned, then reported");
}

TEST(Fold, DrawsAnAgreementOfTwoAsALineWithItsName) {
  const Diagram d = diagram(LargeDossier().graph());
  EXPECT_EQ(node_if_drawn(d, "pact"), nullptr);
  const DiagramEdge* edge = edge_if_drawn(d, "px");
  ASSERT_NE(edge, nullptr);
  EXPECT_EQ(edge, edge_if_drawn(d, "py"));
  EXPECT_EQ(edge->label, "The pact");
  EXPECT_EQ(edge->ends, Ends::both_ways);
}

TEST(Fold, KeepsAnEventThatTwoOnlyHaveAStanceOn) {
  const Diagram d = diagram(LargeDossier().graph());
  EXPECT_NE(node_if_drawn(d, "war"), nullptr);
  EXPECT_NE(edge_if_drawn(d, "s0"), edge_if_drawn(d, "s1"));
}

TEST(Fold, SaysInTheLegendWhatTwoHaveToDoWithWhatTheyShare) {
  std::vector<std::string> labels;
  for (const LegendEntry& entry : diagram(LargeDossier().graph()).page.legend)
    labels.push_back(entry.label.text);
  EXPECT_THAT(labels, testing::Contains("agreement between the two: is party to"));
}

TEST(Fold, CountsParallelTiesOfOneClass) {
  const Diagram d = diagram(LargeDossier().graph());
  const DiagramEdge* edge = edge_if_drawn(d, "c1");
  ASSERT_NE(edge, nullptr);
  EXPECT_EQ(edge, edge_if_drawn(d, "c2"));
  EXPECT_EQ(edge->ties, 2U);
  EXPECT_THAT(edge->further_types, testing::SizeIs(1));
}

TEST(Fold, WritesAPostBelowItsHolder) {
  const Diagram d = diagram(LargeDossier().graph());
  EXPECT_EQ(node_if_drawn(d, "post"), nullptr);
  ASSERT_NE(node_if_drawn(d, "p"), nullptr);
  EXPECT_EQ(node_if_drawn(d, "p")->detail_lines.at(0).text, "The post");
  EXPECT_THAT(node_if_drawn(d, "p")->tooltip, HasSubstr("2020"));
}

TEST(Fold, TellsTheTiesOfHubsInTheBoxesThatTheyLeadTo) {
  const Diagram d = diagram(LargeDossier().graph());
  EXPECT_EQ(edge_if_drawn(d, "part0"), nullptr);
  EXPECT_EQ(node_if_drawn(d, "b0")->detail_lines.at(0).text, "is part of: The hub");
  EXPECT_EQ(node_if_drawn(d, "hub")->detail_lines.at(0).text, "ties told in the boxes: 30");
}

TEST(Fold, PutsEntitiesWithTheSameTiesIntoOneBox) {
  const Diagram d = diagram(LargeDossier().graph());
  EXPECT_EQ(node_if_drawn(d, "e1"), nullptr);
  ASSERT_NE(node_if_drawn(d, "e0"), nullptr);
  EXPECT_THAT(node_if_drawn(d, "e0")->twins, testing::SizeIs(2));
  EXPECT_EQ(edge_if_drawn(d, "a0"), edge_if_drawn(d, "a1"));
  EXPECT_EQ(node_if_drawn(d, "b1")->twins.back().text, "+ 23") << "29 bodies have no other tie";
}

TEST(Diagram, OfWhatIsSharedSaysSoInItsTitle) {
  const Vocabulary known = builtin_vocabulary();
  std::vector<RelationType> types = known.types();
  types.push_back({.id = "shares_event",
                   .from = {"any"},
                   .to = {"any"},
                   .symmetry = Symmetry::symmetric,
                   .forward = {{"en", "is connected with the same event as"}},
                   .inverse = {{"en", "is connected with the same event as"}},
                   .drawing_class = "event"});
  const Graph graph(read_records_from_text(R"({"dossier":{"format":"entente/1"}}
{"entity":{"id":"a","kind":"country"}}
{"entity":{"id":"b","kind":"country"}}
{"relation":{"id":"r","type":"shares_event","from":"a","to":"b"}}
)",
                                           "test.jsonl")
                        .dossier,
                    Vocabulary("shared", known.kinds(), types));
  EXPECT_EQ(diagram(graph).page.title.text, "Connected with the same event");
}

TEST(Fold, LosesNoRelation) {
  const Graph graph = LargeDossier().graph();
  std::string tooltips;
  const Diagram d = diagram(graph);
  for (const DiagramEdge& edge : d.edges) tooltips += edge.tooltip + "\n";
  for (const DiagramNode& node : d.nodes) tooltips += node.tooltip + "\n";
  for (const SelectedRelation& row : graph.facts({}).relations)
    EXPECT_THAT(tooltips, HasSubstr(describe(graph, row.relation)));
}

TEST(Fold, ExplainsEveryTypeThatALineStandsFor) {
  std::string labels;
  for (const LegendEntry& entry : diagram(LargeDossier().graph()).page.legend)
    labels += entry.label.text + "\n";
  EXPECT_THAT(labels, HasSubstr("is a partner of"));
  EXPECT_THAT(labels, HasSubstr("cooperates with"));
}

TEST(Fold, LeavesWhatIsHighlightedAndDrawsAllWhereAskedTo) {
  const Graph graph = LargeDossier().graph();
  EXPECT_NE(
      node_if_drawn(diagram(graph, {}, {.highlight = {graph.entity("pact").value()}}), "pact"),
      nullptr);
  const Diagram whole = diagram(graph, {}, {.folding = Folding::none});
  EXPECT_EQ(whole.nodes.size(), 40U);
}

TEST(Fold, NamesBelowThePictureWhatHasNoRoomOnItsLine) {
  Diagram drawn{.page = {.languages = "en"}};
  for (const char* id : {"a", "b"})
    drawn.nodes.push_back({.id = id, .drawing_class = "country", .names = {{id, "en"}}});
  drawn.edges.push_back({.relations = {"r"},
                         .entities = {"pact"},
                         .from = 0,
                         .to = 1,
                         .drawing_class = "treaty",
                         .label = "A pact with a name",
                         .label_language = "en"});
  const auto with_room = [&](double apart) {
    drawn.nodes[0].pinned = Point{0, 0};
    drawn.nodes[1].pinned = Point{apart, 0};
    return to_svg(drawn);
  };
  EXPECT_THAT(with_room(400), testing::Not(testing::HasSubstr("a \u2013 b: A pact")));
  EXPECT_THAT(with_room(60), testing::HasSubstr("a \u2013 b: A pact with a name"));
}

}  // namespace
}  // namespace entente
