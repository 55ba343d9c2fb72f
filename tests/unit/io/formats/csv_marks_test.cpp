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

/// What is told of numbers that are none.
Problem unread_number(const CheckedDossier& checked) {
  for (const Problem& problem : checked.problems)
    if (problem.code == "unread-number") return problem;
  return {};
}

TEST(Weights, StayNumbersBesideATextThatIsTold) {
  const CheckedDossier read =
      read_foreign_text("from,to,weight\na,b,1\nb,c,x\nc,a,2.5\nc,b,3\n", "w.csv");
  EXPECT_THAT(records_of(read.dossier),
              AllOf(HasSubstr(R"({"weight": 1})"), HasSubstr(R"({"weight": "x"})"),
                    HasSubstr(R"({"weight": 2.5})"), HasSubstr(R"({"weight": 3})")));
  const Problem told = unread_number(read);
  EXPECT_EQ(told.line, 3U);
  EXPECT_EQ(told.column, 5U);
}

TEST(Weights, AreTextsWhereMostAreAndThatIsTold) {
  const CheckedDossier read = read_foreign_text("from,to,Weight\na,b,1\nb,c,x\nc,a,y\n", "w.csv");
  EXPECT_THAT(records_of(read.dossier), HasSubstr(R"({"weight": "1"})"));
  EXPECT_THAT(warnings_of(read), AllOf(HasSubstr("unread-number: "), HasSubstr("(2 times)")));
  const CheckedDossier commas =
      read_foreign_text("from,to,weight\na,b,\"1,5\"\nb,c,\"2,25\"\n", "w.csv");
  EXPECT_THAT(unread_number(commas).hint, HasSubstr("a point before decimals"));
  EXPECT_THAT(warnings_of(read_foreign_text("from,to,weight\na,b,low\nb,c,high\n", "w.csv")),
              Not(HasSubstr("unread-number")));
}

TEST(Blanks, AroundNamesOfColumnsAndEndsAreNothing) {
  const CheckedDossier read = read_foreign_text(
      "from, to, weight, when, note\na, b, 2, 2010, x y\nb , a, 3, 2011, z\n", "b.csv");
  EXPECT_EQ(read.dossier.entities.size(), 2U);
  EXPECT_THAT(
      records_of(read.dossier),
      AllOf(HasSubstr(R"("from": "a", "to": "b", "when": "2010")"),
            HasSubstr(R"("from": "b", "to": "a", "when": "2011")"), HasSubstr(R"("weight": 2})")));
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
