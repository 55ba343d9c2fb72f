// Bounds against every pair of a start and an end that they admit, on a calendar of ten days.

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <entente/time/allen.hpp>
#include <entente/time/bounds.hpp>

#include "support/seed.hpp"

namespace entente {
namespace {

using testing_support::Chance;

// Days 0 to 9 can be written. Days before and after them stand for all others: an unknown end may
// be any of these, an open one lies beyond them.
constexpr Day first_day{0};
constexpr Day last_day{9};
constexpr int margin = 3;
constexpr Day no_start = first_day - margin - 1;
constexpr Day no_end = last_day + margin + 1;

using Span = std::pair<Day, Day>;

Day day_of(Chance& chance) {
  return Day(chance.number(first_day.count(), last_day.count()));
}

std::vector<Day> starts(const Bounds& b) {
  if (b.start_max == day_min) return {no_start};
  std::vector<Day> all;
  for (Day day = first_day - margin; day <= last_day + margin; ++day) {
    if (day >= b.start_min && day <= b.start_max) all.push_back(day);
  }
  return all;
}

std::vector<Day> ends(const Bounds& b) {
  if (b.end_min == day_max) return {no_end};
  std::vector<Day> all;
  for (Day day = first_day - margin; day <= last_day + margin; ++day) {
    if (day >= b.end_min && day <= b.end_max) all.push_back(day);
  }
  return all;
}

std::vector<Span> spans(const Bounds& b) {
  std::vector<Span> all;
  for (const Day start : starts(b)) {
    for (const Day end : ends(b)) {
      if (start <= end) all.emplace_back(start, end);
    }
  }
  return all;
}

Bounds random_bounds(Chance& chance) {
  const auto pair = [&] {
    const Day a = day_of(chance);
    const Day b = day_of(chance);
    return std::minmax({a, b});
  };
  for (;;) {
    const auto [sl, sh] = pair();
    const auto [el, eh] = pair();
    Bounds b{sl, sh, el, eh};
    if (chance.one_in(6)) b.start_min = b.start_max = day_min;
    if (chance.one_in(6)) b.end_min = b.end_max = day_max;
    if (chance.one_in(6)) b.start_min = day_min, b.start_max = day_max;
    if (chance.one_in(6)) b.end_min = day_min, b.end_max = day_max;
    if (b.consistent()) return b;
  }
}

Window random_window(Chance& chance) {
  const Day a = day_of(chance);
  return {a, std::min(last_day, a + chance.number(0, 4))};
}

template <class Items, class Test>
Verdict verdict(const Items& items, Test test) {
  const auto count = std::count_if(items.begin(), items.end(), test);
  if (count == static_cast<std::ptrdiff_t>(items.size())) return Verdict::yes;
  return count == 0 ? Verdict::no : Verdict::maybe;
}

std::string text(const Bounds& b) {
  const auto number = [](Day day) { return std::to_string(day.count()); };
  return "[" + number(b.start_min) + "," + number(b.start_max) + "]..[" + number(b.end_min) + "," +
         number(b.end_max) + "]";
}

TEST(BoundsProperty, TighteningKeepsEverySpanAndLeavesNoOtherStartOrEnd) {
  Chance chance;
  for (int round = 0; round < 20000; ++round) {
    const Bounds b = random_bounds(chance);
    const Bounds t = tightened(b);
    std::set<Day> used_starts;
    std::set<Day> used_ends;
    for (const auto& [start, end] : spans(b)) {
      used_starts.insert(start);
      used_ends.insert(end);
    }
    const std::vector<Day> all_starts = starts(t);
    const std::vector<Day> all_ends = ends(t);
    ASSERT_EQ(spans(t), spans(b)) << chance.name() << ' ' << text(b);
    ASSERT_TRUE(
        std::equal(all_starts.begin(), all_starts.end(), used_starts.begin(), used_starts.end()))
        << chance.name() << ' ' << text(b);
    ASSERT_TRUE(std::equal(all_ends.begin(), all_ends.end(), used_ends.begin(), used_ends.end()))
        << chance.name() << ' ' << text(b);
  }
}

TEST(BoundsProperty, AnswersAboutAWindowAreThoseOfAllSpans) {
  Chance chance;
  for (int round = 0; round < 100000; ++round) {
    const Bounds b = tightened(random_bounds(chance));
    const Window w = random_window(chance);
    const auto all = spans(b);
    ASSERT_FALSE(all.empty());
    const std::string trace = chance.name() + ' ' + text(b) + " asked of " +
                              std::to_string(w.first.count()) + ".." +
                              std::to_string(w.last.count());
    ASSERT_EQ(overlaps(b, w).verdict,
              verdict(all, [&](Span s) { return s.first <= w.last && s.second >= w.first; }))
        << trace;
    ASSERT_EQ(covers(b, w).verdict,
              verdict(all, [&](Span s) { return s.first <= w.first && s.second >= w.last; }))
        << trace;
    ASSERT_EQ(within(b, w).verdict,
              verdict(all, [&](Span s) { return s.first >= w.first && s.second <= w.last; }))
        << trace;
  }
}

TEST(BoundsProperty, DurationIsThatOfTheShortestAndTheLongestSpan) {
  Chance chance;
  for (int round = 0; round < 20000; ++round) {
    const Bounds b = tightened(random_bounds(chance));
    if (b.start_min == day_min || b.end_max == day_max) continue;
    std::int64_t least = INT64_MAX;
    std::int64_t most = 0;
    for (const auto& [start, end] : spans(b)) {
      least = std::min<std::int64_t>(least, end - start + 1);
      most = std::max<std::int64_t>(most, end - start + 1);
    }
    ASSERT_EQ(duration(b), (Duration{least, most})) << chance.name() << ' ' << text(b);
  }
}

TEST(BoundsProperty, ClosingKeepsTheSpansThatEndInTime) {
  Chance chance;
  for (int round = 0; round < 20000; ++round) {
    const Bounds b = tightened(random_bounds(chance));
    const Day last = day_of(chance);
    std::vector<Span> expected;
    for (const Span& span : spans(b)) {
      if (span.second <= last) expected.push_back(span);
    }
    if (expected.empty()) expected = spans(b);
    ASSERT_EQ(spans(closed_by(b, last)), expected) << chance.name() << ' ' << text(b);
  }
}

Allen relation_of(Span i, Span j) {
  if (i.second + 1 < j.first) return Allen::before;
  if (i.second + 1 == j.first) return Allen::meets;
  if (j.second + 1 < i.first) return Allen::after;
  if (j.second + 1 == i.first) return Allen::met_by;
  if (i.first == j.first && i.second == j.second) return Allen::equals;
  if (i.first == j.first) return i.second < j.second ? Allen::starts : Allen::started_by;
  if (i.second == j.second) return i.first > j.first ? Allen::finishes : Allen::finished_by;
  if (i.first < j.first) return i.second < j.second ? Allen::overlaps : Allen::contains;
  return i.second < j.second ? Allen::during : Allen::overlapped_by;
}

// The two questions about two intervals, and the relations between them, from all pairs of spans.
TEST(BoundsProperty, AnswersAboutTwoIntervalsAreThoseOfAllPairsOfSpans) {
  Chance chance;
  for (int round = 0; round < 2000; ++round) {
    const Bounds i = tightened(random_bounds(chance));
    const Bounds j = tightened(random_bounds(chance));
    std::vector<std::pair<Span, Span>> pairs;
    AllenSet relations;
    for (const Span& s : spans(i)) {
      for (const Span& t : spans(j)) {
        pairs.emplace_back(s, t);
        relations.add(relation_of(s, t));
      }
    }
    const std::string trace = chance.name() + ' ' + text(i) + " and " + text(j);
    ASSERT_EQ(allen(i, j).to_string(), relations.to_string()) << trace;
    ASSERT_EQ(overlaps(i, j).verdict, verdict(pairs,
                                              [](const auto& p) {
                                                return p.first.first <= p.second.second &&
                                                       p.second.first <= p.first.second;
                                              }))
        << trace;
    ASSERT_EQ(before(i, j).verdict,
              verdict(pairs, [](const auto& p) { return p.first.second < p.second.first; }))
        << trace;
  }
}

TEST(BoundsProperty, AllenOfInstantsHasOneDayEach) {
  Chance chance;
  for (int round = 0; round < 2000; ++round) {
    const auto [lo, hi] = std::minmax({day_of(chance), day_of(chance)});
    const Bounds instant{lo, hi, lo, hi};
    const Bounds j = tightened(random_bounds(chance));
    AllenSet relations;
    AllenSet inverses;
    for (Day day = lo; day <= hi; ++day) {
      for (const Span& t : spans(j)) {
        relations.add(relation_of({day, day}, t));
        inverses.add(relation_of(t, {day, day}));
      }
    }
    ASSERT_EQ(allen(instant, j, Reading::instant).to_string(), relations.to_string())
        << chance.name() << ' ' << text(instant) << " and " << text(j);
    ASSERT_EQ(allen(j, instant, Reading::interval, Reading::instant).to_string(),
              inverses.to_string())
        << chance.name();
  }
}

}  // namespace
}  // namespace entente
