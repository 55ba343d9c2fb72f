#include "io/tables/zip_archive.hpp"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/model/problem.hpp>

#include "support/zip_of.hpp"

namespace entente::tables {
namespace {

using test::Packing;
using test::zip_of;
using ::testing::HasSubstr;

std::string read_first(const std::string& bytes, ZipLimits limits = {}) {
  const ZipArchive archive(bytes, "book.zip", limits);
  return archive.open(archive.entries().at(0)).read_all();
}

std::string archive_error(const std::string& bytes, ZipLimits limits = {}) {
  try {
    static_cast<void>(read_first(bytes, limits));
  } catch (const DossierError& error) {
    return error.what();
  }
  return {};
}

TEST(ZipArchive, ReadsStoredAndDeflatedEntries) {
  const std::string text(200'000, 'x');
  for (const Packing packing : {Packing::stored, Packing::deflated})
    EXPECT_EQ(read_first(zip_of({{"a.txt", text + "end"}, {"b", ""}}, packing)), text + "end");
  const std::string empty = zip_of({{"a", ""}}, Packing::deflated);
  EXPECT_EQ(read_first(empty), "");
}

TEST(ZipArchive, FindsEntriesInEitherCase) {
  const std::string bytes = zip_of({{"xl/Workbook.xml", "w"}});
  const ZipArchive archive(bytes, "book.zip");
  EXPECT_NE(archive.find("xl/workbook.xml"), nullptr);
  EXPECT_EQ(archive.find("xl/other.xml"), nullptr);
}

TEST(ZipArchive, RefusesWhatIsCutOffAtEveryByte) {
  const std::string whole =
      zip_of({{"a.txt", "some text that is not too short"}}, Packing::deflated);
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_THAT(archive_error(whole.substr(0, size)), HasSubstr("broken-archive")) << size;
}

TEST(ZipArchive, SurvivesAnyChangedByte) {
  const std::string whole =
      zip_of({{"a.txt", "some text that is not too short"}}, Packing::deflated);
  for (std::size_t at = 0; at < whole.size(); ++at)
    for (const unsigned flip : {0x01U, 0x80U, 0xFFU}) {
      std::string changed = whole;
      changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ flip);
      try {
        static_cast<void>(read_first(changed));
      } catch (const DossierError&) {
        continue;  // said, and nothing worse
      } catch (const std::out_of_range&) {
        continue;  // an archive without entries
      }
    }
}

TEST(ZipArchive, RefusesWhatExpandsTooFar) {
  const std::string bomb = zip_of({{"a.xml", std::string(40'000'000, ' ')}}, Packing::deflated);
  EXPECT_LT(bomb.size(), 100'000u);
  EXPECT_THAT(archive_error(bomb), HasSubstr("zip-bomb"));
}

TEST(ZipArchive, RefusesMoreThanTheLimit) {
  ZipLimits limits;
  limits.most_bytes = 1000;
  EXPECT_THAT(archive_error(zip_of({{"a.xml", std::string(1001, ' ')}}), limits),
              HasSubstr("--max-input"));
}

}  // namespace
}  // namespace entente::tables
