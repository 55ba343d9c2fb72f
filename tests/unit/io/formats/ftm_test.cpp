#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/format_list.hpp>
#include <entente/io/vocabulary.hpp>

#include "foreign_text.hpp"

namespace entente {
namespace {

using test::problems_of;
using test::read_foreign_text;
using test::records_of;
using testing::HasSubstr;

TEST(Ftm, ReadsThingsAndEdges) {
  const CheckedDossier read = read_foreign_text(
      R"({"id": "p", "schema": "Person", "properties": {"name": ["Jane Doe"], "alias": ["J. Doe"], "birthDate": ["1950-03"], "nationality": ["us", "au"]}, "datasets": ["x"]}
{"id": "c", "schema": "Company", "properties": {"name": ["Acme"], "incorporationDate": ["1999"], "leiCode": ["L"]}}
{"id": "o", "schema": "Ownership", "properties": {"owner": ["p"], "asset": ["c"], "startDate": ["2010-00-00"], "endDate": ["2012-05"], "percentage": ["51"], "proof": ["d"]}}
{"id": "d", "schema": "Document", "properties": {"title": ["Register"], "publishedAt": ["2013-01-02"], "sourceUrl": ["https://example.org"]}}
)",
      "x.ftm");
  EXPECT_EQ(problems_of(read), "");
  EXPECT_EQ(
      records_of(read.dossier),
      R"({"entity": {"id": "c", "kind": "organisation", "names": {"und": ["Acme"]}, "when": "1999/", "codes": {"lei": "L"}, "attributes": {"schema": "Company"}}}
{"entity": {"id": "d", "kind": "document", "names": {"und": ["Register"]}, "attributes": {"published": "2013-01-02", "url": "https://example.org"}}}
{"entity": {"id": "p", "kind": "person", "names": {"und": ["Jane Doe", "J. Doe"]}, "when": "1950-03/", "attributes": {"datasets": "x", "nationality": ["us", "au"]}}}
{"relation": {"id": "o", "type": "owns", "from": "p", "to": "c", "when": "2010/2012-05", "modality": "fact", "attributes": {"percentage": "51"}, "evidence": [{"source": "d"}]}}
)");
}

TEST(Ftm, KnowsLanguagesByThreeLetters) {
  const CheckedDossier read = read_foreign_text(
      R"({"id": "d", "schema": "Document", "properties": {"title": ["T"], "language": ["deu", "xyz"]}})",
      "x.ftm");
  EXPECT_THAT(records_of(read.dossier), HasSubstr(R"("language": ["de", "xyz"])"));
  const CheckedDossier statements = read_foreign_text(
      "canonical_id,entity_id,schema,prop,value,lang\np,p,Person,name,Müller,deu\n", "s.csv",
      "ftm");
  EXPECT_THAT(records_of(statements.dossier), HasSubstr(R"("names": {"de": ["Müller"]})"));
  std::ostringstream out;
  const Dossier dossier{.entities = {{.id = "d", .kind = "document"}}};
  Dossier written = dossier;
  written.entities[0].attributes.emplace_back("language", Scalar(std::string("en")));
  static_cast<void>(find_dossier_format("ftm")->write(out, written, builtin_vocabulary(), {}));
  EXPECT_THAT(out.str(), HasSubstr(R"("language": ["eng"])"));
}

TEST(Ftm, WidensTypesForWhatTheVocabularyLacks) {
  const CheckedDossier read = read_foreign_text(
      R"({"id": "v", "schema": "Vessel", "properties": {"name": ["Ship"]}}
{"id": "p", "schema": "Person", "properties": {"name": ["P"]}}
{"id": "o", "schema": "Ownership", "properties": {"owner": ["p"], "asset": ["v"]}}
{"id": "b", "schema": "Debt", "properties": {"debtor": ["p"], "creditor": ["elsewhere"]}}
)",
      "x.jsonl");
  EXPECT_EQ(problems_of(read), "");
  EXPECT_TRUE(read.vocabulary.find_kind("vessel"));
  EXPECT_TRUE(read.vocabulary.find_kind("thing"));
  const RelationType& owns = *read.vocabulary.find_type("owns");
  EXPECT_TRUE(read.vocabulary.admits(owns, "person", "vessel"));
  EXPECT_THAT(records_of(read.dossier),
              HasSubstr(R"("type": "owes", "from": "p", "to": "elsewhere")"));
}

