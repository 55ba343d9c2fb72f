#include <filesystem>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/vocabulary.hpp>

#include "unit/io/samples.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// A folder of its own that goes away with the test.
class Folder {
 public:
  Folder() {
    std::string pattern = testing::TempDir() + "ententeXXXXXX";
    path_ = ::mkdtemp(pattern.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name) << text;
  }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

std::vector<std::string> problems_of(const Folder& folder,
                                     const std::vector<std::string>& sources) {
  try {
    (void)load_vocabulary(sources, folder.path());
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
  EXPECT_EQ(vocabulary.types().size(), 26u);
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
  const Folder folder;
  folder.write("mine.json", with(R"("kinds": [
      {"id": "office", "seats": "many"}, {"id": "chair", "seats": "one"}, {"id": "who"}],
    "types": [{"id": "a", "from": ["any"], "to": ["any"], "timeless": false},
              {"id": "b", "from": ["any"], "to": ["any"], "timeless": true},
              {"id": "c", "from": ["any"], "to": ["any"], "timeless": ["who"]}])"));
  const Vocabulary vocabulary = load_vocabulary({"mine.json"}, folder.path());
  EXPECT_EQ(vocabulary.find_kind("office")->seats, Seats::many);
  EXPECT_EQ(vocabulary.find_kind("chair")->seats, Seats::one);
  EXPECT_EQ(vocabulary.find_kind("who")->seats, Seats::one);
  EXPECT_TRUE(vocabulary.find_type("a")->timeless.empty());
  EXPECT_THAT(vocabulary.find_type("b")->timeless, ElementsAre("any"));
  EXPECT_THAT(vocabulary.find_type("c")->timeless, ElementsAre("who"));
  std::stringstream written;
  write_vocabulary(written, vocabulary);
  folder.write("again.json", written.str());
  EXPECT_EQ(load_vocabulary({"again.json"}, folder.path()).find_kind("office")->seats, Seats::many);
}

TEST(LoadVocabulary, ReportsUnknownKindsOfWhatIsTimeless) {
  const Folder folder;
  folder.write("mine.json", with(R"("kinds": [{"id": "who", "seats": "several"}],
    "types": [{"id": "c", "from": ["any"], "to": ["any"], "timeless": ["what"]}])"));
  EXPECT_THAT(problems_of(folder, {"mine.json"}),
              ElementsAre(HasSubstr("unknown-word"), HasSubstr("unknown-kind")));
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
  const Folder folder;
  folder.write("mine.json", with(R"("kinds": [{"id": "region", "parent": "country"}],
    "types": [{"id": "borders", "from": ["region"], "to": ["country"], "symmetric": true,
               "forward": {"en": "borders"}}])"));
  const Vocabulary vocabulary = load_vocabulary({"diplomacy", "mine.json"}, folder.path());
  EXPECT_EQ(vocabulary.name(), "diplomacy+mine");
  EXPECT_TRUE(vocabulary.is_a("region", "country"));
  EXPECT_TRUE(vocabulary.admits(*vocabulary.find_type("borders"), "country", "region"));
  EXPECT_EQ(vocabulary.find_type("borders")->inverse.at(0).second, "borders");
}

TEST(LoadVocabulary, ReportsEveryProblemAtItsPlace) {
  const Folder folder;
  folder.write("mine.json",
               with(R"("kinds": [{"id": "a", "parent": "b"}, {"id": "b", "parent": "a"},
  {"id": "c", "parent": "x"}, {"id": "country"}],
 "types": [{"id": "t", "from": ["y"], "to": ["any"], "redaing": "instant"},
  {"id": "u", "from": ["any"], "to": "any", "reading": "moment"}])"));
  EXPECT_THAT(problems_of(folder, {"diplomacy", "mine.json"}),
              ElementsAre("2:11 kind-cycle", "2:39 kind-cycle", "3:3 unknown-kind",
                          "3:31 duplicate-id", "4:12 unknown-kind", "4:54 unknown-member",
                          "5:38 wrong-type", "5:56 unknown-word"));
}

TEST(LoadVocabulary, RefusesWhatIsNoVocabulary) {
  const Folder folder;
  folder.write("dossier.json", test::part(""));
  folder.write("broken.json", "{\"format\":\n");
  EXPECT_THAT(problems_of(folder, {"dossier.json"}), testing::Contains("1:12 bad-format"));
  EXPECT_THAT(problems_of(folder, {"broken.json"}), ElementsAre("2:1 bad-json"));
  EXPECT_THAT(problems_of(folder, {"."}), ElementsAre("1:1 unknown-vocabulary"));
  EXPECT_THAT(problems_of(folder, {"./"}), ElementsAre("1:1 bad-vocabulary"));
  EXPECT_THROW((void)load_vocabulary({"missing.json"}, folder.path()), IoError);
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
