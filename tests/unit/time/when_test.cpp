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

}  // namespace
}  // namespace entente
