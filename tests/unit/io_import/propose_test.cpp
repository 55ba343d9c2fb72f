#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/dossier_writer.hpp>
#include <entente/io/import.hpp>
#include <entente/model/problem.hpp>

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

TEST(Propose, NamesEachOfSeveralColumnsOfOneName) {
  const test::Folder folder;
  const std::string file =
      folder.write("t.csv",
                   "Pacts since 1939,,,,,\nMember,Treaty,Date,Date,,Note\n"
                   "Japan,Pact,22/05/1939,25/06/1940,x,one\nPeru,Pact,13/02/1940,14/03/1943,y,two\n"
                   "Chile,Other,28/03/1940,30/04/1944,z,three\n");
  const std::string map = propose_mapping({file});
  const ImportResult result = import_tables({file}, {map, "map.json"});
  EXPECT_TRUE(result.rejected.empty()) << map;
  ASSERT_EQ(result.dossier.relations.size(), 3u) << map;
  EXPECT_THAT(map, HasSubstr("\"=C\": {\"date\": \"dmy\"}"));
  EXPECT_THAT(map, HasSubstr("{=D}"));
}

TEST(Propose, GivesAttributesOfOneNameNumbers) {
  const test::Folder folder;
  const std::string file = folder.write(
      "t.csv", "Member,Treaty,Note,Note,note\nJapan,Pact,a1,b1,c1\nPeru,Other,a2,b2,c2\n");
  const std::string map = propose_mapping({file});
  const ImportResult result = import_tables({file}, {map, "map.json"});
  EXPECT_TRUE(result.rejected.empty()) << map;
  ASSERT_EQ(result.dossier.relations.size(), 2u) << map;
  const Attributes& attributes = result.dossier.relations.front().attributes;
  for (const auto& [name, value] :
       {std::pair("note", "a1"), std::pair("note_2", "b1"), std::pair("note_3", "c1")}) {
    const AttributeValue* found = find_attribute(attributes, name);
    ASSERT_NE(found, nullptr) << name << map;
    EXPECT_EQ(*found, AttributeValue(Scalar(std::string(value))));
  }
}

TEST(Propose, LooksWhatStandsBetweenCells) {
  const test::Folder folder;
  for (const std::string delimiter : {";", "\t", "|"}) {
    const auto row = [&](const std::string& a, const std::string& b) {
      return a + delimiter + b + "\n";
    };
    const std::string file = folder.write("t.csv", row("Member", "Treaty") + row("Japan", "Pact"));
    const std::string map = propose_mapping({file});
    const ImportResult result = import_tables({file}, {map, "map.json"});
    EXPECT_TRUE(result.rejected.empty());
    EXPECT_EQ(result.dossier.relations.size(), 1u) << map;
  }
}

TEST(Propose, LooksWhatStandsBetweenQuotedCells) {
  const test::Folder folder;
  for (const std::string delimiter : {";", "\t", "|"}) {
    const std::string file =
        folder.write("t.csv", "\"Member\"" + delimiter + "\"Treaty\"\n\"Japan\"" + delimiter +
                                  "\"Pact, or\nnot\"\n");
    const std::string map = propose_mapping({file});
    EXPECT_EQ(import_tables({file}, {map, "map.json"}).dossier.relations.size(), 1u) << map;
  }
  EXPECT_THROW(static_cast<void>(propose_mapping({folder.write("t.csv", "\"Japan\"x,Peru\n")})),
               DossierError);
}

TEST(Propose, SaysHowManyColumnsItLooksAt) {
  const test::Folder folder;
  std::string titles = "Member,Treaty";
  std::string cells = "Japan,Pact";
  for (int i = 0; i < 248; ++i) {
    titles += ",c" + std::to_string(i);
    cells += "," + std::to_string(i);
  }
  EXPECT_THAT(propose_mapping({folder.write("t.csv", titles + "\n" + cells + "\n")}),
              HasSubstr("the first 200 of 250 columns are looked at"));
}

TEST(Propose, AsksForTheOrderOfDatesThatDoNotSayIt) {
  const test::Folder folder;
  const std::string map =
      propose_mapping({folder.write("t.csv", "a,b,d\nJapan,Peru,01/02/1963\n")});
  EXPECT_THAT(map, HasSubstr("ASK: is '01/02/1963' day first"));
}

TEST(Propose, SaysWhatWordsInPlaceOfDatesStandFor) {
  const test::Folder folder;
  const std::string file =
      folder.write("ties.csv",
                   "Member,Treaty,Start,End\nJapan,Pact,1939,present\nPeru,Pact,1940,1943\n"
                   "Chile,Pact,?,1944\nCuba,Pact,1941,1950\nHaiti,Pact,1942,1951\n"
                   "Spain,Pact,1943,1952\n");
  const std::string map = propose_mapping({file});
  EXPECT_THAT(map, HasSubstr("'present' taken for no end"));
  EXPECT_THAT(map, HasSubstr("'?' taken for unknown"));
  const ImportResult result = import_tables({file}, {map, "map.json"});
  ASSERT_TRUE(result.rejected.empty()) << describe(result.rejected.front());
  EXPECT_EQ(result.dossier.relations.at(0).when->text(), "1939/..");
  EXPECT_EQ(result.dossier.relations.at(2).when->text(), "/1944");
}

