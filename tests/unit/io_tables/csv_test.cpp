#include "io/tables/csv.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/model/problem.hpp>

#include "support/folder.hpp"

namespace entente::tables {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

using Texts = std::vector<std::string>;

Texts texts_of(const RowStream& rows) {
  Texts texts;
  for (const Cell& cell : rows.cells()) texts.emplace_back(cell.text);
  return texts;
}

std::vector<Texts> all_rows(RowStream& rows) {
  std::vector<Texts> all;
  while (rows.next()) all.push_back(texts_of(rows));
  return all;
}

std::vector<Texts> csv_rows(std::string_view text, char delimiter = ',') {
  CsvRows rows(text, "table.csv", {delimiter});
  return all_rows(rows);
}

std::string csv_error(std::string_view text) {
  CsvRows rows(text, "table.csv");
  try {
    while (rows.next()) {
    }
  } catch (const DossierError& error) {
    return error.what();
  }
  return {};
}

std::vector<Texts> csv_file_rows(const std::string& bytes, const std::string& name = "t.csv") {
  const test::Folder folder;
  const auto file = open_csv(folder.write(name, bytes), {delimiter_of_ending(name)}, 1U << 20U);
  const auto rows = file->open(0);
  return all_rows(*rows);
}

std::string csv_file_error(const std::string& bytes) {
  try {
    static_cast<void>(csv_file_rows(bytes));
  } catch (const DossierError& error) {
    return error.what();
  }
  return {};
}

TEST(Csv, CutsRowsAndCells) {
  EXPECT_THAT(csv_rows("a,b\n1,2\n"), ElementsAre(Texts{"a", "b"}, Texts{"1", "2"}));
  EXPECT_THAT(csv_rows("a,b\r\n1,2"), ElementsAre(Texts{"a", "b"}, Texts{"1", "2"}));
  EXPECT_THAT(csv_rows("a,b\r1,2\r"), ElementsAre(Texts{"a", "b"}, Texts{"1", "2"}));
  EXPECT_THAT(csv_rows(",\n"), ElementsAre(Texts{"", ""}));
  EXPECT_THAT(csv_rows("a\tb,c", '\t'), ElementsAre(Texts{"a", "b,c"}));
  EXPECT_THAT(csv_rows(""), IsEmpty());
}

TEST(Csv, ReadsQuotedCells) {
  EXPECT_THAT(csv_rows("\"a,b\",\"say \"\"ja\"\"\",\"two\nlines\"\n\"\",x"),
              ElementsAre(Texts{"a,b", "say \"ja\"", "two\nlines"}, Texts{"", "x"}));
  EXPECT_THAT(csv_rows("\"\"\"\"\n"), ElementsAre(Texts{"\""}));
  EXPECT_THAT(csv_rows("5\" pipe,b\n"), ElementsAre(Texts{"5\" pipe", "b"}));
}

TEST(Csv, PassesOverEmptyLinesAndCountsThem) {
  CsvRows rows("a\n\n\nb\n", "table.csv");
  ASSERT_TRUE(rows.next());
  EXPECT_EQ(rows.row(), 1u);
  ASSERT_TRUE(rows.next());
  EXPECT_EQ(rows.row(), 4u);
  EXPECT_FALSE(rows.next());
}

TEST(Csv, ObeysExcelsSeparatorLine) {
  CsvRows rows("sep=;\na;b,c\n", "table.csv");
  ASSERT_TRUE(rows.next());
  EXPECT_EQ(texts_of(rows), (Texts{"a", "b,c"}));
  EXPECT_EQ(rows.row(), 1u);
  EXPECT_EQ(rows.position(1).line, 2u);
}

TEST(Csv, KnowsLineAndColumnOfACell) {
  CsvRows rows("a,b\n\"x\ny\",é,\"z\"\nlast,q\n", "table.csv");
  ASSERT_TRUE(rows.next());
  ASSERT_TRUE(rows.next());
  EXPECT_EQ(rows.position(0).line, 2u);
  EXPECT_EQ(rows.position(1).line, 3u);
  EXPECT_EQ(rows.position(2).column, 6u) << "counted in characters";
  ASSERT_TRUE(rows.next());
  EXPECT_EQ(rows.position(1).line, 4u);
  EXPECT_EQ(rows.position(1).column, 6u);
}

TEST(Csv, RefusesBrokenQuotesAtTheirPlace) {
  EXPECT_THAT(csv_error("a,b\n1,\"open\n\n"),
              HasSubstr("table.csv:2:3: error: a quoted cell begins"));
  EXPECT_THAT(csv_error("a,b\n\"1\"x,2\n"), HasSubstr("table.csv:2:4: error: text stands behind"));
}

TEST(Csv, TakesTenThousandColumnsAndRefusesMoreThanSpreadsheetsHave) {
  EXPECT_EQ(csv_rows(std::string(9'999, ',')).at(0).size(), 10'000u);
  EXPECT_THAT(csv_error(std::string(most_columns, ',')), HasSubstr("too-many-columns"));
}

TEST(CsvFile, ReadsUtf8WithAndWithoutMarkAndUtf16) {
  const std::vector<Texts> expected = {{"é", "日"}};
  EXPECT_EQ(csv_file_rows("é,日\n"), expected);
  EXPECT_EQ(csv_file_rows("\xEF\xBB\xBFé,日\n"), expected);
  EXPECT_EQ(csv_file_rows(std::string("\xFF\xFE\xE9\0,\0\xE5\x65\n\0", 10)), expected);
  EXPECT_EQ(csv_file_rows(std::string("\xFE\xFF\0\xE9\0,\x65\xE5\0\n", 10)), expected);
}

TEST(CsvFile, SaysThatItReadsUtf16) {
  const test::Folder folder;
  const auto file = open_csv(folder.write("t.csv", std::string("\xFF\xFE"
                                                               "a\0",
                                                               4)),
                             {}, 100);
  EXPECT_THAT(file->notes(), ElementsAre(HasSubstr("UTF-16 (little-endian)")));
}

TEST(CsvFile, RefusesOtherEncodingsAtTheirPlace) {
  EXPECT_THAT(csv_file_error("a,b\nx,\xE9\n"), HasSubstr("t.csv:2:3: error: byte 0xE9"));
  EXPECT_THAT(csv_file_error(std::string("a,b\nx,\0\n", 8)), HasSubstr(":2:3: error: a NUL byte"));
  EXPECT_THAT(csv_file_error(std::string("\xFF\xFE"
                                         "a\0b",
                                         5)),
              HasSubstr("half a UTF-16 character"));
  EXPECT_THAT(csv_file_error(std::string("\xFF\xFE\x00\xD8"
                                         "a\0",
                                         6)),
              HasSubstr("surrogate"));
  EXPECT_THAT(csv_file_error(std::string("\xFF\xFE\0\0"
                                         "a\0\0\0",
                                         8)),
              HasSubstr("UTF-32"));
}

TEST(CsvFile, KnowsTabsByTheEnding) {
  EXPECT_EQ(csv_file_rows("a,b\tc\n", "t.tsv"), (std::vector<Texts>{{"a,b", "c"}}));
}

TEST(CsvFile, RefusesMoreBytesThanTheLimit) {
  const test::Folder folder;
  const std::string path = folder.write("t.csv", "a,b,c\n");
  EXPECT_THROW(static_cast<void>(open_csv(path, {}, 3)), DossierError);
}

TEST(CellAddress, IsWhatASpreadsheetShows) {
  EXPECT_EQ(cell_address(1, 7), "B7");
  EXPECT_EQ(column_letters(25), "Z");
  EXPECT_EQ(column_letters(26), "AA");
  EXPECT_EQ(column_letters(most_columns - 1), "XFD");
  for (std::size_t column = 0; column < most_columns; ++column)
    ASSERT_EQ(column_of_letters(column_letters(column)), column);
  EXPECT_EQ(column_of_letters("b"), most_columns);
  EXPECT_EQ(column_of_letters(""), most_columns);
  EXPECT_EQ(column_of_letters("XFE"), most_columns);
}

}  // namespace
}  // namespace entente::tables
