#include "support.hpp"

namespace entente {
namespace {

using namespace testing_dates;

TEST(When, ReadAsIntervalIsAWitnessIfItIsASingleDate) {
  const When when = When::parse("2014");
  EXPECT_EQ(when.start_state(Reading::interval), EndState::unknown);
  EXPECT_EQ(when.end_state(Reading::interval), EndState::unknown);
  EXPECT_EQ(when.start_state(Reading::instant), EndState::known);
  EXPECT_EQ(format_day(when.earliest().value()), "2014-01-01");
  EXPECT_EQ(format_day(when.latest().value()), "2014-12-31");
  EXPECT_EQ(during("2014", "2014"), yes);
  EXPECT_EQ(during("2014", "2014-06-01"), maybe);
  EXPECT_EQ(during("2014", "1950"), maybe);
}

TEST(When, ReadAsInstantNeverHoldsThroughoutSeveralDays) {
  const auto throughout_instant = [](const char* when, const char* period) {
    return holds_throughout(When::parse(when), Reading::instant, Window::parse(period));
  };
  EXPECT_EQ(throughout_instant("2014-05-06", "2014-05-06"), yes);
  EXPECT_EQ(throughout_instant("2014-05-06", "2014-05"), no);
  EXPECT_EQ(throughout_instant("2014-05", "2014-05-06"), maybe);
}

TEST(When, OfAllWitnessesHoldsFromTheFirstToTheLast) {
  EXPECT_EQ(during("{2014,2016}", "2015-06-01"), yes);
  EXPECT_EQ(during("{2014,2016}", "2014-06-01"), maybe);
  EXPECT_EQ(happened("{2014,2016}", "2015-06-01"), no);
  EXPECT_EQ(happened("{2014,2016}", "2016"), yes);
}

TEST(When, OfOneDateAmongSeveralIsExactAboutTheOthers) {
  EXPECT_EQ(happened("[2014,2016]", "2015-06-01"), no);
  EXPECT_EQ(happened("[2014,2016]", "2014-06-01"), maybe);
  EXPECT_EQ(happened("[2014,2016]", "2014/2016"), yes);
}

TEST(When, OfTwoEndsIsAnObjectOnlyIfEdtfCannotHoldIt) {
  const When when = When::between("[2018..]", "");
  EXPECT_TRUE(when.is_object_form());
  EXPECT_EQ(when.start_text(), "[2018..]");
  EXPECT_EQ(when.end_text(), "");
  EXPECT_EQ(format_day(when.earliest().value()), "2018-01-01");
  EXPECT_FALSE(when.latest());
  EXPECT_EQ(When::from_text(when.text()), when);
  EXPECT_EQ(When::between("2014", ""), When::parse("2014/"));
  EXPECT_FALSE(When::between("2014", "").is_object_form());
}

TEST(When, KeepsTheClockTimeAndTheCivilDayOfItsSource) {
  const When when = When::parse("2023-12-02T19:15:00+04:00");
  EXPECT_EQ(when.text(), "2023-12-02T19:15:00+04:00");
  EXPECT_EQ(format_day(when.earliest().value()), "2023-12-02");
  EXPECT_EQ(when.earliest(), when.latest());
}

TEST(When, WithAnUnknownEndCanBeClosedByInference) {
  const TimeContext superseded{.ends_by = day("2018-12-31")};
  EXPECT_EQ(during("2014-05-06/", "2019-01-01", superseded), no);
  EXPECT_EQ(during("2014-05-06/", "2018-12-31", superseded), maybe);
  EXPECT_EQ(during("2014-05-06/..", "2019-01-01", superseded), yes);
  EXPECT_EQ(during("2020/", "2021", superseded), maybe) << "it began after it was superseded";
}

TEST(When, OfAnIntervalOnAnInstantTypeIsOneUnknownDayInIt) {
  EXPECT_EQ(happened("2014/2016", "2015"), maybe);
  EXPECT_EQ(happened("2014/2016", "2014/2016"), yes);
  EXPECT_EQ(happened("2014/2016", "2017"), no);
  EXPECT_EQ(happened("2014/", "2013"), no);
  EXPECT_EQ(happened("2014/..", "2030"), maybe);
  EXPECT_EQ(holds_throughout(When::parse("2014/2016"), Reading::instant, Window::parse("2015")),
            no);
}

TEST(When, OfSeveralEventsFillsAWindowOnlyDayByDay) {
  const auto every_day = [](const char* when, const char* period) {
    return holds_throughout(When::parse(when), Reading::instant, Window::parse(period));
  };
  EXPECT_EQ(every_day("{2014-05-01..2014-05-09}", "2014-05-02/2014-05-07"), yes);
  EXPECT_EQ(every_day("{2014-05-01,2014-05-02}", "2014-05-01/2014-05-02"), yes);
  EXPECT_EQ(every_day("{2014-05-01,2014-05-02}", "2014-05-01/2014-05-03"), no);
  EXPECT_EQ(every_day("{2014-05,2014-05-02}", "2014-05-01/2014-05-02"), maybe);
  EXPECT_EQ(every_day("{2014-05,2014-05-02}", "2014-05-01/2014-05-03"), no);
  EXPECT_EQ(every_day("{2014-05-01..}", "2014-05-02/.."), yes);
  EXPECT_EQ(every_day("{2014..}", "2014-05-02/2015"), no);
}

TEST(When, OfARangeOfEventsHasOneInEveryUnit) {
  EXPECT_EQ(happened("{2010..2014}", "2012"), yes);
  EXPECT_EQ(happened("{2010..2014}", "2012-06/2013-05"), maybe);
  EXPECT_EQ(happened("{2010..2014}", "2012-06/2014-05"), yes);
  EXPECT_EQ(happened("{2010..2014}", "2015"), no);
  EXPECT_EQ(happened("{..2014}", "1950"), yes);
  EXPECT_EQ(happened("{2010-03..2010-05}", "2010-04"), yes);
  EXPECT_EQ(happened("{2010-03..2010-05}", "2010-04-01/2010-04-29"), maybe);
  EXPECT_EQ(within(When::parse("{2010..2014}"), Reading::instant, Window::parse("2010-06/2014-06")),
            maybe);
  EXPECT_EQ(within(When::parse("{2010..2014}"), Reading::instant, Window::parse("2011/2014")), no);
  EXPECT_EQ(within(When::parse("{2010..2014}"), Reading::instant, Window::parse("2010/2014")), yes);
}

TEST(When, OfASetTellsItsFirstAndItsLastEvent) {
  const When calls = When::parse("{1961-12,1960,1950..1955}");
  EXPECT_EQ(calls.start(Reading::instant).text(), "1950");
  EXPECT_EQ(calls.end(Reading::instant).text(), "1961-12");
  EXPECT_EQ(calls.start(Reading::interval).state(), EndState::unknown);
  EXPECT_EQ(When::parse("{..1984}").start(Reading::instant).state(), EndState::open);
  EXPECT_EQ(When::parse("[1960,1961]").start(Reading::instant).text(), "[1960,1961]");
}

TEST(When, TellsItsEndsAsWritten) {
  const When when = When::parse("2014-05/..");
  EXPECT_EQ(when.start(Reading::interval).text(), "2014-05");
  EXPECT_EQ(when.end(Reading::interval).state(), EndState::open);
  EXPECT_EQ(when.start_text(), "2014-05");
  EXPECT_EQ(when.end_text(), "..");
  EXPECT_TRUE(when.is_interval());
  EXPECT_FALSE(When::parse("2014").is_interval());
  EXPECT_EQ(When::parse("2014").start(Reading::instant).text(), "2014");
}

TEST(When, HasNoDayWhereNothingLimitsIt) {
  EXPECT_FALSE(When::parse("../2014").earliest());
  EXPECT_FALSE(When::parse("/2014").earliest());
  EXPECT_FALSE(When::parse("2014/..").latest());
  EXPECT_FALSE(When::parse("XXXX").earliest());
  EXPECT_FALSE(When::parse("XXXX-12-25").latest());
  EXPECT_FALSE(When::parse("[..1984]").earliest());
  EXPECT_EQ(When::parse("{2014,2016}").latest(), day("2016-12-31"));
}

TEST(When, OfAnUnknownYearStillTellsOneDayFromAnother) {
  EXPECT_EQ(happened("XXXX-12-25", "2014-12-26/2015-12-24"), no);
  EXPECT_EQ(happened("XXXX-12-25", "2014-12-25"), maybe);
  EXPECT_EQ(happened("XXXX", "2014"), maybe);
}

// A doubt counts where another date in its place could change the answer.
TEST(When, QualifiesAnAnswerThatRestsOnADoubtedPart) {
  EXPECT_EQ(happened("2014?", "2014"), qualified_yes);
  EXPECT_EQ(happened("2014?", "2015"), qualified_no);
  EXPECT_EQ(happened("2014?", "2014-06"), qualified_maybe);
  EXPECT_EQ(happened("2014-?05", "2014"), yes) << "only the month is doubted";
  EXPECT_EQ(happened("2014-?05", "2015"), no);
  EXPECT_EQ(happened("2014-?05", "2014-05"), qualified_yes);
  EXPECT_EQ(happened("2014-05-~06", "2014-06-01"), no);
  EXPECT_EQ(happened("[2014,2016?]", "2014"), qualified_maybe);
  EXPECT_EQ(happened("{2014,2016?}", "2014"), yes);
  EXPECT_EQ(happened("{2014,2016?}", "2016"), qualified_yes);
  EXPECT_EQ(during("2014/2016?", "2013"), no);
  EXPECT_EQ(during("2014/2016~", "2017"), qualified_no);
  EXPECT_EQ(during("2014?/2016", "2015/2017"), yes) << "it ended in 2016, whenever it began";
  EXPECT_TRUE(When::parse("2014?/2016").qualified());
}

TEST(When, BetweenSetsIsExactAboutTheEndsThatCannotBe) {
  const When when = When::between("[2014,2018]", "2016");
  EXPECT_EQ(when.bounds(Reading::interval).start_max, day("2014-12-31"));
  EXPECT_EQ(holds_during(when, Reading::interval, Window::parse("2015")), yes);
  EXPECT_THROW((void)When::between("2018", "[2014,2016]"), DateError);
  EXPECT_THROW((void)When::between("{2014,2015}", ""), DateError);
  EXPECT_THROW((void)When::between("2014/2015", ""), DateError);
}

TEST(When, OfTwoEndsSaysWhichIsWrong) {
  try {
    (void)When::between("2014", "2016-02-30");
    FAIL();
  } catch (const DateError& error) {
    EXPECT_EQ(error.column(), 9U);
    EXPECT_NE(std::string(error.what()).find("'2016-02-30'"), std::string::npos);
  }
}

TEST(When, HoldsTogetherWithAnotherEventByEvent) {
  const auto together = [](const char* a, Reading x, const char* b, Reading y) {
    const When first = When::parse(a);
    const When second = When::parse(b);
    return overlaps(ReadWhen{first, x}, ReadWhen{second, y});
  };
  constexpr Reading instant = Reading::instant;
  constexpr Reading interval = Reading::interval;
  EXPECT_EQ(together("{2014,2018}", instant, "2015/2017", interval), no);
  EXPECT_EQ(together("{2014,2016}", instant, "2015/2017", interval), yes);
  EXPECT_EQ(together("2015/2017", interval, "{2014,2017}", instant), maybe);
  EXPECT_EQ(together("{2014-05-06,2018}", instant, "{2014-05-06,2017}", instant), yes);
  EXPECT_EQ(together("{2014,2018}", instant, "{2014,2017}", instant), maybe);
  EXPECT_EQ(together("[2014,2018]", instant, "2015-01-01/2017", interval), no);
  EXPECT_EQ(together("2014/2018", interval, "2016?", interval), qualified_yes);
}

TEST(When, LastsOneDayIfItIsAnEvent) {
  const When when = When::parse("2014/2016");
  EXPECT_EQ(duration({when, Reading::instant}), (Duration{1, 1}));
  EXPECT_EQ(duration({when, Reading::interval}), (Duration{367, 1096}));
  EXPECT_EQ(duration({when, Reading::interval}), duration(Interval::parse("2014/2016")));
}

TEST(When, MayBeAskedAfterItWasMoved) {
  for (const char* text :
       {"2014", "2014?", "2014/2016", "2014?/2016", "[2014,2016]", "{2014,2016}"})
    for (const Reading reading : {Reading::interval, Reading::instant}) {
      When when = When::parse(text);
      { const When taken = std::move(when); }
      EXPECT_NO_THROW((void)holds_during(when, reading, Window::parse("2015"))) << text;
      EXPECT_NO_THROW((void)when.start(reading)) << text;
      EXPECT_NO_THROW((void)when.end(reading)) << text;
      when = When::parse("2018");
      EXPECT_EQ(when.text(), "2018");
    }
}

}  // namespace
}  // namespace entente
