#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/conversion_report.hpp>
#include <entente/io/format_list.hpp>
#include <entente/io/vocabulary.hpp>

#include "foreign_text.hpp"
#include "support/output_folder.hpp"

namespace entente {
namespace {

using test::Folder;
using test::OutputFolder;
using test::problems_of;
using test::records_of;
using testing::HasSubstr;

std::string file_text(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Neo4j, ReadsTypedColumnsListsAndSpaces) {
  const Folder folder;
  folder.write("movies.csv",
               "movieId:ID(Movie),title,year:int,:LABEL\n1,\"The \"\"Matrix\"\"\",1999,Movie\n"
               "2,Two,x,Movie;Sequel\n");
  folder.write("people.csv",
               "personId:ID(Person),name,tags:string[],score:float,ok:boolean,:LABEL\n"
               "1,Keanu,a;b,1.5,true,Person\n");
  folder.write("roles.csv",
               ":START_ID(Person),role,:END_ID(Movie),:TYPE\n1,\"Neo, him\",1,ACTED_IN\n"
               "1,,2,ACTED_IN\n");
  const CheckedDossier read = check_dossier({folder.path().string()}, {.format = "neo4j"});
  EXPECT_EQ(problems_of(read), "");
  EXPECT_EQ(
      records_of(read.dossier),
      R"({"entity": {"id": "2", "kind": "Movie", "names": {"und": ["Two"]}, "attributes": {"labels": ["Sequel"], "year": "x"}}}
{"entity": {"id": "Movie:1", "kind": "Movie", "names": {"und": ["The \"Matrix\""]}, "attributes": {"year": 1999}}}
{"entity": {"id": "Person:1", "kind": "Person", "names": {"und": ["Keanu"]}, "attributes": {"ok": true, "score": 1.5, "tags": ["a", "b"]}}}
{"relation": {"id": "e1", "type": "ACTED_IN", "from": "Person:1", "to": "Movie:1", "modality": "fact", "attributes": {"role": "Neo, him"}}}
{"relation": {"id": "e2", "type": "ACTED_IN", "from": "Person:1", "to": "2", "modality": "fact"}}
)");
}

TEST(Neo4j, TakesAHeaderFromAFileOfItsOwn) {
  const Folder folder;
  folder.write("people-header.csv", "personId:ID(Person),name,:LABEL\n");
  folder.write("people-1.csv", "1,Keanu,Person\n2,Carrie,Person\n");
  folder.write("people-2.csv", "3,Hugo,Person\n");
  folder.write("people_old_header.csv", "name,personId:ID(Person),:LABEL");
  folder.write("people_old.csv", "Laurence,4,Person\n");
  folder.write("knows.csv", ":START_ID(Person),:END_ID(Person),:TYPE\n1,4,KNOWS\n");
  folder.write("likes-header.csv", ":START_ID(Person),:END_ID(Person),:TYPE\n");
  const CheckedDossier read = check_dossier({folder.path().string()}, {.format = "neo4j"});
  EXPECT_EQ(problems_of(read), "");
  EXPECT_EQ(records_of(read.dossier),
            R"({"entity": {"id": "1", "kind": "Person", "names": {"und": ["Keanu"]}}}
{"entity": {"id": "2", "kind": "Person", "names": {"und": ["Carrie"]}}}
{"entity": {"id": "3", "kind": "Person", "names": {"und": ["Hugo"]}}}
{"entity": {"id": "4", "kind": "Person", "names": {"und": ["Laurence"]}}}
{"relation": {"id": "e1", "type": "KNOWS", "from": "1", "to": "4", "modality": "fact"}}
)");
}

TEST(Neo4j, ReadsFilesThatHaveNothingButTheirHeaders) {
  const Folder folder;
  folder.write("people.csv", "personId:ID(Person),name,:LABEL\n");
  folder.write("knows.csv", ":START_ID(Person),:END_ID(Person),:TYPE\n");
  const CheckedDossier read = check_dossier({folder.path().string()}, {.format = "neo4j"});
  EXPECT_EQ(problems_of(read), "");
  EXPECT_TRUE(read.dossier.entities.empty());
  EXPECT_TRUE(read.dossier.relations.empty());
}

TEST(Neo4j, WritesAFileAKindAndAType) {
  const Dossier dossier{
      .titles = {{"en", "T"}},
      .entities = {{.id = "a",
                    .kind = "country",
                    .names = {{"en", {"A, \"B\""}}},
                    .attributes = {{"areas", Scalar(std::int64_t{3})},
                                   {"tags", std::vector<Scalar>{Scalar("x"), Scalar("y")}},
                                   {"odd", std::vector<Scalar>{Scalar("x;y")}}}},
                   {.id = "t", .kind = "agreement", .when = When::parse("2014/")}},
      .relations = {
          {.id = "r", .type = "party_to", .from = "a", .to = "t", .when = When::parse("2014-05")}}};
  const Folder folder;
  OutputFolder files(folder);
  static_cast<void>(
      find_dossier_format("neo4j")->write_files(files, dossier, builtin_vocabulary(), {}));
  files.close();
  EXPECT_EQ(file_text(folder.path() / "nodes-country.csv"),
            "id:ID(entente),:LABEL,name,kind,when,earliest:date,latest:date,names,codes,"
            "areas:long,tags:string[],attributes\n"
            "a,country,\"A, \"\"B\"\"\",country,,,,\"{\"\"en\"\": [\"\"A, \\\"\"B\\\"\"\"\"]}\",,3,"
            "x;y,\"{\"\"odd\"\": [\"\"x;y\"\"]}\"\n");
  EXPECT_EQ(file_text(folder.path() / "relations-party_to.csv"),
            ":START_ID(entente),:END_ID(entente),:TYPE,id,type,label,when,earliest:date,"
            "latest:date,modality,symmetric:boolean,certainty,why,inferred_end,"
            "inferred_end_qualified,evidence,"
            "attributes\n"
            "a,t,party_to,r,party_to,is party to,2014-05,2014-05-01,2014-05-31,fact,,,,,,,\n");
  EXPECT_THAT(file_text(folder.path() / "dossier.csv"), HasSubstr("dossier,Dossier,T,"));
}

TEST(Neo4j, HasOneColumnForWholeNumbersAmongOthers) {
  const auto numbers = [](std::string id, Scalar n, Scalar big, std::vector<Scalar> list) {
    return Entity{
        .id = std::move(id),
        .kind = "country",
        .attributes = {{"big", std::move(big)}, {"list", std::move(list)}, {"n", std::move(n)}}};
  };
  const std::int64_t exact = std::int64_t{1} << 53;
  const Dossier dossier{
      .entities = {
          numbers("a", Scalar(std::int64_t{1}), Scalar(exact + 1), {Scalar(std::int64_t{3})}),
          numbers("b", Scalar(1.5), Scalar(0.5), {Scalar(std::int64_t{1}), Scalar(2.5)}),
          numbers("c", Scalar(2.0), Scalar(exact), {Scalar(4.0)})}};
  const Folder folder;
  OutputFolder files(folder);
  static_cast<void>(
      find_dossier_format("neo4j")->write_files(files, dossier, builtin_vocabulary(), {}));
  files.close();
  const std::string text = file_text(folder.path() / "nodes-country.csv");
  EXPECT_THAT(text, HasSubstr("big:double,list:double[],n:double,attributes\n"));
  EXPECT_THAT(text, HasSubstr(",,3,1,\"{\"\"big\"\": 9007199254740993}\"\n"));
  EXPECT_THAT(text, HasSubstr(",0.5,1;2.5,1.5,\n"));
  EXPECT_THAT(text, HasSubstr(",9007199254740992,4.0,2.0,\n"));
}

TEST(Neo4j, TellsWhatIsNoImport) {
  const Folder folder;
  folder.write("a.csv", "x:ID,y\n1,2\n");
  folder.write("b.csv", "a,b\n1,2\n");
  EXPECT_EQ(problems_of(check_dossier({folder.path().string()}, {.format = "neo4j"})),
            "b.csv:1:1 neo4j-header the first row names neither `:ID` nor `:START_ID` and "
            "`:END_ID`\n");
}

TEST(Graphframes, HasVerticesAndEdgesInParts) {
  const Dossier dossier{
      .entities = {{.id = "a", .kind = "country"}, {.id = "b", .kind = "country"}},
      .relations = {{.id = "r", .type = "partner_of", .from = "a", .to = "b"}}};
  const Folder folder;
  OutputFolder files(folder);
  const LossReport losses =
      find_dossier_format("graphframes")->write_files(files, dossier, builtin_vocabulary(), {});
  files.close();
  EXPECT_EQ(file_text(folder.path() / "vertices/part-00000.csv"),
            "id,kind,name,when,earliest,latest,names,codes,attributes\n"
            "a,country,a,,,,,,\nb,country,b,,,,,,\n");
  EXPECT_EQ(file_text(folder.path() / "edges/part-00000.csv"),
            "src,dst,relationship,id,label,directed,when,earliest,latest,modality,certainty,why,"
            "attributes,evidence\na,b,partner_of,r,is a partner of,false,,,,fact,,,,\n");
  EXPECT_EQ(describe(losses), "1 × ties without direction are written with one, and marked (r)\n");
}

TEST(Graphframes, ComeBackWithTheirReport) {
  const Dossier dossier{
      .entities = {{.id = "a", .kind = "country"}, {.id = "b", .kind = "country"}},
      .relations = {{.id = "r", .type = "partner_of", .from = "a", .to = "b"}}};
  const DossierFormat& format = *find_dossier_format("graphframes");
  const Folder folder;
  OutputFolder files(folder);
  static_cast<void>(format.write_files(files, dossier, builtin_vocabulary(), {}));
  files.close();
  folder.write("_SUCCESS", "");
  std::vector<std::string> names;
  for (const WrittenFile& file : written_files(folder.path().string(), format))
    names.push_back(file.name);
  EXPECT_THAT(names, testing::UnorderedElementsAre("dossier.json", "edges/part-00000.csv",
                                                   "vertices/part-00000.csv"));
}

}  // namespace
}  // namespace entente
