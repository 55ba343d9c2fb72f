#include <filesystem>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/vocabulary.hpp>

#include "support/folder.hpp"
#include "unit/io/samples.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> problems_of(const test::Folder& folder,
                                     const std::vector<std::string>& sources) {
  try {
    (void)load_vocabulary(sources, folder.path().string());
  } catch (const DossierError& error) {
    return test::places(error.problems());
  }
  return {};
}

std::string with(const std::string& definitions) {
  return "{\"format\": \"entente-vocabulary/1\", \"name\": \"mine\",\n" + definitions + "}";
}

TEST(BuiltinVocabulary, HasTheTypesOfDiplomacyWithLabelsInFourLanguages) {
  const Vocabulary vocabulary = builtin_vocabulary();
  EXPECT_EQ(vocabulary.name(), "diplomacy");
  EXPECT_EQ(vocabulary.kinds().size(), 12u);
  EXPECT_EQ(vocabulary.types().size(), 44u);
  for (const Kind& kind : vocabulary.kinds()) EXPECT_EQ(kind.labels.size(), 4u) << kind.id;
  for (const RelationType& type : vocabulary.types()) {
    EXPECT_EQ(type.forward.size(), 4u) << type.id;
    EXPECT_EQ(type.inverse.size(), 4u) << type.id;
    EXPECT_EQ(type.inverse_id.empty(), type.symmetry == Symmetry::symmetric) << type.id;
    EXPECT_FALSE(type.drawing_class.empty()) << type.id;
  }
}

TEST(BuiltinVocabulary, SaysWhatTypesImply) {
  const Vocabulary vocabulary = builtin_vocabulary();
  const RelationType& supersedes = *vocabulary.find_type("supersedes");
  EXPECT_EQ(supersedes.succession, Succession::lineage);
  EXPECT_EQ(supersedes.closes, Closes::parties_of_object);
  EXPECT_EQ(supersedes.reading, Reading::instant);
  EXPECT_EQ(vocabulary.find_type("holds_post")->closes, Closes::previous_holder);
  EXPECT_EQ(vocabulary.find_type("holds_post")->present, Present::both);
  EXPECT_EQ(vocabulary.find_type("signed")->present, Present::from);
  EXPECT_EQ(vocabulary.find_type("about")->present, Present::neither);
  EXPECT_EQ(vocabulary.find_type("in_conflict_with")->sign, Sign::negative);
  EXPECT_EQ(vocabulary.find_type("partner_of")->sign, Sign::positive);
  EXPECT_THAT(vocabulary.find_type("about")->timeless, ElementsAre("any"));
  EXPECT_THAT(vocabulary.find_type("part_of")->timeless, ElementsAre("post", "place"));
  EXPECT_TRUE(vocabulary.find_type("party_to")->timeless.empty());
  EXPECT_TRUE(vocabulary.is_a("publisher", "organisation"));
}

TEST(LoadVocabulary, ReadsSeatsOfKindsAndWhatIsTimeless) {
  const test::Folder folder;
  folder.write("mine.json", with(R"("kinds": [
      {"id": "office", "seats": "many"}, {"id": "chair", "seats": "one"}, {"id": "who"}],
    "types": [{"id": "a", "from": ["any"], "to": ["any"], "timeless": false},
              {"id": "b", "from": ["any"], "to": ["any"], "timeless": true},
              {"id": "c", "from": ["any"], "to": ["any"], "timeless": ["who"]}])"));
  const Vocabulary vocabulary = load_vocabulary({"mine.json"}, folder.path().string());
  EXPECT_EQ(vocabulary.find_kind("office")->seats, Seats::many);
  EXPECT_EQ(vocabulary.find_kind("chair")->seats, Seats::one);
  EXPECT_EQ(vocabulary.find_kind("who")->seats, Seats::unstated);
  EXPECT_TRUE(vocabulary.find_type("a")->timeless.empty());
  EXPECT_THAT(vocabulary.find_type("b")->timeless, ElementsAre("any"));
  EXPECT_THAT(vocabulary.find_type("c")->timeless, ElementsAre("who"));
  std::stringstream written;
  write_vocabulary(written, vocabulary);
  folder.write("again.json", written.str());
  EXPECT_EQ(load_vocabulary({"again.json"}, folder.path().string()).find_kind("office")->seats,
            Seats::many);
}

