#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/import.hpp>

#include "support/folder.hpp"

namespace entente {
namespace {

using ::testing::HasSubstr;

TEST(Propose, MakesAMappingThatImports) {
  const test::Folder folder;
  const std::string file =
      folder.write("ties.csv",
                   "Member,Treaty,Start,End,Articles\nJapan,Pact,22/05/1939,,4\n"
                   "Peru,Pact,1.2.1940,1943,5\nChile,Other,1940-03-01,1944,6\n");
  const std::string map = propose_mapping({file});
  EXPECT_THAT(map, HasSubstr("\"type\": \"party_to\""));
  EXPECT_THAT(map, HasSubstr("A 'Member': countries, 3 different in 3 rows"));
  EXPECT_THAT(map, HasSubstr("\"Start\": {\"date\": \"dmy\"}"));
  const ImportResult result = import_tables({file}, {map, "map.json"});
  EXPECT_TRUE(result.rejected.empty());
  EXPECT_EQ(result.dossier.relations.size(), 3u);
}

TEST(Propose, AsksForTheOrderOfDatesThatDoNotSayIt) {
  const test::Folder folder;
  const std::string map =
      propose_mapping({folder.write("t.csv", "a,b,d\nJapan,Peru,01/02/1963\n")});
  EXPECT_THAT(map, HasSubstr("ASK: is '01/02/1963' day first"));
}

TEST(Propose, RefusesWhatHasNoNames) {
  const test::Folder folder;
  EXPECT_THROW(static_cast<void>(propose_mapping({folder.write("t.csv", "a,b\n1,2\n")})),
               DossierError);
}

}  // namespace
}  // namespace entente
