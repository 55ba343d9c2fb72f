#include "io/import/import_date.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::import {
namespace {

using ::testing::HasSubstr;

std::string edtf(std::string_view text, DateOrder order = DateOrder::unsaid) {
  const ReadDate date = edtf_of(text, order);
  return date.reason.empty() ? date.edtf : "refused";
}

TEST(ImportDate, IsNeverMorePreciseThanWritten) {
  EXPECT_EQ(edtf("2010-00-00"), "2010");
  EXPECT_EQ(edtf("2010-05-00"), "2010-05");
  EXPECT_EQ(edtf("2010--"), "2010");
  EXPECT_EQ(edtf("2010-.-."), "2010");
  EXPECT_EQ(edtf("2010-5-3"), "2010-05-03");
  EXPECT_EQ(edtf("2010/5/3"), "2010-05-03");
  EXPECT_EQ(edtf("2010-00-15"), "2010-XX-15");
  EXPECT_EQ(edtf("0-0-0"), "refused");
  EXPECT_EQ(edtf("476"), "0476");
  EXPECT_EQ(edtf("2010-05-01T18:00"), "2010-05-01T18:00:00");
}

TEST(ImportDate, KnowsClocksAsProgramsWriteThem) {
  EXPECT_EQ(edtf("2010-05-03 10:00:00"), "2010-05-03T10:00:00");
  EXPECT_EQ(edtf("2010-05-03 10:00"), "2010-05-03T10:00:00");
  EXPECT_EQ(edtf("2010-05-03T10:00:00.000Z"), "2010-05-03T10:00:00Z");
  EXPECT_EQ(edtf("2010-05-03 25:00"), "refused");
}

TEST(ImportDate, KnowsClocksWithAZoneAndSaysWhatItLeavesOut) {
  EXPECT_EQ(edtf("2010-05-03T10:00Z"), "2010-05-03T10:00:00Z");
  EXPECT_EQ(edtf("2010-05-03 10:00+02:00"), "2010-05-03T10:00:00+02:00");
  EXPECT_EQ(edtf("2010-03-04T10:00/.."), "2010-03-04T10:00:00/..");
  const ReadDate cut = edtf_of("1976-02-24T10:00:00.987Z", DateOrder::unsaid);
  EXPECT_EQ(cut.edtf, "1976-02-24T10:00:00Z");
  EXPECT_FALSE(cut.whole);
  EXPECT_TRUE(edtf_of("1976-02-24T10:00:00.000Z", DateOrder::unsaid).whole);
}

TEST(ImportDate, IsNoNumberWithDecimals) {
  for (const auto* text : {"2010.1", "2010,5", "2010.10", "2010,10"}) {
    EXPECT_EQ(edtf(text), "refused") << text;
    EXPECT_THAT(edtf_of(text, DateOrder::day_first).reason, HasSubstr("number with decimals"));
  }
  EXPECT_EQ(edtf("2010.5.3"), "2010-05-03");
}

TEST(ImportDate, IsOneTimeOfGephis) {
  EXPECT_EQ(edtf("<[2010-01-01, 2012-01-01]>"), "2010-01-01/2012-01-01");
  EXPECT_EQ(edtf("<[2010, Infinity]>"), "2010/..");
  EXPECT_EQ(edtf("<[2014-01-01]>"), "2014-01-01");
  EXPECT_EQ(edtf("<2010-01-01>"), "2010-01-01");
  EXPECT_EQ(edtf("<2010>"), "2010");
  EXPECT_FALSE(edtf_of("<soon>", DateOrder::unsaid).reason.empty());
  EXPECT_THAT(edtf_of("<[2010, 2011]; [2012, 2013]>", DateOrder::unsaid).reason,
              HasSubstr("several times"));
}

TEST(ImportDate, MayBeCutOffOnOneSide) {
  EXPECT_EQ(edtf("[..1816-1-1]"), "[..1816-01-01]");
  EXPECT_EQ(edtf("[2012-12-31..]"), "[2012-12-31..]");
  EXPECT_EQ(edtf("[..]"), "refused");
  EXPECT_EQ(edtf("[..soon]"), "refused");
}

TEST(ImportDate, KnowsMonthsOfOtherLanguages) {
  EXPECT_EQ(edtf("Juni 1961"), "1961-06");
  EXPECT_EQ(edtf("24. Februar 1976"), "1976-02-24");
  EXPECT_EQ(edtf("März 1938"), "1938-03");
  EXPECT_EQ(edtf("août 1914"), "1914-08");
  EXPECT_EQ(edtf("3 de mayo de 1961"), "1961-05-03");
  EXPECT_EQ(edtf("5 décembre 1999"), "1999-12-05");
  EXPECT_EQ(edtf("heute"), "refused");
  EXPECT_THAT(edtf_of("heute", DateOrder::unsaid).hint, HasSubstr(R"("missing": {"heute": )"));
}

TEST(ImportDate, TakesEdtfAsItIs) {
  for (const auto* text : {"1984~", "201X", "2014-05/2016", "2014/..", "[2018..]", "1984-06-02?"})
    EXPECT_EQ(edtf(text), text);
  EXPECT_EQ(edtf(""), "");
  EXPECT_EQ(edtf(".."), "..");
  EXPECT_EQ(edtf("1990\u20131995"), "1990/1995");
}

TEST(ImportDate, NeedsTheOrderWhereADateHasTwoReadings) {
  EXPECT_EQ(edtf("01/02/1963"), "refused");
  EXPECT_THAT(edtf_of("01/02/1963", DateOrder::unsaid).reason,
              HasSubstr("1963-02-01 or 1963-01-02"));
  EXPECT_EQ(edtf("01/02/1963", DateOrder::day_first), "1963-02-01");
  EXPECT_EQ(edtf("01/02/1963", DateOrder::month_first), "1963-01-02");
  EXPECT_EQ(edtf("13/02/1963"), "1963-02-13");
  EXPECT_EQ(edtf("13/02/1963", DateOrder::month_first), "refused");
  EXPECT_EQ(edtf("03/03/1963"), "1963-03-03");
  EXPECT_EQ(edtf("1.2.63", DateOrder::day_first), "refused");
}

TEST(ImportDate, ReadsDatesInWords) {
  EXPECT_EQ(edtf("24 February 1976"), "1976-02-24");
  EXPECT_EQ(edtf("c. 1976"), "1976~");
  EXPECT_EQ(edtf("1976年2月24日"), "1976-02-24");
}

TEST(ImportDate, RefusesWhatIsNone) {
  for (const auto* text : {"soon", "2014-02-30", "40299", "2010-13-01", "99/99/1999"})
    EXPECT_EQ(edtf(text), "refused") << text;
}

}  // namespace
}  // namespace entente::import
