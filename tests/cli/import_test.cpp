// Tables to a dossier, as a caller sees it: what is written, what is said, how it ends.

#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/tool.hpp"
#include "support/folder.hpp"

namespace entente::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const std::string book = ENTENTE_SOURCE_DIR "/data/samples/harbour-ties.xlsx";
const std::string book_map = ENTENTE_SOURCE_DIR "/data/samples/harbour-ties-map.json";

class ImportVerb : public ::testing::Test {
 protected:
  Folder folder_;
  std::string ties_ = folder_.write("ties.csv", "who,what\nJapan,Pact\nGermny,Pact\n");
  std::string ties_map_ = folder_.write(
      "map.json",
      R"({"format": "entente-mapping/1", "relation": {"type": "party_to", "from": {"country": "{who}"},
          "to": {"id": {"slug": "{what}"}, "kind": "agreement", "names": {"en": "{what}"}}}})");
};

TEST_F(ImportVerb, WritesADossierThatValidates) {
  const std::string out = folder_.at("out.json");
  const auto run = run_tool({"import", book, "--map", book_map, "--output", out});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(run_tool({"validate", out, "--strict"}).status, 0);
  EXPECT_THAT(run_tool({"show", out, "ノルウェー"}).out, HasSubstr("harbour-ties.xlsx!Parties!A3"));
}

TEST_F(ImportVerb, WritesIntoAFolderAndAsJsonLines) {
  EXPECT_EQ(run_tool({"import", book, "--map", book_map, "--output", folder_.at("new/")}).status,
            0);
  EXPECT_TRUE(std::filesystem::exists(folder_.at("new/dossier.json")));
  EXPECT_THAT(run_tool({"import", book, "--map", book_map, "--format", "jsonl"}).out,
              HasSubstr("{\"dossier\": "));
}

TEST_F(ImportVerb, SaysThatAVocabularyLacksDocuments) {
  const std::string map = folder_.write("own.json", R"({"format": "entente-mapping/1",
      "relation": {"type": "knows", "from": {"id": {"slug": "{who}"}, "kind": "person"},
                   "to": {"id": {"slug": "{what}"}, "kind": "person"}},
      "vocabulary": {"format": "entente-vocabulary/1", "name": "own", "kinds": [{"id": "person"}],
                     "types": [{"id": "knows", "from": ["person"], "to": ["person"]}]}})");
  const auto run = run_tool({"import", ties_, "--map", map});
  EXPECT_EQ(run.status, 65);
  EXPECT_THAT(run.err, AllOf(HasSubstr("add the kind {\"id\": \"document\"}"),
                             Not(HasSubstr("not a document")), Not(HasSubstr("of 2 rows"))));
}

TEST_F(ImportVerb, WritesNothingWhereARowIsRejected) {
  const std::string out = folder_.at("out.json");
  const std::string report = folder_.at("report.json");
  const auto run =
      run_tool({"import", ties_, "--map", ties_map_, "--output", out, "--report", report});
  EXPECT_EQ(run.status, 65);
  EXPECT_THAT(run.err, HasSubstr("ties.csv:3:1: error: A3: 'Germny' is no country"));
  EXPECT_THAT(run.err, HasSubstr("of 2 rows 1 cannot be taken"));
  EXPECT_FALSE(std::filesystem::exists(out));
  EXPECT_THAT(read_file(report), HasSubstr(R"("cell": "A3", "value": "Germny")"));
}

TEST_F(ImportVerb, TellsAValueThatIsWrongInManyCellsOnce) {
  std::string table = "who,what\n";
  for (int i = 0; i < 8; ++i) table += "Germny,Pact\n";
  const auto run =
      run_tool({"import", folder_.write("many.csv", table + "Frnce,Pact\n"), "--map", ties_map_});
  EXPECT_EQ(run.status, 65);
  EXPECT_THAT(run.err, HasSubstr("A2: 'Germny' is no country"));
  EXPECT_THAT(run.err, HasSubstr("  also in A3, A4, A5, A6, A7 and 2 more\n"));
  EXPECT_THAT(run.err, Not(HasSubstr("A4: 'Germny'")));
  EXPECT_THAT(run.err, HasSubstr("A10: 'Frnce' is no country"));
  EXPECT_THAT(run.err, HasSubstr("of 9 rows 9 cannot be taken"));
}