TEST(Propose, SaysHowNumbersAreWrittenAndWhatIsNone) {
  const test::Folder folder;
  const std::string file =
      folder.write("t.csv",
                   "who;what;share\nJapan;Pact;1,5\nPeru;Pact;2\nChile;Pact;2,5\nCuba;Pact;NaN\n"
                   "Haiti;Pact;3,5\nSpain;Pact;4,5\n");
  const std::string map = propose_mapping({file});
  EXPECT_THAT(map, HasSubstr("C 'share': numbers, 5 different in 5 rows, a comma before decimals, "
                             "'NaN' taken for unknown"));
  const ImportResult result = import_tables({file}, {map, "map.json"});
  EXPECT_TRUE(result.rejected.empty());
  EXPECT_TRUE(result.notes.empty());
  EXPECT_THAT(to_json(result.dossier.relations.at(0)), HasSubstr("\"share\": 1.5"));
}

TEST(Propose, TakesFewDatesBesideAWordForNoneForDates) {
  const test::Folder folder;
  const std::string map = propose_mapping(
      {folder.write("t.csv",
                    "who,what,Since,Ended\nJapan,Pact,1939,present\n"
                    "Peru,Pact,1940,2022\nChile,Pact,1941,2019-03\nCuba,Pact,1941,\n")});
  EXPECT_THAT(map,
              HasSubstr("D 'Ended': dates, 3 different in 3 rows, 'present' taken for no end"));
  EXPECT_THAT(map, HasSubstr(R"("when": {"from": "{Since}", "to": "{Ended}"})"));
}

TEST(Propose, KeepsSuchWordsWhereTheyAreNames) {
  const test::Folder folder;
  const std::string map = propose_mapping(
      {folder.write("t.csv", "person,type,company\nAda,current,Acme\nBob,former,Acme\n")});
  EXPECT_THAT(map, HasSubstr("\"current\": "));
  EXPECT_THAT(map, ::testing::Not(HasSubstr("missing")));
}

TEST(Import, GathersTheAnswersThatAMappingLacks) {
  const test::Folder folder;
  const std::string file =
      folder.write("t.csv", "c,o,d\nPeru,X,present\nGermny,X,1990\nPeru,Y,?\nPeru,Z,spring 1963\n");
  const std::string map =
      R"({"format": "entente-mapping/1", "vocabulary": "diplomacy", "languages": ["en"],
          "tables": [{"relation": {"type": "member_of", "from": {"country": "{c}"},
                      "to": {"id": {"slug": "{o}"}, "kind": "organisation"}, "when": "{d}"}}]})";
  ImportOptions options;
  options.faulty = Faulty::left_out;
  const ImportResult result = import_tables({file}, {map, "map.json"}, options);
  EXPECT_EQ(mapping_answers(result),
            R"("countries": {"Germny": "…"}, "missing": {"?": "unknown", "present": "none"})");
}

TEST(Propose, FindsTheHeaderBelowTitles) {
  const test::Folder folder;
  const std::string file =
      folder.write("t.csv",
                   "Parties to the pacts,,,\n,,,\nas printed in the gazette,,,\n"
                   "Country,Treaty,Joined,Left\nJapan,Pact,1939,\nPeru,Pact,1940,1943\n");
  const std::string map = propose_mapping({file});
  EXPECT_THAT(map, HasSubstr("\"header\": 4"));
  EXPECT_THAT(map, HasSubstr("the columns are named in row 4, the first that has 4 cells; above it "
                             "stands 'Parties to the pacts', 'as printed in the gazette'"));
  const ImportResult result = import_tables({file}, {map, "map.json"});
  EXPECT_TRUE(result.rejected.empty());
  ASSERT_EQ(result.dossier.relations.size(), 2u);
  EXPECT_EQ(result.dossier.relations.at(1).when->text(), "1940/1943");
}

TEST(Propose, FindsTheHeaderBelowTitlesAlsoWithOtherDelimiters) {
  const test::Folder folder;
  const std::string file =
      folder.write("t.csv", "Parties\n\nMember;Treaty\nJapan;Pact\nPeru;Pact\n");
  const std::string map = propose_mapping({file});
  EXPECT_THAT(map, HasSubstr("\"header\": 3"));
  const ImportResult result = import_tables({file}, {map, "map.json"});
  EXPECT_TRUE(result.rejected.empty());
  EXPECT_EQ(result.dossier.relations.size(), 2u);
}

