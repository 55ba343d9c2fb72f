// The tables of the specification of time, row by row.

#include "support.hpp"

namespace entente {
namespace {

using namespace testing_dates;

TEST(Interval, BeginsSometimeInItsFirstDateAndEndsSometimeInItsLast) {
  EXPECT_EQ(during("2014-05/2016", "2014-04-30"), no);
  EXPECT_EQ(during("2014-05/2016", "2014-05-15"), maybe);
  EXPECT_EQ(during("2014-05/2016", "2014-05-31"), yes);
  EXPECT_EQ(during("2014-05/2016", "2016-01-01"), yes);
  EXPECT_EQ(during("2014-05/2016", "2016-06-30"), maybe);
  EXPECT_EQ(during("2014-05/2016", "2017-01-01"), no);
}

TEST(Interval, CoversAYearWhollyInsideAndPerhapsTheYearItEndsIn) {
  EXPECT_EQ(throughout("2014-05/2016", "2015"), yes);
  EXPECT_EQ(throughout("2014-05/2016", "2014"), no);
  EXPECT_EQ(throughout("2014-05/2016", "2016"), maybe);
}

TEST(Interval, OfOneYearIsCertainOfTheYearAndOfNoDayInIt) {
  EXPECT_EQ(during("2014/2014", "2014-06-01"), maybe);
  EXPECT_EQ(during("2014/2014", "2014"), yes);
  EXPECT_EQ(throughout("2014/2014", "2014-06"), maybe);
}

TEST(Interval, WithAnOpenEndGoesOnUnlessObservationStopped) {
  EXPECT_EQ(during("2014-05/..", "2050-01-01"), yes);
  const TimeContext observed{.observed_through = day("2024-12-31")};
  EXPECT_EQ(during("2014-05/..", "2050-01-01", observed), maybe);
  EXPECT_EQ(during("2014-05/..", "2024-12-31", observed), yes);
}

TEST(Interval, WithAnUnknownEndMayHaveEndedAnyDay) {
  EXPECT_EQ(during("2014-05/", "2014-04-30"), no);
  EXPECT_EQ(during("2014-05/", "2014-05-31"), maybe);
  EXPECT_EQ(during("2014-05/", "2030-01-01"), maybe);
  EXPECT_EQ(during("2014-05-10/", "2014-05-10"), yes);
  EXPECT_EQ(during("2014-05-10/", "2014-05-11"), maybe);
}

TEST(Interval, ThatHasNoStartIsNotOneWithAnUnknownStart) {
  EXPECT_EQ(during("../2023", "1900-01-01"), yes);
  EXPECT_EQ(during("../2023", "2023-07-01"), maybe);
  EXPECT_EQ(during("../2023", "2024-01-01"), no);
  EXPECT_EQ(during("/2023", "1900-01-01"), maybe);
  EXPECT_EQ(during("/2023", "2024-01-01"), no);
  for (const char* date : {"-9999-01-01", "1900-01-01", "9999-12-31"}) {
    EXPECT_EQ(during("../..", date), yes) << date;
    EXPECT_EQ(during("/", date), maybe) << date;
  }
}

TEST(Interval, MayStartOnAnyDayOfAMaskedYear) {
  EXPECT_EQ(during("201X/2016", "2009-12-31"), no);
  EXPECT_EQ(during("201X/2016", "2015-01-01"), maybe);
}

TEST(Interval, ThatEndsInTheYearInWhichAnotherStartsPerhapsOverlapsIt) {
  EXPECT_EQ(overlaps(Interval::parse("2010/2014"), Interval::parse("2014/2018")), maybe);
  EXPECT_EQ(overlaps(Interval::parse("2010/2014"), Interval::parse("2013/2018")), yes);
  EXPECT_EQ(overlaps(Interval::parse("2010/2014"), Interval::parse("2015/2018")), no);
}

TEST(Interval, WithADoubtfulStartGivesAQualifiedYes) {
  EXPECT_EQ(during("2014?/2016", "2015-06-01"), qualified_yes);
}

TEST(Interval, WithADoubtfulStartEndsWithoutADoubt) {
  EXPECT_EQ(during("2014?/2016", "2017-01-01"), no);
  EXPECT_EQ(during("2014?/2016", "2013-01-01"), qualified_no);
}

TEST(Interval, LastsAtLeastFromTheLastStartToTheFirstEnd) {
  EXPECT_EQ(duration(Interval::parse("2014-05/2014-07")), (Duration{32, 92}));
  EXPECT_EQ(duration(Interval::parse("2014/2014")), (Duration{1, 365}));
  EXPECT_EQ(duration(Interval::parse("2014/..")), (Duration{std::nullopt, std::nullopt}));
  EXPECT_EQ(duration(Interval::parse("2014/")), (Duration{1, std::nullopt}));
}

TEST(Interval, MustNotEndBeforeItStarts) {
  EXPECT_THROW((void)Interval::parse("2016/2014"), DateError);
  EXPECT_THROW((void)When::parse("2016/2014"), DateError);
}

TEST(Before, ComparesTheLastDayOfOneWithTheFirstOfTheOther) {
  const auto is_before = [](const char* d, const char* e) {
    return before(Date::parse(d), Date::parse(e));
  };
  EXPECT_EQ(is_before("2013", "2014"), yes);
  EXPECT_EQ(is_before("2014", "2014-06-15"), maybe);
  EXPECT_EQ(is_before("2014-12", "2014"), maybe);
  EXPECT_EQ(is_before("2015", "2014"), no);
}

TEST(Instant, AdmitsADateWithGapsToTheDigit) {
  EXPECT_EQ(happened("1960-XX-25", "1960-03-25"), maybe);
  EXPECT_EQ(happened("1960-XX-25", "1960-03-26"), no);
}

}  // namespace
}  // namespace entente
