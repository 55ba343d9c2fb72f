// Graphs as other programs write them, and what becomes of them.

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/dossier_writer.hpp>
#include <entente/io/load.hpp>
#include <entente/io/vocabulary.hpp>

#include "support/folder.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

ReadResult read_as(std::string_view text, const std::string& format) {
  ReadLimits limits;
  limits.format = format;
  return read_records_from_text(text, "file", limits);
}

std::vector<std::string> records(const ReadResult& read) {
  std::vector<std::string> lines;
  for (const Entity& entity : read.dossier.entities) lines.push_back(to_json(entity));
  for (const Relation& relation : read.dossier.relations) lines.push_back(to_json(relation));
  return lines;
}

std::vector<std::string> problems(const ReadResult& read) {
  std::vector<std::string> lines;
  for (const Problem& problem : read.problems)
    if (problem.severity == Severity::error || problem.code != "no-title")
      lines.push_back(std::to_string(problem.line) + ":" + std::to_string(problem.column) + " " +
                      problem.code);
  return lines;
}

TEST(Foreign, WhatIsLostSaysWhatToDo) {
  const std::vector<std::pair<std::string, std::string>> files = {
      {"cytoscape", R"({"elements": {"nodes": [], "edges": []}, "zoom": 2})"},
      {"node-link", R"({"nodes": [], "links": [], "directed": true, "graph": {"x": 1}})"},
      {"jgf", R"({"graph": {"type": "t", "metadata": {"a": 1}, "nodes": {}, "edges": []}})"},
      {"gexf", R"(<gexf version="1.2"><meta><creator>c</creator></meta><graph/></gexf>)"},
      {"popolo", R"({"persons": [{"id": "p", "name": "P", "note": "n"}], "motions": [{}]})"}};
  for (const auto& [format, text] : files) {
    const ReadResult read = read_as(text, format);
    EXPECT_FALSE(read.problems.empty()) << format;
    for (const Problem& problem : read.problems)
      EXPECT_NE(problem.hint, "") << format << ": " << problem.message;
  }
}

TEST(Graphml, GivesKeysTheirNamesTypesAndDefaults) {
  const ReadResult read = read_as(R"(<graphml><key id="d0" for="node" attr.name="kind"
      attr.type="string"><default>person</default></key><key id="d1" for="edge" attr.name="weight"
      attr.type="double"/><graph edgedefault="undirected"><node id="a"/><node id="b"><data key="d0">
country</data></node><edge source="a" target="b"><data key="d1"> 2 </data></edge></graph></graphml>)",
                                  "graphml");
  EXPECT_THAT(problems(read), IsEmpty());
  EXPECT_THAT(records(read),
              ElementsAre(R"({"id": "a", "kind": "person"})", R"({"id": "b", "kind": "country"})",
                          R"({"id": "e1", "type": "edge", "from": "a", "to": "b", )"
                          R"("modality": "fact", "attributes": {"weight": 2.0}})"));
  const Vocabulary vocabulary = vocabulary_of(read.dossier);
  EXPECT_EQ(vocabulary.find_type("edge")->symmetry, Symmetry::symmetric);
}

TEST(Graphml, ReadsLabelsAndArrowsOfYed) {
  const ReadResult read = read_as(
      R"(<graphml xmlns:y="y"><key id="d6" for="node" yfiles.type="nodegraphics"/><key id="d10"
      for="edge" yfiles.type="edgegraphics"/><graph edgedefault="directed"><node id="n0"><data key="d6">
      <y:ShapeNode><y:NodeLabel>日本</y:NodeLabel></y:ShapeNode></data></node><edge id="e" source="n0"
      target="n0"><data key="d10"><y:Arrows source="none" target="none"/></data></edge></graph></graphml>)",
      "graphml");
  EXPECT_EQ(records(read).front(), R"({"id": "n0", "kind": "node", "names": {"und": ["日本"]}})");
  EXPECT_EQ(vocabulary_of(read.dossier).find_type("edge")->symmetry, Symmetry::symmetric);
}

TEST(Graphml, TellsWhatRecordsCannotHold) {
  const ReadResult read =
      read_as(R"(<graphml><graph><node id="g"><graph><node id="i"/></graph></node>
<hyperedge/></graph></graphml>)",
              "graphml");
  ASSERT_EQ(read.remarks.size(), 2U);
  EXPECT_EQ(read.remarks[0].code, "nested-graph");
  EXPECT_EQ(read.remarks[1].code, "hyperedge");
  EXPECT_THAT(records(read), testing::Contains(HasSubstr(R"("parent": "g")")));
}

