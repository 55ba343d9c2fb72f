// What any program's file says of dates, numbers and modality is neither lost nor rounded.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/facts/graph.hpp>

#include "foreign_text.hpp"

namespace entente {
namespace {

using test::problems_of;
using test::read_foreign_text;
using test::records_of;
using testing::HasSubstr;
using testing::Not;

std::string meaning_of(const std::string& text, const std::string& name,
                       const std::string& format = {}) {
  const CheckedDossier checked = read_foreign_text(text, name, format);
  return problems_of(checked) + records_of(checked.dossier);
}

/// The first value of a member in what was found.
std::string member(const std::string& found, const std::string& name) {
  const std::string key = '"' + name + "\": ";
  const std::size_t at = found.find(key);
  if (at == found.npos) return "nothing: " + found;
  const std::size_t first = at + key.size();
  if (found[first] == '{') return found.substr(first, found.find('}', first) + 1 - first);
  return found.substr(first, found.find_first_of(",}", first) - first);
}

std::string gexf_edge(const std::string& times, const std::string& values = {}) {
  return R"(<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph mode="dynamic" )"
         R"(timeformat="date"><attributes class="edge"><attribute id="w" title="when" )"
         R"(type="string"/></attributes><nodes><node id="a"/><node id="b"/></nodes><edges>)"
         R"(<edge id="1" source="a" target="b" )" +
         times + "><attvalues>" + values + "</attvalues></edge></edges></graph></gexf>";
}

// What start and end in columns of their own give is the rule.
TEST(FoundDates, KeepTheEndBehindAClockWithoutSeconds) {
  const auto in_cell = [](const std::string& when) {
    return member(meaning_of("Source,Target,when\na,b," + when + "\n", "e.csv"), "when");
  };
  const auto in_columns = [](const std::string& start, const std::string& end) {
    return member(meaning_of("Source,Target,start,end\na,b," + start + "," + end + "\n", "e.csv"),
                  "when");
  };
  const std::string clock = "2010-03-04T10:00";
  EXPECT_EQ(in_cell(clock + "/.."), "\"2010-03-04/..\"");
  for (const std::string end : {"..", "2010-03-06", "2010-03-06T11:30", "2010-03-06T11:30:00", ""})
    for (const std::string zone : {"", "Z", "+02:00"}) {
      SCOPED_TRACE(zone + " " + end);
      EXPECT_EQ(in_cell(clock + zone + "/" + end), in_columns(clock + zone, end));
      EXPECT_THAT(in_cell(clock + zone + "/" + end), HasSubstr("2010-03-04/"));
    }
  EXPECT_EQ(in_cell("2010/03/04/2010/03/06"), "\"2010-03-04/2010-03-06\"");
  EXPECT_EQ(
      member(meaning_of("Source,Target,timeset\na,b,\"<[" + clock + ", Infinity]>\"\n", "e.csv"),
             "when"),
      "\"2010-03-04/..\"");
  EXPECT_EQ(
      member(meaning_of(gexf_edge("start=\"" + clock + "\" end=\"2010-03-07\""), "n.gexf"), "when"),
      "\"2010-03-04/2010-03-07\"");
}

TEST(Gexf, IsAsPreciseAsAnAttributeWhen) {
  const auto when = [](const std::string& times, const std::string& value) {
    return member(
        meaning_of(gexf_edge(times, R"(<attvalue for="w" value=")" + value + "\"/>"), "n.gexf"),
        "when");
  };
  EXPECT_EQ(when(R"(start="2025-01-01")", "2025/"), "\"2025/\"");
  EXPECT_EQ(when(R"(start="2010-01-01" end="2010-12-31")", "2010~"), "\"2010~\"");
  EXPECT_EQ(when(R"(start="2010-01-01" end="2010-12-31")", "in spring"),
            "\"2010-01-01/2010-12-31\"");
}

TEST(Gexf, KeepsTimesThatAreNotTheDaysOfTheAttributeWhen) {
  const std::string same = meaning_of(
      gexf_edge(R"(start="2010-01-01" end="2010-12-31")", R"(<attvalue for="w" value="2010~"/>)"),
      "n.gexf");
  EXPECT_THAT(same, Not(HasSubstr("attributes")));
  const std::string other = meaning_of(
      gexf_edge(R"(start="1990-01-01" end="1990-12-31")", R"(<attvalue for="w" value="2010~"/>)"),
      "n.gexf");
  EXPECT_EQ(member(other, "when"), "\"2010~\"");
  EXPECT_THAT(other, HasSubstr(R"("spells": ["1990-01-01/1990-12-31"])"));
  const std::string table = meaning_of(
      "Source,Target,when,timeset\na,b,2010~,\"<[2010-01-01, 2010-12-31]>\"\n"
      "a,c,2010~,\"<[2011, 2012]; [2013, 2014]>\"\n",
      "e.csv");
  EXPECT_THAT(table, HasSubstr(R"("to": "b", "when": "2010~", "modality": "fact"})"));
  EXPECT_THAT(table, HasSubstr(R"("to": "c", "when": "2010~", "modality": "fact", )"
                               R"("attributes": {"timeset": "<[2011, 2012]; [2013, 2014]>"}})"));
}

TEST(Numbers, OfMoreThan64BitsAreNotRounded) {
  const std::string many = "12345678901234567890123";
  const auto in_table = [](const std::string& first, const std::string& second) {
    return meaning_of("Source,Target,n\na,b," + first + "\nb,c," + second + "\n", "e.csv");
  };
  const std::string identifiers = in_table(many, "1");
  EXPECT_THAT(identifiers, HasSubstr("\"n\": \"" + many + "\""));
  EXPECT_THAT(identifiers, HasSubstr(R"("n": "1")"));
  const std::string unsigned_ones = in_table("18446744073709551615", "1");
  EXPECT_THAT(unsigned_ones, HasSubstr("\"n\": 18446744073709551615}"));
  EXPECT_THAT(unsigned_ones, HasSubstr("\"n\": 1}"));
  EXPECT_THAT(in_table("9007199254740993", "2.5"), HasSubstr("9007199254740993"));
  EXPECT_THAT(in_table("-9223372036854775809", "1"), HasSubstr("\"-9223372036854775809\""));
  for (const std::string type : {"long", "double"})
    EXPECT_THAT(
        meaning_of(R"(<graphml><key id="t" for="edge" attr.name="tax" attr.type=")" + type +
                       R"("/><graph><node id="a"/><node id="b"/><edge source="a" target="b">)"
                       R"(<data key="t">)" +
                       many + "</data></edge></graph></graphml>",
                   "g.graphml"),
        HasSubstr("\"tax\": \"" + many + "\""));
}

