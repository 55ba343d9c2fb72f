/// Reading together, and without what is wrong, as a user does.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/tool.hpp"

namespace entente::test {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string titled_dossier(const std::string& title, const std::string& entities,
                           const std::string& relations = "") {
  return R"({"format": "entente/1", "title": {"en": ")" + title +
         R"("}, "vocabulary": "diplomacy", "entities": [)" + entities + R"(], "relations": [)" +
         relations + "]}";
}

const std::string france = R"({"id": "france", "kind": "country", "names": {"en": ["France"]}})";

class Together : public testing::Test {
 protected:
  Outcome run(std::vector<std::string> words) const {
    RunOptions options;
    options.folder = folder_.path();
    return run_tool(words, options);
  }
  Folder folder_;
};

TEST_F(Together, RecordsOfOtherProgramsThatAreLeftOutAreListed) {
  folder_.write("p.json", R"({"persons": [{"id": "a"}, {"name": "noid"}], "organizations": []})");
  const Outcome read = run({"convert", "p.json", "--lenient", "--to", "jsonl"});
  EXPECT_EQ(read.status, 0);
  EXPECT_THAT(read.err, HasSubstr("p.json:1:27: error: a record has no id [popolo-id]"));
  EXPECT_THAT(read.err, HasSubstr("1 record with errors is left out (--lenient)"));
}

TEST_F(Together, WhoMadeAFileIsNoLossToStrictConversions) {
  folder_.write("g.gexf", R"(<gexf version="1.3"><meta lastmodifieddate="2024-05-06"><creator>Gephi
    </creator></meta><graph><nodes><node id="a"/></nodes><edges/></graph></gexf>)");
  for (const std::string format : {"json", "graphml"}) {
    const Outcome written = run({"convert", "g.gexf", "--strict", "--to", format});
    EXPECT_EQ(written.status, 0) << written.err;
    EXPECT_EQ(written.err, "");
  }
  EXPECT_THAT(run({"convert", "g.gexf", "--to", "json"}).out, HasSubstr("\"x-gexf-meta\": {"));
}

TEST_F(Together, TheDelimiterThatIsHintedAtIsTaken) {
  folder_.write("n.csv", "personId:ID;name;:LABEL\n1;Ann;Person\n2;Bob;Person\n");
  EXPECT_THAT(run({"info", "n.csv"}).err, HasSubstr("--delimiter ';'"));
  const Outcome read = run({"info", "n.csv", "--delimiter", ";"});
  EXPECT_EQ(read.status, 0) << read.err;
  EXPECT_THAT(read.out, HasSubstr("entities 2"));
}

TEST_F(Together, DossiersOfTwoAuthorsAreOne) {
  folder_.write("a.json", titled_dossier("A", france));
  folder_.write("b.json", titled_dossier("B", R"({"id": "france", "kind": "country",
                                          "names": {"fr": ["la France"]}})"));
  const Outcome info = run({"info", "a.json", "b.json"});
  EXPECT_EQ(info.status, 0) << info.err;
  EXPECT_THAT(info.out, HasSubstr("A\nentities 1: country 1"));
  EXPECT_THAT(run({"info", "b.json", "a.json", "--title", "Both"}).out, HasSubstr("Both\n"));
  EXPECT_THAT(run({"convert", "a.json", "b.json", "--to", "json"}).out, HasSubstr("la France"));
}

TEST_F(Together, ContradictionsAreToldWithBothPlaces) {
  folder_.write("a.json", titled_dossier("A", france));
  folder_.write("b.json", titled_dossier("B", R"({"id": "france", "kind": "place"})"));
  const Outcome info = run({"info", "a.json", "b.json"});
  EXPECT_EQ(info.status, 65);
  EXPECT_THAT(info.err, HasSubstr("b.json:1:87: error: france: `kind` is not as at a.json:1:87"));
}

