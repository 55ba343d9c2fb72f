/// Members `x-…` that other programs added survive whatever is done to a dossier.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/tool.hpp"

namespace entente::test {
namespace {

using testing::HasSubstr;
using testing::Not;

// In the canonical form, so that what is written can be compared byte by byte.
const std::string original = R"({
  "format": "entente/1",
  "title": {"en": "T"},
  "vocabulary": "diplomacy",
  "x-editor": {"window": [1, 2.50, 12345678901234567890123]},
  "x-tool": "t",
  "entities": [
    {"id": "a", "kind": "country", "names": {"en": ["A"]}, "x-a": null,
     "x-pos": {"y": 1, "x": [{}]}},
    {"id": "b", "kind": "country", "x-b": "\u0001 é \"q\""},
    {"id": "doc", "kind": "document"}
  ],
  "relations": [
    {"id": "r1", "type": "partner_of", "from": "a", "to": "b", "when": "2014", "modality": "fact",
     "evidence": [{"source": "doc", "at": "p. 1", "x-page": [1]}, {"source": "doc", "at": "p. 2"}],
     "x-seen": true},
    {"id": "r2", "type": "partner_of", "from": "a", "to": "b", "modality": "fact"},
    {"id": "r3", "type": "partner_of", "from": "b", "to": "a", "modality": "fact",
     "attributes": {"n": 1}, "evidence": [{"source": "doc", "at": "p. 3", "x-": 0}]}
  ]
}
)";

class ForeignMembersOf : public testing::Test {
 protected:
  ForeignMembersOf() { folder_.write("a.json", original); }

  [[nodiscard]] Outcome run(const std::vector<std::string>& words) const {
    RunOptions options;
    options.folder = folder_.path();
    return run_tool(words, options);
  }
  [[nodiscard]] std::string as_json(const std::string& file) const {
    const Outcome outcome = run({"convert", file, "--to", "json"});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return outcome.out;
  }

  Folder folder_;
};

TEST_F(ForeignMembersOf, DossiersAreWrittenWithThem) {
  EXPECT_EQ(as_json("a.json"), original);
  EXPECT_EQ(run({"convert", "a.json", "--to", "jsonl", "--output", "a.jsonl"}).err, "");
  EXPECT_EQ(as_json("a.jsonl"), original);
  EXPECT_THAT(run({"convert", "a.json", "--type", "partner_of", "--to", "json"}).out,
              HasSubstr("\"x-seen\": true"));
}

TEST_F(ForeignMembersOf, SnapshotsHoldThem) {
  EXPECT_EQ(run({"snapshot", "a.json", "--output", "a.snapshot"}).status, 0);
  EXPECT_EQ(as_json("a.snapshot"), original);
}

TEST_F(ForeignMembersOf, ReportsPutThemBack) {
  for (const std::string format : {"graphml", "gexf", "jgf", "node-link", "cytoscape", "ftm",
                                   "sqlite", "csv", "neo4j", "mermaid", "graphframes", "xlsx"}) {
    const std::string file = "as_" + format;
    const Outcome written =
        run({"convert", "a.json", "--to", format, "--output", file, "--report", "report.json"});
    ASSERT_EQ(written.status, 0) << format << written.err;
    const Outcome back = run({"convert", file, "--with-report", "report.json", "--to", "json"});
    EXPECT_EQ(back.out, original) << format << back.err;
  }
}

TEST_F(ForeignMembersOf, FormatsWithoutAPlaceSaySo) {
  const Outcome told = run({"convert", "a.json", "--to", "graphml"});
  EXPECT_EQ(told.status, 0);
  EXPECT_THAT(told.err, HasSubstr("3 × members `x-…` have no place in this format (a, b, r1)"));
  EXPECT_EQ(run({"convert", "a.json", "--to", "graphml", "--strict"}).status, 65);
  EXPECT_THAT(run({"convert", "a.json", "--to", "ftm"}).err, Not(HasSubstr("x-…")));
}

TEST_F(ForeignMembersOf, DossiersDifferByThem) {
  std::string changed = original;
  changed.replace(changed.find("\"x-seen\": true"), 14, "\"x-seen\": 1");
  changed.replace(changed.find(", \"x-a\": null"), 13, "");
  folder_.write("b.json", changed);
  const Outcome told = run({"diff", "a.json", "b.json"});
  EXPECT_EQ(told.status, 0) << told.err;
  EXPECT_THAT(told.out, HasSubstr("x-seen: true → 1"));
  EXPECT_THAT(run({"diff", "a.json", "b.json", "--format", "json"}).out,
              HasSubstr(R"({"member": "x-seen", "old": true, "new": 1})"));
}

TEST_F(ForeignMembersOf, DossiersReadTogetherCompleteEachOther) {
  folder_.write("b.json", R"({"format": "entente/1", "vocabulary": "diplomacy", "x-tool": 2,
    "entities": [{"id": "a", "kind": "country", "x-other": 5}], "relations": []})");
  EXPECT_THAT(run({"convert", "a.json", "b.json", "--to", "json"}).out,
              HasSubstr("\"x-other\": 5"));
  folder_.write("c.json", R"({"format": "entente/1", "vocabulary": "diplomacy",
    "entities": [{"id": "a", "kind": "country", "x-pos": 5}], "relations": []})");
  const Outcome contradicted = run({"info", "a.json", "c.json"});
  EXPECT_EQ(contradicted.status, 65);
  EXPECT_THAT(contradicted.err, HasSubstr("`x-pos` is not as at a.json"));
}

TEST_F(ForeignMembersOf, NothingElseHasAPlaceForThem) {
  folder_.write("b.jsonl", R"({"dossier": {"format": "entente/1", "vocabulary": "diplomacy"}}
{"entity": {"id": "a", "kind": "country", "when": {"start": "[2018..]", "end": "", "x-w": 1}}}
{"entity": {"id": "b", "kind": "country"}, "x-line": 1}
)");
  const Outcome refused = run({"validate", "b.jsonl"});
  EXPECT_EQ(refused.status, 65);
  EXPECT_THAT(refused.err + refused.out, HasSubstr("unknown member `x-w`"));
  EXPECT_THAT(refused.err + refused.out, HasSubstr("unknown member `x-line`"));
}

}  // namespace
}  // namespace entente::test
