/// What an error says to write instead of a date that is none.

#include <chrono>
#include <cstdlib>

#include "support.hpp"

namespace entente {
namespace {

template <class Parse>
std::string advice_of(Parse parse) {
  try {
    parse();
  } catch (const DateError& error) {
    return error.advice();
  }
  return "it is a date";
}

std::string advice(std::string_view text) {
  return advice_of([&] { (void)When::parse(text); });
}

std::string advice_on_period(std::string_view text) {
  return advice_of([&] { (void)Window::parse(text); });
}

TEST(DateAdvice, PutsTheYearFirst) {
  for (const char* text : {"24 February 1976",   "February 24, 1976",
                           "Feb. 24, 1976",      "24th of February 1976",
                           "24-Feb-1976",        "1976 February 24",
                           "02/24/1976",         "24/02/1976",
                           "24.02.1976",         "24.2.1976",
                           "24-02-1976",         "1976/02/24",
                           "1976.02.24",         "1976-2-24",
                           "19760224",           "1976年2月24日",
                           "1976 年 2 月 24 日", "１９７６年２月２４日",
                           "昭和51年2月24日",    " 1976-02-24"})
    EXPECT_EQ(advice(text), "write 1976-02-24") << text;
  EXPECT_EQ(advice("Feb 1976"), "write 1976-02");
  EXPECT_EQ(advice("02/1976"), "write 1976-02");
  EXPECT_EQ(advice("1976年2月"), "write 1976-02");
  EXPECT_EQ(advice("令和元年"), "write 2019");
  EXPECT_EQ(advice("1970s"), "write 197X");
}

TEST(DateAdvice, GivesBothReadingsWhereThereAreTwo) {
  EXPECT_EQ(advice("02/03/1976"),
            "write 1976-03-02 if the day comes first, 1976-02-03 if the month does");
  EXPECT_EQ(advice("2.3.1976"),
            "write 1976-03-02 if the day comes first, 1976-02-03 if the month does");
  EXPECT_EQ(advice("03/03/1976"), "write 1976-03-03") << "either way";
  EXPECT_EQ(advice("2009/10"), "write 2009-10 for the month, 2009/2010 for the years");
  EXPECT_EQ(advice("24.02.76"), "write the year first and in full, as in 2014-05-06");
}

TEST(DateAdvice, MarksWhatIsApproximate) {
  for (const char* text :
       {"c. 1976", "c.1976", "ca. 1976", "circa 1976", "about 1976", "約1976年", "1976年頃"})
    EXPECT_EQ(advice(text), "write 1976~ for about 1976") << text;
  EXPECT_EQ(advice("c. February 1976"), "write 1976-02~ for about 1976-02");
  EXPECT_EQ(advice_on_period("c. 1976"), "write 1976; a period is not approximate");
}

TEST(DateAdvice, TellsAnOpenEndFromAnUnknownOne) {
  for (const char* text :
       {"1976/present", "1976/now", "1976 - present", "since 1976", "1976–present", "1976年至今"})
    EXPECT_EQ(advice(text), "write 1976/.. if it has no end, 1976/ if its end is not known")
        << text;
  EXPECT_EQ(advice("1976/?"), "write 1976/");
  EXPECT_EQ(advice("unknown/1976"), "write /1976");
  EXPECT_EQ(advice("until 1976"), "write /1976");
  EXPECT_EQ(advice_on_period("until 30.6.1980"), "write ../1980-06-30");
}

// On the last day of a month or year the shortest way to write the stretch is another.
TEST(DateAdvice, NamesTheDaysOfAPeriodUntilToday) {
  const std::string advice = advice_on_period("1976/today");
  ASSERT_EQ(advice.substr(0, 6), "write ");
  const Window window = Window::parse(advice.substr(6));
  EXPECT_EQ(window.first, Window::parse("1976").first);
  const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  EXPECT_LE(std::abs(window.last - Day(now)), 1) << advice;
}

TEST(DateAdvice, DividesIntervalsWithASlash) {
  for (const char* text : {"1976-1980", "1976 - 1980", "1976–1980", "1976 to 1980",
                           "from 1976 to 1980", "1976 / 1980", "1976年〜1980年"})
    EXPECT_EQ(advice(text), "write 1976/1980") << text;
  EXPECT_EQ(advice("24.02.1976 - 31.3.1976"), "write 1976-02-24/1976-03-31");
}

TEST(DateAdvice, IsSilentWhereNothingCanBeMeant) {
  for (const char* text :
       {"", "year", "2014-02-30", "30.02.2014", "2014-13", "1984..", "2014..2016", "2014--05",
        "2016 - 2014", "1/2/3/2014", "24 February", "2014/2015/2016", "[1984,", "2014-06-31/2015",
        "99999999999999999999", "1976年\xff", "一九七六年"})
    EXPECT_EQ(advice(text), "") << text;
  EXPECT_EQ(advice(std::string(100000, '9')), "");
}

TEST(DateAdvice, IsSomethingThatCanBeWritten) {
  for (const char* text : {"24 February 1976", "1976年2月24日", "1976-1980", "1970s", "2009/16",
                           "until 1976", "24.02.1976 - 31.3.1976"}) {
    const std::string given = advice(text);
    ASSERT_TRUE(given.starts_with("write ")) << text;
    EXPECT_NO_THROW((void)When::parse(given.substr(6))) << given;
  }
}

TEST(DateAdvice, StandsInTheMessageToo) {
  try {
    (void)Date::parse("24.02.1976");
    FAIL();
  } catch (const DateError& error) {
    EXPECT_STREQ(error.what(),
                 "invalid date '24.02.1976', column 1: a date begins with its year of four digits, "
                 "as in 2014, 2014-05 or 2014-05-06; write 1976-02-24");
  }
}

}  // namespace
}  // namespace entente
