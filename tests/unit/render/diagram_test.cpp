#include <map>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/dossier_reader.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/render/diagram.hpp>
#include <entente/render/dot.hpp>
#include <entente/render/svg.hpp>

#include "render/layout/box.hpp"
#include "render/mark/node_shape.hpp"
#include "support/graph_of.hpp"

namespace entente {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

///   japan --party_to 2014/ [doc 1]--> ipcp <--party_to (plan) [doc 2]-- nato
///   japan --party_to 2014-05-06/ [doc 2]--> ipcp       (a second account)
///   japan --partner_of 2023 [doc 1]-- nato             kishida --met_with 2023-- abe
constexpr std::string_view head =
    R"({"dossier":{"format":"entente/1","title":{"en":"Two parties","ja":"二者"}}})";
const std::vector<std::string> records = {
    R"({"entity":{"id":"japan","kind":"country","names":{"en":["Japan"],"ja":["日本"]}}})",
    R"({"entity":{"id":"nato","kind":"organisation","names":{"en":["NATO"],"zh-Hans":["北约"]}}})",
    R"({"entity":{"id":"ipcp","kind":"agreement","names":{"en":["IPCP"]},"when":"2014/"}})",
    R"({"entity":{"id":"kishida","kind":"person","names":{"en":["Kishida"]}}})",
    R"({"entity":{"id":"abe","kind":"person","names":{"en":["Abe"]}}})",
    R"({"entity":{"id":"doc-1","kind":"document","names":{"en":["First page"]},)"
    R"("attributes":{"published":"2014-06","url":"https://example.org/1","publisher":"nato"}}})",
    R"({"entity":{"id":"doc-2","kind":"document","names":{"en":["Second page"]},)"
    R"("attributes":{"url":"javascript:alert"}}})",
    R"({"relation":{"id":"r1","type":"party_to","from":"japan","to":"ipcp","when":"2014/",)"
    R"("evidence":[{"source":"doc-1","at":"§1"}]}})",
    R"({"relation":{"id":"r2","type":"party_to","from":"japan","to":"ipcp","when":"2014-05-06/",)"
    R"("evidence":[{"source":"doc-2"}]}})",
    R"({"relation":{"id":"r3","type":"party_to","from":"nato","to":"ipcp","modality":"plan",)"
    R"("evidence":[{"source":"doc-2"}]}})",
    R"({"relation":{"id":"r4","type":"partner_of","from":"nato","to":"japan","when":"2023",)"
    R"("evidence":[{"source":"doc-1"}]}})",
    R"({"relation":{"id":"r5","type":"met_with","from":"kishida","to":"abe","when":"2023"}})",
};

Graph graph_of(const std::vector<std::string>& lines) {
  std::string text(head);
  for (const std::string& line : lines) text += "\n" + line;
  const ReadResult read = read_records_from_text(text, "test.jsonl");
  return Graph(read.dossier, builtin_vocabulary());
}

Graph diagram_sample() {
  return graph_of(records);
}

const DiagramEdge& edge_of(const Diagram& diagram, const std::string& relation) {
  for (const DiagramEdge& edge : diagram.edges)
    for (const std::string& id : edge.relations)
      if (id == relation) return edge;
  throw std::out_of_range(relation);
}

const DiagramNode& node_of(const Diagram& diagram, const std::string& id) {
  for (const DiagramNode& node : diagram.nodes)
    if (node.id == id) return node;
  throw std::out_of_range(id);
}

TEST(Diagram, DrawsParallelRelationsOfOneTypeAndModalityAsOneEdge) {
  const Diagram d = diagram(diagram_sample());
  EXPECT_THAT(edge_of(d, "r1").relations, ElementsAre("r1", "r2"));
  EXPECT_EQ(edge_of(d, "r1").dates, "since 2014");
  EXPECT_EQ(edge_of(d, "r3").modality, Modality::plan);
  EXPECT_EQ(edge_of(d, "r3").mark.text, "planned");
}

TEST(Diagram, GivesSymmetricRelationsHeadsAtBothEnds) {
  const Diagram d = diagram(diagram_sample());
  EXPECT_EQ(edge_of(d, "r4").ends, Ends::both_ways);
  EXPECT_EQ(edge_of(d, "r1").ends, Ends::one_way);
}

TEST(Diagram, PutsNamesOfFurtherLanguagesBelowTheFirst) {
  const Diagram d = diagram(diagram_sample(), {}, {.languages = "ja,en"});
  const auto& japan = node_of(d, "japan").names;
  ASSERT_EQ(japan.size(), 2U);
  EXPECT_EQ(japan[0].text, "日本");
  EXPECT_EQ(japan[0].language, "ja");
  EXPECT_EQ(japan[1].text, "Japan");
  EXPECT_EQ(node_of(d, "nato").names.size(), 1U) << "there is no Japanese name";
  EXPECT_EQ(d.page.title.text, "報じられた合意、協力・会談");
  EXPECT_EQ(d.page.dossier, "二者");
}

TEST(Diagram, SaysWhatIsShownAndHowMuchOfItIsPossible) {
  const Diagram d = diagram(diagram_sample(), {.as_of = "2016-01-01"});
  EXPECT_EQ(d.page.period, "As of 1 Jan 2016");
  EXPECT_THAT(to_svg(d), HasSubstr("reported, as of 1 Jan 2016<"));
  EXPECT_THAT(d.page.subtitle.text, HasSubstr("possible"));
  EXPECT_EQ(edge_of(d, "r1").certainty, Verdict::maybe);
  EXPECT_EQ(diagram(diagram_sample()).page.period, "2014–2023");
  const Diagram named = diagram(diagram_sample(), {}, {.title = "Mine"});
  EXPECT_EQ(named.page.period, "") << "a title of one's own stays as it is";
  EXPECT_THAT(named.page.subtitle.text, HasSubstr("2014–2023"));
}

TEST(Diagram, ExplainsWhatOccursAndNothingElse) {
  std::vector<std::string> labels;
  for (const LegendEntry& entry : diagram(diagram_sample(), {.types = {"party_to"}}).page.legend)
    labels.push_back(entry.label.text);
  EXPECT_THAT(labels,
              ElementsAre("country", "organisation", "agreement", "is party to", "planned"));
}

TEST(Diagram, NumbersSourcesWhenAsked) {
  const Diagram d = diagram(diagram_sample(), {}, {.sources = Sources::numbered});
  EXPECT_THAT(edge_of(d, "r1").notes, ElementsAre(1, 2));
  ASSERT_EQ(d.page.notes.size(), 2U);
  EXPECT_EQ(d.page.notes[0].text.text, "First page, NATO, Jun 2014");
  EXPECT_EQ(d.page.notes[0].url, "https://example.org/1");
  EXPECT_EQ(d.page.notes[1].url, "") << "links lead to the web only";
  EXPECT_THAT(diagram(diagram_sample()).page.notes, IsEmpty());
}

TEST(Diagram, LeavesOutTheLeastImportantAndSaysSo) {
  const Diagram d = diagram(diagram_sample(), {}, {.max_entities = 3});
  EXPECT_EQ(d.nodes.size(), 3U);
  EXPECT_EQ(d.left_out, 2U);
  EXPECT_EQ(node_of(d, "japan").id, "japan");
  EXPECT_THAT(d.page.subtitle.text, HasSubstr("2 less important"));
}

std::vector<std::string> ids_of(const Diagram& diagram) {
  std::vector<std::string> ids;
  for (const DiagramNode& node : diagram.nodes) ids.push_back(node.id);
  return ids;
}

TEST(Diagram, LeavesOutWhatIsOnlyCitedAndSaysSo) {
  const Diagram d = diagram(diagram_sample());
  EXPECT_THAT(ids_of(d), ElementsAre("abe", "ipcp", "japan", "kishida", "nato"));
  EXPECT_EQ(d.only_cited, 2U);
  EXPECT_EQ(d.left_out, 0U) << "no limit was reached";
  EXPECT_THAT(d.page.subtitle.text, HasSubstr("5 entities"));
  EXPECT_THAT(d.page.subtitle.text, HasSubstr("not drawn, as only cited: 2"));
  EXPECT_THAT(diagram(diagram_sample(), {.types = {"party_to"}}).page.subtitle.text,
              Not(HasSubstr("cited")));
}

TEST(Diagram, DrawsWhatIsOnlyCitedWhenAskedTo) {
  const Graph graph = diagram_sample();
  EXPECT_THAT(ids_of(diagram(graph, {.isolated = Isolated::always})), Contains("doc-1"));
  const Diagram stressed = diagram(graph, {}, {.highlight = {graph.entity("doc-2").value()}});
  EXPECT_THAT(ids_of(stressed), AllOf(Contains("doc-2"), Not(Contains("doc-1"))));
}

TEST(Diagram, DrawsIsolatedEntitiesThatNothingCites) {
  std::vector<std::string> more = records;
  more.insert(more.begin() + 7,
              {R"({"entity":{"id":"chad","kind":"country","names":{"en":["Chad"]}}})",
               R"({"entity":{"id":"doc-3","kind":"document","names":{"en":["Third page"]}}})"});
  const Graph graph = graph_of(more);
  EXPECT_THAT(ids_of(diagram(graph)), AllOf(Contains("chad"), Not(Contains("doc-3"))));
  EXPECT_THAT(ids_of(diagram(graph, {.isolated = Isolated::always})), Contains("doc-3"));
}

// A statement of NATO on a topic.
const std::vector<std::string> said = {
    R"({"format":"entente/1","title":{"en":"Said"},"vocabulary":"diplomacy"})",
    R"({"entity":{"id":"nato","kind":"organisation","names":{"en":["NATO"]}}})",
    R"({"entity":{"id":"s","kind":"statement","names":{"en":["A word"]}}})",
    R"({"entity":{"id":"law","kind":"topic","names":{"en":["Law"]}}})",
    R"({"relation":{"id":"r1","type":"states","from":"nato","to":"s"}})",
    R"({"relation":{"id":"r2","type":"about","from":"s","to":"law"}})"};

TEST(Diagram, DrawsStatementsAndTopicsOnlyWhenAskedFor) {
  const Graph graph = graph_of(said);
  const Diagram unasked = diagram(graph);
  EXPECT_THAT(ids_of(unasked), ElementsAre("nato"));
  EXPECT_EQ(unasked.other_kinds,
            (std::map<std::string, std::size_t>{{"statement", 1}, {"topic", 1}}));
  EXPECT_THAT(unasked.page.subtitle.text,
              HasSubstr("not drawn unless asked for: statement 1, topic 1"));
  const Selection by_kind{.kinds = {"organisation", "statement", "topic"}};
  const Selection by_type{.types = {"states", "about"}};
  for (const Selection& asked : {by_kind, by_type}) {
    const Diagram all = diagram(graph, asked);
    EXPECT_THAT(ids_of(all), ElementsAre("law", "nato", "s"));
    EXPECT_TRUE(all.other_kinds.empty());
  }
  const Diagram stressed = diagram(graph, {}, {.highlight = {graph.entity("s").value()}});
  EXPECT_THAT(ids_of(stressed), ElementsAre("nato", "s"));
}

TEST(Diagram, DrawsStatementsWhereThereIsNothingElse) {
  std::vector<std::string> only = said;
  only.erase(only.begin() + 4);
  only.erase(only.begin() + 1);
  EXPECT_THAT(ids_of(diagram(graph_of(only))), ElementsAre("law", "s"));
}

// Thirty agreements, each of two countries out of ten, and one person who met another.
Graph treaties_and_people() {
  std::vector<std::string> all = {
      R"({"format":"entente/1","title":{"en":"Many"},"vocabulary":"diplomacy"})"};
  const auto entity = [&](const std::string& id, const std::string& kind) {
    all.push_back(R"({"entity":{"id":")" + id + R"(","kind":")" + kind +
                  R"(","names":{"en":["Name"]}}})");
  };
  for (int i = 0; i < 10; ++i) entity("c" + std::to_string(i), "country");
  for (int i = 0; i < 30; ++i) entity("t" + std::to_string(i), "agreement");
  entity("ann", "person");
  entity("bob", "person");
  int number = 0;
  const auto relation = [&](const std::string& type, const std::string& from,
                            const std::string& to) {
    all.push_back(R"({"relation":{"id":"r)" + std::to_string(number++) + R"(","type":")" + type +
                  R"(","from":")" + from + R"(","to":")" + to + R"(","when":"2020"}})");
  };
  for (int i = 0; i < 30; ++i) {
    relation("party_to", "c" + std::to_string(i % 10), "t" + std::to_string(i));
    relation("party_to", "c" + std::to_string((i + 1 + i / 10) % 10), "t" + std::to_string(i));
  }
  relation("met_with", "ann", "bob");
  return graph_of(all);
}

