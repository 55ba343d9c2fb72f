// What records cannot hold is an attribute, or told once with how often.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foreign_text.hpp"

namespace entente {
namespace {

using test::problems_of;
using test::read_foreign_text;
using test::records_of;
using test::warnings_of;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string graphml(const std::string& keys, const std::string& graph) {
  return "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">" + keys +
         "<graph edgedefault=\"directed\">" + graph + "</graph></graphml>";
}

TEST(LeftOut, OfGraphmlIsToldOrAnAttribute) {
  const CheckedDossier read = read_foreign_text(
      graphml(
          R"(<key id="n" for="graph" attr.name="name"/><key id="c" for="graph" attr.name="c"/>)",
          R"(<desc>Title</desc><data key="n">Other</data><data key="c">x</data>)"
          R"(<node id="a"><desc>what it is</desc><port name="p"/></node><node id="b"/>)"
          R"(<edge source="a" target="b" sourceport="p"/>)"),
      "g.graphml");
  EXPECT_EQ(problems_of(read), "");
  EXPECT_THAT(records_of(read.dossier),
              AllOf(HasSubstr(R"("desc": "what it is")"), HasSubstr(R"("sourceport": "p")")));
  EXPECT_THAT(warnings_of(read),
              AllOf(HasSubstr("graph-attribute: "), HasSubstr("(2 times)"), HasSubstr("port: ")));
}

TEST(LeftOut, OfYedIsTold) {
  const CheckedDossier read = read_foreign_text(
      graphml(
          R"(<key id="d" for="node" yfiles.type="nodegraphics"/>)",
          R"(<node id="a"><data key="d"><y:ShapeNode xmlns:y="http://www.yworks.com/xml/graphml">)"
          R"(<y:Geometry x="1"/><y:NodeLabel>One</y:NodeLabel><y:NodeLabel>Two</y:NodeLabel>)"
          R"(</y:ShapeNode></data></node>)"),
      "y.graphml");
  EXPECT_THAT(records_of(read.dossier), HasSubstr(R"("names": {"und": ["One"]})"));
  EXPECT_THAT(warnings_of(read), AllOf(HasSubstr("further-label: "), HasSubstr("drawing: ")));
}

TEST(LeftOut, IsARepeatedAttributeToldOnce) {
  std::string data;
  for (int i = 0; i < 50'000; ++i) data += "<data key=\"k\">v</data>";
  const CheckedDossier read =
      read_foreign_text(graphml("", "<node id=\"a\">" + data + "</node>"), "r.graphml");
  EXPECT_EQ(problems_of(read), "");
  EXPECT_THAT(warnings_of(read), HasSubstr("(49999 times)"));
  std::string declared;
  std::string values;
  for (int i = 0; i < 20'000; ++i) {
    const std::string id = std::to_string(i);
    declared += "<attribute id=\"" + id + "\" title=\"same\" type=\"string\"/>";
    values += "<attvalue for=\"" + id + "\" value=\"v\"/>";
  }
  const CheckedDossier gexf =
      read_foreign_text("<gexf version=\"1.3\"><graph><attributes class=\"node\">" + declared +
                            "</attributes><nodes><node id=\"a\"><attvalues>" + values +
                            "</attvalues></node></nodes><edges/></graph></gexf>",
                        "r.gexf");
  EXPECT_EQ(problems_of(gexf), "");
  EXPECT_THAT(warnings_of(gexf), HasSubstr("(19999 times)"));
}

TEST(LeftOut, IsNoNullAndNoParent) {
  const CheckedDossier nulls =
      read_foreign_text(R"({"nodes": [{"id": "a", "n": null}, {"id": "b"}], "links": )"
                        R"([{"source": "a", "target": "b", "n": null}]})",
                        "g.json", "node-link");
  EXPECT_THAT(records_of(nulls.dossier),
              AllOf(HasSubstr(R"("id": "a", "kind": "node", "attributes": {"n": null}})"),
                    HasSubstr(R"("modality": "fact", "attributes": {"n": null}})")));
  // gexf.net's sample of a phylogeny.
  const CheckedDossier cake = read_foreign_text(
      R"(<gexf version="1.3"><graph><nodes><node id="a"/><node id="b"/><node id="c"><parents>)"
      R"(<parent for="a"/><parent for="b"/></parents></node><node id="d"><parents>)"
      R"(<parent for="a"/></parents></node></nodes></graph></gexf>)",
      "p.gexf");
  EXPECT_THAT(records_of(cake.dossier),
              AllOf(HasSubstr(R"("id": "c", "kind": "node", "attributes": {"parent": ["a", "b"]})"),
                    HasSubstr(R"("id": "d", "kind": "node", "attributes": {"parent": "a"})")));
  EXPECT_THAT(warnings_of(cake), HasSubstr("(3 times)"));
}

TEST(LeftOut, OfEdgesWithTheIdOfOthersIsTold) {
  const CheckedDossier read = read_foreign_text(
      R"({"multigraph": true, "nodes": [{"id": "a"}, {"id": "b"}, {"id": "c"}], "links": )"
      R"([{"source": "a", "target": "b", "key": "treaty of 1990"}, )"
      R"({"source": "b", "target": "c", "key": "treaty of 1990"}]})",
      "g.json", "node-link");
  EXPECT_THAT(warnings_of(read), AllOf(HasSubstr("repeated-id: "), HasSubstr("(2 times)")));
}

TEST(LeftOut, OfHyperedgesAreThoseThatTieMoreThanTwo) {
  const auto read = [](const std::string& hyperedges) {
    return read_foreign_text(
        R"({"graph": {"nodes": {"a": {}, "b": {}, "c": {}}, "hyperedges": [)" + hyperedges + "]}}",
        "g.jgf");
  };
  EXPECT_THAT(warnings_of(read("")), Not(HasSubstr("hyperedge")));
  const CheckedDossier pairs =
      read(R"({"nodes": ["a", "b"]}, {"source": ["b"], "target": ["c"], "metadata": {"w": 4}})");
  EXPECT_THAT(warnings_of(pairs), Not(HasSubstr("hyperedge")));
  EXPECT_THAT(records_of(pairs.dossier),
              AllOf(HasSubstr(R"("type": "edge-undirected", "from": "a", "to": "b")"),
                    HasSubstr(R"("type": "edge", "from": "b", "to": "c", "modality": "fact", )"
                              R"("attributes": {"w": 4})")));
  const std::string of_three = R"({"nodes": ["a", "b", "c"]})";
  EXPECT_THAT(warnings_of(read(of_three + ", " + of_three)),
              AllOf(HasSubstr("hyperedge: "), HasSubstr("(2 times)")));
}

TEST(LeftOut, OfGexfIsNotWhoMadeIt) {
  const CheckedDossier read = read_foreign_text(
      R"(<gexf version="1.3"><meta lastmodifieddate="2024-05-06"><creator>Gephi</creator>)"
      R"(<creator>"me"</creator></meta><graph><nodes/><edges/></graph></gexf>)",
      "g.gexf");
  EXPECT_EQ(warnings_of(read), "no-title: the dossier has no title\n");
  ASSERT_EQ(read.dossier.foreign.size(), 1U);
  EXPECT_EQ(read.dossier.foreign.front().first, "x-gexf-meta");
  EXPECT_EQ(read.dossier.foreign.front().second,
            R"({"creator": "Gephi; \"me\"", "lastmodifieddate": "2024-05-06"})");
}

TEST(LeftOut, OfGexfIsToldOrAnAttribute) {
  const CheckedDossier read = read_foreign_text(
      R"(<gexf version="1.3"><graph name="Title"><nodes>)"
      R"(<node id="a"><viz:color xmlns:viz="http://gexf.net/1.3/viz" r="1" g="2" b="3" a="0.5"/>)"
      R"(</node><node id="b"/></nodes><edges><edge source="a" target="b" type="mutual"/></edges>)"
      R"(</graph></gexf>)",
      "g.gexf");
  EXPECT_THAT(records_of(read.dossier),
              AllOf(HasSubstr("rgba(1,2,3,0.5)"), HasSubstr(R"("mutual": true)")));
  EXPECT_EQ(read.dossier.titles.at(0).second, "Title");
}

TEST(LeftOut, OfJsonGraphsIsToldOrAnAttribute) {
  const CheckedDossier jgf = read_foreign_text(
      R"({"made": "by me", "graph": {"id": "g", "metadata": {"version": "1"}, "nodes": )"
      R"({"a": {"type": "person", "label": "A"}, "b": {}}, "edges": [{"source": "a", "target": "b"}]}})",
      "g.jgf");
  EXPECT_THAT(records_of(jgf.dossier), HasSubstr(R"("kind": "person")"));
  EXPECT_THAT(warnings_of(jgf), HasSubstr("(3 times)"));
  const CheckedDossier links = read_foreign_text(
      R"({"directed": true, "multigraph": false, "graph": {"name": "Title", "year": 2010}, )"
      R"("nodes": [{"id": "a"}], "links": []})",
      "n.json");
  EXPECT_EQ(links.dossier.titles.at(0).second, "Title");
  EXPECT_THAT(warnings_of(links), HasSubstr("graph-attribute: "));
  const CheckedDossier cytoscape = read_foreign_text(
      R"({"data": [["name", "Title"], ["year", 2010]], "directed": false, "multigraph": false, )"
      R"("elements": {"nodes": [{"data": {"id": "a"}}], "edges": []}})",
      "c.json", "cytoscape");
  EXPECT_EQ(cytoscape.dossier.titles.at(0).second, "Title");
  EXPECT_THAT(warnings_of(cytoscape), HasSubstr("graph-attribute: "));
}

TEST(LeftOut, OfPopoloIsTold) {
  const CheckedDossier read = read_foreign_text(
      R"({"persons": [{"id": "p", "name": "P", "other_names": [{"name": "Q", "note": "short"}], )"
      R"("contact_details": [{"type": "email", "value": "a@b"}]}], "motions": [{"id": "m"}]})",
      "p.json");
  EXPECT_THAT(warnings_of(read),
              AllOf(HasSubstr("`note` of `other_names`"), HasSubstr("`type` of `contact_details`"),
                    HasSubstr("popolo-list: ")));
}

TEST(LeftOut, IsAMonthThatNoCalendarHas) {
  const CheckedDossier read = read_foreign_text(
      "atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit\n1,200,1955,5,14,1991,13,1\n",
      "atop.csv");
  EXPECT_EQ(read.dossier.relations.at(0).when->text(), "1955-05-14/1991");
  EXPECT_THAT(warnings_of(read), HasSubstr("no-such-day: "));
}

std::string claim(const std::string& property, const std::string& time, int precision,
                  const std::string& rank) {
  return R"({"mainsnak": {"snaktype": "value", "property": ")" + property +
         R"(", "datavalue": {"type": "time", "value": {"time": ")" + time + R"(", "precision": )" +
         std::to_string(precision) + R"(, "calendarmodel": "Q1985727"}}}, "rank": ")" + rank +
         R"(", "references": []})";
}

