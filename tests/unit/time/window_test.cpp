#include <gmock/gmock.h>

#include <entente/error.hpp>

#include "support.hpp"

namespace entente {
namespace {

using namespace testing_dates;
using testing::ElementsAre;

std::string window(std::string_view text) {
  return format(Window::parse(text));
}

TEST(Window, OfADateIsAllItsDays) {
  EXPECT_EQ(window("2014-05-06"), "2014-05-06");
  EXPECT_EQ(window("2014"), "2014-01-01/2014-12-31");
  EXPECT_EQ(window("2012-02"), "2012-02-01/2012-02-29");
  EXPECT_EQ(window("201X"), "2010-01-01/2019-12-31");
  EXPECT_EQ(window("1960-XX"), "1960-01-01/1960-12-31");
  EXPECT_EQ(window("1960-XX-XX"), "1960-01-01/1960-12-31");
  EXPECT_EQ(window("19XX"), "1900-01-01/1999-12-31");
  EXPECT_EQ(window("-0044-03"), "-0044-03-01/-0044-03-31");
  EXPECT_EQ(Window::of(Date::parse("2014")), Window::parse("2014"));
}

TEST(Window, OfTwoDatesGoesFromTheFirstDayOfOneToTheLastOfTheOther) {
  EXPECT_EQ(window("2014/2016"), "2014-01-01/2016-12-31");
  EXPECT_EQ(window("2014-05-06/2014-05"), "2014-05-06/2014-05-31");
  EXPECT_EQ(window("2014/2014-03"), "2014-01-01/2014-03-31");
  EXPECT_EQ(window("2014-05-06/2014-05-06"), "2014-05-06");
}

TEST(Window, HasNoLimitWhereTwoDotsStand) {
  EXPECT_EQ(window("../2014"), "../2014-12-31");
  EXPECT_EQ(window("2014/.."), "2014-01-01/..");
  EXPECT_EQ(window("../.."), "../..");
  EXPECT_EQ(Window::parse("../.."), Window{});
}

TEST(Window, RejectsWhatIsNoPeriodToAskAbout) {
  for (const char* text :
       {"", "/", "2014/", "/2014", "..", "2016/2014", "2014?", "2014/2016~", "[2014,2016]",
        "{2014}", "2014/2015/2016", "2014-02-30", "2014 ", "../2014/", "..2014", "today"}) {
    EXPECT_THROW((void)Window::parse(text), DateError) << text;
  }
}

// Dates that are no stretch of whole days, each with the nearest one.
TEST(Window, SaysWhatToWriteInstead) {
  const auto advice = [](const char* text) -> std::string {
    try {
      (void)Window::parse(text);
    } catch (const DateError& error) {
      EXPECT_EQ(error.kind(), DateError::Kind::no_period) << text;
      EXPECT_EQ(error.code(), "period");
      return error.advice();
    }
    return "taken";
  };
  EXPECT_EQ(advice("1960-XX-25"), "write 1960-01-25/1960-12-25");
  EXPECT_EQ(advice("2X14"), "write 2014/2914");
  EXPECT_EQ(advice("XXXX"), "write ../..");
  EXPECT_EQ(advice("XXXX-03-25"), "write ../..");
  EXPECT_EQ(advice("2014?"), "write 2014");
  EXPECT_EQ(advice("2014-05~/2016"), "write 2014-05/2016-12");
  EXPECT_EQ(advice("2014/2016%"), "write 2014/2016");
  EXPECT_EQ(advice("[2014,2016]"), "write 2014/2016");
  EXPECT_EQ(advice("{2014..}"), "write 2014/..");
  EXPECT_EQ(advice("../[2014,2016-05]"), "write ../2016-05");
  EXPECT_EQ(advice("2023-12-02T19:15:00+04:00"), "write 2023-12-02");
  EXPECT_EQ(advice("2014/"), "write 2014/..");
  EXPECT_EQ(advice("/2014"), "write ../2014");
  EXPECT_EQ(advice("-0044-XX-15"), "write -0044-01-15/-0044-12-15");
  EXPECT_EQ(advice("today").size(), std::string("write 2026-11-29").size());
}

TEST(Window, SaysWhichEndIsUnknown) {
  try {
    (void)Window::parse("2014/");
    FAIL();
  } catch (const DateError& error) {
    EXPECT_EQ(error.column(), 6U);
    EXPECT_NE(error.reason().find("'..' for no limit"), std::string::npos);
  }
}

TEST(Window, WithoutLimitsIsAnsweredToo) {
  EXPECT_EQ(during("2014-05/..", "2050/.."), yes);
  EXPECT_EQ(throughout("2014-05/..", "2050/.."), yes);
  EXPECT_EQ(throughout("2014-05/", "2050/.."), maybe);
  EXPECT_EQ(throughout("../..", "../.."), yes);
  EXPECT_EQ(during("/", "../.."), yes) << "it held some day, whenever";
  EXPECT_EQ(during("2014", "../2014"), yes);
  EXPECT_EQ(happened("XXXX", "../.."), yes);
  EXPECT_EQ(happened("2014", "../2013"), no);
}

std::vector<std::string> texts(const std::vector<Window>& periods) {
  std::vector<std::string> list;
  for (const Window& period : periods) list.push_back(format(period));
  return list;
}

TEST(CalendarPeriods, AreWholeSteps) {
  const Window window = Window::parse("2013-11-15/2014-02-03");
  EXPECT_THAT(texts(calendar_periods(window, CalendarStep::year)),
              ElementsAre("2013-01-01/2013-12-31", "2014-01-01/2014-12-31"));
  EXPECT_THAT(texts(calendar_periods(window, CalendarStep::quarter)),
              ElementsAre("2013-10-01/2013-12-31", "2014-01-01/2014-03-31"));
  EXPECT_THAT(texts(calendar_periods(window, CalendarStep::month)),
              ElementsAre("2013-11-01/2013-11-30", "2013-12-01/2013-12-31", "2014-01-01/2014-01-31",
                          "2014-02-01/2014-02-28"));
}

TEST(CalendarPeriods, StopAtTheEndOfTheCalendar) {
  EXPECT_THAT(texts(calendar_periods(Window::parse("9998-05/9999-12-31"), CalendarStep::year)),
              ElementsAre("9998-01-01/9998-12-31", "9999-01-01/9999-12-31"));
  EXPECT_THROW((void)calendar_periods(Window::parse("2000/.."), CalendarStep::year),
               InvalidArgument);
}

}  // namespace
}  // namespace entente
