// The best choice among parallel relations against every choice in every world of a small calendar.

#include <algorithm>
#include <limits>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/query/common_span.hpp>

#include "small_calendar.hpp"
#include "support/graph_of.hpp"

namespace entente {
namespace {

using verify::common_days;
using verify::in_all_worlds;
using verify::Shapes;
using verify::SmallDate;
using Worlds = std::vector<const testing_support::World*>;

/// Legs of parallel relations, and their graph.
struct Case {
  std::vector<std::vector<SmallDate>> legs;
  std::string lines;

  [[nodiscard]] std::vector<std::vector<RelationId>> ids(const Graph& graph) const {
    std::vector<std::vector<RelationId>> list;
    for (std::size_t leg = 0; leg < legs.size(); ++leg) {
      list.emplace_back();
      for (std::size_t i = 0; i < legs[leg].size(); ++i)
        list.back().push_back(graph.relation(id(leg, i)).value());
    }
    return list;
  }
  static std::string id(std::size_t leg, std::size_t i) {
    return "leg" + std::to_string(leg) + "-" + std::to_string(i);
  }
};

Case random_case(std::mt19937& chance, Shapes shapes) {
  Case made{{}, "country a\ncountry b\nperson p\nperson q\n"};
  const std::size_t legs = 2 + chance() % 2;
  for (std::size_t leg = 0; leg < legs; ++leg) {
    made.legs.emplace_back();
    const std::size_t parallel = 1 + chance() % 3;
    for (std::size_t i = 0; i < parallel; ++i) {
      made.legs.back().push_back(verify::random_date(chance, shapes));
      const SmallDate& date = made.legs.back().back();
      const bool act = date.reading == Reading::instant;
      made.lines += Case::id(leg, i) + ": " + (act ? "p met_with q" : "a cooperates_with b") +
                    " when=" + date.text + "\n";
    }
  }
  return made;
}

/// Every choice of one a leg.
std::vector<std::vector<std::size_t>> choices_of(const Case& one) {
  std::vector<std::vector<std::size_t>> choices = {{}};
  for (const auto& leg : one.legs) {
    std::vector<std::vector<std::size_t>> longer;
    for (const auto& choice : choices)
      for (std::size_t i = 0; i < leg.size(); ++i) {
        longer.push_back(choice);
        longer.back().push_back(i);
      }
    choices = std::move(longer);
  }
  return choices;
}

std::vector<const SmallDate*> dates_of(const Case& one, const std::vector<std::size_t>& choice) {
  std::vector<const SmallDate*> dates;
  for (std::size_t leg = 0; leg < choice.size(); ++leg)
    dates.push_back(&one.legs[leg][choice[leg]]);
  return dates;
}

/// The same legs with what their records make together beside these.
Case with_joined(Case one) {
  for (auto& leg : one.legs) verify::add_joined(leg);
  return one;
}

bool has_joined(const Case& one) {
  const Case joined = with_joined(one);
  for (std::size_t leg = 0; leg < one.legs.size(); ++leg)
    if (joined.legs[leg].size() > one.legs[leg].size()) return true;
  return false;
}

/// The fewest and the most days that a choice is together.
struct Together {
  std::size_t least = std::numeric_limits<std::size_t>::max();
  std::size_t most = 0;

