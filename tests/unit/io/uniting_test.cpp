#include <filesystem>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/dossier_writer.hpp>
#include <entente/io/load.hpp>
#include <entente/io/vocabulary.hpp>

#include "support/folder.hpp"
#include "unit/io/samples.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class ReadingTogether : public testing::Test {
 protected:
  std::string write(const std::string& name, const std::string& text) const {
    return folder_.write(name, text);
  }

  const test::Folder folder_;
};

std::string titled(const std::string& title, const std::string& vocabulary,
                   const std::string& entities) {
  return R"({"format": "entente/1", "title": {"en": ")" + title + R"("}, "vocabulary": )" +
         vocabulary + R"(, "entities": [)" + entities + "]}";
}

const std::string diplomacy = R"("diplomacy")";
const std::string france = R"({"id": "france", "kind": "country", "names": {"en": ["France"]}})";

TEST_F(ReadingTogether, TakesTheTitleOfTheFirstDossier) {
  const auto a = write("a.json", titled("A", diplomacy, ""));
  const auto b = write("b.json", titled("B", diplomacy, ""));
  const ReadResult read = read_records({b, a});
  EXPECT_THAT(read.problems, IsEmpty());
  EXPECT_THAT(read.dossier.titles, ElementsAre(std::pair("en", "B")));
}

TEST_F(ReadingTogether, StillFindsTwoTitlesOfOneFolder) {
  write("both/a.json", titled("A", diplomacy, ""));
  write("both/b.json", titled("B", diplomacy, ""));
  EXPECT_THAT(test::places(read_records({folder_.at("both")}).problems),
              ElementsAre("1:34 contradiction"));
}

TEST_F(ReadingTogether, CompletesWhatSeveralDescribe) {
  const auto a = write("a.json", titled("A", diplomacy, france));
  const auto b = write("b.json", titled("B", diplomacy,
                                        R"({"id": "france", "kind": "country", "when": "0843/..",
                 "names": {"fr": ["France"], "en": ["French Republic", "France"]},
                 "codes": {"iso3": "FRA"}, "attributes": {"note": "x"}})"));
  const ReadResult read = read_records({a, b});
  EXPECT_THAT(read.problems, IsEmpty());
  ASSERT_EQ(read.dossier.entities.size(), 1u);
  EXPECT_EQ(to_json(read.dossier.entities.front()),
            R"({"id": "france", "kind": "country", "names": {"en": ["France", "French Republic"], )"
            R"("fr": ["France"]}, "when": "0843/..", "codes": {"iso3": "FRA"}, )"
            R"("attributes": {"note": "x"}})");
  EXPECT_EQ(load_graph({a, b}).entity_count(), 1u);
}

TEST_F(ReadingTogether, TakesOneTextInTwoEncodingsForOne) {
  const auto text = [](const std::string& e) {
    return R"({"format": "entente/1", "title": {"en": "T"}, "vocabulary": "diplomacy", "entities": [
      {"id": "d", "kind": "document"}, {"id": "p", "kind": "person", "names": {"fr": ["Ren)" +
           e + R"("]}, "attributes": {"place": ["Foug)" + e +
           R"(res"]}}], "relations": [{"id": "r", "type": "met_with", "from": "p", "to": "p",
      "attributes": {"place": "Caf)" +
           e + R"("}, "evidence": [{"source": "d", "at": "§)" + e + R"("}]}]})";
  };
  const ReadResult read =
      read_records({write("c.json", text("\u00E9")), write("d.json", text("e\u0301"))});
  EXPECT_THAT(read.problems, IsEmpty());
  ASSERT_EQ(read.dossier.entities.size(), 2u);
  EXPECT_THAT(read.dossier.entities[1].names[0].names, ElementsAre("Ren\u00E9"));
  ASSERT_EQ(read.dossier.relations.size(), 1u);
  EXPECT_EQ(read.dossier.relations[0].evidence.size(), 1u);
}