std::string item(const std::string& claims) {
  return R"({"entities": {"Q1": {"type": "item", "id": "Q1", "labels": {}, "claims": {)" + claims +
         "}}}}";
}

TEST(LeftOut, OfWikidataIsNoDateOfEqualRank) {
  const std::string two = claim("P569", "+1950-00-00T00:00:00Z", 8, "normal") + "," +
                          claim("P569", "+1961-00-00T00:00:00Z", 9, "normal");
  const CheckedDossier read =
      read_foreign_text(item("\"P569\": [" + two + "]"), "w.json", "wikidata");
  ASSERT_TRUE(read.dossier.entities.at(0).when) << records_of(read.dossier);
  EXPECT_EQ(read.dossier.entities.at(0).when->text(), "[1950..1959,1961]/");
  EXPECT_THAT(warnings_of(read), Not(HasSubstr("lesser-date")));
  const std::string ranks = claim("P569", "+1950-00-00T00:00:00Z", 9, "preferred") + "," +
                            claim("P569", "+1961-00-00T00:00:00Z", 9, "deprecated");
  const CheckedDossier best =
      read_foreign_text(item("\"P569\": [" + ranks + "]"), "w.json", "wikidata");
  ASSERT_TRUE(best.dossier.entities.at(0).when);
  EXPECT_EQ(best.dossier.entities.at(0).when->text(), "1950/");
  EXPECT_THAT(warnings_of(best), HasSubstr("lesser-date: "));
  const CheckedDossier far = read_foreign_text(
      item("\"P571\": [" + claim("P571", "-13798000000-00-00T00:00:00Z", 3, "normal") + "]"),
      "w.json", "wikidata");
  EXPECT_THAT(records_of(far.dossier), HasSubstr("-13798000000"));
  EXPECT_THAT(warnings_of(far), HasSubstr("unread-date: "));
}

