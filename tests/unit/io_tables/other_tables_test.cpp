// OpenDocument, JSON Lines and SQLite.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <entente/io/import.hpp>
#include <entente/model/problem.hpp>

#include "io/tables/open_table.hpp"
#include "support/folder.hpp"
#include "support/zip_of.hpp"
#include "unit/io_tables/table_cells.hpp"

namespace entente::tables {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string ods_of(const std::string& rows) {
  return test::zip_of(
      {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
       {"content.xml",
        R"(<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:number="n">)"
        R"(<office:automatic-styles><number:date-style style:name="N1"><number:month/><number:text> </number:text><number:year/></number:date-style>)"
        R"(<style:style style:name="ce1" style:data-style-name="N1"/></office:automatic-styles>)"
        R"(<office:body><office:spreadsheet><table:table table:name="Other"/><table:table table:name="Ties">)" +
            rows + "</table:table></office:spreadsheet></office:body></office:document-content>"}});
}

TEST(Ods, TellsOfMergedHeaders) {
  const std::string bytes = ods_of(
      R"(<table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="3"><text:p>Members</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="2"/></table:table-row>)"
      R"(<table:table-row><table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell></table:table-row>)");
  const test::Folder folder;
  const auto file = open_table(folder.write("b.ods", bytes), {});
  EXPECT_THAT(table_cells(*file, 1), ElementsAre("A1=Members", "A2=a"));
  EXPECT_THAT(file->notes(), ElementsAre(HasSubstr("b.ods!Ties!A1:C1 is merged")));
}

TEST(Ods, ReadsCellsRepetitionsAndDates) {
  const test::Folder folder;
  const auto file = open_table(folder.write(
      "t.ods",
      ods_of(
          R"(<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>)"
          R"(<table:table-row table:number-rows-repeated="2">)"
          R"(<table:table-cell office:value-type="string" table:number-columns-repeated="2"><text:p>a<text:s text:c="2"/>b</text:p><text:p>c</text:p><office:annotation><text:p>note</text:p></office:annotation></table:table-cell>)"
          R"(<table:table-cell office:value-type="float" office:value="1.50"/>)"
          R"(<table:table-cell office:value-type="date" office:date-value="2010-05-01"/>)"
          R"(<table:table-cell office:value-type="date" office:date-value="2010-05-01" table:style-name="ce1"/>)"
          R"(<table:table-cell office:value-type="float" office:value="2" table:formula="of:=1+1"/></table:table-row>)"
          R"(<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>)")));
  EXPECT_THAT(file->sheets(), ElementsAre("Other", "Ties"));
  EXPECT_THAT(
      table_cells(*file, 1),
      ElementsAre("A3=a  b\nc", "B3=a  b\nc", "C3=1.5", "D3=2010-05-01", "E3=2010-05", "F3=2*",
                  "A4=a  b\nc", "B4=a  b\nc", "C4=1.5", "D4=2010-05-01", "E4=2010-05", "F4=2*"));
  EXPECT_THAT(table_cells(*file, 0), ElementsAre());
}

TEST(Ods, TellsFormulasWithoutTheirResults) {
  const test::Folder folder;
  const std::string path = folder.write(
      "t.ods",
      ods_of(R"x(<table:table-row><table:table-cell table:formula="of:=DATE(1950;1;1)"/>)x"
             R"(<table:table-cell table:formula="of:=1+1" office:value-type="float" )"
             R"(office:value="2"><text:p>2</text:p></table:table-cell></table:table-row>)"));
  const auto file = open_table(path);
  const auto rows = file->open(1);
  ASSERT_TRUE(rows->next());
  ASSERT_EQ(rows->cells().size(), 2u);
  EXPECT_EQ(rows->cells()[0].kind, CellKind::formula);
  EXPECT_EQ(rows->cells()[0].text, "=DATE(1950;1;1)");
  EXPECT_EQ(rows->cells()[1].text, "2");
}

TEST(Ods, RefusesRepetitionsWithoutEnd) {
  const test::Folder folder;
  const std::string path = folder.write(
      "t.ods",
      ods_of(
          R"(<table:table-row table:number-rows-repeated="9000000"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>)"));
  EXPECT_THAT(refusal([&] {
                auto file = open_table(path);
                static_cast<void>(table_cells(*file, 1));
                return file;
              }),
              HasSubstr("more rows"));
}

TEST(JsonLines, AreATableOfTheirMembers) {
  const test::Folder folder;
  const auto file = open_table(folder.write("t.jsonl",
                                            "{\"a\": \"x\", \"n\": 1.5, \"l\": [\"p\", "
                                            "\"q\"]}\n\n{\"b\": {\"c\": true}, \"a\": null}\n"));
  EXPECT_THAT(table_cells(*file), ElementsAre("A1=x", "B1=1.5", "C1=p;q", "D3=TRUE"));
  EXPECT_THAT(file->open(0)->column_names(), ElementsAre("a", "n", "l", "b.c"));
}

TEST(JsonLines, RefusesOtherLinesAtTheirPlace) {
  const test::Folder folder;
  const std::string list = folder.write("l.jsonl", "{}\n[1]\n");
  EXPECT_THAT(refusal([&] { return open_table(list); }), HasSubstr("l.jsonl:2:1: error"));
  const std::string broken = folder.write("b.jsonl", "{}\n{\"a\": }\n");
  EXPECT_THAT(refusal([&] { return open_table(broken); }), HasSubstr("b.jsonl:2:7: error"));
}

std::string database(const test::Folder& folder) {
  const std::string path = folder.at("t.db");
  sqlite3* raw = nullptr;
  EXPECT_EQ(sqlite3_open(path.c_str(), &raw), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(raw,
                         "CREATE TABLE ties (who TEXT, n INTEGER, x REAL, b BLOB);"
                         "INSERT INTO ties VALUES ('日本', 7, 0.5, NULL), (NULL, 8, NULL, NULL);"
                         "CREATE VIEW few AS SELECT who FROM ties WHERE n = 7;",
                         nullptr, nullptr, nullptr),
            SQLITE_OK);
  sqlite3_close(raw);
  return path;
}

TEST(Sqlite, ReadsTablesViewsAndOneQuery) {
  const test::Folder folder;
  const std::string path = database(folder);
  const auto file = open_table(path);
  EXPECT_THAT(file->sheets(), ElementsAre("ties", "few"));
  EXPECT_THAT(table_cells(*file), ElementsAre("A1=日本", "B1=7", "C1=0.5", "B2=8"));
  OpenOptions options;
  options.query = "SELECT n AS number FROM ties ORDER BY n DESC";
  const auto result = open_table(path, options);
  EXPECT_THAT(table_cells(*result), ElementsAre("A1=8", "A2=7"));
  EXPECT_THAT(result->open(0)->column_names(), ElementsAre("number"));
}

TEST(Sqlite, RunsNothingButOneSelect) {
  const test::Folder folder;
  const std::string path = database(folder);
  for (const auto* query :
       {"DELETE FROM ties", "SELECT 1; SELECT 2", "ATTACH 'x.db' AS x", "PRAGMA user_version",
        "SELECT load_extension('x')", "SELECT nothing FROM ties", ""}) {
    OpenOptions options;
    options.query = query;
    if (options.query.empty()) continue;
    EXPECT_THAT(refusal([&] { return open_table(path, options); }), HasSubstr("bad-database"))
        << query;
  }
}

TEST(Sqlite, RefusesWhatIsNoDatabase) {
  const test::Folder folder;
  const std::string path = folder.write("t.db", "SQLite format 3" + std::string(200, '\0'));
  EXPECT_THAT(refusal([&] { return open_table(path); }), HasSubstr("bad-database"));
}

TEST(Sqlite, SaysOfBytesThatTheyAreNoText) {
  const test::Folder folder;
  const std::string path = folder.at("bytes.db");
  sqlite3* database = nullptr;
  sqlite3_open(path.c_str(), &database);
  sqlite3_exec(database, "CREATE TABLE t (a); INSERT INTO t VALUES (x'00ff')", nullptr, nullptr,
               nullptr);
  sqlite3_close(database);
  const ImportResult result = import_tables(
      {path},
      {R"({"format": "entente-mapping/1", "entity": {"id": "{a}", "kind": "person"}})", "m"}, {});
  ASSERT_EQ(result.rejected.size(), 1U);
  EXPECT_EQ(result.rejected[0].reason, "the cell holds bytes (a BLOB), and no text");
}

TEST(OpenTable, SaysHowToReadPostgresql) {
  EXPECT_THAT(refusal([] { return open_table("postgresql://host/db"); }), HasSubstr("row_to_json"));
}

}  // namespace
}  // namespace entente::tables
