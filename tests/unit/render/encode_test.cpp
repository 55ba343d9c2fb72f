#include <algorithm>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/error.hpp>
#include <entente/io/dossier_reader.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/render/diagram.hpp>
#include <entente/render/dot.hpp>
#include <entente/render/svg.hpp>

#include "support/graph_of.hpp"

namespace entente {
namespace {

using testing::HasSubstr;

///   a ==met (3 times)== b --met-- c --met-- d,   a --met-- c     budgets: a 400, b 100, d none
Graph measured_people() {
  return Graph(read_records_from_text(
                   R"({"dossier":{"format":"entente/1","title":{"en":"Encoded"}}}
{"entity":{"id":"a","kind":"person","names":{"en":["A"]},"attributes":{"budget":400,"wing":"left"}}}
{"entity":{"id":"b","kind":"person","names":{"en":["B"]},"attributes":{"budget":100,"wing":"right"}}}
{"entity":{"id":"c","kind":"person","names":{"en":["C"]},"attributes":{"wing":"left"}}}
{"entity":{"id":"d","kind":"person","names":{"en":["D"]}}}
{"relation":{"id":"r1","type":"met_with","from":"a","to":"b","when":"2014","attributes":{"minutes":10}}}
{"relation":{"id":"r2","type":"met_with","from":"a","to":"b","when":"2015","attributes":{"minutes":30}}}
{"relation":{"id":"r3","type":"met_with","from":"b","to":"a","when":"2016","attributes":{"place":"Rome"}}}
{"relation":{"id":"r4","type":"met_with","from":"b","to":"c","when":"2014","attributes":{"minutes":10}}}
{"relation":{"id":"r5","type":"met_with","from":"c","to":"d","when":"2014"}}
{"relation":{"id":"r6","type":"met_with","from":"a","to":"c","when":"2014"}}
)",
                   "test.jsonl")
                   .dossier,
               builtin_vocabulary());
}

const DiagramNode& node_named(const Diagram& drawn, std::string_view id) {
  return *std::ranges::find(drawn.nodes, id, &DiagramNode::id);
}

const DiagramEdge& edge_with(const Diagram& drawn, const std::string& relation) {
  return *std::ranges::find_if(drawn.edges, [&](const DiagramEdge& edge) {
    return std::ranges::find(edge.relations, relation) != edge.relations.end();
  });
}

std::string refusal(const DiagramOptions& options) {
  try {
    static_cast<void>(diagram(measured_people(), {}, options));
  } catch (const InvalidArgument& error) {
    return error.code() + ": " + error.what();
  }
  return {};
}

TEST(Encode, AreasOfNamesGoWithAnAttribute) {
  const Diagram drawn = diagram(measured_people(), {}, {.size_by = "budget"});
  const double none = node_named(drawn, "d").text_size;
  const double quarter = node_named(drawn, "b").text_size - none;
  const double all = node_named(drawn, "a").text_size - none;
  EXPECT_GT(none, 6.5);
  EXPECT_NEAR(quarter, all / 2, 1e-9) << "a quarter of the value is half as high";
}

TEST(Encode, SizesGoWithAMeasureAndTheLegendHasItsScale) {
  const Diagram drawn = diagram(measured_people(), {}, {.size_by = "degree"});
  // Degrees: a 2, b 2, c 3, d 1.
  EXPECT_GT(node_named(drawn, "c").text_size, node_named(drawn, "a").text_size);
  EXPECT_EQ(node_named(drawn, "a").text_size, node_named(drawn, "b").text_size);
  EXPECT_GT(node_named(drawn, "b").text_size, node_named(drawn, "d").text_size);
  const auto scale = std::ranges::find_if(drawn.page.legend, [](const LegendEntry& entry) {
    return std::holds_alternative<SizeMark>(entry.mark);
  });
  ASSERT_NE(scale, drawn.page.legend.end());
  EXPECT_EQ(scale->label.text, "Degree: 3") << "the largest comes first and says what of";
}

TEST(Encode, WidthsGoWithACountOrASum) {
  const Diagram counted = diagram(measured_people(), {}, {.width_by = "count"});
  EXPECT_NEAR(edge_with(counted, "r1").width, 3 * edge_with(counted, "r4").width, 1e-9);
  const Diagram summed = diagram(measured_people(), {}, {.width_by = "minutes"});
  EXPECT_NEAR(edge_with(summed, "r1").width, 4 * edge_with(summed, "r4").width, 1e-9);
  EXPECT_GT(edge_with(summed, "r5").width, 0) << "a line without a number is thin, not gone";
  EXPECT_THAT(to_svg(counted), HasSubstr("stroke-width:" + std::string("7")));
  EXPECT_THAT(to_dot(counted), HasSubstr("penwidth=\"7\""));
}

TEST(Encode, ColoursShowTheValuesOfAnAttributeBesideLetters) {
  const Diagram drawn = diagram(measured_people(), {}, {.color_by = "wing"});
  EXPECT_EQ(node_named(drawn, "a").tint, node_named(drawn, "c").tint);
  EXPECT_NE(node_named(drawn, "a").tint, node_named(drawn, "b").tint);
  EXPECT_EQ(node_named(drawn, "d").tint, 0U) << "has no wing";
  EXPECT_EQ(node_named(drawn, "a").year, "A") << "colour alone says nothing";
  std::vector<std::string> labels;
  for (const LegendEntry& entry : drawn.page.legend)
    if (std::holds_alternative<TintMark>(entry.mark)) labels.push_back(entry.label.text);
  EXPECT_THAT(labels, testing::ElementsAre("wing: A\u2002left (2)", "B\u2002right (1)"));
  const NodeStyle& person = node_style(drawn.page.style, "person");
  EXPECT_EQ(person.fill, drawn.page.style.background) << "kinds have no colours meanwhile";
}

//   x - t0 … t29: all alike but for their wing
TEST(Encode, OneBoxDoesNotStandForEntitiesThatAreDrawnDifferently) {
  std::string text = "country x\n";
  for (int i = 0; i < 30; ++i)
    text += "body t" + std::to_string(i) + " wing=" + (i % 3 == 0 ? "left" : "right") + "\nr" +
            std::to_string(i) + ": t" + std::to_string(i) + " part_of x\n";
  const Graph graph = test::graph_of(text + "country y\nz: x partner_of y\n");
  for (const DiagramOptions& options :
       {DiagramOptions{.color_by = "wing"}, DiagramOptions{.label_by = "wing"}}) {
    const Diagram drawn = diagram(graph, {}, options);
    std::size_t boxes = 0;
    for (const DiagramNode& node : drawn.nodes) {
      if (node.twins.empty()) continue;
      ++boxes;
      const auto wing = graph.attribute(graph.entity(node.id).value(), "wing");
      for (const std::string& twin : node.stands_for)
        EXPECT_EQ(graph.attribute(graph.entity(twin).value(), "wing"), wing) << twin;
    }
    EXPECT_EQ(boxes, 2U);
  }
  std::string labels;
  for (const LegendEntry& entry : diagram(graph, {}, {.color_by = "wing"}).page.legend)
    labels += entry.label.text + "\n";
  EXPECT_THAT(labels, HasSubstr("right (20)"));
  EXPECT_THAT(labels, HasSubstr("left (10)"));
}

TEST(Encode, CommunitiesAreThoseOfLeiden) {
  std::string text = "{\"dossier\":{\"format\":\"entente/1\",\"title\":{\"en\":\"Six\"}}}\n";
  for (const char* id : {"a", "b", "c", "d", "e", "f"})
    text += std::string("{\"entity\":{\"id\":\"") + id +
            "\",\"kind\":\"person\",\"names\":{\"en\":[\"" + id + "\"]}}}\n";
  for (const char* pair : {"ac", "ce", "ae", "bd", "df", "bf", "ab"})
    text += std::string("{\"relation\":{\"id\":\"") + pair +
            "\",\"type\":\"met_with\",\"from\":\"" + pair[0] + "\",\"to\":\"" + pair[1] +
            "\",\"when\":\"2014\"}}\n";
  const Graph graph(read_records_from_text(text, "test.jsonl").dossier, builtin_vocabulary());
  const Diagram drawn = diagram(graph, {}, {.color_by = "community"});
  for (const char* id : {"c", "e"})
    EXPECT_EQ(node_named(drawn, id).tint, node_named(drawn, "a").tint) << id;
  for (const char* id : {"d", "f"})
    EXPECT_EQ(node_named(drawn, id).tint, node_named(drawn, "b").tint) << id;
  EXPECT_NE(node_named(drawn, "a").tint, node_named(drawn, "b").tint);
}

TEST(Encode, LabelsShowAnAttributeOfEntitiesAndRelations) {
  const Diagram people = diagram(measured_people(), {}, {.label_by = "wing"});
  ASSERT_EQ(node_named(people, "a").detail_lines.size(), 1U);
  EXPECT_EQ(node_named(people, "a").detail_lines.front().text, "left");
  const Diagram places = diagram(measured_people(), {}, {.label_by = "place"});
  EXPECT_EQ(edge_with(places, "r3").label, "Rome");
}

Graph aided() {
  return Graph(read_records_from_text(
                   R"({"dossier":{"format":"entente/1","title":{"en":"Aid"}}}
{"entity":{"id":"a","kind":"country","names":{"en":["A"]}}}
{"entity":{"id":"b","kind":"country","names":{"en":["B"]}}}
{"entity":{"id":"c","kind":"country","names":{"en":["C"]}}}
{"relation":{"id":"r1","type":"assists","from":"a","to":"b","when":"2014","attributes":{"amount":12500000,"unit":"EUR"}}}
{"relation":{"id":"r2","type":"assists","from":"b","to":"c","when":"2015","attributes":{"amount":1234567.5,"unit":"EUR"}}}
)",
                   "test.jsonl")
                   .dossier,
               builtin_vocabulary());
}