TEST_F(Together, ADocumentDatedHereAndPublishedThereIsToldWithBothPlaces) {
  folder_.write("a.json", titled_dossier("A", R"({"id": "d", "kind": "document",
    "when": "2020-05"})"));
  folder_.write("b.json", titled_dossier("B", R"({"id": "d", "kind": "document",
    "attributes": {"published": "2021"}})"));
  const Outcome dated_first = run({"info", "a.json", "b.json"});
  EXPECT_EQ(dated_first.status, 65);
  EXPECT_THAT(dated_first.err,
              HasSubstr("b.json:1:87: error: d: the document is `published` 2021 here and dated "
                        "2020-05 at a.json:1:87; both mean its publication"));
  EXPECT_THAT(run({"info", "b.json", "a.json"}).err,
              HasSubstr("a.json:1:87: error: d: the document is dated 2020-05 here and "
                        "`published` 2021 at b.json:1:87; both mean its publication"));
}

TEST_F(Together, TwoVocabulariesWrittenOutWidenATypeAsTwoFilesDo) {
  const auto vocabulary = [](const std::string& name, const std::string& kind) {
    return R"({"format": "entente-vocabulary/1", "name": ")" + name + R"(", "kinds": [{"id": ")" +
           kind + R"("}], "types": [{"id": "member_of", "from": [")" + kind + R"("]}]})";
  };
  folder_.write("v.json", vocabulary("v", "ship"));
  folder_.write("w.json", vocabulary("w", "port"));
  const auto dossier = [](const std::string& vocabularies) {
    return R"({"format": "entente/1", "title": {"en": "T"}, "vocabulary": ["diplomacy", )" +
           vocabularies + R"(], "entities": [{"id": "s", "kind": "ship"}]})";
  };
  folder_.write("files.json", dossier(R"("v.json", "w.json")"));
  folder_.write("written.json", dossier(vocabulary("v", "ship") + ", " + vocabulary("w", "port")));
  EXPECT_EQ(run({"validate", "files.json"}).status, 0);
  const Outcome written = run({"validate", "written.json"});
  EXPECT_EQ(written.status, 0) << written.err;
}

TEST_F(Together, ASentenceOfAVocabularyHasItsTwoPlacesAndNoOther) {
  folder_.write("v.json", R"({"format": "entente-vocabulary/1", "name": "v", "kinds": [],
"types": [{"id": "t", "from": ["country"], "to": ["country"],
 "sentence": {"en": "{from} is tied {too} {to}",
              "ja": "{from}"}}]})");
  folder_.write("a.json", R"({"format": "entente/1", "vocabulary": ["diplomacy", "v.json"]})");
  const Outcome outcome = run({"info", "a.json"});
  EXPECT_EQ(outcome.status, 65);
  EXPECT_THAT(outcome.err, HasSubstr("v.json:3:21: error: a sentence has no place `{too}`"));
  EXPECT_THAT(outcome.err, HasSubstr("v.json:4:21: error: the sentence lacks {to}"));
}

TEST_F(Together, AnEmptyVocabularyIsToldAsOne) {
  folder_.write("v.json", "");
  folder_.write("a.json", R"({"format": "entente/1", "vocabulary": ["diplomacy", "v.json"]})");
  EXPECT_THAT(run({"info", "a.json"}).err, HasSubstr("a vocabulary begins"));
}

TEST_F(Together, RecordsWithErrorsAreLeftOutWhenAskedFor) {
  folder_.write("a.json", titled_dossier(
                              "A", france + R"(, {"id": "b", "kind": "contry"})",
                              R"({"id": "r", "type": "partner_of", "from": "france", "to": "b"})"));
  for (const char* verb : {"info", "timeline", "rank", "groups", "components", "validate"}) {
    EXPECT_EQ(run({verb, "a.json"}).status, 65) << verb;
    const Outcome lenient = run({verb, "a.json", "--lenient"});
    EXPECT_LT(lenient.status, 2) << verb << lenient.err;
    EXPECT_THAT(lenient.err, HasSubstr("2 records with errors are left out (--lenient)")) << verb;
    EXPECT_THAT(lenient.err, HasSubstr("did you mean `country`?")) << verb;
  }
  EXPECT_THAT(run({"info", "a.json", "--lenient"}).out, HasSubstr("entities 1: country 1"));
}

