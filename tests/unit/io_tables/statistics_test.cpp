// Files of statistics programs.

#include <cstdio>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <readstat.h>

#include <entente/io/import.hpp>

#include "io/tables/open_table.hpp"
#include "io/tables/statistics_file.hpp"
#include "support/folder.hpp"
#include "unit/io_tables/table_cells.hpp"

namespace entente::tables {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

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

}  // namespace
}  // namespace entente::tables