TEST(Xml, RefusesDocumentTypesAndWhatIsCut) {
  EXPECT_THAT(
      problems(read_as("<?xml version=\"1.0\"?>\n<!DOCTYPE g [<!ENTITY a \"b\">]><g>&a;</g>",
                       "graphml")),
      testing::Contains(testing::EndsWith("xml-doctype")));
  EXPECT_THAT(problems(read_as("<graphml><graph><node", "graphml")),
              testing::Contains(testing::EndsWith("bad-xml")));
  EXPECT_THAT(problems(read_as("<graphml/>", "graphml")),
              testing::Contains(testing::EndsWith("no-graph")));
  std::string deep;
  for (int i = 0; i < 600; ++i) deep += "<a>";
  EXPECT_THAT(problems(read_as(deep, "gexf")), testing::Contains(testing::EndsWith("limit-depth")));
  std::string wide = "<graphml";
  for (int i = 0; i < 10000; ++i) wide += " a" + std::to_string(i) + "=\"\"";
  EXPECT_THAT(problems(read_as(wide + "/>", "graphml")),
              testing::Contains(testing::EndsWith("limit-values")));
}

TEST(Gexf, KeepsDaysAsTheyStand) {
  const ReadResult read = read_as(
      R"(<gexf><graph mode="dynamic" defaultedgetype="directed" timeformat="date"><nodes>
      <node id="a" start="2010-01-01"/><node id="b"/></nodes><edges>
      <edge id="x" source="a" target="b" start="2011-02-03" end="2012-03-04"/>
      <edge id="y" source="b" target="a"><spells><spell start="2010-01-01" end="2010-12-31"/>
      <spell start="2013-01-01"/></spells></edge></edges></graph></gexf>)",
      "gexf");
  ASSERT_EQ(read.dossier.relations.size(), 3U);
  EXPECT_EQ(read.dossier.entities[0].when->text(), "2010-01-01/..");
  EXPECT_EQ(read.dossier.entities[1].when, std::nullopt);
  EXPECT_EQ(read.dossier.relations[0].when->text(), "2011-02-03/2012-03-04");
  EXPECT_EQ(read.dossier.relations[1].id, "y");
  EXPECT_EQ(read.dossier.relations[2].id, "y-2");
  EXPECT_EQ(read.dossier.relations[2].when->text(), "2013-01-01/..");
}

TEST(Gexf, MakesNoDatesOfNumbers) {
  const ReadResult read = read_as(
      R"(<gexf><graph mode="dynamic"><nodes><node id="a" start="1.5"/></nodes></graph></gexf>)",
      "gexf");
  EXPECT_THAT(records(read),
              ElementsAre(R"({"id": "a", "kind": "node", "attributes": {"start": 1.5}})"));
}

TEST(NodeLink, ReadsGraphsOfD3) {
  const ReadResult read = read_as(
      R"({"nodes": [{"id": 1, "group": 2}, {"id": "b", "name": "B"}],
          "links": [{"source": 1, "target": "b", "value": 3}]})",
      "node-link");
  EXPECT_THAT(
      records(read),
      ElementsAre(R"({"id": "1", "kind": "node", "attributes": {"group": 2}})",
                  R"({"id": "b", "kind": "node", "names": {"und": ["B"]}})",
                  R"({"id": "e1", "type": "edge", "from": "1", "to": "b", "modality": "fact", )"
                  R"("attributes": {"value": 3}})"));
}

TEST(JsonGraph, SaysOfEachEdgeWhetherItHasADirection) {
  const ReadResult read = read_as(
      R"({"graph": {"label": "G", "nodes": {"a": {"label": "A"}, "b": {}}, "edges": [
          {"source": "a", "target": "b", "relation": "knows", "directed": false},
          {"source": "b", "target": "a", "relation": "knows"}]}})",
      "jgf");
  ASSERT_EQ(read.dossier.relations.size(), 2U);
  EXPECT_EQ(read.dossier.relations[0].type, "knows-undirected");
  EXPECT_EQ(read.dossier.relations[1].type, "knows");
  EXPECT_THAT(read.dossier.titles, ElementsAre(testing::Pair("und", "G")));
}

TEST(Csv, UnderstandsTheTablesOfGephi) {
  const ReadResult read = read_as(
      "Source,Target,Type,Kind,Id,Label,Weight,timeset\n"
      "a,b,Directed,knows,x,\"u, v\",2.5,\"<[2014-01-01, 2015-01-01]>\"\n"
      "b,c,Undirected,knows,,,3,\n",
      "csv");
  EXPECT_THAT(problems(read), IsEmpty());
  ASSERT_EQ(read.dossier.relations.size(), 2U);
  EXPECT_EQ(to_json(read.dossier.relations[0]),
            R"({"id": "x", "type": "knows", "from": "a", "to": "b", )"
            R"("when": "2014-01-01/2015-01-01", "modality": "fact", )"
            R"("attributes": {"label": "u, v", "weight": 2.5}})");
  EXPECT_EQ(read.dossier.relations[1].type, "knows-undirected");
  EXPECT_EQ(read.dossier.entities.size(), 3U) << "nodes that only edges name are made";
}

