#include "support.hpp"

namespace entente {
namespace {

std::string days_of(std::string_view text) {
  const Date date = Date::parse(text);
  return format_day(date.lo()) + ".." + format_day(date.hi());
}

TEST(Date, HasTheDaysOfItsYearOrMonth) {
  EXPECT_EQ(days_of("2014"), "2014-01-01..2014-12-31");
  EXPECT_EQ(days_of("2012-02"), "2012-02-01..2012-02-29");
  EXPECT_EQ(days_of("2014-05-06"), "2014-05-06..2014-05-06");
  EXPECT_EQ(days_of("-0044-03-15"), "-0044-03-15..-0044-03-15");
  EXPECT_EQ(days_of("0000"), "0000-01-01..0000-12-31");
}

TEST(Date, WithUnknownDigitsHasTheDaysOfAllThatAgree) {
  EXPECT_EQ(days_of("201X"), "2010-01-01..2019-12-31");
  EXPECT_EQ(days_of("1960-XX-25"), "1960-01-25..1960-12-25");
  EXPECT_EQ(days_of("201X-02-29"), "2012-02-29..2016-02-29");
  EXPECT_EQ(days_of("-000X"), "-0009-01-01..-0001-12-31");
  EXPECT_EQ(days_of("2014-1X"), "2014-10-01..2014-12-31");
}

TEST(Date, OfAnUnknownYearHasNoLimits) {
  EXPECT_EQ(Date::parse("XXXX").lo(), day_min);
  EXPECT_EQ(Date::parse("XXXX").hi(), day_max);
}

TEST(Date, ThatNoCalendarHasIsAnErrorThatSaysWhy) {
  try {
    (void)Date::parse("2014-02-30");
    FAIL() << "2014-02-30 was taken for a date";
  } catch (const DateError& error) {
    EXPECT_EQ(error.kind(), DateError::Kind::invalid);
    EXPECT_EQ(error.column(), 9U);
    EXPECT_EQ(error.reason(), "February 2014 has 28 days");
    EXPECT_EQ(error.exit_code(), 65);
  }
}

}  // namespace
}  // namespace entente
