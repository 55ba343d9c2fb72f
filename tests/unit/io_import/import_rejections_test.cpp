/// Rows and mappings that are refused, and why.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/dossier_writer.hpp>
#include <entente/io/import.hpp>

#include "imported.hpp"
#include "support/folder.hpp"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(Import, RejectsTheEndThatIsWrong) {
  const ImportResult result = imported(
      "a,b\n2010,2005\n2010,2011/2012\n",
      R"("relation": {"type": "party_to", "from": {"country": "Japan"}, "to": {"id": "pact", )"
      R"("kind": "agreement"}, "when": {"from": "{a}", "to": "{b}"}})");
  EXPECT_THAT(reasons(result), ElementsAre("B2: bad-date", "B3: bad-date"));
}

TEST(Import, TakesARowWholeOrNotAtAll) {
  const std::string table = "who,what\nJapan,Pact\nNowhere,Other\nPeru,Pact\n";
  EXPECT_EQ(imported(table, ties).rejected.size(), 1u);
  const ImportResult lenient = imported(table, ties, Faulty::left_out);
  EXPECT_EQ(lenient.dossier.relations.size(), 2u);
  for (const Entity& entity : lenient.dossier.entities) EXPECT_NE(entity.id, "other");
}

TEST(Import, RejectsWhatValidationRefuses) {
  const ImportResult result = imported(
      "a,t\nJapan,party_too\nPeru,party_to\n",
      R"("relation": {"type": "{t}", "from": {"country": "{a}"}, "to": {"id": "pact", "kind": "agreement"}})",
      Faulty::left_out);
  ASSERT_EQ(result.rejected.size(), 1u);
  EXPECT_EQ(result.rejected[0].code, "unknown-type");
  EXPECT_THAT(result.rejected[0].hint, HasSubstr("party_to"));
  EXPECT_EQ(result.rejected[0].line, 2u);
  EXPECT_EQ(result.dossier.relations.size(), 1u);
}

TEST(Import, RejectsEndsThatNothingMakes) {
  const ImportResult result =
      imported("a,b\nJapan,pact\n",
               R"("relation": {"type": "party_to", "from": {"country": "{a}"}, "to": "{b}"})");
  ASSERT_EQ(result.rejected.size(), 1u);
  EXPECT_EQ(result.rejected[0].cell, "B2");
}

TEST(Import, DoesNotMakeOneOfTwoNames) {
  const std::string people =
      R"("entity": {"id": {"slug": "{n}"}, "kind": "person", "names": {"en": "{n}"}})";
  EXPECT_THAT(reasons(imported("n\nMüller\nMuller\n", people)), ElementsAre("A3: same-id"));
  EXPECT_THAT(reasons(imported("n\nNATO\nNato\n", people)), ElementsAre("A3: same-id"));
}

TEST(Import, RejectsRowsThatContradict) {
  const std::string people =
      R"("entity": {"id": {"slug": "{n}"}, "kind": "person", "names": {"en": "{n}"}, "attributes": {"born": "{b}"}})";
  EXPECT_THAT(reasons(imported("n,b\nAda,1815\nAda,1816\n", people)),
              ElementsAre("A3: contradiction"));
}

TEST(Import, RefusesColumnsThatAreNotThere) {
  try {
    static_cast<void>(imported("whom,what\nJapan,Pact\n", ties));
    FAIL();
  } catch (const DossierError& error) {
    EXPECT_THAT(error.what(), HasSubstr("map.json:1:"));
    EXPECT_THAT(error.what(), HasSubstr("did you mean 'whom'?"));
  }
}

TEST(Import, RejectsCellsBehindTheLastColumn) {
  EXPECT_THAT(reasons(imported("who,what\nJapan,Pact,x\n", ties)),
              ElementsAre("C2: too-many-cells"));
  EXPECT_THAT(reasons(imported("who,what,\nJapan,Pact,\n", ties)), IsEmpty());
}

TEST(ImportReport, ListsRejectedRowsAsJson) {
  const ImportResult result = imported("who,what\nKorea,Pact\n", ties);
  EXPECT_THAT(to_json(result), HasSubstr(R"({"read": 1, "records": )"));
  EXPECT_THAT(to_json(result),
              HasSubstr(R"("cell": "A2", "value": "Korea", "code": "ambiguous-country")"));
}

}  // namespace
}  // namespace entente
