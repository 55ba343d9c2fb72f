// What tables of others leave out or mark as missing.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foreign_text.hpp"

namespace entente {
namespace {

using test::Folder;
using test::problems_of;
using test::read_foreign_text;
using test::records_of;
using test::warnings_of;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(MissingMarks, AmongNumbersAreNothing) {
  for (const std::string mark : {"NA", "n/a", "-", ".", "#N/A", "\xe2\x80\x93", "NULL", ""}) {
    const CheckedDossier read =
        read_foreign_text("from,to,weight\na,b,1\nb,c,2.5\nc,a," + mark + "\n", "w.csv");
    EXPECT_THAT(records_of(read.dossier),
                AllOf(HasSubstr(R"({"weight": 1.0})"), HasSubstr(R"({"weight": 2.5})"),
                      HasSubstr(R"("from": "c", "to": "a", "modality": "fact"})")))
        << mark;
    const bool is_told = warnings_of(read).find("missing-mark: ") != std::string::npos;
    EXPECT_EQ(is_told, !mark.empty()) << mark;
  }
}

TEST(MissingMarks, AmongTextsAreTexts) {
  const CheckedDossier read =
      read_foreign_text("from,to,note,weight\na,b,-,1\nb,c,NA,x\nc,a,yes,NA\n", "w.csv");
  EXPECT_THAT(records_of(read.dossier), AllOf(HasSubstr(R"({"note": "-", "weight": "1"})"),
                                              HasSubstr(R"({"note": "NA", "weight": "x"})"),
                                              HasSubstr(R"({"note": "yes", "weight": "NA"})")));
  EXPECT_THAT(warnings_of(read), Not(HasSubstr("missing-mark")));
}

TEST(MissingMarks, AmongDatesAreNothing) {
  const CheckedDossier read =
      read_foreign_text("from,to,start,end\na,b,2003,NA\nb,c,2003,2004\n", "w.csv");
  EXPECT_THAT(records_of(read.dossier), AllOf(HasSubstr(R"("when": "2003/", "modality": "fact"})"),
                                              HasSubstr(R"("when": "2003/2004")")));
  EXPECT_THAT(warnings_of(read), HasSubstr("missing-mark: "));
}

TEST(UnlistedNodes, AreTold) {
  const Folder folder;
  folder.write("nodes.csv", "Id,Label\na,A\nb,B\n");
  const std::string edges = folder.write("edges.csv", "Source,Target\na,b\na,zz\nb,zz\n");
  const CheckedDossier read = check_dossier({folder.path().string()}, {.format = "csv"});
  EXPECT_EQ(problems_of(read), "");
  EXPECT_EQ(read.dossier.entities.size(), 3U);
  EXPECT_THAT(warnings_of(read), AllOf(HasSubstr("unlisted-node: "), HasSubstr("`zz`")));
  EXPECT_THAT(warnings_of(check_dossier({edges}, {.format = "csv"})),
              Not(HasSubstr("unlisted-node")));
}

TEST(QuotedCells, SayWhatElseMayStandBetweenThem) {
  const CheckedDossier read = read_foreign_text("\"Source\";\"Target\"\n\"a\";\"b\"\n", "q.csv");
  ASSERT_EQ(read.problems.size(), 1U);
  EXPECT_EQ(read.problems.front().code, "csv-quote");
  EXPECT_THAT(read.problems.front().hint, HasSubstr("--delimiter ';'"));
}

}  // namespace
}  // namespace entente
