#include <chrono>
#include <compare>
#include <cstdint>
#include <limits>
#include <random>
#include <sstream>
#include <string>
#include <type_traits>
#include <unordered_set>

#include <gtest/gtest.h>

#include <entente/error.hpp>
#include <entente/facts/viewpoint.hpp>
#include <entente/network/network.hpp>
#include <entente/time/bounds.hpp>
#include <entente/time/date.hpp>
#include <entente/time/date_error.hpp>
#include <entente/time/day.hpp>
#include <entente/time/interval.hpp>
#include <entente/time/when.hpp>
#include <entente/time/window.hpp>

#include "support/graph_of.hpp"

namespace entente {
namespace {

using test::graph_of;

template <class Call>
std::string usage_code_of(Call call) {
  try {
    call();
  } catch (const Error& error) {
    EXPECT_EQ(error.exit_code(), 64) << error.what();
    return error.code();
  }
  return "no error";
}

TEST(Days, ThatStandForNoLimitAreNeverPrintedAsDates) {
  EXPECT_EQ(format_day(day_max), "..");
  EXPECT_EQ(format_day(day_min), "..");
  EXPECT_TRUE(is_unlimited(day_max));
  EXPECT_FALSE(is_unlimited(Day(0)));
  EXPECT_EQ(usage_code_of([] { (void)to_civil(day_max); }), "bad-date");
  EXPECT_EQ(usage_code_of([] { (void)format_day(calendar_last + 1); }), "bad-date");
}

TEST(Days, ThatNoCalendarHasAreRefused) {
  EXPECT_EQ(usage_code_of([] { (void)to_day({2014, 2, 30}); }), "bad-date");
  EXPECT_EQ(usage_code_of([] { (void)to_day({2014, 13, 1}); }), "bad-date");
  EXPECT_EQ(usage_code_of([] { (void)to_day({10000, 1, 1}); }), "bad-date");
}

TEST(Days, GoToTheStandardLibraryAndBack) {
  using std::chrono::sys_days;
  const sys_days day = std::chrono::year(2014) / std::chrono::May / 6;
  EXPECT_EQ(format_day(to_day(day)), "2014-05-06");
  EXPECT_EQ(to_sys_days(to_day({2014, 5, 6})), day);
  for (const Day one : {calendar_first, Day(-1), Day(0), Day(1), calendar_last})
    EXPECT_EQ(to_day(to_sys_days(one)), one);
  EXPECT_EQ(usage_code_of([] { (void)to_sys_days(day_min); }), "bad-date");
  const sys_days beyond{std::chrono::days{calendar_last.count() + 1}};
  EXPECT_EQ(usage_code_of([&] { (void)to_day(beyond); }), "bad-date");
  EXPECT_EQ(Day(day), to_day({2014, 5, 6}));
  EXPECT_EQ(sys_days(Day(day)), day);
  EXPECT_EQ(usage_code_of([] { (void)sys_days(Day::unlimited()); }), "bad-date");
  EXPECT_EQ(usage_code_of([&] { (void)Day(beyond); }), "bad-date");
}

// The sums of an integer of 64 bits, but for the rule on limits.
TEST(Days, AreCountedAsNumbersAre) {
  Day day = to_day({2014, 2, 28});
  EXPECT_EQ(format_day(day + 1), "2014-03-01");
  EXPECT_EQ(format_day(1 + day), "2014-03-01");
  EXPECT_EQ(format_day(day - 28), "2014-01-31");
  EXPECT_EQ(to_day({2016, 3, 1}) - to_day({2016, 2, 1}), 29);
  EXPECT_EQ(format_day(day++), "2014-02-28");
  EXPECT_EQ(format_day(++day), "2014-03-02");
  EXPECT_EQ(format_day(day--), "2014-03-02");
  EXPECT_EQ(format_day(--day), "2014-02-28");
  day += 365;
  EXPECT_EQ(format_day(day -= 1), "2015-02-27");
  std::mt19937 chance(20140228);
  for (int round = 0; round < 10'000; ++round) {
    const auto number = [&] { return static_cast<int>(chance() % 2'000'000) - 1'000'000; };
    const int a = number();
    const int b = number();
    ASSERT_EQ((Day(a) + b).count(), a + b);
    ASSERT_EQ((Day(a) - b).count(), a - b);
    ASSERT_EQ(Day(a) - Day(b), a - b);
    ASSERT_EQ(Day(a) < Day(b), a < b);
    ASSERT_EQ(Day(a) <= Day(b), a <= b);
    ASSERT_EQ(Day(a) > Day(b), a > b);
    ASSERT_EQ(Day(a) >= Day(b), a >= b);
    ASSERT_EQ(Day(a) == Day(b), a == b);
    ASSERT_EQ(Day(a) <=> Day(b), a <=> b);
  }
}

TEST(Days, WithoutLimitStayWithoutWhateverIsAdded) {
  constexpr int most = std::numeric_limits<int>::max();
  constexpr int least = std::numeric_limits<int>::min();
  for (const int days : {least, -1, 0, 1, most})
    for (const Day limit : {Day::unlimited(), Day::unlimited_past()}) {
      EXPECT_EQ(limit + days, limit);
      EXPECT_EQ(limit - days, limit);
    }
  EXPECT_EQ(Day() - 1, day_min) << "what nobody set is no day";
  EXPECT_EQ(calendar_last + most, day_max) << "beyond 32 bits there is no day";
  EXPECT_EQ(calendar_first + least, day_min);
  EXPECT_EQ(calendar_last - least, day_max);
  EXPECT_EQ(day_max - Day(0), most);
  EXPECT_EQ(Day(0) - day_max, least);
  EXPECT_EQ(day_min - Day(0), least);
  EXPECT_EQ(day_max - day_min, most);
  EXPECT_EQ(day_max - day_max, 0);
  EXPECT_EQ(Day(most - 1) - Day(least + 1), most);
}

TEST(Days, AreShownToPeopleAsDays) {
  const auto shown = [](Day day) {
    std::ostringstream out;
    out << day;
    return out.str();
  };
  EXPECT_EQ(shown(to_day({2014, 5, 6})), "2014-05-06");
  EXPECT_EQ(shown(day_max), "..");
  EXPECT_EQ(shown(Day()), "..");
  EXPECT_EQ(shown(calendar_last + 1), "day 2932897");
}

TEST(Days, AreKeysAndTakeTheRoomOfANumber) {
  static_assert(sizeof(Day) == sizeof(std::int32_t));
  static_assert(std::is_trivially_copyable_v<Day>);
  static_assert(!std::is_convertible_v<int, Day> && !std::is_convertible_v<Day, int>);
  static_assert(!std::is_convertible_v<std::chrono::sys_days, Day>);
  const std::unordered_set<Day> days = {Day(0), Day(1), Day(0)};
  EXPECT_EQ(days.size(), 2u);
}

TEST(Dates, ThatAreWrongEndACallTheSameWayEverywhere) {
  const Graph graph = graph_of("country a\ncountry b\na partner_of b when=2014");
  const std::string bad = "2014-02-30";
  EXPECT_EQ(usage_code_of([&] { (void)Date::parse(bad); }), "invalid-date");
  EXPECT_EQ(usage_code_of([&] { (void)Window::parse(bad); }), "invalid-date");
  EXPECT_EQ(usage_code_of([&] { (void)When::parse(bad); }), "invalid-date");
  EXPECT_EQ(usage_code_of([&] { (void)graph.facts({.as_of = bad}); }), "bad-date");
  EXPECT_EQ(usage_code_of([&] { (void)graph.select({.known_at = bad}); }), "bad-date");
}

TEST(Windows, ThatEndBeforeTheyStartAreErrors) {
  const Window turned{to_day({2015, 1, 1}), to_day({2014, 1, 1})};
  const When when = When::parse("2010/2020");
  const Graph graph = graph_of("country a\ncountry b\na partner_of b when=2010/2020");
  const Viewpoint seen(graph, {});
  EXPECT_EQ(usage_code_of([&] { (void)holds_during(when, Reading::interval, turned); }), "period");
  EXPECT_EQ(usage_code_of([&] { (void)holds_throughout(when, Reading::interval, turned); }),
            "period");
  EXPECT_EQ(usage_code_of([&] { (void)within(when, Reading::interval, turned); }), "period");
  EXPECT_EQ(usage_code_of([&] { (void)overlaps(when.bounds(Reading::interval), turned); }),
            "period");
  EXPECT_EQ(usage_code_of([&] { (void)covers(when.bounds(Reading::interval), turned); }), "period");
  EXPECT_EQ(usage_code_of([&] { (void)seen.judge(RelationId(0), turned); }), "period");
  EXPECT_EQ(usage_code_of([&] { (void)calendar_periods(turned, CalendarStep::year); }), "period");
}

}  // namespace
}  // namespace entente
