/// One cell or line that is nothing costs its row, and no other.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <entente/io/import.hpp>

#include "support/folder.hpp"
#include "support/zip_of.hpp"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string mapped_people =
    R"({"format": "entente-mapping/1", "vocabulary": "diplomacy", "tables": [{"entity": {)"
    R"("id": "{id}", "kind": "country", "attributes": {"n": "{n}"}}}]})";

ImportResult people_of(const std::string& file, Faulty faulty) {
  ImportOptions options;
  options.faulty = faulty;
  return import_tables({file}, {mapped_people, "map.json"}, options);
}

std::vector<std::string> ids(const ImportResult& result) {
  std::vector<std::string> all;
  for (const Entity& entity : result.dossier.entities)
    if (entity.kind == "country") all.push_back(entity.id);
  return all;
}

std::vector<std::string> rejections(const ImportResult& result) {
  std::vector<std::string> all;
  for (const RejectedRow& row : result.rejected)
    all.push_back(row.sheet + "!" + row.cell + " " + row.code + " " + std::to_string(row.line) +
                  ":" + std::to_string(row.column));
  return all;
}

void make_database(const std::string& path) {
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(database,
                         "CREATE TABLE t (id, n); INSERT INTO t VALUES ('a', 1.5), ('b', 9e999), "
                         "('c', CAST(x'780079' AS TEXT)), ('d', CAST(x'ff41' AS TEXT)), ('e', 4)",
                         nullptr, nullptr, nullptr),
            SQLITE_OK);
  sqlite3_close(database);
}

TEST(AFaultyCell, OfADatabaseCostsItsRow) {
  const test::Folder folder;
  const std::string file = folder.write("t.sqlite", "");
  make_database(file);
  for (const Faulty faulty : {Faulty::refused, Faulty::left_out}) {
    const ImportResult result = people_of(file, faulty);
    EXPECT_THAT(rejections(result),
                ElementsAre("t!B2 error-cell 0:0", "t!B3 error-cell 0:0", "t!B4 error-cell 0:0"));
    EXPECT_THAT(ids(result), ElementsAre("a", "e"));
    for (const RejectedRow& row : result.rejected) EXPECT_NE(row.hint, "");
  }
}

TEST(AFaultyCell, OfAWorkbookCostsItsRow) {
  const test::Folder folder;
  const auto row = [](const std::string& number, const std::string& id, const std::string& value) {
    return "<row r=\"" + number + "\"><c r=\"A" + number + "\" t=\"str\"><v>" + id + "</v></c>" +
           "<c r=\"B" + number + "\"" + (number == "1" ? " t=\"str\"" : "") + "><v>" + value +
           "</v></c></row>";
  };
  const std::string file = folder.write(
      "t.xlsx",
      test::zip_of(test::workbook_of("<sheetData>" + row("1", "id", "n") + row("2", "a", "1.5") +
                                     row("3", "b", "1E400") + row("4", "c", "7x") +
                                     row("5", "d", "nan") + row("6", "e", "4") + "</sheetData>")));
  for (const Faulty faulty : {Faulty::refused, Faulty::left_out}) {
    const ImportResult result = people_of(file, faulty);
    EXPECT_THAT(rejections(result), ElementsAre("Ties!B3 error-cell 0:0", "Ties!B4 error-cell 0:0",
                                                "Ties!B5 error-cell 0:0"));
    EXPECT_THAT(ids(result), ElementsAre("a", "e"));
    EXPECT_THAT(result.rejected.front().reason, HasSubstr("'1E400', which is no number"));
  }
}

TEST(AFaultyCell, OfLinesOfJsonCostsItsLine) {
  const test::Folder folder;
  const std::string file = folder.write(
      "t.jsonl",
      "{\"id\": \"a\", \"n\": 1.5}\n{\"id\": \"b\", \"n\": 1e400}\n{\"id\": \"c\", \"n\": NaN}\n"
      "[1]\n{\"id\": \"e\", \"n\": 4}\n");
  for (const Faulty faulty : {Faulty::refused, Faulty::left_out}) {
    const ImportResult result = people_of(file, faulty);
    EXPECT_THAT(rejections(result), ElementsAre(HasSubstr("bad-number 2:"), HasSubstr(" 3:"),
                                                HasSubstr("wrong-type 4:1")));
    EXPECT_THAT(ids(result), ElementsAre("a", "e"));
  }
}

TEST(AFaultyCell, OfTheFirstLineOfJsonCostsItsLine) {
  const test::Folder folder;
  const std::string file = folder.write(
      "t.jsonl", "{\"id\": garbled\n{\"id\": \"b\", \"n\": 1}\n{\"id\": \"c\", \"n\": 2}\n");
  for (const Faulty faulty : {Faulty::refused, Faulty::left_out}) {
    const ImportResult result = people_of(file, faulty);
    EXPECT_THAT(rejections(result), ElementsAre(HasSubstr("bad-json 1:8")));
    EXPECT_THAT(ids(result), ElementsAre("b", "c"));
  }
}

TEST(AFaultyCell, IsNotWhatAListOrNoLineAtAllOfJsonHolds) {
  const test::Folder folder;
  for (const char* text : {"[\n{\"id\": \"a\"}\n]\n", "id;name\n1;a\n", "{\n\"id\": 1\n"})
    EXPECT_THROW(people_of(folder.write("t.jsonl", text), Faulty::left_out), DossierError) << text;
}

TEST(ANumber, WithMoreDigitsThanAreKeptIsTold) {
  const test::Folder folder;
  const ImportResult result = people_of(
      folder.write("t.csv", "id,n\na,0.1234567890123456789012\nb,12345678901234567890.5\nc,0.10\n"),
      Faulty::refused);
  EXPECT_THAT(result.notes,
              ElementsAre(HasSubstr("B2 is '0.1234567890123456789012', as are 1 like it in the "
                                    "column 'n': a number keeps the nearest")));
}

}  // namespace
}  // namespace entente
