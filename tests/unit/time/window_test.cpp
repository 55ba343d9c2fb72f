#include "support.hpp"

namespace entente {
namespace {

using namespace testing_dates;

std::string window(std::string_view text) {
  return format(Window::parse(text));
}

TEST(Window, OfADateIsAllItsDays) {
  EXPECT_EQ(window("2014-05-06"), "2014-05-06");
  EXPECT_EQ(window("2014"), "2014-01-01/2014-12-31");
  EXPECT_EQ(window("2012-02"), "2012-02-01/2012-02-29");
  EXPECT_EQ(window("201X"), "2010-01-01/2019-12-31");
  EXPECT_EQ(window("2023-12-02T19:15:00+04:00"), "2023-12-02");
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

}  // namespace
}  // namespace entente
