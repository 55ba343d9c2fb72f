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