TEST_F(ReadingTogether, NamesBothPlacesOfAContradiction) {
  const auto a = write("a.json", titled("A", diplomacy, france));
  const auto b = write(
      "b.json", titled("B", diplomacy, R"({"id": "france", "kind": "place", "when": "2001"})"));
  const auto c = write("c.json", titled("C", diplomacy, R"({"id": "france", "kind": "country",
                                         "when": "2001", "attributes": {"seats": 2}})"));
  const auto d = write("d.json", titled("D", diplomacy, R"({"id": "france", "kind": "country",
                                         "when": "2002", "attributes": {"seats": 3}})"));
  const ReadResult read = read_records({a, b, c, d});
  ASSERT_EQ(read.problems.size(), 2u);
  EXPECT_EQ(read.problems[0].file, b);
  EXPECT_EQ(read.problems[0].code, "contradiction");
  EXPECT_EQ(read.problems[0].message, "`kind` is not as at " + a + ":1:87");
  EXPECT_EQ(read.problems[1].file, d);
  EXPECT_THAT(read.problems[1].message, HasSubstr("`when`, `attributes.seats`"));
  EXPECT_THROW((void)load_graph({a, b}), DossierError);
}

TEST_F(ReadingTogether, DoesNotForgiveTwoInOneFile) {
  const auto a = write("a.json", titled("A", diplomacy, france));
  const auto b = write("b.json", titled("B", diplomacy, france + ", " + france));
  std::vector<std::string> codes;
  for (const Problem& problem : check_dossier({a, b}).problems)
    if (problem.severity == Severity::error) codes.push_back(problem.file + ' ' + problem.code);
  EXPECT_THAT(codes, ElementsAre(b + " duplicate-id"));
}

TEST_F(ReadingTogether, UnitesRelationsWithTheirEvidence) {
  const std::string records =
      france + R"(, {"id": "t", "kind": "agreement", "names": {"en": ["T"]}},
               {"id": "d", "kind": "document", "names": {"en": ["D"]}}], "relations": [
               {"id": "r", "type": "party_to", "from": "france", "to": "t", "evidence": [)";
  const auto a =
      write("a.json", titled("A", diplomacy, records + R"({"source": "d", "at": "1"}]})"));
  const auto b =
      write("b.json", titled("B", diplomacy,
                             records +
                                 R"({"source": "d", "at": "2"}, {"source": "d", "at": "1"}],
                                        "when": "2001/.."})"));
  const Graph graph = load_graph({a, b});
  EXPECT_EQ(graph.relation_count(), 1u);
  EXPECT_EQ(graph.evidence(RelationId{0}).size(), 2u);
  EXPECT_EQ(graph.when(RelationId{0})->text(), "2001/..");
}

TEST_F(ReadingTogether, TakesASymmetricRelationEitherWayRound) {
  const auto written =
      [&](const std::string& file, const std::string& relation) {
        return write(file, titled(
                               "A", diplomacy, france + R"(, {"id": "o", "kind": "organisation"}],
                                 "relations": [)" + relation));
      };
  const auto one = written("a.json", R"({"id": "r", "type": "partner_of", "from": "france",
                                         "to": "o", "when": "2000"})");
  const auto turned = written("b.json", R"({"id": "r", "type": "partner_of", "from": "o",
                                            "to": "france"})");
  const Graph graph = load_graph({one, turned});
  EXPECT_EQ(graph.relation_count(), 1u);
  EXPECT_EQ(graph.id(graph.from(RelationId{0})), "france");
  const auto directed = written("c.json", R"({"id": "r", "type": "member_of", "from": "france",
                                              "to": "o"})");
  const auto against = written("d.json", R"({"id": "r", "type": "member_of", "from": "o",
                                             "to": "france"})");
  EXPECT_THROW((void)load_graph({directed, against}), DossierError);
  EXPECT_THROW((void)load_graph({one, directed}), DossierError) << "another type";
}

TEST_F(ReadingTogether, AddsVocabulariesUpFromWhereTheyLie) {
  write("b/own.json", R"({"format": "entente-vocabulary/1", "name": "own",
                        "kinds": [{"id": "ship"}]})");
  const auto a = write("a/a.json", titled("A", diplomacy, france));
  const auto b = write("b/b.json", titled("B", R"(["diplomacy", "own.json"])",
                                          R"({"id": "izumo", "kind": "ship"})"));
  const ReadResult read = read_records({a, b});
  EXPECT_THAT(read.problems, IsEmpty());
  EXPECT_THAT(read.dossier.vocabularies, ElementsAre("diplomacy", "../b/own.json"));
  EXPECT_TRUE(vocabulary_of(read.dossier).find_kind("ship"));
  EXPECT_EQ(load_graph({a, b}).entity_count(), 2u);
  EXPECT_EQ(load_graph({b, a}).entity_count(), 2u);
}