TEST_F(Together, JsonTellsHowManyRecordsAreLeftOut) {
  folder_.write("a.json", titled_dossier(
                              "A", france + R"(, {"id": "b", "kind": "contry"})",
                              R"({"id": "r", "type": "partner_of", "from": "france", "to": "b"})"));
  for (const char* verb : {"info", "timeline", "rank", "groups", "components", "validate"})
    EXPECT_THAT(run({verb, "a.json", "--lenient", "--format", "json"}).out,
                HasSubstr(R"x({"code": "left-out", "text": )x"
                          R"x("2 records with errors are left out (--lenient)", "count": 2)x"))
        << verb;
}

TEST_F(Together, LinesWithoutARecordAreLeftOutAsBadRecordsAre) {
  const std::string lines = R"({"dossier": {"format": "entente/1", "vocabulary": "diplomacy"}}
{"entity": )" + france + R"(}
{"realtion": {"id": "r"}}
[]
5
{}
{"dossier": {"format": "entente/1"}}
)";
  folder_.write("a.jsonl", lines);
  folder_.write("all/a.jsonl", lines);
  folder_.write("all/b.json", titled_dossier("B", ""));
  for (const char* path : {"a.jsonl", "all"})
    for (const char* verb : {"info", "timeline", "rank", "groups", "components", "validate"}) {
      const Outcome lenient = run({verb, path, "--lenient"});
      EXPECT_THAT(lenient.err, HasSubstr("5 records with errors are left out (--lenient)"))
          << verb << path;
      for (const char* place :
           {".jsonl:3:1", ".jsonl:4:1", ".jsonl:5:1", ".jsonl:6:1", ".jsonl:7:"})
        EXPECT_THAT(lenient.err, HasSubstr(place)) << verb << path;
      EXPECT_THAT(run({verb, path, "--lenient", "--format", "json"}).out,
                  HasSubstr(R"x("5 records with errors are left out (--lenient)", "count": 5)x"))
          << verb << path;
    }
}

TEST_F(Together, NothingIsSaidOfASoundDossier) {
  folder_.write("a.json", titled_dossier("A", france));
  EXPECT_THAT(run({"info", "a.json", "--lenient"}).err, Not(HasSubstr("left out")));
}

TEST_F(Together, ASyntaxErrorIsNotForgiven) {
  folder_.write("a.json", "{\"format\": ");
  EXPECT_EQ(run({"info", "a.json", "--lenient"}).status, 65);
}

TEST_F(Together, ASnapshotHasNothingToLeaveOut) {
  folder_.write("a.json", titled_dossier("A", france));
  ASSERT_EQ(run({"snapshot", "a.json", "--output", "a.entente"}).status, 0);
  EXPECT_EQ(run({"info", "a.entente"}).status, 0);
  EXPECT_EQ(run({"info", "a.entente", "--lenient"}).status, 64);
  EXPECT_EQ(run({"info", "a.entente", "--title", "B"}).status, 64);
}

TEST_F(Together, AVocabularyThatIsNotThereIsMissedWhereItIsNamed) {
  folder_.write("a.json", R"({"format": "entente/1",
 "vocabulary": ["diplomacy", "own.json"]})");
  const Outcome missing = run({"info", "a.json"});
  EXPECT_EQ(missing.status, 66);
  EXPECT_THAT(missing.err, HasSubstr("a.json:2:30"));
  folder_.write("b.json", R"({"format": "entente/1", "vocabulary": "no-such"})");
  const Outcome unknown = run({"info", "b.json"});
  EXPECT_EQ(unknown.status, 65);
  EXPECT_THAT(unknown.err, HasSubstr("b.json:1:39: error: there is no vocabulary `no-such`"));
}

}  // namespace
}  // namespace entente::test