  friend auto operator<=>(const Together&, const Together&) = default;
};

Together together(const Case& one, const std::vector<std::size_t>& choice) {
  Together days;
  static_cast<void>(in_all_worlds(dates_of(one, choice), [&](const Worlds& worlds) {
    const std::size_t count = common_days(worlds);
    days.least = std::min(days.least, count);
    days.most = std::max(days.most, count);
    return count > 0;
  }));
  return days;
}

std::vector<std::size_t> chosen(const Case& one, const Graph& graph, const BestChoice& best) {
  const auto ids = one.ids(graph);
  std::vector<std::size_t> choice;
  for (std::size_t leg = 0; leg < ids.size(); ++leg)
    choice.push_back(static_cast<std::size_t>(
        std::find(ids[leg].begin(), ids[leg].end(), best.relations[leg]) - ids[leg].begin()));
  return choice;
}

/// That of the best choice.
Together longest(const Case& one) {
  Together best{0, 0};
  for (const auto& choice : choices_of(one)) best = std::max(best, together(one, choice));
  return best;
}

/// The first and the last common day, at the least and at the most, over the worlds in which there
/// is one.
Bounds common_ends(const std::vector<const SmallDate*>& dates) {
  Bounds ends{day_max, day_min, day_max, day_min};
  static_cast<void>(in_all_worlds(dates, [&](const Worlds& worlds) {
    std::optional<Day> first;
    Day last = day_min;
    for (const Day day : *worlds.front()) {
      if (!std::all_of(worlds.begin(), worlds.end(),
                       [&](const auto* world) { return world->contains(day); }))
        continue;
      if (!first) first = day;
      last = day;
    }
    if (!first) return false;
    ends = {std::min(ends.start_min, *first), std::max(ends.start_max, *first),
            std::min(ends.end_min, last), std::max(ends.end_max, last)};
    return true;
  }));
  return ends;
}

/// The days on which they may all be.
std::set<Day> possible_days(const std::vector<const SmallDate*>& dates) {
  std::set<Day> days;
  static_cast<void>(in_all_worlds(dates, [&](const Worlds& worlds) {
    for (const Day day : *worlds.front())
      if (std::all_of(worlds.begin(), worlds.end(),
                      [&](const auto* world) { return world->contains(day); }))
        days.insert(day);
    return true;
  }));
  return days;
}

/// Whether some choice is together.
Verdict expected_of(const Case& one) {
  Verdict any = Verdict::no;
  for (const auto& choice : choices_of(one))
    any = any | in_all_worlds(dates_of(one, choice),
                              [](const Worlds& worlds) { return common_days(worlds) > 0; });
  return any;
}

TEST(SpanProperty, OfIntervalsIsTheLongestOfAllChoices) {
  int of_joined = 0;
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    std::mt19937 chance(seed);
    const Case one = random_case(chance, Shapes::limited_intervals);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + one.lines);
    const Graph graph = test::graph_of(one.lines);
    const BestChoice best = best_choice(graph, one.ids(graph));
    const Together of_records = longest(one);
    const Together expected = longest(with_joined(one));
    ASSERT_EQ(best.span.has_value(), expected.most > 0);
    if (!best.span) continue;
    ASSERT_EQ(best.span->verdict, expected.least > 0 ? Verdict::yes : Verdict::maybe);
    if (expected == of_records) {
      const auto choice = chosen(one, graph, best);
      ASSERT_EQ(together(one, choice), expected);
      // An end that may lie earlier or later is not written as a day.
      const Bounds written = best.span->when.bounds(Reading::interval);
      const Bounds common = common_ends(dates_of(one, choice));
      ASSERT_LE(written.start_min, common.start_min) << best.span->when.text();
      ASSERT_GE(written.start_max, common.start_max) << best.span->when.text();
      ASSERT_LE(written.end_min, common.end_min) << best.span->when.text();
      ASSERT_GE(written.end_max, common.end_max) << best.span->when.text();
      if (best.span->verdict == Verdict::yes) {
        ASSERT_EQ(written, common) << best.span->when.text();
      }
      continue;
    }
    ++of_joined;
    // Its ends are as written, the latest start and the earliest end.
    const Bounds bounds = best.span->when.bounds(Reading::interval);
    ASSERT_GE(bounds.end_max - bounds.start_min + 1, static_cast<int>(expected.least));
  }
  EXPECT_GT(of_joined, 10);
}

Verdict judge_day(const When& when, Day day) {
  return holds_during(when, Reading::instant, {day, day}).verdict;
}

TEST(SpanProperty, OfAnyDatesIsRightAndNamesAllDays) {
  int of_acts = 0;
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    std::mt19937 chance(seed);
    const Case one = random_case(chance, Shapes::any);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + one.lines);
    const Graph graph = test::graph_of(one.lines);
    const BestChoice best = best_choice(graph, one.ids(graph));
    const Verdict expected = expected_of(with_joined(one));
    ASSERT_EQ(best.span.has_value(), expected != Verdict::no);
    if (!best.span) continue;
    ASSERT_EQ(best.span->verdict, expected);
    const auto shown = dates_of(one, chosen(one, graph, best));
    const auto meet = [](const Worlds& worlds) { return common_days(worlds) > 0; };
    const Verdict least = expected_of(one) == expected ? best.span->verdict : Verdict::maybe;
    ASSERT_GE(in_all_worlds(shown, meet), least);
    const bool with_act = std::any_of(shown.begin(), shown.end(), [](const SmallDate* date) {
      return date->reading == Reading::instant;
    });
    if (!with_act || best.span->verdict == Verdict::yes || has_joined(one)) continue;
    ++of_acts;
    std::set<Day> named;
    for (Day day = to_day({2013, 12, 31}); day <= to_day({2014, 1, 11}); ++day)
      if (judge_day(best.span->when, day) != Verdict::no) named.insert(day);
    ASSERT_EQ(named, possible_days(shown)) << best.span->when.text();
  }
  EXPECT_GT(of_acts, 20) << "the cases are of use";
}

}  // namespace
}  // namespace entente