TEST(Diagram, KeepsEveryKindWhereThereAreTooMany) {
  const Diagram d =
      diagram(treaties_and_people(), {}, {.max_entities = 12, .folding = Folding::none});
  std::map<std::string, int> kinds;
  for (const DiagramNode& node : d.nodes) ++kinds[node.kind];
  EXPECT_EQ(d.nodes.size(), 12U);
  EXPECT_EQ(d.left_out, 30U);
  EXPECT_GE(kinds["person"], 1);
  EXPECT_GE(kinds["country"], 3);
  EXPECT_GE(kinds["agreement"], 3);
}

TEST(Diagram, HasNoWordsOnManyLines) {
  const Graph graph = treaties_and_people();
  const Diagram many = diagram(graph, {}, {.folding = Folding::none});
  ASSERT_EQ(many.edges.size(), 61U);
  for (const DiagramEdge& edge : many.edges) EXPECT_EQ(edge.dates, "");
  for (const DiagramEdge& edge :
       diagram(graph, {}, {.most_worded_lines = 61, .folding = Folding::none}).edges)
    EXPECT_EQ(edge.dates, "2020");
}

TEST(NodeLabel, SaysNoYearThatTheNameSays) {
  EXPECT_EQ(written_year({.names = {{"Summit, July 2023", "en"}}, .year = "2023"}), "");
  EXPECT_EQ(written_year({.names = {{"Summit", "en"}}, .year = "2023"}), "2023");
  EXPECT_EQ(written_year({.names = {{"Roadmap (2023)", "en"}}, .year = "2023–2027"}), "2023–2027");
}

