#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/convert.hpp>
#include <entente/io/vocabulary.hpp>

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

//  a ── partner_of ── b,  a ── party_to → t
Dossier sample() {
  return {
      .titles = {{"en", "Title"}},
      .vocabularies = {"diplomacy"},
      .entities = {{.id = "b", .kind = "country"},
                   {.id = "a", .kind = "country", .names = {{"ja", {"日本"}}, {"en", {"Japan"}}}},
                   {.id = "t", .kind = "agreement", .attributes = {{"areas", Scalar(true)}}}},
      .relations = {{.id = "r2",
                     .type = "party_to",
                     .from = "a",
                     .to = "t",
                     .when = When::parse("2014"),
                     .evidence = {{"d", "§1", "", {}}}},
                    {.id = "r1", .type = "partner_of", .from = "a", .to = "b"}}};
}

using Writer = LossReport(std::ostream&, const Dossier&, const Vocabulary&, const ConvertOptions&);

std::string written(Writer& write, const Dossier& dossier, const ConvertOptions& options = {}) {
  std::ostringstream out;
  static_cast<void>(write(out, dossier, builtin_vocabulary(), options));
  return out.str();
}

LossReport losses(Writer& write, const Dossier& dossier) {
  std::ostringstream out;
  return write(out, dossier, builtin_vocabulary(), ConvertOptions{});
}

TEST(PlainDot, WritesEveryRecordInOrder) {
  EXPECT_EQ(written(write_plain_dot, sample()), R"(digraph entente {
  graph [format="entente/1", title="{\"en\": \"Title\"}", vocabulary="[\"diplomacy\"]"];
  "n_a" [entity="a", kind="country", label="Japan", names="{\"en\": [\"Japan\"], \"ja\": [\"日本\"]}"];
  "n_b" [entity="b", kind="country", label="b"];
  "n_t" [entity="t", kind="agreement", label="t", attributes="{\"areas\": true}"];
  "n_a" -> "n_b" [relation="r1", type="partner_of", label="is a partner of", dir="none", modality="fact"];
  "n_a" -> "n_t" [relation="r2", type="party_to", label="is party to", when="2014", modality="fact", evidence="[{\"source\": \"d\", \"at\": \"§1\"}]"];
}
)");
}

TEST(PlainDot, KeepsHostileTextInert) {
  const Dossier dossier{
      .entities = {{.id = "a%b:c\\", .kind = "x", .names = {{"en", {"ends in \\"}}}}}};
  EXPECT_THAT(written(write_plain_dot, dossier),
              HasSubstr(R"("n_a_25b_3ac_5c" [entity="a%b:c\\", kind="x", label="ends in \\", )"));
}

TEST(PlainDot, ContinuesStringsThatGraphvizWouldRefuse) {
  std::string name;
  for (int i = 0; i < 10'000; ++i) name += i % 3 == 0 ? "\\" : "漢";
  const Dossier dossier{.entities = {{.id = "a", .kind = name, .names = {{"en", {name}}}}}};
  std::string text = written(write_plain_dot, dossier);
  std::size_t begin = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
    EXPECT_LT(end - begin, 16'000U);
    begin = end + 1;
  }
  for (std::size_t at = text.find("\\\n"); at != std::string::npos; at = text.find("\\\n"))
    text.erase(at, 2);
  std::string doubled;
  for (const char c : name) doubled.append(c == '\\' ? 2 : 1, c);
  EXPECT_THAT(text, HasSubstr("kind=\"" + doubled + "\""));
}

TEST(NodeLink, IsWhatNetworkXReads) {
  EXPECT_EQ(written(write_node_link, sample(), {.languages = {"ja"}}),
            R"({"directed": true, "multigraph": true,
 "graph": {"format": "entente/1", "title": {"en": "Title"}, "vocabulary": "diplomacy"},
 "nodes": [
  {"id": "a", "label": "日本", "kind": "country", "names": {"en": ["Japan"], "ja": ["日本"]}},
  {"id": "b", "label": "b", "kind": "country"},
  {"id": "t", "label": "t", "kind": "agreement", "attributes": {"areas": true}}],
 "links": [
  {"source": "a", "target": "b", "key": "r1", "type": "partner_of", "label": "パートナーである", "symmetric": true, "modality": "fact"},
  {"source": "a", "target": "t", "key": "r2", "type": "party_to", "label": "当事者である", "when": "2014", "modality": "fact", "evidence": [{"source": "d", "at": "§1"}]}]}
)");
}