TEST(Encode, TheScaleOfWidthsHasItsUnitAndThousandsAsTheReaderWritesThem) {
  const auto scale = [](const std::string& languages) {
    std::vector<std::string> labels;
    for (const LegendEntry& entry :
         diagram(aided(), {}, {.languages = languages, .width_by = "amount"}).page.legend)
      if (std::holds_alternative<WidthMark>(entry.mark)) labels.push_back(entry.label.text);
    return labels;
  };
  EXPECT_THAT(scale("en"),
              testing::ElementsAre("amount (EUR): 12,500,000", "2,000,000", "500,000"));
  EXPECT_THAT(scale("de").front(), HasSubstr("12.500.000"));
  EXPECT_THAT(scale("fr").front(), HasSubstr("12\u00A0500\u00A0000"));
}

TEST(Encode, LabelsSayAmountsExactlyWithTheirUnit) {
  const Diagram drawn = diagram(aided(), {}, {.label_by = "amount"});
  EXPECT_EQ(edge_with(drawn, "r1").label, "12,500,000 EUR");
  EXPECT_EQ(edge_with(drawn, "r2").label, "1,234,567.50 EUR");
}

///   two countries so near that nothing has room between them
TEST(Encode, SaysBelowHowManyLabelsHaveNoRoom) {
  Diagram drawn = diagram(aided(), {}, {.label_by = "amount"});
  EXPECT_THAT(to_svg(drawn), testing::Not(HasSubstr("labels without room")));
  for (std::size_t i = 0; i < drawn.nodes.size(); ++i)
    drawn.nodes[i].pinned = Point{45.0 * static_cast<double>(i), 0};
  EXPECT_THAT(to_svg(drawn), HasSubstr("labels without room on their lines: 2"));
}

TEST(Encode, RefusesWhatNobodyHasAndSaysWhatWasMeant) {
  EXPECT_THAT(refusal({.size_by = "bugdet"}), HasSubstr("unknown-attribute"));
  EXPECT_THAT(refusal({.size_by = "bugdet"}), HasSubstr("did you mean budget?"));
  EXPECT_THAT(refusal({.size_by = "betweeness"}), HasSubstr("did you mean betweenness?"));
  EXPECT_THAT(refusal({.size_by = "wing"}), HasSubstr("no-number"));
  EXPECT_THAT(refusal({.width_by = "minuts"}), HasSubstr("did you mean minutes?"));
  EXPECT_THAT(refusal({.width_by = "place"}), HasSubstr("no-number"));
  EXPECT_THAT(refusal({.color_by = "comunity"}), HasSubstr("did you mean community?"));
  EXPECT_THAT(refusal({.label_by = "wings"}), HasSubstr("did you mean wing?"));
}

}  // namespace
}  // namespace entente