TEST_F(ImportVerb, KeepsTheGoodRowsLeniently) {
  const auto run = run_tool({"import", ties_, "--map", ties_map_, "--lenient"});
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(run.out, HasSubstr("\"japan\""));
  EXPECT_THAT(run.out, Not(HasSubstr("Germny")));
  EXPECT_THAT(run.err, HasSubstr("1 rejected of 2 rows"));
}

TEST_F(ImportVerb, ProposesAMappingThatItTakes) {
  const auto proposed = run_tool({"import", book, "--propose"});
  EXPECT_EQ(proposed.status, 0);
  EXPECT_THAT(proposed.err, IsEmpty());
  const std::string file = folder_.write("proposed.json", proposed.out);
  EXPECT_THAT(run_tool({"import", book, "--map", file, "--dry-run"}).out,
              HasSubstr("Japan is party to HC since 1998-05-06"));
}

TEST_F(ImportVerb, KnowsTheMappingsThatComeAlong) {
  const std::string nodes = folder_.write("nodes.csv", "Id,Label\n1,One\n2,Two\n");
  const std::string edges =
      folder_.write("edges.csv", "Source,Target,Type,Id,Label,Weight\n1,2,Undirected,0,,2.5\n");
  const auto run = run_tool({"import", nodes, edges, "--map", "gephi"});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("\"weight\": 2.5"));
  const std::string atop = folder_.write(
      "atop.csv",
      "atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit\n1005,220,1815,11,20,0,0,0\n"
      "1005,365,1815,0,0,1823,1,-9\n");
  const auto alliances = run_tool({"import", atop, "--map", "atop"});
  EXPECT_EQ(alliances.status, 0) << alliances.err;
  EXPECT_THAT(alliances.out, HasSubstr("\"when\": \"1815-11-20/..\""));
  EXPECT_THAT(alliances.out, HasSubstr("\"when\": \"1815/1823-01\""));
  EXPECT_THAT(alliances.out, HasSubstr("\"observed_through\": \"2018-12-31\""));
  const std::string donations = folder_.write(
      "d.csv", "donor,recipient,date,amount\nAda Ravn,Harbour Party,2021-02-03,5000\n");
  EXPECT_THAT(run_tool({"import", donations, "--map", "donations"}).out,
              HasSubstr("\"amount\": 5000"));
}

TEST_F(ImportVerb, WritesNothingOverADossierWhereNoTableIsInAFile) {
  const std::string map = folder_.write(
      "members.json", R"({"format": "entente-mapping/1", "tables": [{"file": "members.csv",
          "entity": {"id": {"slug": "{who}"}, "kind": "country"}}]})");
  const std::string out = folder_.write("d.json", "as it was");
  const auto status_of = [&](const std::vector<std::string>& call) {
    const auto run = run_tool(call);
    EXPECT_EQ(read_file(out), "as it was");
    EXPECT_THAT(run.out, IsEmpty());
    return std::to_string(run.status) + " " + run.err;
  };
  const std::string missing = folder_.at("missing.csv");
  for (const std::string& name : {map, std::string("gephi")}) {
    EXPECT_THAT(status_of({"import", missing, "--map", name, "--output", out}), HasSubstr("66 "));
    EXPECT_THAT(status_of({"import", missing, "--map", name, "--lenient", "--output", out}),
                HasSubstr("66 "));
  }
  EXPECT_THAT(status_of({"import", ties_, "--map", map, "--output", out}),
              AllOf(HasSubstr("65 "), HasSubstr("'members.csv'"), HasSubstr("[unread-file]")));
  EXPECT_THAT(status_of({"import", ties_, "--map", "gephi", "--lenient", "--output", out}),
              AllOf(HasSubstr("65 "), HasSubstr("'*node*', '*edge*'")));
  const std::string members = folder_.write("members.csv", "who\nJapan\n");
  EXPECT_THAT(status_of({"import", members, ties_, "--map", map, "--output", out}),
              HasSubstr("65 "));
  const auto let_pass = run_tool({"import", members, ties_, "--map", map, "--lenient"});
  EXPECT_EQ(let_pass.status, 0) << let_pass.err;
  EXPECT_THAT(let_pass.out, HasSubstr("\"japan\""));
  EXPECT_THAT(let_pass.err, HasSubstr("ties.csv: no table of the mapping"));
}