TEST(Ftm, TurnsEdgesWhereOursRunsTheOtherWay) {
  const CheckedDossier read = read_foreign_text(
      R"({"id": "old", "schema": "Organization", "properties": {"name": ["Old"]}}
{"id": "new", "schema": "Organization", "properties": {"name": ["New"]}}
{"id": "s", "schema": "Succession", "properties": {"predecessor": ["old"], "successor": ["new"], "date": ["2001"]}}
)",
      "x.ftm");
  EXPECT_THAT(records_of(read.dossier),
              HasSubstr(R"("type": "succeeds", "from": "new", "to": "old", "when": "2001")"));
}

TEST(Ftm, ReadsEntitiesInsideOthers) {
  const CheckedDossier read = read_foreign_text(
      R"({"id": "p", "schema": "Person", "properties": {"name": ["P"], "membershipMember": [{"id": "m", "schema": "Membership", "properties": {"organization": [{"id": "o", "schema": "Organization", "properties": {"name": ["O"]}}]}}]}}
)",
      "x.ftm");
  EXPECT_EQ(problems_of(read), "");
  EXPECT_THAT(records_of(read.dossier),
              HasSubstr(R"("type": "member_of", "from": "p", "to": "o")"));
}

TEST(Ftm, ReadsStatements) {
  const CheckedDossier read = read_foreign_text(
      "canonical_id,entity_id,schema,prop,value,lang,dataset\n"
      "p,p1,LegalEntity,name,Jane,eng,a\n"
      "p,p2,Person,name,ジェーン,jpn,b\n"
      "o,o1,Organization,name,Org,,a\n"
      "m,m1,Membership,member,p,,a\n"
      "m,m1,Membership,organization,o,,a\n"
      "m,m1,Membership,startDate,2010-05,,a\n",
      "statements.csv");
  EXPECT_EQ(problems_of(read), "");
  EXPECT_EQ(
      records_of(read.dossier),
      R"({"entity": {"id": "o", "kind": "organisation", "names": {"und": ["Org"]}, "attributes": {"datasets": "a"}}}
{"entity": {"id": "p", "kind": "person", "names": {"en": ["Jane"], "ja": ["ジェーン"]}, "attributes": {"datasets": ["a", "b"]}}}
{"relation": {"id": "m", "type": "member_of", "from": "p", "to": "o", "when": "2010-05/", "modality": "fact", "attributes": {"datasets": "a"}}}
)");
}

TEST(Ftm, TiesWhatStatementsFoundToBeOne) {
  const CheckedDossier read = read_foreign_text(
      "canonical_id,entity_id,schema,prop,value,lang,dataset\n"
      "m,m,Membership,member,a,,\nm,m,Membership,member,b,,\nm,m,Membership,organization,o,,\n"
      "m,m,Membership,startDate,2015-03~,,\nm,m,Membership,endDate,2016?,,\n"
      "Q1,a,Person,name,Ann,,\nQ1,b,LegalEntity,name,Anne,,\nQ2,o,Organization,name,Org,,\n",
      "s.csv", "ftm");
  EXPECT_EQ(problems_of(read), "");
  EXPECT_EQ(records_of(read.dossier),
            R"({"entity": {"id": "Q1", "kind": "person", "names": {"und": ["Ann", "Anne"]}}}
{"entity": {"id": "Q2", "kind": "organisation", "names": {"und": ["Org"]}}}
{"relation": {"id": "m", "type": "member_of", "from": "Q1", "to": "Q2", "when": "2015-03~/2016?", "modality": "fact"}}
)");
}

TEST(Ftm, KeepsIntervalsWhereADateShouldBe) {
  const CheckedDossier read = read_foreign_text(
      R"({"id": "m", "schema": "Ownership", "properties": {"owner": ["a"], "asset": ["b"], "startDate": ["2015?/2016"], "endDate": ["2017"]}})",
      "s.ftm.json", "ftm");
  EXPECT_THAT(
      records_of(read.dossier),
      testing::HasSubstr(
          R"("when": "/2017", "modality": "fact", "attributes": {"startDate": "2015?/2016"})"));
}

