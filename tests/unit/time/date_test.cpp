#include "support.hpp"

namespace entente {
namespace {

using namespace testing_dates;

std::string days_of(std::string_view text) {
  const Date date = Date::parse(text);
  return format_day(date.lo()) + ".." + format_day(date.hi());
}

TEST(Date, HasTheDaysOfItsYearOrMonth) {
  EXPECT_EQ(days_of("2014"), "2014-01-01..2014-12-31");
  EXPECT_EQ(days_of("2012-02"), "2012-02-01..2012-02-29");
  EXPECT_EQ(days_of("2014-05-06"), "2014-05-06..2014-05-06");
  EXPECT_EQ(days_of("-0044-03-15"), "-0044-03-15..-0044-03-15");
}

TEST(Date, IsNeverMorePreciseThanItIsWritten) {
  EXPECT_EQ(Date::parse("2014").precision(), Precision::year);
  EXPECT_EQ(Date::parse("2014-05").precision(), Precision::month);
  EXPECT_EQ(Date::parse("2014-05-06").precision(), Precision::day);
  EXPECT_EQ(Date::parse("2014-05-XX").precision(), Precision::masked);
  EXPECT_EQ(Date::parse("201X").precision(), Precision::masked);
  EXPECT_EQ(Date::parse("2014-05").text(), "2014-05");
}

TEST(Date, OfAnUnknownYearHasNoLimits) {
  EXPECT_EQ(Date::parse("XXXX").lo(), day_min);
  EXPECT_EQ(Date::parse("XXXX").hi(), day_max);
  EXPECT_TRUE(Date::parse("XXXX").admits(day("-0044-03-15")));
}

TEST(Date, AdmitsTheDaysThatAgreeWithItsDigits) {
  const Date christmas = Date::parse("156X-12-25");
  EXPECT_TRUE(christmas.admits(day("1560-12-25")));
  EXPECT_TRUE(christmas.admits(day("1569-12-25")));
  EXPECT_FALSE(christmas.admits(day("1565-12-24")));
  EXPECT_FALSE(christmas.admits(day("1570-12-25")));
  EXPECT_FALSE(Date::parse("XXXX-12-25").admits(day("2014-12-26")));
  EXPECT_FALSE(Date::parse("1960-X1").admits(day("1960-02-01")));
  EXPECT_TRUE(Date::parse("1960-X1").admits(day("1960-11-30")));
}

// Whether the digits of the day, written out, are those of the date.
bool agrees_in_text(const std::string& date, Day day) {
  const std::string other = format_day(day);
  if (other.size() != date.size()) return false;
  for (std::size_t i = 0; i < date.size(); ++i) {
    if (date[i] != 'X' && date[i] != other[i]) return false;
  }
  return true;
}

void expect_days_that_agree(const Date& date, int first_year, int last_year) {
  std::optional<Day> last;
  for (Day day = to_day({first_year, 1, 1}); day <= to_day({last_year, 12, 31}); ++day) {
    const bool agrees = agrees_in_text(date.text(), day);
    if (agrees) last = day;
    ASSERT_EQ(date.admits(day), agrees) << date.text() << " on " << format_day(day);
    ASSERT_EQ(date.value().first_from(day) == day, agrees) << date.text() << format_day(day);
    if (last) {
      ASSERT_EQ(date.value().last_until(day), last) << date.text() << format_day(day);
    }
  }
}

TEST(Date, WithUnknownDigitsAgreesWithTheTextOfTheDay) {
  for (const char* text : {"19XX-02-29", "196X-XX-31", "1X60-04-XX", "1960-X1-X1", "XXX0-1X-0X",
                           "19X4-03-1X", "XXXX-XX-30"}) {
    expect_days_that_agree(Date::parse(text), 1895, 2005);
  }
  for (const char* text : {"-004X-03-15", "00X4-03-1X", "-0XXX-12-31", "-00X0-XX-3X"}) {
    expect_days_that_agree(Date::parse(text), -60, 60);
  }
}

TEST(Date, KnowsWhichPartsAreDoubted) {
  const auto parts = [](const char* text) { return Date::parse(text).value().qualifiers; };
  using Q = Qualifier;
  EXPECT_EQ(parts("2004-06-11"), (std::array{Q::none, Q::none, Q::none}));
  EXPECT_EQ(parts("2004-06-11?"), (std::array{Q::uncertain, Q::uncertain, Q::uncertain}));
  EXPECT_EQ(parts("2004-06~-11"), (std::array{Q::approximate, Q::approximate, Q::none}));
  EXPECT_EQ(parts("?2004-06-~11"), (std::array{Q::uncertain, Q::none, Q::approximate}));
  EXPECT_EQ(parts("2004-?06~-11"), (std::array{Q::approximate, Q::both, Q::none}));
  EXPECT_EQ(parts("2004%"), (std::array{Q::both, Q::none, Q::none}));
}

TEST(Date, LosesOnlyItsDoubtedPartsWhenLoosened) {
  const auto loosened = [](const char* text) {
    const Date date = Date::parse(text).loosened();
    return date.lo() == day_min ? std::string("any")
                                : format_day(date.lo()) + ".." + format_day(date.hi());
  };
  EXPECT_EQ(loosened("2004-06-11"), "2004-06-11..2004-06-11");
  EXPECT_EQ(loosened("2004-06-~11"), "2004-06-01..2004-06-30");
  EXPECT_EQ(loosened("2004-?06-11"), "2004-01-11..2004-12-11");
  EXPECT_EQ(loosened("2004-?06"), "2004-01-01..2004-12-31");
  EXPECT_EQ(loosened("2004?"), "any");
  EXPECT_EQ(loosened("2004-06?-11"), "any");
}

TEST(Date, KeepsTheClockTimeOfItsSource) {
  const Date abu_dhabi = Date::parse("2023-12-02T19:15:00+04:00");
  EXPECT_EQ(abu_dhabi.clock(), (ClockTime{19, 15, 0, std::int16_t{240}}));
  EXPECT_EQ(format_day(abu_dhabi.lo()), "2023-12-02");
  EXPECT_EQ(Date::parse("2023-12-02T10:15:59Z").clock(), (ClockTime{10, 15, 59, std::int16_t{0}}));
  EXPECT_EQ(Date::parse("2023-12-02T10:15:59-03:30").clock(),
            (ClockTime{10, 15, 59, std::int16_t{-210}}));
  EXPECT_EQ(Date::parse("2023-12-02T10:15:59").clock(), (ClockTime{10, 15, 59, std::nullopt}));
  EXPECT_FALSE(Date::parse("2023-12-02").clock());
}

TEST(Date, ThatNoCalendarHasIsAnErrorThatSaysWhy) {
  try {
    (void)Date::parse("2014-02-30");
    FAIL() << "2014-02-30 was taken for a date";
  } catch (const DateError& error) {
    EXPECT_EQ(error.kind(), DateError::Kind::invalid);
    EXPECT_EQ(error.column(), 9U);
    EXPECT_EQ(error.reason(), "February 2014 has 28 days");
    EXPECT_STREQ(error.what(), "invalid date '2014-02-30', column 9: February 2014 has 28 days");
    EXPECT_EQ(error.exit_code(), 64);
  }
}

TEST(Date, ThatIsHostileIsNotEchoedRaw) {
  try {
    (void)Date::parse("2014\x1b[31m\xe2\x80\xae");
    FAIL();
  } catch (const DateError& error) {
    EXPECT_NE(std::string(error.what()).find("'2014\\x1B[31m\\xE2\\x80\\xAE'"), std::string::npos)
        << error.what();
  }
  try {
    (void)Date::parse(std::string(100000, '9'));
    FAIL();
  } catch (const DateError& error) {
    EXPECT_LT(std::string(error.what()).size(), 200U);
  }
}

TEST(Date, SortsByFirstDayThenLongerThenUndoubtedThenText) {
  const std::vector<const char*> sorted = {"XXXX",    "2013",     "2014",       "2014?",  "2014~",
                                           "2014-01", "2014-01?", "2014-01-01", "2014-02"};
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    for (std::size_t j = 0; j < sorted.size(); ++j) {
      EXPECT_EQ(sorts_before(Date::parse(sorted[i]), Date::parse(sorted[j])), i < j)
          << sorted[i] << ' ' << sorted[j];
      EXPECT_EQ(sorts_before(When::parse(sorted[i]), When::parse(sorted[j])), i < j)
          << sorted[i] << ' ' << sorted[j];
    }
  }
}

}  // namespace
}  // namespace entente
