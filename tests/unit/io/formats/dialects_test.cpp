// What programs write that the specifications of their formats do not foresee.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foreign_text.hpp"

namespace entente {
namespace {

using test::Folder;
using test::problems_of;
using test::read_foreign_text;
using test::records_of;
using test::warnings_of;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string found_in(const std::string& text, const std::string& name) {
  const CheckedDossier checked = read_foreign_text(text, name);
  return problems_of(checked) + records_of(checked.dossier);
}

std::string gexf(const std::string& graph, const std::string& nodes, const std::string& edges) {
  return "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\"><graph " + graph + "><nodes>" +
         nodes + "</nodes><edges>" + edges + "</edges></graph></gexf>";
}

const std::string two_nodes = R"(<node id="a"/><node id="b"/>)";
const std::string dated = R"(mode="dynamic" timeformat="date" defaultedgetype="directed")";

TEST(Gexf, KeepsAsTheTypeOfATieWhatNetworkxCallsSo) {
  const std::string found = found_in(gexf(R"(defaultedgetype="directed")", two_nodes,
                                          R"(<edge source="a" target="b" type="knows"/>)"
                                          R"(<edge source="a" target="b" type="mutual"/>)"),
                                     "n.gexf");
  EXPECT_THAT(found, HasSubstr(R"("type": "knows", "from": "a", "to": "b")"));
  EXPECT_THAT(found, HasSubstr(R"("type": "edge", "from": "a", "to": "b")"));
}

TEST(Gexf, ReadsSetsOfTimes) {
  const std::string found = found_in(
      gexf(
          dated, two_nodes,
          R"(<edge id="1" source="a" target="b" timestamps="&lt;[2014-01-01, 2015]&gt;"/>)"
          R"(<edge id="2" source="a" target="b"><spells><spell timestamp="2016"/>)"
          R"(<spell timestamp="2017"/></spells></edge>)"
          R"(<edge id="3" source="a" target="b" intervals="&lt;[2004, 2005]; [2006, Infinity)&gt;"/>)"),
      "n.gexf");
  EXPECT_THAT(found, HasSubstr(R"("id": "1", "type": "edge", "from": "a", "to": "b", )"
                               R"("when": "2014-01-01")"));
  EXPECT_THAT(found, HasSubstr(R"("id": "1-2", "type": "edge", "from": "a", "to": "b", )"
                               R"("when": "2015")"));
  EXPECT_THAT(found, HasSubstr(R"("when": "2016")"));
  EXPECT_THAT(found, HasSubstr(R"("when": "2017")"));
  EXPECT_THAT(found, HasSubstr(R"("id": "3", "type": "edge", "from": "a", "to": "b", )"
                               R"("when": "2004/2005")"));
  EXPECT_THAT(found, HasSubstr(R"("id": "3-2", "type": "edge", "from": "a", "to": "b", )"
                               R"("when": "2006/..")"));
}

TEST(Gexf, LeavesOpenBoundsOut) {
  const auto when = [](const std::string& times) {
    const std::string edge = R"(<edge id="1" source="a" target="b" )" + times + "/>";
    const std::string found = found_in(gexf(dated, two_nodes, edge), "n.gexf");
    const std::size_t at = found.find("\"when\": \"");
    return at == found.npos ? found : found.substr(at + 9, found.find('"', at + 9) - at - 9);
  };
  EXPECT_EQ(when(R"(start="2010-01-01" endopen="2011-01-01")"), "2010-01-01/2010-12-31");
  EXPECT_EQ(when(R"(startopen="2010-12-31" end="2012-01-01")"), "2011-01-01/2012-01-01");
  EXPECT_EQ(when(R"(start="2010" endopen="2013")"), "2010/2012");
  EXPECT_EQ(when(R"(start="2010-05" endopen="2011-01")"), "2010-05/2010-12");
  EXPECT_EQ(when(R"(start="2010-05-01" endopen="2011-01-01T00:00:00Z")"),
            "2010-05-01/2010-12-31T23:59:59Z");
  EXPECT_EQ(when(R"(start="2010-05-01" endopen="2011-01-01T10:00:00.5")"),
            "2010-05-01/2011-01-01T10:00:00");
  EXPECT_EQ(when(R"(intervals="&lt;(2009, 2012)&gt;")"), "2010/2011");
}

TEST(Gexf, HasANodeAtItsInstantsAlone) {
  const std::string found = found_in(
      gexf(dated, R"(<node id="a" timestamps="[2014, 2016]"/><node id="b" timestamp="2014"/>)", ""),
      "n.gexf");
  EXPECT_THAT(found, HasSubstr(R"("id": "a", "kind": "node", "attributes": )"
                               R"({"timestamps": ["2014", "2016"]})"));
  EXPECT_THAT(found, HasSubstr(R"("id": "b", "kind": "node", "when": "2014")"));
}

std::string gephi_table(const std::string& first, const std::string& second) {
  return found_in("Source,Target,timeset\na,b,\"" + first + "\"\nb,c,\"" + second + "\"\n",
                  "e.csv");
}

TEST(Gephi, TellsSpellsFromInstants) {
  const std::string spell = gephi_table("<[2009, 2011]>", "<[2009, 2010); [2012, 2013]>");
  EXPECT_THAT(spell, HasSubstr(R"("to": "b", "when": "2009/2011")"));
  EXPECT_THAT(spell, HasSubstr(R"("to": "c", "when": "2009/2009")"));
  EXPECT_THAT(spell, HasSubstr(R"("to": "c", "when": "2012/2013")"));
  const std::string instants = gephi_table("<[2009, 2011]>", "<[2009, 2010, 2014]>");
  for (const char* year : {"2009", "2011"})
    EXPECT_THAT(instants, HasSubstr(R"("to": "b", "when": ")" + std::string(year) + '"'));
  EXPECT_THAT(instants, HasSubstr(R"("to": "c", "when": "2014")"));
}

TEST(Gexf, KeepsSeveralSpellsOfNumbers) {
  const std::string spells = R"(<spells><spell start="1" end="2"/><spell start="4"/></spells>)";
  const std::string found = found_in(gexf(R"(mode="dynamic" timeformat="double")",
                                          R"(<node id="a">)" + spells + R"(</node><node id="b"/>)",
                                          R"(<edge source="a" target="b">)" + spells + "</edge>"),
                                     "n.gexf");
  EXPECT_THAT(found, HasSubstr(R"("id": "a", "kind": "node", "attributes": )"
                               R"({"spells": ["1/2", "4/.."]})"));
  EXPECT_THAT(found, HasSubstr(R"("id": "e1")"));
  EXPECT_THAT(found, Not(HasSubstr(R"("id": "e2")")));
}

TEST(Gexf, ReadsClocksAsTheyAreAndNoFinerThanSeconds) {
  const std::string found =
      found_in(gexf(dated, two_nodes,
                    R"(<edge id="1" source="a" target="b" start="2009-03-05T10:00:00" )"
                    R"(end="2009-03-06T00:00:00.000+02:00"/>)"
                    R"(<edge id="2" source="a" target="b" start="2009-03-05T10:00:00.5Z"/>)"),
               "n.gexf");
  EXPECT_THAT(found, HasSubstr(R"("when": "2009-03-05T10:00:00/2009-03-06T00:00:00+02:00")"));
  EXPECT_THAT(found, HasSubstr(R"("when": "2009-03-05T10:00:00Z/..", "modality": "fact", )"
                               R"("attributes": {"when": "2009-03-05T10:00:00.5Z/.."})"));
}

TEST(Gexf, TellsAttributesFromLooksAndWeightsOfTheSameName) {
  const std::string text =
      R"(<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3"><graph>)"
      R"(<attributes class="node"><attribute id="0" title="size" type="integer"/></attributes>)"
      R"(<attributes class="edge"><attribute id="0" title="weight" type="double"/></attributes>)"
      R"(<nodes><node id="a"><attvalues><attvalue for="0" value="7"/></attvalues>)"
      R"(<viz:size value="3.5"/></node><node id="b"/></nodes><edges><edge source="a" target="b" )"
      R"(weight="2"><attvalues><attvalue for="0" value="2.5"/></attvalues></edge>)"
      R"(<edge source="a" target="b" cardinal="3"/></edges></graph></gexf>)";
  const std::string found = found_in(text, "n.gexf");
  EXPECT_THAT(found, HasSubstr(R"("attributes": {"size": 7, "viz_size": 3.5})"));
  EXPECT_THAT(found, HasSubstr(R"("attributes": {"weight": 2.5})"));
  EXPECT_THAT(found, HasSubstr(R"("attributes": {"weight": 3.0})"));
}

TEST(Gexf, HasListsOfNumbers) {
  const std::string found = found_in(
      "<gexf><graph><attributes class=\"node\"><attribute id=\"0\" title=\"n\" "
      "type=\"listinteger\"/><attribute id=\"1\" title=\"d\" type=\"listdouble\"/>"
      "<attribute id=\"2\" title=\"b\" type=\"listboolean\"/></attributes><nodes><node id=\"a\">"
      "<attvalues><attvalue for=\"0\" value=\"[1, 2, x]\"/><attvalue for=\"1\" value=\"0.5|2\"/>"
      "<attvalue for=\"2\" value=\"[true, false]\"/></attvalues></node></nodes></graph></gexf>",
      "l.gexf");
  EXPECT_THAT(found, HasSubstr(R"({"b": [true, false], "d": [0.5, 2.0], "n": [1, 2, "x"]})"));
}

TEST(Gexf, TellsTheZoneOfClocksThatDoNotSayTheirs) {
  const auto told = [](const std::string& start) {
    return warnings_of(read_foreign_text(
        gexf(R"(timezone="Europe/Berlin" mode="dynamic" timeformat="dateTime")", two_nodes,
             R"(<edge source="a" target="b" start=")" + start + "\"/>"),
        "z.gexf"));
  };
  EXPECT_THAT(told("2010-05-31T10:00:00"), HasSubstr("time-zone: "));
  EXPECT_THAT(told("2010-05-31T10:00:00+02:00"), Not(HasSubstr("time-zone")));
  EXPECT_THAT(told("2010-05-31"), Not(HasSubstr("time-zone")));
}

TEST(DeclaredNumbers, AreToldWhereTheyAreNone) {
  const std::string graphml =
      R"(<graphml><key id="w" for="edge" attr.name="weight" attr.type="double"/><graph>)"
      R"(<node id="a"/><node id="b"/><edge source="a" target="b"><data key="w">1.5</data></edge>)"
      R"(<edge source="a" target="b"><data key="w">x</data></edge>)"
      R"(<edge source="a" target="b"><data key="w">NaN</data></edge></graph></graphml>)";
  const std::string edges =
      R"(<edge source="a" target="b" weight="1.5"/><edge source="a" target="b" weight="x"/>)"
      R"(<edge source="a" target="b" weight="NaN"/>)";
  for (const CheckedDossier& read :
       {read_foreign_text(graphml, "w.graphml"),
        read_foreign_text(gexf(R"(defaultedgetype="directed")", two_nodes, edges), "w.gexf")}) {
    EXPECT_EQ(problems_of(read), "");
    EXPECT_THAT(warnings_of(read),
                AllOf(HasSubstr("unread-number: "), HasSubstr("missing-mark: ")));
    EXPECT_THAT(
        records_of(read.dossier),
        AllOf(HasSubstr(R"("weight": 1.5)"), HasSubstr(R"("weight": "x")"), Not(HasSubstr("NaN"))));
  }
}

TEST(Graphml, TellsThatGraphsOfAFileBecomeOne) {
  const std::string graph = R"(<graph edgedefault="directed"><node id="a"/><node id="b"/>)"
                            R"(<edge source="a" target="b"/></graph>)";
  const std::string other = R"(<graph edgedefault="directed"><node id="c"/></graph>)";
  EXPECT_THAT(
      warnings_of(read_foreign_text("<graphml>" + graph + other + "</graphml>", "g.graphml")),
      HasSubstr("united-graphs: "));
  EXPECT_THAT(warnings_of(read_foreign_text("<graphml>" + graph + "</graphml>", "g.graphml")),
              Not(HasSubstr("united-graphs")));
}

TEST(Graphml, KeepsEmptyTextsAndNumbersOfBothKindsUnderOneKey) {
  const std::string found = found_in(
      R"(<graphml><key id="size" for="node" attr.name="size" attr.type="long"/>)"
      R"(<key id="note" for="node" attr.name="note" attr.type="string"/>)"
      R"(<graph edgedefault="directed"><node id="a"><data key="size">2.5</data>)"
      R"(<data key="note"></data></node><node id="b"><data key="size">99999999999999999999</data>)"
      R"(</node></graph></graphml>)",
      "n.graphml");
  EXPECT_THAT(found, HasSubstr(R"("attributes": {"note": "", "size": 2.5})"));
  EXPECT_THAT(found, HasSubstr(R"("attributes": {"size": "99999999999999999999"})"));
}

TEST(Graphml, LeavesOutPortsAndTakesTheTitle) {
  const std::string found = found_in(
      R"(<graphml><key id="t" for="graph" attr.name="Description" attr.type="string"/>)"
      R"(<key id="c" for="all" attr.name="colour" attr.type="string"/>)"
      R"(<graph edgedefault="directed"><data key="t">A net</data><node id="a"><port name="p">)"
      R"(<data key="c">red</data></port></node></graph></graphml>)",
      "n.graphml");
  EXPECT_EQ(found, "{\"entity\": {\"id\": \"a\", \"kind\": \"node\"}}\n");
}

TEST(CsvTables, MakeARelationOfEachTimeInASet) {
  const std::string found = found_in(
      "Source,Target,Type,Id,timeset,Weight\n"
      "a,b,Directed,1,\"<[2009-01-01, 2009-02-01]; [2010-01-01, Infinity)>\",2\n"
      "a,b,Directed,2,<[2009]>,1\n"
      "a,b,Directed,3,\"<[1.0, 2.0]>\",1\n",
      "edges.csv");
  EXPECT_THAT(found, HasSubstr(R"("id": "1", "type": "edge", "from": "a", "to": "b", )"
                               R"("when": "2009-01-01/2009-02-01", "modality": "fact", )"
                               R"("attributes": {"weight": 2})"));
  EXPECT_THAT(found, HasSubstr(R"("id": "1-2", "type": "edge", "from": "a", "to": "b", )"
                               R"("when": "2010-01-01/..", "modality": "fact", )"
                               R"("attributes": {"weight": 2})"));
  EXPECT_THAT(found, HasSubstr(R"("id": "2", "type": "edge", "from": "a", "to": "b", )"
                               R"("when": "2009")"));
  EXPECT_THAT(found, HasSubstr(R"("attributes": {"timeset": "<[1.0, 2.0]>", "weight": 1})"));
}

TEST(CsvTables, ReadDatesAsProgramsWriteThem) {
  const auto when = [](const std::string& start, const std::string& end) {
    const std::string found =
        found_in("source,target,start,end\na,b," + start + "," + end + "\n", "edges.csv");
    const std::size_t at = found.find("\"when\": ");
    return at == found.npos ? "none" : found.substr(at + 8, found.find(", \"mod", at) - at - 8);
  };
  EXPECT_EQ(when("2009-03-05 10:00:00", "2009-03-06 11:00:00"),
            R"("2009-03-05T10:00:00/2009-03-06T11:00:00")");
  EXPECT_EQ(when("2009-3-5", "2009/04/01"), R"("2009-03-05/2009-04-01")");
  EXPECT_EQ(when("2009-03-05 10:00", ""), R"("2009-03-05/")");
  EXPECT_EQ(when("..", "2010"), R"("../2010")");
  EXPECT_EQ(when("2010-00-00", "2011-05-00"), R"("2010/2011-05")");
  EXPECT_EQ(when("05/03/2009", ""), "none");
  EXPECT_EQ(when("1262304000", ""), "none");
  EXPECT_EQ(when("2009-13-01", ""), "none");
}

TEST(CsvTables, SayWhatSeemsToStandBetweenCells) {
  const Folder folder;
  const CheckedDossier checked = check_dossier({folder.write("e.csv", "source;target\na;b\n")}, {});
  ASSERT_FALSE(checked.problems.empty());
  EXPECT_THAT(checked.problems.front().hint, HasSubstr("--delimiter ';'"));
}

TEST(NodeLink, TakesEndsThatD3HasReplacedAndPointsOfAGrid) {
  const std::string found = found_in(R"({"nodes": [{"id": "x"}, {"id": [0, 1]}], "links": [)"
                                     R"({"source": {"id": "x", "vx": 1}, "target": [0, 1]}]})",
                                     "n.json");
  EXPECT_THAT(found, HasSubstr(R"("from": "x", "to": "[0, 1]")"));
}

TEST(NodeLink, RefusesEdgesItDoesNotRead) {
  EXPECT_THAT(
      found_in(R"({"nodes": [{"id": 0}, {"id": 1}], "adjacency": [[{"id": 1}], []]})", "n.json"),
      HasSubstr("adjacency edges as `adjacency` are not read"));
}

TEST(Cytoscape, TakesElementsAloneAndTheirClasses) {
  const std::string found = found_in(
      R"([{"data": {"id": "a"}, "classes": "big"}, {"group": "nodes", "data": {"id": "b"}},)"
      R"( {"data": {"source": "a", "target": "b"}}])",
      "n.json");
  EXPECT_THAT(found, HasSubstr(R"("id": "a", "kind": "node", "attributes": {"classes": "big"})"));
  EXPECT_THAT(found, HasSubstr(R"("type": "edge", "from": "a", "to": "b")"));
}

TEST(Neo4j, FindsNoNodeOfAnotherSpace) {
  const Folder folder;
  folder.write("people.csv", ":ID(Person)\n1\n");
  folder.write("roles.csv", ":START_ID(Person),:END_ID(Film),:TYPE\n1,1,ACTED_IN\n");
  EXPECT_THAT(problems_of(check_dossier({folder.path().string()}, {.format = "neo4j"})),
              HasSubstr("dangling-end `to` names `Film:1`"));
}

TEST(Neo4j, SaysWhatSeemsToStandBetweenCells) {
  const std::string people = ":ID;name\n1;A\n";
  EXPECT_THAT(problems_of(read_foreign_text(people, "p.csv", "neo4j")),
              HasSubstr("neo4j-header the first row is a single cell"));
  const Folder folder;
  folder.write("p.csv", people);
  folder.write("r.csv", ":START_ID;:END_ID\n1;1\n");
  const CheckedDossier checked =
      check_dossier({folder.path().string()}, {.format = "neo4j", .delimiter = ';'});
  EXPECT_EQ(problems_of(checked), "");
  EXPECT_EQ(checked.dossier.relations.size(), 1u);
}

}  // namespace
}  // namespace entente
