// A date that is none, or ends before it starts, stays an attribute, and that is told.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/load.hpp>

#include "foreign_text.hpp"

namespace entente {
namespace {

using test::Folder;
using test::read_foreign_text;
using test::records_of;
using test::warnings_of;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr const char* told = "unread-date: ";

TEST(UnreadDates, OfAtopAreKept) {
  const CheckedDossier read = read_foreign_text(
      "atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit\n"
      "1,2,1950,1,1,1940,6,22\n"
      "1,200,19x5,1,1,1960,0,0\n"
      "1,220,1950,.,-9,,,\n",
      "atop.csv");
  const std::string records = records_of(read.dossier);
  EXPECT_THAT(records, AllOf(HasSubstr(R"("attributes": {"dayent": 1, "dayexit": 22, "moent": 1, )"
                                       R"("moexit": 6, "yrent": 1950, "yrexit": 1940})"),
                             HasSubstr(R"("when": "/1960", "modality": "fact", "attributes": )"
                                       R"({"dayent": 1, "moent": 1, "yrent": "19x5"})"),
                             HasSubstr(R"("when": "1950/")")));
  EXPECT_THAT(warnings_of(read), AllOf(HasSubstr(told), HasSubstr("(2 times)")));
}

TEST(UnreadDates, OfCowAreKept) {
  const std::string head =
      "version4id,ccode,state_name,all_st_day,all_st_month,all_st_year,all_end_day,all_end_month,"
      "all_end_year,mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,mem_end_year,"
      "left_censor,right_censor\n";
  const CheckedDossier read = read_foreign_text(
      head + "1,200,UK,1,1,1916,,,1911,1,1,1816,15,2,18x1,0,0\n", "alliance_by_member.csv");
  EXPECT_THAT(records_of(read.dossier),
              AllOf(HasSubstr(R"("all_end_year": 1911, "all_st_day": 1)"),
                    HasSubstr(R"("when": "1816-01-01/")"),
                    HasSubstr(R"("mem_end_day": 15, "mem_end_month": 2, "mem_end_year": "18x1")")));
  EXPECT_THAT(warnings_of(read), HasSubstr(told));
}

TEST(UnreadDates, OfEventsAreKept) {
  const CheckedDossier read = read_foreign_text(
      "Event ID\tEvent Date\tSource Name\tSource Country\tEvent Text\tCAMEO Code\tTarget Name\t"
      "Target Country\tStory ID\tSentence Number\tPublisher\n"
      "1\t2014-13-01\tA\tJapan\tx\t042\tB\tJapan\t1\t6\tX\n"
      "2\t2014-01-01\tA\tJapan\tx\t042\tB\tJapan\t1\t6\tX\n",
      "events.tab");
  EXPECT_THAT(records_of(read.dossier), HasSubstr(R"("event_date": "2014-13-01")"));
  EXPECT_THAT(warnings_of(read), AllOf(HasSubstr(told), Not(HasSubstr("times"))));
}

TEST(UnreadDates, OfTablesAreTold) {
  const std::string rows =
      "Source,Target,start,end\n"
      "a,b,01/02/2003,2004\n"
      "a,c,2003,soon\n"
      "b,c,2005,2004\n"
      "c,a,2003,2004\n";
  const CheckedDossier read = read_foreign_text(rows, "d.csv");
  EXPECT_THAT(records_of(read.dossier),
              AllOf(HasSubstr(R"("attributes": {"end": "2004", "start": "01/02/2003"})"),
                    HasSubstr(R"("when": "2003/2004")")));
  EXPECT_THAT(warnings_of(read), AllOf(HasSubstr(told), HasSubstr("(3 times)")));
}

TEST(UnreadDates, AreToldWhereRelationsBecomeColumns) {
  const Folder folder;
  const std::string file =
      folder.write("d.csv", "Source,Target,start\na,b,12 May 2003\nb,c,2003\n");
  const LoadedGraph loaded = load_dossiers({file});
  ASSERT_EQ(loaded.remarks.size(), 1U);
  EXPECT_EQ(loaded.remarks.front().code, "unread-date");
  EXPECT_EQ(loaded.remarks.front().line, 2U);
}

TEST(UnreadDates, OfGexfAreTold) {
  const CheckedDossier read = read_foreign_text(
      R"(<gexf version="1.3"><graph mode="dynamic" timeformat="date"><nodes><node id="a"/>)"
      R"(<node id="b" start="soon"/></nodes><edges><edge source="a" target="b" )"
      R"(start="01/02/2003" end="2004"/></edges></graph></gexf>)",
      "g.gexf");
  EXPECT_THAT(records_of(read.dossier), HasSubstr(R"("when": "01/02/2003/2004")"));
  EXPECT_THAT(warnings_of(read), AllOf(HasSubstr(told), HasSubstr("(2 times)")));
}

TEST(UnreadDates, OfNeo4jAreTold) {
  const CheckedDossier read =
      read_foreign_text(":START_ID,:END_ID,:TYPE,when\na,b,KNOWS,2010/2005\n", "r.csv", "neo4j");
  EXPECT_THAT(warnings_of(read), HasSubstr(told));
}

TEST(UnreadDates, OfTimesetsAreTold) {
  const CheckedDossier read =
      read_foreign_text("Source,Target,timeset\na,b,\"<[2010-13-01, 2011]>\"\n", "t.csv");
  EXPECT_THAT(records_of(read.dossier), HasSubstr(R"("timeset": "<[2010-13-01, 2011]>")"));
  EXPECT_THAT(warnings_of(read), HasSubstr(told));
}

TEST(UnreadDates, OfPopoloStayBesideThoseThatAreRead) {
  const CheckedDossier read = read_foreign_text(
      R"({"persons": [{"id": "p", "birth_date": "1950-13-01", "death_date": "2010-05"}],)"
      R"( "organizations": [{"id": "o", "founding_date": 1990}], "memberships": [)"
      R"({"person_id": "p", "organization_id": "o", "start_date": "2011", "end_date": "2010"}]})",
      "p.json");
  EXPECT_THAT(records_of(read.dossier),
              AllOf(HasSubstr(R"("when": "/2010-05", "attributes": {"birth_date": "1950-13-01"})"),
                    HasSubstr(R"("when": "1990/")"),
                    HasSubstr(R"({"end_date": "2010", "start_date": "2011"})")));
  EXPECT_THAT(warnings_of(read), AllOf(HasSubstr(told), HasSubstr("(2 times)")));
}

TEST(UnreadDates, OfFollowthemoneyAreTold) {
  const CheckedDossier read = read_foreign_text(
      R"({"id": "a", "schema": "Person", "properties": {"name": ["A"], "birthDate": ["May"]}})"
      "\n"
      R"({"id": "b", "schema": "Person", "properties": {"name": ["B"], "birthDate": ["1990"], )"
      R"("deathDate": ["1980"]}})"
      "\n",
      "f.ftm");
  EXPECT_THAT(records_of(read.dossier),
              AllOf(HasSubstr(R"("birthDate": "May")"), HasSubstr(R"("deathDate": "1980")")));
  EXPECT_THAT(warnings_of(read), AllOf(HasSubstr(told), HasSubstr("(2 times)")));
}

}  // namespace
}  // namespace entente
