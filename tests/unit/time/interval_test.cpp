#include "support.hpp"

namespace entente {
namespace {

using namespace testing_dates;

std::string bounds_of(std::string_view text) {
  const Bounds b = Interval::parse(text).bounds();
  const auto show = [](Day day) {
    return day == day_min   ? std::string("-oo")
           : day == day_max ? std::string("+oo")
                            : format_day(day);
  };
  return show(b.start_min) + ".." + show(b.start_max) + " / " + show(b.end_min) + ".." +
         show(b.end_max);
}

TEST(Endpoint, NeverMergesOpenAndUnknown) {
  EXPECT_EQ(Endpoint::parse("").state(), EndState::unknown);
  EXPECT_EQ(Endpoint::parse("..").state(), EndState::open);
  EXPECT_EQ(Endpoint::parse("2014").state(), EndState::known);
  EXPECT_EQ(Endpoint::parse("[2018..]").state(), EndState::known);
  EXPECT_FALSE(Endpoint::open() == Endpoint::unknown());
  EXPECT_EQ(Endpoint::parse("[2018..]").text(), "[2018..]");
  EXPECT_EQ(Endpoint::open().text(), "..");
}

TEST(Endpoint, IsNeitherAnIntervalNorSeveralDates) {
  EXPECT_THROW((void)Endpoint::parse("2014/2016"), DateError);
  EXPECT_THROW((void)Endpoint::parse("{2014,2016}"), DateError);
  EXPECT_THROW(Endpoint(DateSet::parse("{2014,2016}")), InvalidArgument);
}

TEST(Interval, IsTightenedToStartsBeforeEnds) {
  EXPECT_EQ(bounds_of("2014/2014"), "2014-01-01..2014-12-31 / 2014-01-01..2014-12-31");
  EXPECT_EQ(bounds_of("2014/2014-06"), "2014-01-01..2014-06-30 / 2014-06-01..2014-06-30");
  EXPECT_EQ(bounds_of("2014-06/2014"), "2014-06-01..2014-06-30 / 2014-06-01..2014-12-31");
  EXPECT_EQ(bounds_of("2014-05/"), "2014-05-01..2014-05-31 / 2014-05-01..+oo");
  EXPECT_EQ(bounds_of("/2014"), "-oo..2014-12-31 / 2014-01-01..2014-12-31");
  EXPECT_EQ(bounds_of("2014-05/.."), "2014-05-01..2014-05-31 / +oo..+oo");
  EXPECT_EQ(bounds_of("../2014"), "-oo..-oo / 2014-01-01..2014-12-31");
  EXPECT_EQ(bounds_of("/"), "-oo..+oo / -oo..+oo");
  EXPECT_EQ(bounds_of("../.."), "-oo..-oo / +oo..+oo");
}

TEST(Interval, IsTightenedToTheDigitWhereADateHasGaps) {
  EXPECT_EQ(bounds_of("1960-XX-25/1960-03-10"), "1960-01-25..1960-02-25 / 1960-03-10..1960-03-10");
  EXPECT_EQ(bounds_of("1960-02-26/1960-XX-25"), "1960-02-26..1960-02-26 / 1960-03-25..1960-12-25");
}

TEST(Interval, KeepsItsText) {
  for (const char* text : {"2014-05/2016", "2014-05/..", "/2016", "/", "../..", "2014?/2016~"}) {
    EXPECT_EQ(Interval::parse(text).text(), text);
    EXPECT_EQ(Interval::parse(Interval::parse(text).text()), Interval::parse(text));
  }
}

TEST(Interval, BetweenClocksMayEndOnAnEarlierCivilDayThanItStarted) {
  // Left Tokyo at 00:15 on the 3rd, arrived in New York at 20:00 on the 2nd: both days count.
  const char* flight = "2023-12-03T00:15:00+09:00/2023-12-02T20:00:00-05:00";
  EXPECT_EQ(during(flight, "2023-12-02"), yes);
  EXPECT_EQ(during(flight, "2023-12-03"), yes);
  EXPECT_EQ(during(flight, "2023-12-01"), no);
  EXPECT_EQ(during(flight, "2023-12-04"), no);
}

TEST(Interval, IsNotConvertedWithoutAnOffset) {
  EXPECT_THROW((void)Interval::parse("2023-12-03T00:15:00+09:00/2023-12-02T20:00:00"), DateError);
  EXPECT_NO_THROW((void)Interval::parse("2023-12-02T20:00:00+09:00/2023-12-02T19:00:00"));
}

TEST(Interval, IsCertainlyBeforeAnotherIfItsLastEndIsBeforeTheFirstStart) {
  const auto is_before = [](const char* i, const char* j) {
    return before(Interval::parse(i), Interval::parse(j));
  };
  EXPECT_EQ(is_before("2010/2013", "2014/2018"), yes);
  EXPECT_EQ(is_before("2010/2014", "2014/2018"), maybe);
  EXPECT_EQ(is_before("2010/2016", "2014/2015"), no);
  EXPECT_EQ(is_before("2010/..", "2014/2015"), no);
  EXPECT_EQ(is_before("2010/", "2014/2015"), maybe);
  EXPECT_EQ(is_before("2010/2013?", "2014/2018"), qualified_yes);
}

TEST(Interval, LiesInsideAWindowIfItsEndsDo) {
  const auto inside = [](const char* i, const char* w) {
    return within(Interval::parse(i), Window::parse(w));
  };
  EXPECT_EQ(inside("2014-05/2016", "2014/2016"), yes);
  EXPECT_EQ(inside("2014-05/2016", "2014/2016-06"), maybe);
  EXPECT_EQ(inside("2014-05/2016", "2014/2015"), no);
  EXPECT_EQ(inside("2014-05/", "2014/2015"), maybe);
  EXPECT_EQ(inside("2014-05/..", "2014/2015"), no);
}

TEST(Interval, HeldThroughAnObservedEndHasThatEndAsItsFirst) {
  const TimeContext observed{.observed_through = day("2020-06-30")};
  EXPECT_EQ(throughout("2014/..", "2015/2020-06", observed), yes);
  EXPECT_EQ(throughout("2014/..", "2015/2020-07", observed), maybe);
  const TimeContext before_it_began{.observed_through = day("2010-01-01")};
  EXPECT_EQ(during("2014-05-06/..", "2014-05-06", before_it_began), yes);
  EXPECT_EQ(during("2014-05-06/..", "2014-05-07", before_it_began), maybe);
  EXPECT_EQ(duration(Interval::parse("2020-06-01/.."), observed), (Duration{30, std::nullopt}));
}

}  // namespace
}  // namespace entente