TEST(Diagram, KeepsAndStressesWhatIsHighlighted) {
  const Graph graph = diagram_sample();
  const Diagram d =
      diagram(graph, {}, {.highlight = {graph.entity("abe").value()}, .max_entities = 2});
  EXPECT_EQ(node_of(d, "abe").emphasis, Emphasis::strong);
}

TEST(Diagram, DrawsNoOthersThanThoseNamedAndSaysSo) {
  const Graph graph = diagram_sample();
  const auto id = [&](const char* name) { return graph.entity(name).value(); };
  const Diagram d = diagram(graph, {}, {.among = {id("nato"), id("japan"), id("ipcp")}});
  EXPECT_THAT(ids_of(d), ElementsAre("ipcp", "japan", "nato"));
  EXPECT_EQ(d.left_out, 2U);
  EXPECT_THAT(ids_of(diagram(graph, {}, {.highlight = {id("abe")}, .among = {id("nato")}})),
              ElementsAre("abe", "nato"));
}

TEST(Diagram, IsTheSameWhateverTheOrderOfRecords) {
  std::vector<std::string> turned(records.rbegin(), records.rend());
  EXPECT_EQ(to_dot(diagram(diagram_sample())), to_dot(diagram(graph_of(turned))));
  EXPECT_EQ(to_svg(diagram(diagram_sample())), to_svg(diagram(graph_of(turned))));
}