TEST(Ftm, TakesAnIntervalAsOneOfItsDays) {
  const auto when = [](const std::string& dates) {
    const CheckedDossier read = read_foreign_text(
        R"({"id": "m", "schema": "Ownership", "properties": {"owner": ["a"], "asset": ["b"], )" +
            dates + "}}",
        "s.ftm.json", "ftm");
    const auto& found = read.dossier.relations.at(0).when;
    return found ? found->text() : "undated";
  };
  EXPECT_EQ(when(R"("startDate": ["2001/2003"])"), "[2001..2003]/");
  EXPECT_EQ(when(R"("startDate": ["2001-05/2003-02"], "endDate": ["2010/.."])"),
            "[2001-05..2003-02]/[2010..]");
  EXPECT_EQ(when(R"("startDate": ["../2003"])"), "[..2003]/");
  EXPECT_EQ(when(R"("startDate": ["2001/soon"])"), "undated");
}

TEST(Ftm, TellsWhereALineIsWrong) {
  EXPECT_EQ(
      problems_of(read_foreign_text(
          "{\"id\": \"p\", \"schema\": \"Person\", \"properties\": {}}\n{\"id\": \"q\"\n"
          "{\"id\": 1}\n{\"id\": \"o\", \"schema\": \"Ownership\", \"properties\": {}}\n",
          "x.ftm")),
      "x.ftm:2:11 bad-json this is not well-formed JSON: unexpected end of input; expected '}'\n"
      "x.ftm:3:1 ftm-entity a line is no entity of followthemoney\n"
      "x.ftm:4:1 ftm-edge an entity of schema Ownership has no `owner`\n");
}

TEST(Ftm, IsWrittenSoThatOthersReadIt) {
  const Dossier dossier{.titles = {{"en", "T"}},
                        .entities = {{.id = "a", .kind = "person", .names = {{"en", {"A", "B"}}}},
                                     {.id = "m", .kind = "organisation"}},
                        .relations = {{.id = "m",
                                       .type = "member_of",
                                       .from = "a",
                                       .to = "m",
                                       .when = When::parse("2010/2012-05~")}}};
  std::ostringstream out;
  EXPECT_TRUE(find_dossier_format("ftm")->write(out, dossier, builtin_vocabulary(), {}).empty());
  EXPECT_EQ(
      out.str(),
      R"({"id": "a", "schema": "Person", "properties": {"alias": ["B"], "name": ["A"]}, "entente": {"dossier": {"format": "entente/1", "title": {"en": "T"}}, "entity": {"id": "a", "kind": "person", "names": {"en": ["A", "B"]}}}}
{"id": "m", "schema": "Organization", "properties": {"name": ["m"]}, "entente": {"entity": {"id": "m", "kind": "organisation"}}}
{"id": "relation:m", "schema": "Membership", "properties": {"member": ["a"], "organization": ["m"], "recordId": ["m"], "role": ["is a member of"], "startDate": ["2010"]}, "entente": {"relation": {"id": "m", "type": "member_of", "from": "a", "to": "m", "when": "2010/2012-05~", "modality": "fact"}}}
)");
}

TEST(Ftm, HasWhatASelectionSaysOfARelationWhateverItsId) {
  const std::string id = "relation:m";
  const Dossier dossier{
      .entities = {{.id = "a", .kind = "person"}, {.id = "m", .kind = "organisation"}},
      .relations = {{.id = id, .type = "member_of", .from = "a", .to = "m"}}};
  ConvertOptions options;
  options.marks = {{id, {{"certainty", Scalar(std::string("possible"))}}}};
  std::ostringstream out;
  find_dossier_format("ftm")->write(out, dossier, builtin_vocabulary(), options);
  EXPECT_THAT(out.str(), HasSubstr(R"("marks": {"certainty": "possible"})"));
}

}  // namespace
}  // namespace entente
