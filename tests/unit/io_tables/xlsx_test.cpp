#include "io/tables/xlsx.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/model/problem.hpp>

#include "support/zip_of.hpp"

namespace entente::tables {
namespace {

using test::workbook_of;
using test::zip_of;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::size_t most_bytes = std::size_t{1} << 26U;

std::unique_ptr<TableFile> book_of(const std::vector<test::ZipContent>& parts) {
  return open_xlsx(InputBytes(zip_of(parts, test::Packing::deflated)), "book.xlsx", most_bytes);
}

/// "B2=text" of all cells that hold something, `*` behind computed ones.
std::vector<std::string> cells_of(TableFile& file) {
  std::vector<std::string> all;
  const auto rows = file.open(0);
  while (rows->next())
    for (std::size_t column = 0; column < rows->cells().size(); ++column) {
      const Cell& cell = rows->cells()[column];
      if (cell.kind != CellKind::empty)
        all.push_back(cell_address(column, rows->row()) + "=" + std::string(cell.text) +
                      (cell.computed ? "*" : ""));
    }
  return all;
}

std::vector<std::string> cells_of(const std::string& rows, const std::string& strings = {},
                                  const std::string& styles = {},
                                  const std::string& properties = {}) {
  const auto file =
      book_of(workbook_of("<sheetData>" + rows + "</sheetData>", strings, styles, properties));
  return cells_of(*file);
}

std::string sheet_error(const std::string& rows, const std::string& strings = {}) {
  try {
    static_cast<void>(cells_of(rows, strings));
  } catch (const DossierError& error) {
    return error.what();
  }
  return {};
}

TEST(Xlsx, ReadsSharedInlineAndRichStrings) {
  EXPECT_THAT(
      cells_of(
          R"(<row r="1"><c r="A1" t="s"><v>1</v></c>)"
          R"(<c r="B1" t="inlineStr"><is><t>in</t><r><t>line</t></r></is></c>)"
          R"(<c r="D1" t="s"><v>0</v></c></row>)",
          R"(<si><t>plain _x0041_&amp;</t></si>)"
          R"(<si><r><t>東</t></r><r><t>京</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>)"),
      ElementsAre("A1=東京", "B1=inline", "D1=plain A&"));
}

TEST(Xlsx, ReadsNumbersBooleansAndErrors) {
  EXPECT_THAT(
      cells_of(R"(<row r="2"><c r="A2"><v>2010</v></c><c r="B2"><v>0.10000000000000001</v></c>)"
               R"(<c r="C2" t="b"><v>1</v></c><c r="D2" t="e"><v>#REF!</v></c></row>)"),
      ElementsAre("A2=2010", "B2=0.1", "C2=TRUE", "D2=#REF!"));
}

TEST(Xlsx, KeepsIntegersBeyondDoubles) {
  EXPECT_THAT(cells_of(R"(<row r="1"><c r="A1"><v>9007199254740993</v></c></row>)"),
              ElementsAre("A1=9007199254740993"));
}

TEST(Xlsx, MarksStoredResultsOfFormulas) {
  EXPECT_THAT(
      cells_of(
          R"(<row r="1"><c r="A1"><f>1+1</f><v>2</v></c>)"
          R"(<c r="B1" t="str"><f>A1&amp;"x"</f><v>2x</v></c><c r="C1"><f>NOW()</f></c></row>)"),
      ElementsAre("A1=2*", "B1=2x*", "C1==NOW()*"));
}

TEST(Xlsx, ReadsDatesAsTheyAreShownInBothEpochs) {
  const std::string styles =
      R"(<numFmts><numFmt numFmtId="164" formatCode="mmm\ yyyy"/></numFmts>)"
      R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>)";
  const std::string rows =
      R"(<row r="1"><c r="A1" s="1"><v>40299</v></c><c r="B1" s="2"><v>40299</v></c>)"
      R"(<c r="C1" s="1" t="d"><v>2010-05-01T00:00:00</v></c></row>)";
  EXPECT_THAT(cells_of(rows, "", styles),
              ElementsAre("A1=2010-05-01", "B1=2010-05", "C1=2010-05-01"));
  EXPECT_THAT(cells_of(rows, "", styles, R"(<workbookPr date1904="1"/>)"),
              ElementsAre("A1=2014-05-02", "B1=2014-05", "C1=2010-05-01"));
}

TEST(Xlsx, PlacesCellsAndRowsWithoutAddresses) {
  EXPECT_THAT(
      cells_of(
          R"(<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="9"/><row><c><v>4</v></c></row>)"),
      ElementsAre("A1=1", "C1=3", "A10=4"));
}

TEST(Xlsx, TellsOfMergedHeaders) {
  const auto file = book_of(workbook_of(
      R"(<sheetData><row r="1"><c r="A1" t="str"><v>Parties</v></c></row></sheetData>)"
      R"(<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A90:A91"/></mergeCells>)"));
  static_cast<void>(cells_of(*file));
  EXPECT_THAT(file->notes(), ElementsAre(HasSubstr("book.xlsx!Ties!A1:C1 is merged")));
}

// What is not plain XML is read by another parser from the beginning.
TEST(Xlsx, GivesEveryRowOnceWhateverXmlItIsWrittenIn) {
  const std::string first = "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>";
  const std::string merged =
      "</sheetData><mergeCells><mergeCell ref=\"A2:B2\"/></mergeCells><sheetData>";
  for (const char* odd : {"<!-- a comment -->", "<?a b?>", "<![CDATA[]]>", "\r\n", "&#32;"}) {
    EXPECT_THAT(cells_of(first + odd + "<row r=\"4\"><c r=\"B4\"><v>2</v></c></row>"),
                ElementsAre("A2=1", "B4=2"))
        << odd;
    const auto file = book_of(workbook_of("<sheetData>" + first + merged + odd + "</sheetData>"));
    EXPECT_THAT(cells_of(*file), ElementsAre("A2=1"));
    EXPECT_EQ(file->notes().size(), 1U) << odd;
  }
}

TEST(Xlsx, RefusesBrokenSheetsAtTheirCell) {
  EXPECT_THAT(sheet_error(R"(<row r="7"><c r="B7" t="s"><v>5</v></c></row>)", "<si><t>x</t></si>"),
              HasSubstr("book.xlsx!Ties!B7: error: the text that the cell refers to"));
  EXPECT_THAT(sheet_error(R"(<row r="7"/><row r="6"/>)"), HasSubstr("out of order"));
  EXPECT_THAT(sheet_error(R"(<row r="7"><c r="B7"/><c r="A7"/></row>)"),
              HasSubstr("another place"));
  EXPECT_THAT(sheet_error(R"(<row r="7"><c r="XFE7"/></row>)"), HasSubstr("another place"));
  EXPECT_THAT(sheet_error(R"(<row r="9999999"/>)"), HasSubstr("more rows"));
  EXPECT_THAT(sheet_error("<row>"), HasSubstr("bad-xml"));
}

TEST(Xlsx, TellsFormulasWithoutTheirResults) {
  const auto file = book_of(workbook_of(
      R"(<sheetData><row r="1"><c r="A1"><f>DATE(1950,1,1)</f><v/></c>)"
      R"(<c r="B1" t="str"><f>""</f><v></v></c><c r="C1"><f>1+1</f><v>2</v></c></row></sheetData>)"));
  const auto rows = file->open(0);
  ASSERT_TRUE(rows->next());
  const std::vector<Cell>& cells = rows->cells();
  ASSERT_EQ(cells.size(), 3u);
  EXPECT_EQ(cells[0].kind, CellKind::formula);
  EXPECT_EQ(cells[0].text, "=DATE(1950,1,1)");
  EXPECT_EQ(cells[1].kind, CellKind::empty);
  EXPECT_EQ(cells[2].kind, CellKind::number);
  EXPECT_TRUE(cells[2].computed);
}

TEST(Xlsx, RefusesADoctypeAndDeepNesting) {
  auto parts = workbook_of("");
  parts.back().text = R"(<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>)";
  const auto with_doctype = book_of(parts);
  try {
    static_cast<void>(cells_of(*with_doctype));
    ADD_FAILURE();
  } catch (const DossierError& error) {
    EXPECT_EQ(error.problems().front().code, "xml-doctype");
    EXPECT_THAT(error.what(), HasSubstr("xl/worksheets/sheet1.xml:1:13: a document type"));
  }
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<x>";
  EXPECT_THAT(sheet_error(deep), HasSubstr("nested deeper than 512 [limit-depth]"));
}

TEST(Xlsx, RefusesWhatIsNoWorkbook) {
  EXPECT_THROW(static_cast<void>(book_of({{"readme.txt", "hello"}})), DossierError);
  EXPECT_THROW(
      static_cast<void>(open_xlsx(InputBytes("\xD0\xCF\x11\xE0 old"), "b.xls", most_bytes)),
      DossierError);
  auto parts = workbook_of("");
  parts.pop_back();
  const auto without_sheet = book_of(parts);
  EXPECT_THROW(static_cast<void>(without_sheet->open(0)), DossierError);
}

}  // namespace
}  // namespace entente::tables