///   a --met_with-- b --met_with-- c … --met_with-- l
Graph chain() {
  std::vector<std::string> lines;
  const auto name = [](int i) { return std::string(1, static_cast<char>('a' + i)); };
  for (int i = 0; i < 12; ++i)
    lines.push_back(R"({"entity":{"id":")" + name(i) +
                    R"(","kind":"person","names":{"en":["Person )" + name(i) + R"("]}}})");
  for (int i = 0; i < 11; ++i)
    lines.push_back(R"({"relation":{"id":"r)" + name(i) + R"(","type":"met_with","from":")" +
                    name(i) + R"(","to":")" + name(i + 1) + R"("}})");
  return graph_of(lines);
}

Size extent_on(const std::optional<Size>& page) {
  const Diagram d = placed(diagram(chain(), {}, {.page = page}));
  Box all = Box::around(*d.nodes.front().pinned, {});
  for (const DiagramNode& node : d.nodes) all = all.joined(Box::around(*node.pinned, {}));
  return {all.width(), all.height()};
}

TEST(Diagram, IsLaidOutForTheShapeOfItsPage) {
  const Size upright = extent_on(Size{595, 842});
  EXPECT_GT(upright.height, upright.width);
  const Size across = extent_on(Size{842, 595});
  EXPECT_GT(across.width, across.height);
}