TEST(NodeLink, ReportsTiesThatGotADirection) {
  const LossReport report = losses(write_node_link, sample());
  EXPECT_EQ(describe(report), "1 × ties without direction are written with one, and marked (r1)\n");
  EXPECT_THAT(losses(write_plain_dot, sample()).losses(), IsEmpty());
}

TEST(Cytoscape, HasElementsWithDataAndClasses) {
  const std::string text = written(write_cytoscape, sample());
  EXPECT_THAT(
      text,
      HasSubstr(
          R"(   {"data": {"id": "b", "label": "b", "kind": "country"}, "classes": "country"},)"));
  EXPECT_THAT(
      text,
      HasSubstr(R"(   {"data": {"id": "r1", "source": "a", "target": "b", "relation": "r1",)"));
}

TEST(Cytoscape, KeepsIdsOfNodesAndEdgesApart) {
  Dossier dossier = sample();
  dossier.relations[0].id = "a";
  dossier.relations[1].id = "relation:a";
  EXPECT_THAT(
      written(write_cytoscape, dossier),
      HasSubstr(R"({"id": "relation:relation:a", "source": "a", "target": "t", "relation": "a")"));
  EXPECT_THAT(losses(write_cytoscape, dossier).losses().at(0).first, ElementsAre("a"));
}

TEST(Cytoscape, ReportsNumbersThatJavaScriptRounds) {
  Dossier dossier = sample();
  dossier.entities[0].attributes = {{"n", Scalar(std::int64_t{9007199254740993})}};
  dossier.entities[1].attributes = {
      {"n", std::vector<Scalar>{Scalar(std::int64_t{1}), Scalar(18446744073709551615U)}}};
  EXPECT_EQ(
      to_json(losses(write_cytoscape, dossier)),
      R"({"losses": [{"code": "large-number", "message": "integers beyond 2^53 lose digits in JavaScript", "count": 2, "first": ["a", "b"]}]})");
}

TEST(PlainDot, LabelsAreNoLongerThanALayoutCanPlace) {
  const Dossier dossier{
      .entities = {{.id = "a", .kind = "x", .names = {{"en", {std::string(10'000, 'x')}}}}}};
  const std::string text = written(write_plain_dot, dossier);
  EXPECT_NE(text.find("label=\"" + std::string(300, 'x') + "\u2026\""), std::string::npos);
}

TEST(Writers, WriteAnEmptyDossier) {
  EXPECT_EQ(written(write_plain_dot, {}),
            "digraph entente {\n  graph [format=\"entente/1\"];\n}\n");
  EXPECT_THAT(written(write_node_link, {}), HasSubstr("\"nodes\": [],\n \"links\": []}\n"));
  EXPECT_THAT(written(write_cytoscape, {}), HasSubstr("\"edges\": []}}\n"));
}

TEST(LossReport, NamesTheFirstFiveRecords) {
  LossReport report;
  for (int i = 0; i < 7; ++i) report.add("c", "things are lost", "r" + std::to_string(i));
  EXPECT_EQ(describe(report), "7 × things are lost (r0, r1, r2, r3, r4, …)\n");
}

TEST(LossReport, OfPartsIsThatOfTheWhole) {
  LossReport whole;
  LossReport joined;
  for (int part = 0; part < 4; ++part) {
    LossReport losses;
    for (int i = 0; i < 3; ++i) {
      const std::string record = "r" + std::to_string(3 * part + i);
      const std::string code = (part + i) % 3 == 0 ? "c" : "d";
      whole.add(code, code, record);
      losses.add(code, code, record);
    }
    joined.add(losses);
  }
  EXPECT_EQ(to_json(joined), to_json(whole));
}

}  // namespace
}  // namespace entente