TEST_F(ImportVerb, RefusesWrongCalls) {
  EXPECT_EQ(run_tool({"import", ties_}).status, 64);
  EXPECT_THAT(run_tool({"import", ties_}).err, HasSubstr("--propose"));
  EXPECT_EQ(run_tool({"import", ties_, "--map", "gephy"}).status, 64);
  EXPECT_THAT(run_tool({"import", ties_, "--map", "gephy"}).err, HasSubstr("did you mean gephi?"));
  EXPECT_EQ(run_tool({"import", ties_, "--map", ties_map_, "--rows", "3"}).status, 64);
  EXPECT_EQ(run_tool({"import", ties_, "--map", ties_map_, "--as-of", "2010"}).status, 64);
  EXPECT_EQ(run_tool({"import", "nowhere.csv", "--map", ties_map_}).status, 66);
  EXPECT_EQ(run_tool({"import", ties_, "--map", folder_.at("none.json")}).status, 66);
}

TEST_F(ImportVerb, RefusesHostileFilesAndWritesNothing) {
  const std::string out = folder_.at("out.json");
  for (const std::string& file : {folder_.write("cut.xlsx", std::string("PK\3\4 and no more")),
                                  folder_.write("open.csv", "who,what\n\"Japan,Pact\n"),
                                  folder_.write("latin.csv", "who,what\nP\xE9rou,Pact\n")}) {
    const auto run = run_tool({"import", file, "--map", ties_map_, "--output", out});
    EXPECT_EQ(run.status, 65) << file;
    EXPECT_THAT(run.err, HasSubstr("hint: ")) << file;
    EXPECT_FALSE(std::filesystem::exists(out)) << file;
  }
}

TEST_F(ImportVerb, PrintsTheSchemaOfMappings) {
  EXPECT_THAT(run_tool({"schema", "--of", "mapping"}).out, HasSubstr("entente-mapping/1"));
}

/// The types of the relations that LittleSis calls by these categories, in rows as its dumps have
/// them.
TEST_F(ImportVerb, SaysOfLittleSisNoMoreThanItSays) {
  const std::string ties = folder_.write(
      "littlesis.csv",
      "id,entity1_id,entity1_name,primary_ext1,entity2_id,entity2_name,primary_ext2,category_id,"
      "description1,amount,start_date,end_date,is_current\n"
      "1,1,Ada,Person,10,Acme,Org,1,Clerk,NULL,2001-00-00,NULL,t\n"
      "2,1,Ada,Person,11,College,Org,2,Student,NULL,1990-00-00,1994-00-00,f\n"
      "3,1,Ada,Person,2,Bob,Person,1,Aide,NULL,NULL,NULL,NULL\n"
      "4,10,Acme,Org,11,College,Org,6,Supplier,100,NULL,NULL,f\n"
      "5,10,Acme,Org,11,College,Org,12,NULL,NULL,NULL,NULL,NULL\n"
      "6,10,Acme,Org,11,College,Org,8,NULL,NULL,NULL,NULL,NULL\n"
      "7,10,Acme,Org,11,College,Org,9,NULL,NULL,NULL,NULL,NULL\n"
      "8,10,Acme,Org,11,College,Org,7,NULL,NULL,NULL,NULL,NULL\n"
      "9,1,Ada,Person,11,College,Org,5,Gift,500,1999-00-00,NULL,NULL\n");
  const auto run = run_tool({"import", ties, "--map", "littlesis"});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_THAT(run.err, Not(HasSubstr("wrong-kind")));
  const std::string out = folder_.write("littlesis.json", run.out);
  EXPECT_EQ(run_tool({"query", out,
                      "MATCH ()-[r]->() RETURN DISTINCT r.id AS id, type(r) AS t, r.how AS how, "
                      "r.amount AS amount ORDER BY id",
                      "--format", "csv"})
                .out,
            "id,t,how,amount\r\nlittlesis-r1,employed_by,,\r\n"
            "littlesis-r2,associated_with,education,\r\n"
            "littlesis-r3,associated_with,position,\r\n"
            "littlesis-r4,associated_with,service or transaction,100\r\n"
            "littlesis-r5,associated_with,generic,\r\n"
            "littlesis-r6,associated_with,social,\r\n"
            "littlesis-r7,associated_with,professional,\r\n"
            "littlesis-r8,associated_with,lobbying,\r\n"
            "littlesis-r9,finances,,500\r\n");
  EXPECT_THAT(run.out, HasSubstr("\"when\": \"2001/..\""));
  EXPECT_THAT(run.out, HasSubstr("\"when\": \"1990/1994\""));
}