TEST(Diagram, TellsRelationsInTooltips) {
  EXPECT_THAT(edge_of(diagram(diagram_sample()), "r1").tooltip,
              testing::AllOf(HasSubstr("Japan is party to"), HasSubstr("doc-1"), HasSubstr("\n")));
}

TEST(Diagram, SaysOfWhichKindsItLeavesEntitiesOut) {
  std::string text = "country hub name=Hub\n";
  for (int i = 0; i < 6; ++i) {
    const std::string n = std::to_string(i);
    text += "country c" + n + " name=C" + n + "\nperson p" + n + " name=P" + n + "\nc" + n +
            "r: c" + n + " cooperates_with hub when=2014\np" + n + "r: p" + n +
            " visited hub when=2014\n";
  }
  const Diagram drawn = diagram(test::graph_of(text), {}, {.max_entities = 5});
  std::size_t all = 0;
  for (const auto& [kind, count] : drawn.left_out_kinds) all += count;
  EXPECT_EQ(drawn.left_out, 8U);
  EXPECT_EQ(all, drawn.left_out);
  const std::string persons = std::to_string(drawn.left_out_kinds.at("person"));
  EXPECT_THAT(drawn.page.subtitle.text,
              testing::HasSubstr("8 less important entities are left out: "));
  EXPECT_THAT(drawn.page.subtitle.text, testing::HasSubstr("person " + persons));
}

/// So many of ten lines are certain as of a day.
std::string in_doubt(int certain) {
  std::string text = "country hub name=Hub\n";
  for (int i = 0; i < 10; ++i) {
    const std::string n = std::to_string(i);
    text += "country c" + n + " name=C" + n + "\nr" + n + ": c" + n + " cooperates_with hub when=" +
            (i < certain ? "2010-01-01/2020-01-01" : "[2014,2016]/2020-01-01") + "\n";
  }
  return to_svg(diagram(test::graph_of(text), {.as_of = "2015-06-01"}));
}

TEST(Diagram, MarksWhatIsCertainWhereMostIsNoMoreThanPossible) {
  const std::string most_doubtful = in_doubt(3);
  EXPECT_THAT(most_doubtful, testing::HasSubstr("class=\"sure\""));
  EXPECT_THAT(most_doubtful, testing::HasSubstr(">certain<"));
  EXPECT_THAT(most_doubtful, testing::Not(testing::HasSubstr("possible imprecise")));
  EXPECT_THAT(most_doubtful, testing::HasSubstr("7 of them possible"));
  for (const int certain : {0, 7}) {
    EXPECT_THAT(in_doubt(certain), testing::Not(testing::HasSubstr("class=\"sure\"")));
    EXPECT_THAT(in_doubt(certain), testing::HasSubstr("possible imprecise"));
  }
}

}  // namespace
}  // namespace entente
