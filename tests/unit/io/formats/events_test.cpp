#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foreign_text.hpp"

namespace entente {
namespace {

using test::problems_of;
using test::read_foreign_text;
using test::records_of;

TEST(Icews, TurnsEventsIntoActs) {
  const CheckedDossier read = read_foreign_text(
      "Event ID\tEvent Date\tSource Name\tSource Country\tEvent Text\tCAMEO Code\tTarget Name\t"
      "Target Country\tStory ID\tSentence Number\tPublisher\n"
      "1\t2014-05-06\tShinzo Abe\tJapan\tConsult\t40\tJapan\tJapan\t77\t2\tKyodo\n",
      "events.tab");
  EXPECT_EQ(problems_of(read), "");
  EXPECT_EQ(records_of(read.dossier),
            R"({"entity": {"id": "Japan", "kind": "country", "names": {"en": ["Japan"]}}}
{"entity": {"id": "Shinzo Abe", "kind": "actor", "names": {"en": ["Shinzo Abe"]}, "attributes": {"country": "Japan"}}}
{"entity": {"id": "story-77", "kind": "document", "names": {"en": ["Kyodo"]}}}
{"relation": {"id": "1", "type": "cameo-04", "from": "Shinzo Abe", "to": "Japan", "when": "2014-05-06", "modality": "fact", "attributes": {"cameo_code": "40", "event_text": "Consult", "publisher": "Kyodo"}, "evidence": [{"source": "story-77", "at": "sentence 2"}]}}
)");
  EXPECT_EQ(read.vocabulary.find_type("cameo-04")->reading, Reading::instant);
}

TEST(Icews, HasNoClassForCodesThatAreNone) {
  const CheckedDossier read = read_foreign_text(
      "Event ID\tEvent Date\tSource Name\tCAMEO Code\tTarget Name\n"
      "1\t2014-05-06\tA\t999\tB\n2\t2014-05-06\tA\t---\tB\n3\t2014-05-06\tA\t\tB\n"
      "4\t2014-05-06\tA\t90\tB\n5\t2014-05-06\tA\t204\tB\n6\t2014-05-06\tA\t0874\tB\n",
      "events.tab");
  EXPECT_EQ(problems_of(read), "");
  std::vector<std::string> types;
  for (const Relation& relation : read.dossier.relations) types.push_back(relation.type);
  EXPECT_THAT(types, testing::ElementsAre("cameo-other", "cameo-other", "cameo-other", "cameo-09",
                                          "cameo-20", "cameo-08"));
  EXPECT_THAT(test::warnings_of(read), HasSubstr("event-class: "));
  EXPECT_THAT(test::warnings_of(read), HasSubstr("(3 times)"));
}

TEST(Icews, HasNumbersButForCodes) {
  const CheckedDossier read = read_foreign_text(
      "Event ID\tEvent Date\tSource Name\tCAMEO Code\tTarget Name\tIntensity\tLatitude\tStory ID\n"
      "1\t2014-05-06\tA\t040\tB\t-1.5\t35\t7\n",
      "events.tab");
  EXPECT_THAT(records_of(read.dossier),
              HasSubstr(R"("cameo_code": "040", "intensity": -1.5, "latitude": 35)"));
}

TEST(Plover, MakesAnEntityOfAnEventWithOneActor) {
  const CheckedDossier read = read_foreign_text(
      "Event ID\tEvent Date\tEvent Type\tEvent Mode\tActor Name\tActor Country\tRecipient Name\t"
      "Recipient Country\tSource\n"
      "E1\t2023-01-02\tCONSULT\tvisit\tA\tJapan\tB\tNone\tReuters\n"
      "E2\t2023-01-02\tPROTEST\t\tA\tJapan\tNone\tNone\tReuters\n"
      "E3\t2023-01-02\tPROTEST\t\tNone\tNone\tNone\tNone\tReuters\n",
      "events.tsv");
  EXPECT_EQ(problems_of(read),
            "events.tsv:4:1 missing-cell a row names no event or nobody who took part\n");
  EXPECT_EQ(read.dossier.relations.size(), 2U);
  EXPECT_EQ(read.dossier.relations.at(0).type, "plover-consult");
  EXPECT_EQ(read.dossier.relations.at(1).type, "attended");
  EXPECT_EQ(read.dossier.relations.at(1).to, "E2");
}

}  // namespace
}  // namespace entente