TEST(LoadVocabulary, ReportsUnknownKindsOfWhatIsTimeless) {
  const test::Folder folder;
  folder.write("mine.json", with(R"("kinds": [{"id": "who", "seats": "several"}],
    "types": [{"id": "c", "from": ["any"], "to": ["any"], "timeless": ["what"]}])"));
  EXPECT_THAT(problems_of(folder, {"mine.json"}),
              ElementsAre(HasSubstr("unknown-word"), HasSubstr("unknown-kind")));
}

TEST(BuiltinVocabulary, SaysWhoIsFriendlyAndWhoHostile) {
  std::vector<std::string> friendly;
  std::vector<std::string> hostile;
  for (const RelationType& type : builtin_vocabulary().types()) {
    if (type.sign == Sign::positive) friendly.push_back(type.id);
    if (type.sign == Sign::negative) hostile.push_back(type.id);
  }
  EXPECT_THAT(friendly, ElementsAre("partner_of", "cooperates_with", "guarantees", "allied_with"));
  EXPECT_THAT(hostile, ElementsAre("in_conflict_with", "sanctions", "accuses", "condemns"));
}

TEST(BuiltinVocabulary, SaysWhatNeedsNoDate) {
  const Vocabulary vocabulary = builtin_vocabulary();
  std::vector<std::string> timeless;
  for (const RelationType& type : vocabulary.types())
    if (vocabulary.is_timeless(type, "document")) timeless.push_back(type.id);
  EXPECT_THAT(timeless, ElementsAre("covers", "cites", "about", "published", "authored"));
  const RelationType& part_of = *vocabulary.find_type("part_of");
  EXPECT_TRUE(vocabulary.is_timeless(part_of, "post"));
  EXPECT_TRUE(vocabulary.is_timeless(part_of, "place"));
  EXPECT_FALSE(vocabulary.is_timeless(part_of, "body"));
}

TEST(BuiltinVocabulary, TiesPeopleOrganisationsAndStates) {
  const Vocabulary vocabulary = builtin_vocabulary();
  const auto admits = [&](const char* type, const char* from, const char* to) {
    return vocabulary.admits(*vocabulary.find_type(type), from, to);
  };
  EXPECT_TRUE(admits("member_of", "person", "organisation"));
  EXPECT_TRUE(admits("leads", "person", "organisation"));
  EXPECT_TRUE(admits("founded", "person", "organisation"));
  EXPECT_TRUE(admits("employed_by", "person", "publisher"));
  EXPECT_TRUE(admits("advises", "person", "post"));
  EXPECT_TRUE(admits("family_of", "person", "person"));
  EXPECT_TRUE(admits("associated_with", "organisation", "person"));
  EXPECT_TRUE(admits("succeeds", "organisation", "organisation"));
  EXPECT_TRUE(admits("supersedes", "organisation", "organisation"));
  EXPECT_TRUE(admits("owns", "person", "organisation"));
  EXPECT_TRUE(admits("finances", "country", "person"));
  EXPECT_TRUE(admits("sanctions", "country", "country"));
  EXPECT_TRUE(admits("recognises", "country", "country"));
  EXPECT_TRUE(admits("diplomatic_relations_with", "country", "country"));
  EXPECT_TRUE(admits("guarantees", "country", "country"));
  EXPECT_TRUE(admits("mediates", "country", "event"));
  EXPECT_TRUE(admits("allied_with", "country", "organisation"));
  EXPECT_TRUE(admits("accuses", "country", "country"));
  EXPECT_TRUE(admits("condemns", "country", "event"));
  EXPECT_FALSE(admits("signed", "country", "organisation"));
  EXPECT_EQ(vocabulary.find_type("succeeds")->succession, Succession::lineage);
}

TEST(BuiltinVocabulary, IsWrittenAsItsFile) {
  std::stringstream written;
  write_vocabulary(written, builtin_vocabulary());
  std::ifstream file(ENTENTE_SOURCE_DIR "/data/vocabulary/diplomacy.json");
  std::string expected;
  std::string line;
  while (std::getline(file, expected)) {
    std::getline(written, line);
    ASSERT_EQ(line, expected);
  }
  EXPECT_FALSE(std::getline(written, line)) << line;
}

TEST(LoadVocabulary, ExtendsEarlierOnes) {
  const test::Folder folder;
  folder.write("mine.json", with(R"("kinds": [{"id": "region", "parent": "country"}],
    "types": [{"id": "borders", "from": ["region"], "to": ["country"], "symmetric": true,
               "forward": {"en": "borders"}}])"));
  const Vocabulary vocabulary = load_vocabulary({"diplomacy", "mine.json"}, folder.path().string());
  EXPECT_EQ(vocabulary.name(), "diplomacy+mine");
  EXPECT_TRUE(vocabulary.is_a("region", "country"));
  EXPECT_TRUE(vocabulary.admits(*vocabulary.find_type("borders"), "country", "region"));
  EXPECT_EQ(vocabulary.find_type("borders")->inverse.at(0).second, "borders");
}

TEST(LoadVocabulary, ReportsEveryProblemAtItsPlace) {
  const test::Folder folder;
  folder.write("mine.json",
               with(R"("kinds": [{"id": "a", "parent": "b"}, {"id": "b", "parent": "a"},
  {"id": "c", "parent": "x"}, {"id": "country"}],
 "types": [{"id": "t", "from": ["y"], "to": ["any"], "redaing": "instant"},
  {"id": "u", "from": ["any"], "to": "any", "reading": "moment"}])"));
  EXPECT_THAT(problems_of(folder, {"diplomacy", "mine.json"}),
              ElementsAre("2:33 kind-cycle", "2:61 kind-cycle", "3:25 unknown-kind",
                          "3:31 duplicate-id", "4:33 unknown-kind", "4:54 unknown-member",
                          "5:38 wrong-type", "5:56 unknown-word"));
}

TEST(LoadVocabulary, WidensAnEarlierType) {
  const test::Folder folder;
  folder.write("mine.json", with(R"("types": [
    {"id": "located_in", "from": ["organisation", "event"], "forward": {"de": "liegt in"}},
    {"id": "partner_of", "to": ["body"], "forward": {"de": "ist Partner von"}, "sign": 1}])"));
  const Vocabulary vocabulary = load_vocabulary({"diplomacy", "mine.json"}, folder.path().string());
  const RelationType& located = *vocabulary.find_type("located_in");
  EXPECT_THAT(located.from, ElementsAre("event", "body", "agreement", "organisation"));
  EXPECT_EQ(located.to, builtin_vocabulary().find_type("located_in")->to);
  EXPECT_EQ(label(located.forward, {"de"}), "liegt in");
  EXPECT_EQ(label(located.forward, {"en"}), "is located in");
  const RelationType& partner = *vocabulary.find_type("partner_of");
  EXPECT_TRUE(vocabulary.admits(partner, "body", "country"));
  EXPECT_EQ(label(partner.inverse, {"de"}), "ist Partner von");
  EXPECT_EQ(vocabulary.types().size(), builtin_vocabulary().types().size());
}

TEST(LoadVocabulary, ChangesNothingElseOfAnEarlierType) {
  const test::Folder folder;
  folder.write("mine.json", with(R"("types": [
 {"id": "member_of", "from": ["post"], "reading": "instant", "sign": -1,
  "forward": {"en": "joined"}},
 {"id": "member_of", "from": ["pst"]}])"));
  EXPECT_THAT(problems_of(folder, {"diplomacy", "mine.json"}),
              ElementsAre("3:40 duplicate-id", "3:62 duplicate-id", "4:3 duplicate-id",
                          "5:2 duplicate-id", "5:31 unknown-kind"));
}

TEST(LoadVocabulary, SaysWhereAFileOrAnEarlierOneSaidOtherwise) {
  const test::Folder folder;
  folder.write("one.json", with(R"("types": [
 {"id": "located_in", "forward": {"de": "liegt in"}}])"));
  folder.write("two.json", with(R"("types": [
 {"id": "located_in", "forward": {"de": "ist in"}}])"));
  folder.write("twice.json", with(R"("types": [
 {"id": "located_in", "forward": {"de": "liegt in"}},
 {"id": "located_in", "forward": {"fr": "se trouve à"}}])"));
  const auto message_of = [&](const std::vector<std::string>& names) -> std::string {
    try {
      (void)load_vocabulary(names, folder.path().string());
    } catch (const DossierError& error) {
      return error.problems().size() == 1 ? error.problems().front().message : "several";
    }
    return "none";
  };
  EXPECT_THAT(message_of({"diplomacy", "one.json", "two.json"}), HasSubstr("one.json:3:2"));
  EXPECT_THAT(message_of({"diplomacy", "twice.json"}), HasSubstr("twice.json:3:2"));
}

TEST(LoadVocabulary, KnowsTheDrawingClasses) {
  const test::Folder folder;
  folder.write("mine.json", with(R"("kinds": [{"id": "ship", "drawing_class": "vessel"},
 {"id": "party", "drawing_class": "organization"}],
 "types": [{"id": "t", "from": ["ship"], "to": ["any"], "drawing_class": "treety"}])"));
  try {
    (void)load_vocabulary({"diplomacy", "mine.json"}, folder.path().string());
    FAIL() << "nothing was thrown";
  } catch (const DossierError& error) {
    EXPECT_THAT(test::places(error.problems()),
                ElementsAre("2:43 unknown-class", "3:35 unknown-class", "4:74 unknown-class"));
    EXPECT_THAT(error.problems()[0].hint, HasSubstr("country, organisation"));
    EXPECT_EQ(error.problems()[1].hint, "did you mean `organisation`?");
    EXPECT_EQ(error.problems()[2].hint, "did you mean `treaty`?");
  }
}

// Where a dossier names what is no vocabulary is said with the place in the dossier.
TEST(VocabularyOfADossier, IsMissedWhereItIsNamed) {
  const ReadResult read = read_records_from_text(
      "{\"format\": \"entente/1\",\n \"vocabulary\": [\"diplomacy\",\n  \"no-such\"]}", "d.json");
  try {
    (void)vocabulary_of(read.dossier);
    FAIL() << "nothing was thrown";
  } catch (const DossierError& error) {
    EXPECT_THAT(test::places(error.problems()), ElementsAre("3:3 unknown-vocabulary"));
    EXPECT_EQ(error.problems().front().file, "d.json");
  }
}

std::vector<std::string> problems_inside(const std::string& dossier) {
  const ReadResult read = read_records_from_text(dossier, "d.json");
  EXPECT_THAT(test::places(read.problems), testing::IsEmpty());
  try {
    (void)vocabulary_of(read.dossier);
  } catch (const DossierError& error) {
    for (const Problem& problem : error.problems()) {
      EXPECT_EQ(problem.file, "d.json");
      EXPECT_THAT(problem.message, Not(HasSubstr("{"))) << "its text is not its name";
    }
    return test::places(error.problems());
  }
  return {};
}

TEST(LoadVocabulary, PlacesWhatIsWrongInsideADossier) {
  const auto dossier = [](const std::string& vocabulary) {
    return "{\"format\": \"entente/1\", \"title\": {\"en\": \"T\"},\n \"vocabulary\": " +
           vocabulary + ",\n \"entities\": []}";
  };
  EXPECT_THAT(problems_inside(dossier(R"({"format" :  "entente-vocabulary/1", "name": "mine",
  "kinds" :
    [ {"id": "ship", "parnt": "any", "labels": {"en": "ship", "ja": "船"}},
      {"id":"boat",  "parent": "vessel"}, { "id": "ship" } ],
  "types": [
    {"id": "sails", "from": ["ship", "shipp"], "to": ["any"],
     "reading":
        "sometimes", "drawing_class": "wavy"}]})")),
              ElementsAre("4:22 unknown-member", "5:32 unknown-kind", "5:43 duplicate-id",
                          "7:38 unknown-kind", "9:9 unknown-word", "9:39 unknown-class"));
  // One of several, behind one that is built in.
  EXPECT_THAT(problems_inside(dossier(R"(["diplomacy",
  {"format": "entente-vocabulary/1", "name": "more",
   "kinds": [{"id": "country",
              "parent": "boat"}]}])")),
              testing::Not(testing::IsEmpty()));
}

TEST(LoadVocabulary, RefusesAnEmptyFormat) {
  const test::Folder folder;
  folder.write("mine.json", R"({"format": "", "name": "mine"})");
  EXPECT_THAT(problems_of(folder, {"mine.json"}), ElementsAre("1:12 bad-format"));
}

TEST(LoadVocabulary, RefusesWhatIsNoVocabulary) {
  const test::Folder folder;
  folder.write("dossier.json", test::part(""));
  folder.write("broken.json", "{\"format\":\n");
  EXPECT_THAT(problems_of(folder, {"dossier.json"}), testing::Contains("1:12 bad-format"));
  EXPECT_THAT(problems_of(folder, {"broken.json"}), ElementsAre("2:1 bad-json"));
  EXPECT_THAT(problems_of(folder, {"."}), ElementsAre("0:0 unknown-vocabulary"));
  EXPECT_THAT(problems_of(folder, {"./"}), ElementsAre("0:0 bad-vocabulary"));
  EXPECT_THROW((void)load_vocabulary({"missing.json"}, folder.path().string()), IoError);
}

TEST(LoadVocabulary, SuggestsTheNameThatWasMeant) {
  try {
    (void)load_vocabulary({"diplomcy"});
    FAIL() << "nothing was thrown";
  } catch (const DossierError& error) {
    EXPECT_THAT(error.problems().at(0).hint, HasSubstr("`diplomacy`"));
  }
}

}  // namespace
}  // namespace entente
