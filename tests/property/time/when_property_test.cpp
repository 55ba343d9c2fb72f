// Whole expressions against all worlds that they admit, in a calendar of a few weeks.

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/time/when.hpp>

#include "property/time/worlds.hpp"
#include "support/seed.hpp"

namespace entente {
namespace {

using testing_support::Chance;
using testing_support::verdict_of;
using testing_support::World;
using testing_support::Worlds;

// Expressions speak of February 2014. Windows lie between 26 January and 6 March; the days before
// and after stand for all others.
const Day february = to_day({2014, 2, 1});
const Day world_first = february - 8;
const Day world_last = february + 28 + 7;
const Day window_first = february - 6;
const Day window_last = february + 28 + 5;

std::string two_digits(int n) {
  return (n < 10 ? "0" : "") + std::to_string(n);
}

std::string random_day(Chance& chance) {
  return "2014-02-" + two_digits(chance.number(1, 28));
}

// A day, a masked day, or the month.
std::string random_date(Chance& chance) {
  static const std::vector<std::string> masked = {"2014-02-0X", "2014-02-1X", "2014-02-2X",
                                                  "2014-02-X1", "2014-02-X8", "2014-02-XX",
                                                  "2014-02",    "2014-02-X5", "2014-02-X0"};
  if (!chance.one_in(3)) return random_day(chance);
  return masked[static_cast<std::size_t>(chance.number(0, static_cast<int>(masked.size()) - 1))];
}

std::string random_element(Chance& chance) {
  if (!chance.one_in(4)) return random_date(chance);
  std::string a = random_day(chance);
  std::string b = random_day(chance);
  if (b < a) a.swap(b);
  return a + ".." + b;
}

std::string random_set(Chance& chance, char open, char close) {
  std::string text(1, open);
  const int count = chance.number(1, 3);
  for (int i = 0; i < count; ++i) text += (i ? "," : "") + random_element(chance);
  return text + close;
}

std::string random_end(Chance& chance) {
  switch (chance.number(1, 8)) {
    case 1:
      return "";
    case 2:
      return "..";
    case 3:
      return random_set(chance, '[', ']');
    default:
      return random_date(chance);
  }
}

When random_when(Chance& chance) {
  for (;;) {
    switch (chance.number(1, 6)) {
      case 1:
        return When::parse(random_date(chance));
      case 2:
        return When::parse(random_set(chance, '[', ']'));
      case 3:
        return When::parse(random_set(chance, '{', '}'));
      default:
        try {
          return When::between(random_end(chance), random_end(chance));
        } catch (const DateError&) {  // ends before it starts: try another
        }
    }
  }
}

// --- What an expression admits, read anew from its text -------------------------------------

std::vector<Day> admitted_by(const std::string& date) {
  const std::string pattern = date + std::string(date.size() == 7 ? "-XX" : "");
  std::vector<Day> all;
  for (Day day = world_first; day <= world_last; ++day) {
    const std::string text = format_day(day);
    bool agrees = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
      agrees = agrees && (pattern[i] == 'X' || pattern[i] == text[i]);
    }
    if (agrees) all.push_back(day);
  }
  return all;
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == separator) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

// The dates that a set names, a range spelt out day by day.
std::vector<std::string> members(const std::string& set) {
  std::vector<std::string> dates;
  for (const std::string& element : split(set.substr(1, set.size() - 2), ',')) {
    const std::size_t dots = element.find("..");
    if (dots == std::string::npos) {
      dates.push_back(element);
      continue;
    }
    const Day last = admitted_by(element.substr(dots + 2)).front();
    for (Day day = admitted_by(element.substr(0, dots)).front(); day <= last; ++day) {
      dates.push_back(format_day(day));
    }
  }
  return dates;
}

std::vector<Day> one_of(const std::string& text) {
  if (text.front() != '[') return admitted_by(text);
  std::vector<Day> all;
  for (const std::string& date : members(text)) {
    for (const Day day : admitted_by(date)) all.push_back(day);
  }
  return all;
}

std::vector<Day> days_of_end(const std::string& text, Day beyond) {
  if (text == "..") return {beyond};
  if (!text.empty()) return one_of(text);
  const World all = testing_support::days(world_first, world_last);
  return {all.begin(), all.end()};
}

Worlds spans_with(const std::vector<std::vector<Day>>& witnesses) {
  Worlds worlds;
  for (Day start = world_first; start <= world_last; ++start) {
    for (Day end = start; end <= world_last; ++end) {
      bool admitted = true;
      for (const auto& days : witnesses) {
        bool seen = false;
        for (const Day day : days) seen = seen || (day >= start && day <= end);
        admitted = admitted && seen;
      }
      if (admitted) worlds.push_back(testing_support::days(start, end));
    }
  }
  return worlds;
}

Worlds events_on(const std::vector<std::vector<Day>>& events) {
  Worlds worlds(1);
  for (const auto& days : events) {
    Worlds more;
    for (const World& world : worlds) {
      for (const Day day : days) {
        more.push_back(world);
        more.back().insert(day);
      }
    }
    worlds = std::move(more);
  }
  return worlds;
}

Worlds worlds_of_interval(const When& when, Reading reading) {
  Worlds worlds;
  for (const Day start : days_of_end(std::string(when.start_text()), world_first)) {
    for (const Day end : days_of_end(std::string(when.end_text()), world_last)) {
      if (start > end) continue;
      if (reading == Reading::interval) {
        worlds.push_back(testing_support::days(start, end));
      } else {
        for (Day day = start; day <= end; ++day) worlds.push_back({day});
      }
    }
  }
  return worlds;
}

Worlds worlds_of(const When& when, Reading reading) {
  if (when.is_interval()) return worlds_of_interval(when, reading);
  std::vector<std::vector<Day>> dates;
  if (when.text().front() == '{') {
    for (const std::string& date : members(when.text())) dates.push_back(admitted_by(date));
  } else {
    dates.push_back(one_of(when.text()));
  }
  return reading == Reading::interval ? spans_with(dates) : events_on(dates);
}

// --- The properties ---------------------------------------------------------------------------

struct Case {
  When when;
  Reading reading;
  Window window;
  Worlds worlds;
  std::string trace;
};

bool is_small(const When& when, Reading reading) {
  if (when.text().front() != '{' || reading == Reading::interval) return true;
  std::size_t choices = 1;
  for (const std::string& date : members(when.text())) choices *= admitted_by(date).size();
  return choices <= 400;
}

// Calls `check` with random cases whose worlds can be counted.
template <class Check>
void for_random_cases(int rounds, Check check) {
  Chance chance;
  for (int round = 0; round < rounds; ++round) {
    const When when = random_when(chance);
    const Reading reading = chance.one_in(2) ? Reading::instant : Reading::interval;
    if (!is_small(when, reading)) continue;
    const Day first = window_first + chance.number(0, window_last - window_first);
    const Window window{first, std::min(window_last, first + chance.number(0, 9))};
    check(Case{when, reading, window, worlds_of(when, reading),
               chance.name() + ": " + when.text() +
                   (reading == Reading::instant ? " as instant, " : " as interval, ") +
                   format(window)});
  }
}

TEST(WhenProperty, HoldsDuringAWindowExactlyIfAllWorldsDo) {
  for_random_cases(1500, [](const Case& c) {
    ASSERT_FALSE(c.worlds.empty()) << c.trace;
    EXPECT_EQ(
        holds_during(c.when, c.reading, c.window).verdict,
        verdict_of(c.worlds, [&](const World& w) { return testing_support::touches(w, c.window); }))
        << c.trace;
  });
}

TEST(WhenProperty, HoldsThroughoutAWindowIfAllWorldsDo) {
  for_random_cases(1500, [](const Case& c) {
    const Verdict truth =
        verdict_of(c.worlds, [&](const World& w) { return testing_support::fills(w, c.window); });
    const Verdict verdict = holds_throughout(c.when, c.reading, c.window).verdict;
    const bool many_events = c.reading == Reading::instant && c.when.text().front() == '{';
    if (many_events && verdict == Verdict::maybe) return;  // allowed where events fill a window
    EXPECT_EQ(verdict, truth) << c.trace;
  });
}

TEST(WhenProperty, LiesInsideAWindowIfAllWorldsDo) {
  for_random_cases(1500, [](const Case& c) {
    const Verdict truth = verdict_of(
        c.worlds, [&](const World& w) { return testing_support::lies_inside(w, c.window); });
    const Verdict verdict = within(c.when, c.reading, c.window).verdict;
    const bool may_have_gaps = c.when.text().find_first_of("X[{") != std::string::npos;
    if (may_have_gaps && verdict == Verdict::maybe) return;
    EXPECT_EQ(verdict, truth) << c.trace;
  });
}

bool meet(const World& a, const World& b) {
  return std::any_of(a.begin(), a.end(), [&](Day day) { return b.contains(day); });
}

Verdict meet(const Worlds& a, const Worlds& b) {
  std::size_t count = 0;
  for (const World& x : a) {
    for (const World& y : b) count += meet(x, y) ? 1 : 0;
  }
  if (count == a.size() * b.size()) return Verdict::yes;
  return count == 0 ? Verdict::no : Verdict::maybe;
}

TEST(WhenProperty, HoldsTogetherWithAnotherIfAllPairsOfWorldsDo) {
  std::vector<Case> others;
  for_random_cases(60, [&](const Case& c) {
    if (c.worlds.size() <= 60) others.push_back(c);
  });
  ASSERT_GE(others.size(), 20U);
  int certain = 0;
  for_random_cases(300, [&](const Case& c) {
    const Case& other = others[static_cast<std::size_t>(c.window.first.count()) % others.size()];
    const Verdict verdict =
        overlaps(ReadWhen{c.when, c.reading}, ReadWhen{other.when, other.reading}).verdict;
    const Verdict truth = meet(c.worlds, other.worlds);
    const bool has_gaps =
        (c.when.text() + other.when.text()).find_first_of("X[{") != std::string::npos;
    certain += verdict == Verdict::maybe ? 0 : 1;
    if (has_gaps && verdict == Verdict::maybe) return;
    EXPECT_EQ(verdict, truth) << c.trace << "; with " << other.trace;
  });
  EXPECT_GT(certain, 20);
}

TEST(WhenProperty, IsDecidedByItsBoundsWhereItSaysSo) {
  int decided = 0;
  for_random_cases(2000, [&](const Case& c) {
    if (!c.when.decided_by_bounds(c.reading)) return;
    ++decided;
    const Bounds bounds = c.when.bounds(c.reading);
    EXPECT_EQ(overlaps(bounds, c.window), holds_during(c.when, c.reading, c.window)) << c.trace;
    if (c.reading == Reading::interval || c.window.is_one_day()) {
      EXPECT_EQ(covers(bounds, c.window), holds_throughout(c.when, c.reading, c.window)) << c.trace;
    }
  });
  EXPECT_GT(decided, 400);
}

TEST(WhenProperty, OfItsTextIsItself) {
  for_random_cases(1500, [](const Case& c) {
    const When again = When::from_text(c.when.text());
    EXPECT_EQ(again, c.when) << c.trace;
    EXPECT_EQ(again.bounds(c.reading), c.when.bounds(c.reading)) << c.trace;
    EXPECT_EQ(again.is_object_form(), c.when.is_object_form()) << c.trace;
  });
}

}  // namespace
}  // namespace entente
