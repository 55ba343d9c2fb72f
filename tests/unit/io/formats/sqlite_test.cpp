#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <entente/io/format_list.hpp>
#include <entente/io/vocabulary.hpp>

#include "foreign_text.hpp"
#include "io/formats/database/sqlite_handle.hpp"

namespace entente {
namespace {

using test::problems_of;
using test::read_foreign_text;
using test::records_of;
using testing::HasSubstr;

std::string database_of(const std::string& sql) {
  SqliteDatabase database;
  database.run(sql);
  return database.bytes();
}

constexpr const char* by_hand =
    "CREATE TABLE entities (id, kind, name);"
    "INSERT INTO entities VALUES ('a', 'country', 'A'), ('t', 'agreement', 'T');"
    "CREATE TABLE relations (id, type, from_id, to_id, edtf);"
    "INSERT INTO relations VALUES ('r', 'party_to', 'a', 't', '2014/');"
    "CREATE TABLE attributes (record, id, name, position, type, value);"
    "INSERT INTO attributes VALUES ('relation', 'r', 'n', 0, 'integer', 3),"
    " ('relation', 'r', 'l', 1, 'text', 'x'), ('relation', 'r', 'l', 2, 'boolean', 1);";

TEST(Sqlite, ReadsTablesThatAPersonMade) {
  const CheckedDossier read = read_foreign_text(database_of(by_hand), "x.sqlite");
  EXPECT_EQ(problems_of(read), "");
  EXPECT_EQ(records_of(read.dossier),
            R"({"entity": {"id": "a", "kind": "country", "names": {"und": ["A"]}}}
{"entity": {"id": "t", "kind": "agreement", "names": {"und": ["T"]}}}
{"relation": {"id": "r", "type": "party_to", "from": "a", "to": "t", "when": "2014/", "modality": "fact", "attributes": {"l": ["x", true], "n": 3}}}
)");
}

TEST(Sqlite, IsTheSameForTheSameDossierAndHasItsViews) {
  const Dossier dossier{
      .entities = {{.id = "a", .kind = "country", .names = {{"en", {"Japan"}}}},
                   {.id = "t", .kind = "agreement"}},
      .relations = {
          {.id = "r", .type = "party_to", .from = "a", .to = "t", .when = When::parse("2014-05")}}};
  const auto bytes = [&] {
    std::ostringstream out;
    static_cast<void>(find_dossier_format("sqlite")->write(out, dossier, builtin_vocabulary(), {}));
    return out.str();
  };
  EXPECT_EQ(bytes(), bytes());
  SqliteDatabase database;
  const std::string text = bytes();
  std::string copy = text;
  ::sqlite3_deserialize(database.handle(), "main", reinterpret_cast<unsigned char*>(copy.data()),
                        std::ssize(copy), std::ssize(copy), SQLITE_DESERIALIZE_READONLY);
  SqliteStatement row(database,
                      "SELECT from_name || ' ' || phrase || ' ' || to_name, earliest, latest FROM "
                      "relations_named");
  ASSERT_TRUE(row.step());
  EXPECT_EQ(row.text(0), "Japan is party to t");
  EXPECT_EQ(row.text(1), "2014-05-01");
  EXPECT_EQ(row.text(2), "2014-05-31");
}

TEST(Sqlite, TellsTableAndRowOfWhatIsWrong) {
  EXPECT_EQ(problems_of(read_foreign_text(
                database_of(std::string(by_hand) +
                            "UPDATE entities SET name = x'00ff', id = CAST(x'ff41' AS TEXT) WHERE "
                            "id = 'a';"
                            "INSERT INTO attributes VALUES ('entity', 'gone', 'n', 0, 'text', '')"),
                "x.db")),
            "x.db:1:1 bad-cell table attributes, row 1: there is no record \"gone\"\n"
            "x.db:1:1 bad-cell table entities, row 1: a cell holds bytes, and no text\n"
            "x.db:1:1 bad-cell table entities, row 1: a cell is not UTF-8\n"
            "x.db:1:1 bad-id an identifier is empty\n"
            "x.db:1:1 dangling-end `from` names `a`, which is no entity\n");
}

TEST(Sqlite, RefusesWhatIsNoDatabaseOfOurs) {
  EXPECT_THAT(problems_of(read_foreign_text("no database", "x.sqlite")),
              HasSubstr("bad-sqlite SQLite cannot read the database: file is not a database"));
  EXPECT_THAT(problems_of(read_foreign_text(database_of("CREATE TABLE x (y)"), "x.sqlite")),
              HasSubstr("no-tables the database has no table `entities`"));
  EXPECT_THAT(problems_of(read_foreign_text(
                  database_of("CREATE TABLE relations (id);"
                              "CREATE VIEW entities AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL "
                              "SELECT x FROM n) SELECT x AS id FROM n"),
                  "x.sqlite")),
              HasSubstr("no-tables the database has no table `entities`"));
}

TEST(Sqlite, SurvivesBrokenDatabases) {
  const std::string whole = database_of(by_hand);
  for (std::size_t size = 0; size < whole.size(); size += 511)
    EXPECT_NO_THROW(read_foreign_text(whole.substr(0, size), "x.sqlite", "sqlite"));
  for (std::size_t at = 16; at < whole.size(); at += 97) {
    std::string broken = whole;
    broken[at] = static_cast<char>(~broken[at]);
    EXPECT_NO_THROW(read_foreign_text(broken, "x.sqlite", "sqlite"));
  }
}

}  // namespace
}  // namespace entente