TEST(Modality, IsReadWhereverOneOfOurWordsStands) {
  const std::string node_link = R"({"nodes": [{"id": "a"}, {"id": "b"}], "links": )"
                                R"([{"source": "a", "target": "b", "modality": "claim"}]})";
  EXPECT_EQ(member(meaning_of(node_link, "g.json", "node-link"), "modality"), "\"claim\"");
  EXPECT_EQ(member(meaning_of("Source,Target,modality\na,b,plan\n", "e.csv"), "modality"),
            "\"plan\"");
  // What is no word of ours is what the program meant by it.
  const std::string road = meaning_of("Source,Target,modality\na,b,road\n", "e.csv");
  EXPECT_EQ(member(road, "modality"), "\"fact\"");
  EXPECT_THAT(road, HasSubstr(R"("attributes": {"modality": "road"})"));
}

TEST(Modality, IsReadIntoColumnsToo) {
  const test::Folder folder;
  const Graph graph =
      load_graph({folder.write("e.csv", "Source,Target,modality\na,b,plan\na,c,\n")});
  std::string modalities;
  for (const RelationId relation : graph.relations())
    modalities += std::string(to_string(graph.modality(relation))) + " ";
  EXPECT_EQ(modalities, "plan fact ");
}

TEST(FoundDates, TakeEndsThatEdtfHasNoIntervalFor) {
  const std::string cytoscape =
      R"({"elements": [{"data": {"id": "a"}}, {"data": {"id": "b"}}, {"data": {"id": "e", )"
      R"("source": "a", "target": "b", "when": {"start": "[2018..]", "end": "2020"}}}]})";
  const std::string found = meaning_of(cytoscape, "g.cyjs");
  EXPECT_EQ(member(found, "when"), R"({"start": "[2018..]", "end": "2020"})");
  EXPECT_THAT(found, Not(HasSubstr("attributes")));
}

// As igraph 0.10 writes it: every text of every element, ids of its own.
TEST(Graphml, OfOursIsReadAfterIgraph) {
  const auto key = [](const std::string& of, const std::string& name) {
    return "<key id=\"" + of.substr(0, 1) + "_" + name + "\" for=\"" + of + "\" attr.name=\"" +
           name + "\" attr.type=\"string\"/>";
  };
  std::string text = "<graphml>" + key("graph", "entente");
  for (const char* name : {"entity", "kind", "names", "when", "codes", "attributes", "note", "id"})
    text += key("node", name);
  for (const char* name : {"relation", "type", "when", "modality", "evidence", "id"})
    text += key("edge", name);
  const auto data = [](const std::string& name, const std::string& value) {
    return "<data key=\"" + name + "\">" + value + "</data>";
  };
  const auto node = [&](const std::string& own, const std::string& id, const std::string& names) {
    return "<node id=\"" + own + "\">" + data("n_entity", "") + data("n_kind", "country") +
           data("n_names", names) + data("n_when", "") + data("n_codes", "") +
           data("n_attributes", "") + data("n_note", "") + data("n_id", id) + "</node>";
  };
  text += "<graph edgedefault=\"directed\">" +
          data("g_entente", R"({"format": "entente/1", "vocabulary": "diplomacy"})") +
          node("n0", "japan", R"({"en": ["Japan"]})") + node("n1", "norway", "") +
          R"(<edge source="n0" target="n1">)" + data("e_relation", "") +
          data("e_type", "partner_of") + data("e_when", "") + data("e_modality", "fact") +
          data("e_evidence", "") + data("e_id", "r1") + "</edge></graph></graphml>";
  EXPECT_EQ(meaning_of(text, "g.graphml"),
            R"({"entity": {"id": "japan", "kind": "country", "names": {"en": ["Japan"]}}})"
            "\n"
            R"({"entity": {"id": "norway", "kind": "country"}})"
            "\n"
            R"({"relation": {"id": "r1", "type": "partner_of", "from": "japan", "to": "norway", )"
            R"("modality": "fact"}})"
            "\n");
}

}  // namespace
}  // namespace entente