TEST(Csv, AsksForTheEndsThatItDoesNotFind) {
  const ReadResult names = read_as("Who,Whom\na,b\n", "csv");
  ASSERT_EQ(names.problems.front().code, "no-ends");
  EXPECT_THAT(names.problems.front().hint, HasSubstr("--map from=COLUMN,to=COLUMN"));
  EXPECT_EQ(read_as("Id,Label\na,A\n", "csv").problems.front().code, "no-edges");
  ReadLimits limits;
  limits.format = "csv";
  limits.columns = {{"from", "Who"}, {"to", "Whom"}};
  const ReadResult mapped = read_records_from_text("Who,Whom\na,b\n", "file", limits);
  EXPECT_EQ(mapped.dossier.relations.size(), 1U);
}

TEST(Csv, ReadsTablesOfNodesAndEdgesTogether) {
  const test::Folder folder;
  folder.write("nodes.csv", "Id,Label,Kind\na,Alpha,person\n");
  folder.write("edges.csv", "Source,Target\na,b\n");
  const Graph graph = load_graph(folder.path().string());
  EXPECT_EQ(graph.find("Alpha").value(), graph.entity("a"));
  EXPECT_EQ(load_graph({folder.at("nodes.csv"), folder.at("edges.csv")}).entity_count(),
            graph.entity_count());
}

// What a source leaves open stays open, and what is no date is kept as it stands.
TEST(FoundDates, AreNoMorePreciseThanTheirSource) {
  const ReadResult read = read_as(
      "from,to,when,start,end\na,b,2010-00-00,,\na,b,2010-05-00,,\na,b,spring,,\n"
      "a,b,,2010-00-00,2011-03-00\n",
      "csv");
  std::vector<std::string> dates;
  for (const Relation& relation : read.dossier.relations)
    dates.push_back(relation.when ? relation.when->text() : to_json(relation));
  EXPECT_THAT(dates,
              ElementsAre("2010", "2010-05", HasSubstr(R"("when": "spring")"), "2010/2011-03"));
}

TEST(FoundDates, OfTheFormatThatAreNoneAreAttributes) {
  const ReadResult read = read_as(
      R"(<gexf version="1.3"><graph timeformat="date"><nodes><node id="a"/></nodes><edges>
<edge source="a" target="a" start="2010-00-00"/><edge source="a" target="a" start="spring"/></edges></graph></gexf>)",
      "gexf");
  ASSERT_EQ(read.dossier.relations.size(), 2U);
  EXPECT_EQ(read.dossier.relations[0].when->text(), "2010/..");
  EXPECT_THAT(to_json(read.dossier.relations[1]), HasSubstr(R"("when": "spring/..")"));
}

TEST(Csv, TellsWhereAColumnOrACellIsWrong) {
  EXPECT_THAT(problems(read_as("from,to,note,note\na,b,1,2\n", "csv")),
              ElementsAre("1:14 duplicate-column"));
  EXPECT_THAT(problems(read_as("from,to,note\na,,1\n,b,2\na,b,3\n", "csv")),
              ElementsAre("2:3 empty-cell", "3:1 empty-cell"));
}

TEST(Csv, LeavesAColumnWithoutNameOut) {
  const ReadResult read = read_as(",from,to\n0,a,b\n", "csv");
  EXPECT_THAT(problems(read), ElementsAre("1:1 nameless-column"));
  EXPECT_THAT(to_json(read.dossier.relations.front()), testing::Not(HasSubstr("attributes")));
}

TEST(NodeLink, RefusesWhatIsNoNodeAndNoId) {
  EXPECT_THAT(problems(read_as(R"({"nodes": [1], "links": []})", "node-link")),
              ElementsAre("1:12 bad-element"));
  EXPECT_THAT(problems(read_as(R"({"nodes": [{"id": {"x": 1}}], "links": []})", "node-link")),
              ElementsAre("1:19 bad-element"));
  EXPECT_THAT(problems(read_as(R"({"graph": {"nodes": [1], "edges": []}})", "jgf")),
              ElementsAre("1:22 bad-element"));
}