TEST_F(ImportVerb, TakesDonorsAsRegistersCallThem) {
  std::string rows = "donor,donor_type,recipient,date,amount\n";
  int number = 0;
  for (const char* type : {"Individual", "individual", "PERSON", "Company", "company", ""})
    rows += "D" + std::to_string(++number) + "," + type + ",Party A,2002,1000\n";
  const auto run = run_tool({"import", folder_.write("d.csv", rows), "--map", "donations"});
  EXPECT_EQ(run.status, 0) << run.err;
  const std::string out = folder_.write("donors.json", run.out);
  EXPECT_EQ(
      run_tool({"query", out, "MATCH (a:person) RETURN count(*) AS n", "--format", "csv"}).out,
      "n\r\n3\r\n");
}

TEST_F(ImportVerb, LeavesNothingOfARowThatCannotBeTaken) {
  const std::string map = folder_.write("made.json", R"({"format": "entente-mapping/1",
      "relation": {"type": "finances", "when": "{date}",
          "from": {"id": {"slug": "{donor}"}, "kind": "{kind}", "names": {"en": "{donor}"}},
          "to": {"id": {"slug": "{to}"}, "kind": "organisation", "names": {"en": "{to}"}}}})");
  std::string rows = "donor,kind,to,date\nBob,Individual,Party A,2002\n";
  // Many rows that make one unsound entity, and an end that only such rows have.
  for (int i = 0; i < 20; ++i) rows += "Bob,Individual,Party B,2003\n";
  rows += "Ada,person,Party C,2004\nPact,agreement,Party D,2005\n";
  const std::string out = folder_.at("lenient.json");
  const auto run = run_tool(
      {"import", folder_.write("made.csv", rows), "--map", map, "--lenient", "--output", out});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_THAT(run.err, HasSubstr("22 rejected of 23 rows are left out"));
  EXPECT_EQ(run_tool({"validate", out}).status, 0);
  EXPECT_EQ(run_tool({"query", out, "MATCH (a) WHERE NOT a:document RETURN a.id AS id ORDER BY id",
                      "--format", "csv"})
                .out,
            "id\r\nada\r\nparty-c\r\n");
}

TEST_F(ImportVerb, SaysWhereATableIsNone) {
  const std::string empty = folder_.write("empty.csv", "");
  EXPECT_THAT(run_tool({"import", empty, "--map", ties_map_}).err,
              HasSubstr("empty.csv:1:1: error: the table is empty"));
  const std::string numbers = folder_.write("numbers.csv", "A,B\n1,2\n3,4\n");
  EXPECT_THAT(run_tool({"import", numbers, "--propose"}).err, HasSubstr("numbers.csv:1:1: error:"));
  const auto folder = run_tool({"import", folder_.at(""), "--propose"});
  EXPECT_EQ(folder.status, 64);
  EXPECT_THAT(folder.err, HasSubstr("is a folder"));
}

}  // namespace
}  // namespace entente::test