std::string class_claim(const std::string& id, const std::string& rank) {
  return R"({"mainsnak": {"snaktype": "value", "property": "P31", "datavalue": {"value": )"
         R"({"entity-type": "item", "id": ")" +
         id + R"("}, "type": "wikibase-entityid"}}, "rank": ")" + rank + R"("})";
}

TEST(LeftOut, OfWikidataIsAClassThatItCallsDeprecated) {
  const auto read = [](const std::string& claims) {
    return read_foreign_text(item("\"P31\": [" + claims + "]"), "w.json", "wikidata");
  };
  const std::string person = class_claim("Q5", "normal");
  const CheckedDossier deprecated = read(class_claim("Q6256", "deprecated") + "," + person);
  EXPECT_THAT(records_of(deprecated.dossier),
              AllOf(HasSubstr(R"("kind": "person")"), HasSubstr(R"("instance_of": "Q5")")));
  EXPECT_THAT(warnings_of(deprecated), HasSubstr("deprecated: "));
  const CheckedDossier preferred = read(person + "," + class_claim("Q6256", "preferred"));
  EXPECT_THAT(records_of(preferred.dossier), AllOf(HasSubstr(R"("kind": "country")"),
                                                   HasSubstr(R"("instance_of": ["Q5", "Q6256"])")));
  EXPECT_THAT(warnings_of(preferred), Not(HasSubstr("deprecated")));
}

