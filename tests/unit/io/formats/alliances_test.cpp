#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foreign_text.hpp"
#include "io/formats/datasets/alliance_dates.hpp"

namespace entente {
namespace {

using test::problems_of;
using test::read_foreign_text;
using test::records_of;
using testing::HasSubstr;

TEST(DateOfCells, LeavesUnknownPartsUnknown) {
  EXPECT_EQ(date_of_cells("1815", "6", "8"), "1815-06-08");
  EXPECT_EQ(date_of_cells("1815.0", "6.0", "-9"), "1815-06");
  EXPECT_EQ(date_of_cells("1815", "-9", "8"), "1815");
  EXPECT_EQ(date_of_cells("1815", "0", "0"), "1815");
  for (const char* year : {"", ".", "-9", "0", "x"}) EXPECT_EQ(date_of_cells(year, "1", "1"), "");
}

TEST(Atop, TellsInForceFromUnknown) {
  const CheckedDossier read = read_foreign_text(
      "atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,defense\n"
      "1005,200,1815,6,8,1866,6,-9,1\n"
      "1005,300,1815,6,8,0,0,0,1\n"
      "1005,305,1815,6,8,,,,1\n",
      "atop5_1m.csv");
  EXPECT_EQ(problems_of(read), "");
  EXPECT_EQ(
      records_of(read.dossier),
      R"({"entity": {"id": "atop", "kind": "document", "names": {"en": ["Alliance Treaty Obligations and Provisions"]}, "attributes": {"observed_through": "2018-12-31"}}}
{"entity": {"id": "atop-1005", "kind": "agreement", "names": {"en": ["ATOP alliance 1005"]}}}
{"entity": {"id": "cow-200", "kind": "country", "names": {"en": ["United Kingdom"]}, "codes": {"cow": "200"}, "attributes": {"names_not_printed": ["en"]}}}
{"entity": {"id": "cow-300", "kind": "country", "names": {"en": ["Austria-Hungary"]}, "codes": {"cow": "300"}, "attributes": {"names_not_printed": ["en"]}}}
{"entity": {"id": "cow-305", "kind": "country", "names": {"en": ["Austria"]}, "codes": {"cow": "305"}, "attributes": {"names_not_printed": ["en"]}}}
{"relation": {"id": "atop-1005-cow-200", "type": "party_to", "from": "cow-200", "to": "atop-1005", "when": "1815-06-08/1866-06", "modality": "fact", "attributes": {"defense": 1}, "evidence": [{"source": "atop", "at": "row 2"}]}}
{"relation": {"id": "atop-1005-cow-300", "type": "party_to", "from": "cow-300", "to": "atop-1005", "when": "1815-06-08/..", "modality": "fact", "attributes": {"defense": 1}, "evidence": [{"source": "atop", "at": "row 3"}]}}
{"relation": {"id": "atop-1005-cow-305", "type": "party_to", "from": "cow-305", "to": "atop-1005", "when": "1815-06-08/", "modality": "fact", "attributes": {"defense": 1}, "evidence": [{"source": "atop", "at": "row 4"}]}}
)");
}

TEST(Cow, ReadsMembersWithTheirNames) {
  const CheckedDossier read = read_foreign_text(
      "version4id,ccode,state_name,all_st_day,all_st_month,all_st_year,all_end_day,all_end_month,"
      "all_end_year,ss_type,mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,"
      "mem_end_year,left_censor,right_censor,defense\n"
      "7,300,Austria-Hungary,-9,6,1879,,,,\"Type I: Defense Pact\",-9,6,1879,3,11,1918,0,0,1\n"
      "7,255,Germany,-9,6,1879,,,,\"Type I: Defense Pact\",1,1,1816,,,,1,1,1\n",
      "alliance_v4.1_by_member.csv");
  EXPECT_EQ(problems_of(read), "");
  EXPECT_THAT(records_of(read.dossier),
              HasSubstr(R"("names": {"en": ["Austria-Hungary"]}, "codes": {"cow": "300"})"));
  EXPECT_EQ(read.dossier.relations.at(0).when->text(), "1879-06/1918-11-03");
  EXPECT_EQ(read.dossier.relations.at(1).when->text(), "[..1816-01-01]/..");
}

TEST(Alliances, TellWhichCellIsMissing) {
  EXPECT_EQ(
      problems_of(read_foreign_text("atopid,member,yrent,yrexit\n,200,1815,0\n1,\"2", "a.csv")),
      "a.csv:2:1 missing-cell a row has no `atopid`\n"
      "a.csv:3:1 csv-quote a quoted cell begins here and does not end\n");
}

}  // namespace
}  // namespace entente
