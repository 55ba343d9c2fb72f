#include "render/chart/gantt/gantt_sets.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/dossier_reader.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/render/gantt.hpp>
#include <entente/text/language.hpp>

#include "render/chart/gantt/gantt_rows.hpp"
#include "unit/render/gantt_sample.hpp"

namespace entente {
namespace {

using testing::HasSubstr;

Day first_of(int year) {
  return to_day({year, 1, 1});
}

Day last_of(int year) {
  return to_day({year, 12, 31});
}

TEST(GanttSets, AttestEachOfTheirDates) {
  const GanttChart content = content_of({"{2009,2001,2003..2004}"});
  const GanttRow& row = content.groups.at(0).rows.at(0);
  EXPECT_THAT(row.attested, testing::ElementsAre(AttestedDays{first_of(2001), last_of(2001)},
                                                 AttestedDays{first_of(2003), last_of(2003)},
                                                 AttestedDays{first_of(2004), last_of(2004)},
                                                 AttestedDays{first_of(2009), last_of(2009)}));
  EXPECT_TRUE(row.lasted_between);
}

TEST(GanttSets, AreNoSetsIfOneOfTheirDatesIsMeant) {
  EXPECT_TRUE(days_of_set(When::parse("[2001,2009]")).empty());
  EXPECT_TRUE(days_of_set(When::parse("2001/2009")).empty());
  EXPECT_TRUE(days_of_set(When::parse("2001")).empty());
}

TEST(GanttSets, KnowOneDateOfARangeWithoutLimit) {
  EXPECT_THAT(days_of_set(When::parse("{..2001}")),
              testing::ElementsAre(AttestedDays{first_of(2001), last_of(2001)}));
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

TEST(GanttSets, AreFullBetweenTheirFirstDayAndTheirLast) {
  const std::string svg = gantt_picture(gantt_sample({"{2001-03-04,2009-05-06}"})).svg;
  const std::string row = drawn_of(svg, "r0");
  EXPECT_EQ(count_of(row, "class=\"tick\""), 2U);
  EXPECT_THAT(row, testing::Not(HasSubstr("class=\"pale\""))) << "between them it lasted";
  EXPECT_THAT(row, HasSubstr("<rect x="));
}

///   p --met_with on two days--> q
TEST(GanttSets, AreADiamondForEachAct) {
  const Graph graph(
      read_records_from_text(R"({"dossier":{"format":"entente/1","title":{"en":"Acts"}}}
{"entity":{"id":"p","kind":"person","names":{"en":["P"]}}}
{"entity":{"id":"q","kind":"person","names":{"en":["Q"]}}}
{"relation":{"id":"m","type":"met_with","from":"p","to":"q","when":"{2001,2009}"}}
)",
                             "test.jsonl")
          .dossier,
      builtin_vocabulary());
  const std::string row = drawn_of(gantt_picture(graph).svg, "m");
  EXPECT_EQ(count_of(row.substr(0, row.find("class=\"edge")), "<polygon"), 2U);
}

}  // namespace
}  // namespace entente