TEST(LeftOut, OfWikidataAreQualifiersOfValues) {
  const std::string population =
      R"({"mainsnak": {"snaktype": "value", "property": "P1082", "datavalue": {"type": )"
      R"("quantity", "value": {"amount": "+2000", "unit": "1"}}}, "rank": "normal", )"
      R"("qualifiers": {"P585": [{"snaktype": "value", "property": "P585"}]}, "references": []})";
  const CheckedDossier read =
      read_foreign_text(item("\"P1082\": [" + population + "]"), "w.json", "wikidata");
  EXPECT_THAT(warnings_of(read),
              AllOf(HasSubstr("statement-part: qualifiers"), Not(HasSubstr("references"))));
}

TEST(LeftOut, OfWikidataIsASpanThatEndsBeforeItStarts) {
  const CheckedDossier read = read_foreign_text(
      item("\"P571\": [" + claim("P571", "+1961-00-00T00:00:00Z", 9, "normal") + "], \"P576\": [" +
           claim("P576", "+1950-00-00T00:00:00Z", 9, "normal") + "]"),
      "w.json", "wikidata");
  EXPECT_THAT(records_of(read.dossier), HasSubstr(R"({"P571": "1961", "P576": "1950")"));
  EXPECT_THAT(warnings_of(read), HasSubstr("unread-date: "));
}

}  // namespace
}  // namespace entente
