// With --lenient, records of other programs that cannot be read are left out, each with its place.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foreign_text.hpp"

namespace entente {
namespace {

using test::Folder;
using testing::ElementsAre;

struct Leniently {
  std::size_t records = 0;
  std::vector<std::string> problems = {};  ///< line and code
};

Leniently read_leniently(const std::string& text, const std::string& name,
                         const std::string& format = {}) {
  const Folder folder;
  const LenientDossier read = check_leniently({folder.write(name, text)}, {.format = format});
  Leniently left_out{read.left_out.records};
  for (const Problem& problem : read.left_out.problems)
    left_out.problems.push_back(std::to_string(problem.line) + " " + problem.code);
  return left_out;
}

TEST(LenientFormats, CountWhatFollowthemoneyLacks) {
  const Leniently read =
      read_leniently(R"({"id":"a","schema":"Person","properties":{"name":["A"]}})"
                     "\n"
                     R"({"id":"o","schema":"Ownership","properties":{"owner":["a"]}})"
                     "\n"
                     R"({"id":"b","properties":{"name":["A"]}})"
                     "\n",
                     "f.ftm");
  EXPECT_EQ(read.records, 2U);
  EXPECT_THAT(read.problems, ElementsAre("2 ftm-edge", "3 ftm-entity"));
}

TEST(LenientFormats, LoseALineThatIsNoJsonAlone) {
  const std::string person = R"({"id":"a","schema":"Person","properties":{"name":["A"]}})";
  const std::string text = "{\"id\":\n" + person + "\nGARBAGE {\n" + person + "\n";
  const Leniently read = read_leniently(text, "f.ftm");
  EXPECT_EQ(read.records, 2U);
  EXPECT_THAT(read.problems, ElementsAre("1 bad-json", "3 bad-json"));
}

TEST(LenientFormats, ReadNothingOfWhatIsNoLineOfJson) {
  const Folder folder;
  const LenientDossier read = check_leniently({folder.write("f.ftm", "id;name\n1;a\n")});
  EXPECT_TRUE(has_errors(read.checked.problems));
}

TEST(LenientFormats, CountWhatPopoloLacks) {
  const Leniently read = read_leniently(
      "{\"persons\":[{\"id\":\"a\"},\n{\"name\":\"noid\"}],\"memberships\":[\n"
      "{\"person_id\":\"a\"}]}",
      "p.json");
  EXPECT_EQ(read.records, 2U);
  EXPECT_THAT(read.problems, ElementsAre("2 popolo-id", "3 popolo-membership"));
}

TEST(LenientFormats, CountWhatDataSetsLack) {
  const Leniently alliances =
      read_leniently("atopid,member,yrent,yrexit\n1,200,1815,0\n1,,1815,0\n", "atop.csv");
  EXPECT_EQ(alliances.records, 1U);
  EXPECT_THAT(alliances.problems, ElementsAre("3 missing-cell"));
  const Leniently events = read_leniently(
      "Event ID\tEvent Date\tSource Name\tCAMEO Code\tTarget Name\n1\t2014\t\t042\t\n", "e.tab");
  EXPECT_EQ(events.records, 1U);
  EXPECT_THAT(events.problems, ElementsAre("2 missing-cell"));
}

}  // namespace
}  // namespace entente
