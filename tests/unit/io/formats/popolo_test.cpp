#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foreign_text.hpp"

namespace entente {
namespace {

using test::problems_of;
using test::read_foreign_text;
using test::records_of;
using testing::HasSubstr;

TEST(Popolo, ReadsPersonsPostsAndMemberships) {
  const CheckedDossier read = read_foreign_text(R"({
  "persons": [{"id": "p", "name": "Mary", "other_names": [{"lang": "ja", "name": "メアリー"}],
               "identifiers": [{"scheme": "wikidata", "identifier": "Q1"}], "birth_date": "1950-00-00",
               "links": [{"url": "https://example.org/p"}]}],
  "organizations": [{"id": "o", "name": "Parliament", "classification": "legislature"},
                    {"id": "f", "name": "Party", "parent_id": "o", "founding_date": "1900"}],
  "posts": [{"id": "s", "label": "Speaker", "organization_id": "o"}],
  "memberships": [{"person_id": "p", "organization_id": "o", "post_id": "s", "on_behalf_of_id": "f",
                   "start_date": "2001-05", "end_date": "2005",
                   "sources": [{"url": "https://example.org/s", "note": "page 3"}]}]})",
                                                "popolo.json");
  EXPECT_EQ(problems_of(read), "");
  EXPECT_EQ(
      records_of(read.dossier),
      R"({"entity": {"id": "f", "kind": "organisation", "names": {"und": ["Party"]}, "when": "1900/"}}
{"entity": {"id": "o", "kind": "organisation", "names": {"und": ["Parliament"]}, "attributes": {"classification": "legislature"}}}
{"entity": {"id": "p", "kind": "person", "names": {"ja": ["メアリー"], "und": ["Mary"]}, "when": "1950/", "codes": {"wikidata": "Q1"}, "attributes": {"links": "https://example.org/p"}}}
{"entity": {"id": "s", "kind": "post", "names": {"und": ["Speaker"]}}}
{"entity": {"id": "source-1", "kind": "document", "attributes": {"url": "https://example.org/s"}}}
{"relation": {"id": "f-part", "type": "part_of", "from": "f", "to": "o", "modality": "fact"}}
{"relation": {"id": "p-s", "type": "member_of", "from": "p", "to": "o", "when": "2001-05/2005", "modality": "fact", "attributes": {"on_behalf_of_id": "f"}, "evidence": [{"source": "source-1", "at": "page 3"}]}}
{"relation": {"id": "p-s-post", "type": "holds_post", "from": "p", "to": "s", "when": "2001-05/2005", "modality": "fact", "attributes": {"on_behalf_of_id": "f"}, "evidence": [{"source": "source-1", "at": "page 3"}]}}
{"relation": {"id": "s-part", "type": "part_of", "from": "s", "to": "o", "modality": "fact"}}
)");
}

TEST(Popolo, ReadsMembershipsInsidePersons) {
  const CheckedDossier read = read_foreign_text(
      R"({"persons": [{"id": "p", "memberships": [{"organization_id": "o", "role": "MP"}]}]})",
      "popolo.json");
  EXPECT_EQ(problems_of(read), "");
  EXPECT_THAT(
      records_of(read.dossier),
      HasSubstr(
          R"("type": "member_of", "from": "p", "to": "o", "modality": "fact", "attributes": {"role": "MP"})"));
}

TEST(Popolo, ReadsRecordsInsideOthers) {
  const CheckedDossier read = read_foreign_text(R"({
  "persons": [{"id": "p", "memberships": [
      {"organization": {"id": "o", "name": "Club"}, "area": {"id": "a", "name": "North"}},
      {"organization_id": "o", "post": {"id": "c", "label": "Chair", "organization_id": "o"}}]}],
  "organizations": [{"id": "q", "parent": {"id": "r", "name": "State"}, "area": {"id": "b"},
      "posts": [{"id": "s", "label": "Seat", "memberships": [{"person": {"id": "z", "name": "Zoe"}}]}],
      "children": [{"id": "k", "name": "Kid"}, {"id": "l", "parent_id": "q"}],
      "memberships": [{"person_id": "p", "start_date": "2015-03~"}]}]})",
                                                "popolo.json");
  EXPECT_EQ(problems_of(read), "");
  const std::string records = records_of(read.dossier);
  for (
      const std::string part :
      {R"({"entity": {"id": "o", "kind": "organisation", "names": {"und": ["Club"]}}})",
       R"({"entity": {"id": "a", "kind": "place", "names": {"und": ["North"]}}})",
       R"({"entity": {"id": "c", "kind": "post", "names": {"und": ["Chair"]}}})",
       R"({"entity": {"id": "q", "kind": "organisation", "attributes": {"area_id": "b"}}})",
       R"("type": "member_of", "from": "p", "to": "o", "modality": "fact", "attributes": {"area_id": "a"})",
       R"("type": "holds_post", "from": "p", "to": "c")",
       R"("type": "holds_post", "from": "z", "to": "s")",
       R"("type": "part_of", "from": "q", "to": "r")",
       R"("type": "part_of", "from": "s", "to": "q")",
       R"("type": "part_of", "from": "k", "to": "q")",
       R"("type": "member_of", "from": "p", "to": "q", "when": "2015-03~/")"})
    EXPECT_THAT(records, HasSubstr(part));
  EXPECT_THAT(records, testing::Not(HasSubstr("l-part-2")));
}

TEST(Popolo, TellsWhatHasNoPlaceAndKeepsCodesWithoutAScheme) {
  const CheckedDossier read = read_foreign_text(
      R"({"persons": [], "areas": [{"id": "a", "geometry": {"type": "Point"}, "identifiers": [{"identifier": "99"}]}]})",
      "popolo.json");
  EXPECT_TRUE(std::ranges::any_of(read.problems, [](const Problem& problem) {
    return problem.message == "`geometry`, which is an object, is left out";
  }));
  EXPECT_THAT(records_of(read.dossier), HasSubstr(R"("attributes": {"identifier": "99"})"));
}

TEST(Popolo, TellsWhatAMembershipLacks) {
  EXPECT_EQ(problems_of(read_foreign_text(
                "{\"persons\": [{\"name\": \"x\"}],\n \"memberships\": [{\"person_id\": \"p\"}]}",
                "popolo.json")),
            "popolo.json:1:14 popolo-id a record has no id\n"
            "popolo.json:2:18 popolo-membership a membership names no person, or neither "
            "organization nor post\n");
}

}  // namespace
}  // namespace entente