TEST_F(ReadingTogether, TakesHiddenFilesOfAFolderForOthers) {
  write("folder/a.json", titled("A", diplomacy, france));
  write("folder/._a.json", std::string("\0\5\x16\7", 4));
  write("folder/.b.json", titled("B", diplomacy, ""));
  const ReadResult read = read_records({folder_.at("folder")});
  EXPECT_THAT(read.problems, IsEmpty());
  EXPECT_EQ(read.dossier.files.size(), 1u);
}

TEST_F(ReadingTogether, ReadsAllThreeEndingsOfAFolder) {
  write("folder/a.json", titled("A", diplomacy, france));
  write("folder/b.ndjson",
        "{\"dossier\": {\"format\": \"entente/1\"}}\n"
        "{\"entity\": {\"id\": \"x\", \"kind\": \"country\"}}\n");
  write("folder/c.jsonl",
        "{\"dossier\": {\"format\": \"entente/1\"}}\n"
        "{\"entity\": {\"id\": \"y\", \"kind\": \"country\"}}\n");
  EXPECT_EQ(read_records({folder_.at("folder")}).dossier.entities.size(), 3u);
}

TEST_F(ReadingTogether, TitlesCanBeGiven) {
  const auto a = write("a.json", titled("A", diplomacy, france));
  const LoadedGraph loaded = load_dossiers({a}, {.titles = {{"fr", "Titre"}}});
  EXPECT_THAT(loaded.graph.titles(), ElementsAre(std::pair("fr", "Titre")));
}

// The relations of what is left out go, too, and what rests on them.
TEST_F(ReadingTogether, LeavesOutRecordsWithErrorsAndWhatRestsOnThem) {
  const auto a =
      write("a.json", test::part(R"({"id": "a", "kind": "country"},
    {"id": "b", "kind": "contry"}, {"id": "c", "kind": "country", "when": "2014-02-30"},
    {"id": "d", "kind": "country"}, {"kind": "country"})",
                                 R"({"id": "ab", "type": "partner_of", "from": "a", "to": "b"},
    {"id": "ac", "type": "partner_of", "from": "a", "to": "c"},
    {"id": "a", "type": "partner_of", "from": "a", "to": "d"},
    {"id": "ad", "type": "partner_of", "from": "a", "to": "d", "when": "2014/2010"})"));
  EXPECT_THROW((void)load_graph(a), DossierError);
  const LoadedGraph loaded = load_dossiers({a}, {.faulty = Faulty::left_out});
  EXPECT_EQ(loaded.graph.entity_count(), 2u);
  EXPECT_EQ(loaded.graph.relation_count(), 1u);
  EXPECT_EQ(loaded.graph.id(RelationId{0}), "a");
  EXPECT_EQ(loaded.left_out.records, 6u);
  std::vector<std::string> codes;
  for (const Problem& problem : loaded.left_out.problems) codes.push_back(problem.code);
  EXPECT_THAT(codes, ElementsAre("unknown-kind", "bad-date", "missing-member", "dangling-end",
                                 "dangling-end", "start-after-end"));
}

TEST_F(ReadingTogether, StepsOverLinesThatAreNoJson) {
  const auto a = write("a.jsonl",
                       "{\"dossier\": {\"format\": \"entente/1\"}}\n"
                       "{\"entity\": {\"id\": \"x\", \"kind\": \"country\"}}\n{oops\n");
  const LenientDossier lenient = check_leniently({a});
  EXPECT_FALSE(has_errors(lenient.checked.problems));
  EXPECT_EQ(lenient.checked.dossier.entities.size(), 1u);
  EXPECT_EQ(lenient.left_out.records, 1u);
  EXPECT_THAT(test::places(lenient.left_out.problems), ElementsAre("3:2 bad-json"));
}

TEST_F(ReadingTogether, LeavesOutNothingOfWhatIsWrongAsAWhole) {
  for (const std::string& text : {std::string("{\"format\": "), titled("A", R"("no-such")", france),
                                  std::string(R"({"format": "entente/2"})"),
                                  std::string(R"({"format": "entente/1", "x": 1})")}) {
    const auto a = write("a.json", text);
    EXPECT_THROW((void)load_dossiers({a}, {.faulty = Faulty::left_out}), DossierError) << text;
  }
}

TEST_F(ReadingTogether, LeavesOutNothingOfASoundDossier) {
  const LoadedGraph loaded =
      load_dossiers({ENTENTE_SOURCE_DIR "/data/japan-nato"}, {.faulty = Faulty::left_out});
  EXPECT_EQ(loaded.left_out.records, 0u);
  EXPECT_THAT(loaded.left_out.problems, IsEmpty());
}

}  // namespace
}  // namespace entente
