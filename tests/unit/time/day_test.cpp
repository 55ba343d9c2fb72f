#include <gtest/gtest.h>

#include <entente/time/day.hpp>

namespace entente {
namespace {

TEST(Day, CountsFromTheFirstOfJanuary1970) {
  EXPECT_EQ(to_day({1970, 1, 1}).count(), 0);
  EXPECT_EQ(to_day({1970, 1, 2}).count(), 1);
  EXPECT_EQ(to_day({1969, 12, 31}).count(), -1);
  EXPECT_EQ(to_day({2000, 3, 1}), Day(11017));
  EXPECT_EQ(to_day({-9999, 1, 1}), calendar_first);
  EXPECT_EQ(to_day({9999, 12, 31}), calendar_last);
}

TEST(Day, OfEveryNumberOfTheCalendarIsThatNumberAndFollowsTheOneBefore) {
  Civil before = to_civil(calendar_first);
  EXPECT_EQ(before, (Civil{-9999, 1, 1}));
  for (Day day = calendar_first + 1; day <= calendar_last; ++day) {
    const Civil civil = to_civil(day);
    ASSERT_EQ(to_day(civil), day);
    ASSERT_TRUE(is_valid(civil)) << day;
    const bool same_month = civil.month == before.month && civil.day == before.day + 1;
    const bool next_month =
        civil.day == 1 && before.day == days_in_month(before.year, before.month);
    ASSERT_TRUE(same_month || next_month) << day;
    before = civil;
  }
}

TEST(Day, OfAMonthIsCheckedAgainstItsLength) {
  EXPECT_TRUE(is_valid({2012, 2, 29}));
  EXPECT_FALSE(is_valid({2014, 2, 29}));
  EXPECT_FALSE(is_valid({1900, 2, 29}));
  EXPECT_TRUE(is_valid({0, 2, 29}));
  EXPECT_FALSE(is_valid({2014, 4, 31}));
  EXPECT_FALSE(is_valid({2014, 0, 1}));
  EXPECT_FALSE(is_valid({2014, 13, 1}));
  EXPECT_FALSE(is_valid({10000, 1, 1}));
}

TEST(Day, IsWrittenWithFourDigitsOfTheYear) {
  EXPECT_EQ(format_day(to_day({2014, 5, 6})), "2014-05-06");
  EXPECT_EQ(format_day(to_day({44, 3, 15})), "0044-03-15");
  EXPECT_EQ(format_day(to_day({0, 1, 1})), "0000-01-01");
  EXPECT_EQ(format_day(to_day({-44, 3, 15})), "-0044-03-15");
  EXPECT_EQ(format_day(calendar_first), "-9999-01-01");
  EXPECT_EQ(format_day(calendar_last), "9999-12-31");
}

TEST(AddingMonths, EndsOnTheLastDayOfAShorterMonth) {
  const auto plus = [](Civil civil, int months) {
    return format_day(add_months(to_day(civil), months));
  };
  EXPECT_EQ(plus({2014, 1, 31}, 1), "2014-02-28");
  EXPECT_EQ(plus({2012, 1, 31}, 1), "2012-02-29");
  EXPECT_EQ(plus({2014, 3, 31}, -1), "2014-02-28");
  EXPECT_EQ(plus({2014, 12, 15}, 1), "2015-01-15");
  EXPECT_EQ(plus({2014, 1, 15}, -1), "2013-12-15");
  EXPECT_EQ(plus({2014, 5, 6}, 0), "2014-05-06");
  EXPECT_EQ(plus({1, 1, 1}, -13), "-0001-12-01");
  EXPECT_EQ(plus({0, 1, 31}, -10), "-0001-03-31");
}

TEST(AddingMonths, StaysInTheCalendarAndLeavesNoLimitsAlone) {
  EXPECT_EQ(add_months(calendar_last, 1), calendar_last);
  EXPECT_EQ(add_months(calendar_first, -1), calendar_first);
  EXPECT_EQ(add_months(Day(0), 2147483647), calendar_last);
  EXPECT_EQ(add_months(Day(0), -2147483647 - 1), calendar_first);
  EXPECT_EQ(add_months(day_max, -5), day_max);
  EXPECT_EQ(add_months(day_min, 5), day_min);
  EXPECT_EQ(add_months(calendar_last + 1, 1), calendar_last);
  EXPECT_EQ(add_months(Day(-2000000000), -1), calendar_first);
  EXPECT_EQ(format_day(add_years(Day(2000000000), -1)), "9998-12-31");
}

TEST(AddingYears, MakesTheLeapDayTheLastOfFebruary) {
  EXPECT_EQ(format_day(add_years(to_day({2012, 2, 29}), 1)), "2013-02-28");
  EXPECT_EQ(format_day(add_years(to_day({2012, 2, 29}), 4)), "2016-02-29");
  EXPECT_EQ(add_years(Day(0), 2147483647), calendar_last);
  EXPECT_EQ(add_years(Day(0), -2147483647 - 1), calendar_first);
}

}  // namespace
}  // namespace entente
