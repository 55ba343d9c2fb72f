// OpenDocument, JSON Lines, SQLite, and files of statistics programs.

#include <cstdio>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <readstat.h>
#include <sqlite3.h>

#include <entente/io/import.hpp>
#include <entente/model/problem.hpp>

#include "io/tables/open_table.hpp"
#include "io/tables/statistics_file.hpp"
#include "support/folder.hpp"
#include "support/zip_of.hpp"

namespace entente::tables {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::string> table_cells(TableFile& file, std::size_t sheet = 0) {
  std::vector<std::string> all;
  const auto rows = file.open(sheet);
  while (rows->next())
    for (std::size_t column = 0; column < rows->cells().size(); ++column) {
      const Cell& cell = rows->cells()[column];
      if (cell.kind != CellKind::empty)
        all.push_back(cell_address(column, rows->row()) + "=" + std::string(cell.text) +
                      (cell.computed ? "*" : "") + (cell.kind == CellKind::missing ? "!" : ""));
    }
  return all;
}

template <typename Open>
std::string refusal(const Open& open) {
  try {
    const auto file = open();
    static_cast<void>(table_cells(*file));
  } catch (const DossierError& error) {
    return error.what();
  }
  return {};
}

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

ssize_t append_to(const void* bytes, std::size_t size, void* file) {
  return static_cast<ssize_t>(std::fwrite(bytes, 1, size, static_cast<std::FILE*>(file)));
}

/// Two rows: a labelled number, a date, a text; of the second row all are missing.
std::string statistics(const test::Folder& folder, StatisticsFormat format);

TEST(Statistics, ReadsLabelsDatesAndMissingCodes) {
  const test::Folder folder;
  for (const auto format : {StatisticsFormat::stata, StatisticsFormat::spss}) {
    const auto file = open_table(statistics(folder, format));
    EXPECT_THAT(file->open(0)->column_names(), ElementsAre("member", "since", "note"));
    EXPECT_THAT(table_cells(*file),
                ElementsAre("A1=Japan", "B1=2010-05-01", "C1=é", "A2=.!", "B2=.!"));
  }
}

TEST(Statistics, RefusesOtherFiles) {
  const test::Folder folder;
  const std::string path = folder.write("t.dta", "not this");
  EXPECT_THAT(refusal([&] { return open_table(path); }), HasSubstr("bad-statistics"));
}

std::string statistics(const test::Folder& folder, StatisticsFormat format) {
  const bool stata = format == StatisticsFormat::stata;
  const std::string path = folder.at(stata ? "t.dta" : "t.sav");
  std::FILE* file = std::fopen(path.c_str(), "wb");
  readstat_writer_t* writer = readstat_writer_init();
  readstat_set_data_writer(writer, append_to);
  readstat_label_set_t* labels = readstat_add_label_set(writer, READSTAT_TYPE_DOUBLE, "members");
  readstat_label_double_value(labels, 740, "Japan");
  readstat_variable_t* member = readstat_add_variable(writer, "member", READSTAT_TYPE_DOUBLE, 0);
  readstat_variable_set_label_set(member, labels);
  readstat_variable_t* since = readstat_add_variable(writer, "since", READSTAT_TYPE_DOUBLE, 0);
  readstat_variable_set_format(since, stata ? "%td" : "DATE11");
  readstat_variable_t* note = readstat_add_variable(writer, "note", READSTAT_TYPE_STRING, 8);
  if (stata)
    readstat_begin_writing_dta(writer, file, 2);
  else
    readstat_begin_writing_sav(writer, file, 2);
  readstat_begin_row(writer);
  readstat_insert_double_value(writer, member, 740);
  constexpr double days = 18'383;  // 2010-05-01 since 1960
  constexpr double spss_days = 14'730 + 141'428;
  readstat_insert_double_value(writer, since, stata ? days : spss_days * 86'400);
  readstat_insert_string_value(writer, note, "é");
  readstat_end_row(writer);
  readstat_begin_row(writer);
  readstat_insert_missing_value(writer, member);
  readstat_insert_missing_value(writer, since);
  readstat_insert_missing_value(writer, note);
  readstat_end_row(writer);
  readstat_end_writing(writer);
  readstat_writer_free(writer);
  std::fclose(file);
  return path;
}

/// The first cell of a file whose only variable has that value and format.
std::string shown_in(StatisticsFormat format, const char* as, double value) {
  const test::Folder folder;
  const bool stata = format == StatisticsFormat::stata;
  const std::string path = folder.at(stata ? "t.dta" : "t.sav");
  std::FILE* file = std::fopen(path.c_str(), "wb");
  readstat_writer_t* writer = readstat_writer_init();
  readstat_set_data_writer(writer, append_to);
  readstat_variable_t* variable = readstat_add_variable(writer, "v", READSTAT_TYPE_DOUBLE, 0);
  readstat_variable_set_format(variable, as);
  if (stata)
    readstat_begin_writing_dta(writer, file, 1);
  else
    readstat_begin_writing_sav(writer, file, 1);
  readstat_begin_row(writer);
  readstat_insert_double_value(writer, variable, value);
  readstat_end_row(writer);
  readstat_end_writing(writer);
  readstat_writer_free(writer);
  std::fclose(file);
  const auto table = open_table(path);  // which the rows borrow from
  const auto rows = table->open(0);
  return rows->next() ? std::string(rows->cells().at(0).text) : "no row";
}

// Values of Stata: weeks, quarters … since 1960, worked out by its manual.
TEST(Statistics, ShowsDatesOfStataAsTheirFormatSays) {
  const auto shown = [](const char* as, double value) {
    return shown_in(StatisticsFormat::stata, as, value);
  };
  EXPECT_EQ(shown("%tw", 2761), "2013-02-05/2013-02-11");  // 2013w6
  EXPECT_EQ(shown("%tw", 51), "1960-12-23/1960-12-31");
  EXPECT_EQ(shown("%tw", -1), "1959-12-24/1959-12-31");
  EXPECT_EQ(shown("%tq", 213), "2013-04/2013-06");
  EXPECT_EQ(shown("%th", 107), "2013-07/2013-12");
  EXPECT_EQ(shown("%tm", 637), "2013-02");
  EXPECT_EQ(shown("%ty", 2013), "2013");
  EXPECT_EQ(shown("%td", 18'383), "2010-05-01");
  const double half_past_ten = (18 * 86'400 + 37'815) * 1000.0;
  EXPECT_EQ(shown("%tc", half_past_ten), "1960-01-19T10:30:15");
  EXPECT_EQ(shown("%tcDDmonCCYY_HH:MM", half_past_ten), "1960-01-19T10:30:15");
  EXPECT_EQ(shown("%tcDD_Month_CCYY", half_past_ten), "1960-01-19");
  EXPECT_EQ(shown("%tc", 18 * 86'400'000.0), "1960-01-19");
  // 2010-01-01T00:00:00Z came 24 inserted seconds later.
  EXPECT_EQ(shown("%tC", (18'263 * 86'400.0 + 24) * 1000), "2010-01-01");
  EXPECT_EQ(shown("%tC", (18'263 * 86'400.0 + 34) * 1000), "2010-01-01T00:00:10");
  EXPECT_EQ(shown("%tbsp500", 2013), "2013 (%tbsp500)");
}

// Values of SPSS: seconds since 14 October 1582.
TEST(Statistics, ShowsDatesOfSpssAsTheirFormatSays) {
  constexpr double day = (14'730 + 141'428) * 86'400.0;  // 2010-05-01
  const auto shown = [](const char* as, double value) {
    return shown_in(StatisticsFormat::spss, as, value);
  };
  for (const char* as : {"DATE11", "ADATE10", "EDATE10", "JDATE7", "SDATE10"})
    EXPECT_EQ(shown(as, day + 37'815), "2010-05-01") << as;
  EXPECT_EQ(shown("DATETIME20", day + 37'815), "2010-05-01T10:30:15");
  EXPECT_EQ(shown("YMDHMS19", day + 37'815), "2010-05-01T10:30:15");
  EXPECT_EQ(shown("MOYR8", day), "2010-05");
  EXPECT_EQ(shown("QYR8", day), "2010-04/2010-06");
  EXPECT_EQ(shown("WKYR10", day), "2010-04-30/2010-05-06");
  EXPECT_EQ(shown("TIME8", 2013), "00:33:33");
  EXPECT_EQ(shown("DTIME11", 90'000), "25:00:00");
  EXPECT_EQ(shown("F8", 2013), "2013");
}

/// A date, and a code for a missing one.
std::string dates_with_code(const test::Folder& folder) {
  const std::string path = folder.at("dates.dta");
  std::FILE* file = std::fopen(path.c_str(), "wb");
  readstat_writer_t* writer = readstat_writer_init();
  readstat_set_data_writer(writer, append_to);
  readstat_variable_t* party = readstat_add_variable(writer, "party", READSTAT_TYPE_STRING, 8);
  readstat_variable_t* since = readstat_add_variable(writer, "since", READSTAT_TYPE_DOUBLE, 0);
  readstat_variable_set_format(since, "%td");
  readstat_begin_writing_dta(writer, file, 2);
  readstat_begin_row(writer);
  readstat_insert_string_value(writer, party, "Reds");
  readstat_insert_double_value(writer, since, 18'383);
  readstat_end_row(writer);
  readstat_begin_row(writer);
  readstat_insert_string_value(writer, party, "Blues");
  readstat_insert_tagged_missing_value(writer, since, 'a');
  readstat_end_row(writer);
  readstat_end_writing(writer);
  readstat_writer_free(writer);
  std::fclose(file);
  return path;
}

TEST(Statistics, HasDatesBesideCodesForAMapping) {
  const test::Folder folder;
  const std::string mapping = propose_mapping({dates_with_code(folder)}, {});
  EXPECT_THAT(mapping, HasSubstr("'since': dates"));
  EXPECT_THAT(mapping, HasSubstr(R"("since": {"missing": {".a": "unknown"}})"));
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