TEST(Propose, KeepsTheFirstRowAsHeaderWhereItIsAsWideAsOthers) {
  const test::Folder folder;
  for (const std::string table : {"Member,Treaty,Note\nJapan,Pact,\nPeru,Pact,x\n",
                                  "Member,Treaty,\nJapan,Pact,x\nPeru,Pact,y\n", "Member\nJapan\n"})
    EXPECT_THAT(propose_mapping({folder.write("t.csv", table)}),
                ::testing::Not(HasSubstr("\"header\"")));
}

TEST(Propose, TakesWordsForWhatTheyAssert) {
  const test::Folder folder;
  const std::string file =
      folder.write("t.csv",
                   "Member,Treaty,Status\nJapan,Pact,planned\nPeru,Pact,reported\n"
                   "Chile,Pact,alleged\nCuba,Pact,Expected\nHaiti,Pact,\n");
  const std::string map = propose_mapping({file});
  EXPECT_THAT(map, HasSubstr("taken for modality"));
  const ImportResult result = import_tables({file}, {map, "map.json"});
  ASSERT_TRUE(result.rejected.empty());
  std::vector<Modality> found;
  for (const Relation& relation : result.dossier.relations) found.push_back(relation.modality);
  EXPECT_THAT(found, ::testing::ElementsAre(Modality::plan, Modality::fact, Modality::claim,
                                            Modality::expectation, Modality::fact));
}

TEST(Propose, LeavesWordsThatAreNoModality) {
  const test::Folder folder;
  const std::string map = propose_mapping(
      {folder.write("t.csv", "Member,Treaty,Status\nJapan,Pact,planned\nPeru,Pact,terminated\n")});
  EXPECT_THAT(map, ::testing::Not(HasSubstr("modality")));
}

TEST(Propose, TakesTheDocumentsOfRowsForEvidence) {
  const test::Folder folder;
  const std::string file = folder.write("t.csv",
                                        "Country,Treaty,Source\nJapan,Pact,Gazette 1\n"
                                        "Peru,Pact,\nChile,Pact,Gazette 1\n");
  const ImportResult result = import_tables({file}, {propose_mapping({file}), "map.json"});
  ASSERT_TRUE(result.rejected.empty());
  std::vector<std::string> sources;
  for (const Relation& relation : result.dossier.relations)
    sources.push_back(relation.evidence.at(0).source);
  EXPECT_THAT(sources, ::testing::ElementsAre("gazette-1", "t-csv", "gazette-1"));
}

TEST(Propose, KeepsASourceThatIsAnEnd) {
  const test::Folder folder;
  const std::string map =
      propose_mapping({folder.write("t.csv", "Source,Target,Label\nAda,Bob,x y\nBob,Cid,z\n")});
  EXPECT_THAT(map, HasSubstr(R"("from": {"//": )"));
  EXPECT_THAT(map, HasSubstr(R"({"slug": "{Source}"})"));
  EXPECT_THAT(map, ::testing::Not(HasSubstr("evidence")));
}

TEST(Propose, SaysUntilWhichDayTheDataLooked) {
  const test::Folder folder;
  const auto proposed = [&](const std::string& second) {
    return propose_mapping({folder.write("t.csv",
                                         "Member,Treaty,Start,Last updated\n"
                                         "Japan,Pact,1939,2018-12-31\nPeru,Pact,1940," +
                                             second + "\n")});
  };
  EXPECT_THAT(proposed("2018-12-31"), HasSubstr("\"observed_through\": \"2018-12-31\""));
  EXPECT_THAT(proposed("2019-12-31"), HasSubstr("ASK: until which day did the data look?"));
  EXPECT_THAT(proposed("2019-12-31"), HasSubstr(R"("when": "{Start}")"));
}

TEST(Propose, RefusesWhatHasNoNames) {
  const test::Folder folder;
  EXPECT_THROW(static_cast<void>(propose_mapping({folder.write("t.csv", "a,b\n1,2\n")})),
               DossierError);
}

TEST(Propose, KeepsEndsThatStandAlone) {
  const test::Folder folder;
  const std::string file =
      folder.write("t.csv", "Country A,Country B,End\nJapan,Peru,2010-05-01\nPeru,Chile,2012\n");
  const std::string map = propose_mapping({file});
  EXPECT_THAT(map, HasSubstr(R"("when": {"from": "", "to": "{End}"})"));
  const ImportResult result = import_tables({file}, {map, "map.json"});
  ASSERT_EQ(result.dossier.relations.size(), 2U);
  EXPECT_EQ(result.dossier.relations[0].when->text(), "/2010-05-01");
}

TEST(Propose, LooksAtOneBadDateAmongThree) {
  const test::Folder folder;
  const std::string map = propose_mapping(
      {folder.write("t.csv",
                    "A,B,From,To\nJapan,Peru,2001-02-03,2010\nPeru,Chile,soon,2011-05\n"
                    "Chile,Japan,2003-04-05,2012\n")});
  EXPECT_THAT(map, HasSubstr(R"("when": {"from": "{From}", "to": "{To}"})"));
  EXPECT_THAT(map, HasSubstr("LOOK: not dates are 'soon'"));
}

}  // namespace
}  // namespace entente