TEST(NodeLink, LeavesOutWhatIsNoElementIfAskedTo) {
  const auto left_out = [](std::string_view text, const std::string& format) {
    return check_leniently(read_as(text, format));
  };
  const LenientDossier d3 =
      left_out(R"({"nodes": [5, {}, {}], "links": [7, {"source": 1, "target": 2}]})", "node-link");
  EXPECT_EQ(d3.left_out.records, 2U);
  EXPECT_FALSE(has_errors(d3.checked.problems));
  EXPECT_EQ(d3.checked.dossier.relations.size(), 1U);
  EXPECT_EQ(
      left_out(R"({"graph": {"nodes": {"a": {}, "b": 5}, "edges": [7]}})", "jgf").left_out.records,
      2U);
  EXPECT_EQ(
      left_out(R"({"elements": {"nodes": [{"data": {"id": "a"}}, 5], "edges": [7]}})", "cytoscape")
          .left_out.records,
      2U);
  EXPECT_EQ(left_out(R"([{"data": {"id": "a"}}, 5])", "cytoscape").left_out.records, 1U);
}

TEST(NodeLink, TakesTheKeysThatSomebodyGave) {
  const ReadResult read = read_as(
      R"({"nodes": [{"id": "a"}], "links": [{"source": "a", "target": "a", "key": "first"}]})",
      "node-link");
  EXPECT_EQ(read.dossier.relations.front().id, "first");
}

TEST(AFormat, OfATextFileOrOfAnEndingThatIsNoneIsToldByWhatItHolds) {
  for (const std::string name : {"a.txt", "a.of-us", "a"}) {
    const auto size_of = [&](std::string_view text) {
      const ReadResult read = read_records_from_text(text, name);
      EXPECT_FALSE(has_errors(read.problems)) << name << text;
      return read.dossier.entities.size();
    };
    EXPECT_EQ(size_of(R"({"format": "entente/1", "entities": [{"id": "a", "kind": "country"}]})"),
              1U);
    EXPECT_EQ(size_of("{\"dossier\": {\"format\": \"entente/1\"}}\n"
                      "{\"entity\": {\"id\": \"a\", \"kind\": \"country\"}}\n"),
              1U);
    EXPECT_EQ(
        size_of("<graphml><graph edgedefault=\"directed\"><node id=\"a\"/></graph></graphml>"), 1U);
    EXPECT_EQ(size_of(R"(<gexf version="1.3"><graph><nodes><node id="a"/></nodes></graph></gexf>)"),
              1U);
    EXPECT_EQ(size_of(R"({"nodes": [{"id": "a"}], "links": []})"), 1U);
  }
}

TEST(AFormat, MayHoldNoRecordAndNoByte) {
  EXPECT_THAT(problems(read_as("", "ftm")), IsEmpty());
  EXPECT_THAT(problems(read_records_from_text("\n", "a.ftm")), IsEmpty());
  EXPECT_THAT(problems(read_records_from_text("", "a.json")), ElementsAre("1:1 empty-file"));
}

TEST(AFormat, IsToldByWhatTheFileHolds) {
  const auto kind = [](std::string_view text, const std::string& name) {
    return read_records_from_text(text, name).dossier.relations.size();
  };
  const std::string graph =
      R"({"nodes": [{"id": "a"}], "edges": [{"source": "a", "target": "a"}]})";
  EXPECT_EQ(kind(graph, "x.json"), 1U);
  EXPECT_EQ(kind("<graphml><graph><node id='a'/><edge source='a' target='a'/></graph></graphml>",
                 "<stdin>"),
            1U);
  EXPECT_EQ(
      kind(R"({"elements": [{"data": {"id": "a"}}, {"data": {"source": "a", "target": "a"}}]})",
           "-"),
      1U);
  EXPECT_EQ(kind(R"({"graph": {"nodes": {"a": {}}, "edges": [{"source": "a", "target": "a"}]}})",
                 "x.json"),
            1U);
}

TEST(AnOwnVocabulary, StandsInTheDossier) {
  const std::string text =
      R"({"format": "entente/1", "title": {"en": "T"}, "vocabulary": ["diplomacy",
  {"format": "entente-vocabulary/1", "name": "mine", "kinds": [{"id": "fleet"}], "types": []}],
  "entities": [{"id": "a", "kind": "fleet"}], "relations": []})";
  const CheckedDossier checked = check_records(read_records_from_text(text, "a.json"));
  EXPECT_FALSE(has_errors(checked.problems));
  EXPECT_NE(checked.vocabulary.find_kind("fleet"), nullptr);
  EXPECT_NE(checked.vocabulary.find_kind("country"), nullptr);
}

}  // namespace
}  // namespace entente
