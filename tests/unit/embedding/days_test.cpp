#include <chrono>
#include <string>

#include <gtest/gtest.h>

#include <entente/error.hpp>
#include <entente/facts/viewpoint.hpp>
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
std::string code_of(Call call) {
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
  EXPECT_FALSE(is_unlimited(0));
  EXPECT_EQ(code_of([] { (void)to_civil(day_max); }), "bad-date");
  EXPECT_EQ(code_of([] { (void)format_day(calendar_last + 1); }), "bad-date");
}

TEST(Days, ThatNoCalendarHasAreRefused) {
  EXPECT_EQ(code_of([] { (void)to_day({2014, 2, 30}); }), "bad-date");
  EXPECT_EQ(code_of([] { (void)to_day({2014, 13, 1}); }), "bad-date");
  EXPECT_EQ(code_of([] { (void)to_day({10000, 1, 1}); }), "bad-date");
}

TEST(Days, GoToTheStandardLibraryAndBack) {
  using std::chrono::sys_days;
  const sys_days day = std::chrono::year(2014) / std::chrono::May / 6;
  EXPECT_EQ(format_day(to_day(day)), "2014-05-06");
  EXPECT_EQ(to_sys_days(to_day({2014, 5, 6})), day);
  for (const Day one : {calendar_first, -1, 0, 1, calendar_last})
    EXPECT_EQ(to_day(to_sys_days(one)), one);
  EXPECT_EQ(code_of([] { (void)to_sys_days(day_min); }), "bad-date");
  const sys_days beyond{std::chrono::days{calendar_last + 1}};
  EXPECT_EQ(code_of([&] { (void)to_day(beyond); }), "bad-date");
}

TEST(Dates, ThatAreWrongEndACallTheSameWayEverywhere) {
  const Graph graph = graph_of("country a\ncountry b\na partner_of b when=2014");
  const std::string bad = "2014-02-30";
  EXPECT_EQ(code_of([&] { (void)Date::parse(bad); }), "invalid-date");
  EXPECT_EQ(code_of([&] { (void)Window::parse(bad); }), "invalid-date");
  EXPECT_EQ(code_of([&] { (void)When::parse(bad); }), "invalid-date");
  EXPECT_EQ(code_of([&] { (void)graph.facts({.as_of = bad}); }), "bad-date");
  EXPECT_EQ(code_of([&] { (void)graph.select({.known_at = bad}); }), "bad-date");
}

TEST(Windows, ThatEndBeforeTheyStartAreErrors) {
  const Window turned{to_day({2015, 1, 1}), to_day({2014, 1, 1})};
  const When when = When::parse("2010/2020");
  const Graph graph = graph_of("country a\ncountry b\na partner_of b when=2010/2020");
  const Viewpoint seen(graph, {});
  EXPECT_EQ(code_of([&] { (void)holds_during(when, Reading::interval, turned); }), "period");
  EXPECT_EQ(code_of([&] { (void)holds_throughout(when, Reading::interval, turned); }), "period");
  EXPECT_EQ(code_of([&] { (void)within(when, Reading::interval, turned); }), "period");
  EXPECT_EQ(code_of([&] { (void)overlaps(when.bounds(Reading::interval), turned); }), "period");
  EXPECT_EQ(code_of([&] { (void)covers(when.bounds(Reading::interval), turned); }), "period");
  EXPECT_EQ(code_of([&] { (void)seen.judge(RelationId(0), turned); }), "period");
  EXPECT_EQ(code_of([&] { (void)calendar_periods(turned, CalendarStep::year); }), "period");
}

}  // namespace
}  // namespace entente
