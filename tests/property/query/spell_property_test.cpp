// Spells against every world of a small calendar.

#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/query/spells.hpp>
#include <entente/time/day.hpp>

#include "random_tie.hpp"
#include "small_calendar.hpp"
#include "support/graph_of.hpp"

namespace entente {
namespace {

using verify::all_of;
using verify::cases;
using verify::dates_of;
using verify::holds_on_all;
using verify::in_all_worlds;
using verify::random_tie;
using verify::SmallDate;
using verify::Tie;
using verify::WorldOfEach;

TEST(SpellProperty, AreOneStretchInEveryWorldAndLeaveNoTouchingPairApart) {
  for (std::uint32_t seed = 0; seed < cases; ++seed) {
    std::mt19937 chance(seed);
    const Tie tie = random_tie(chance);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + tie.lines);
    const Graph graph = test::graph_of(tie.lines);
    std::vector<std::size_t> spell_of(tie.dates.size());
    const std::vector<Spell> found = spells(graph, all_of(graph));
    for (std::size_t i = 0; i < found.size(); ++i) {
      for (const RelationId relation : found[i].relations) spell_of[index(relation)] = i;
      ASSERT_EQ(in_all_worlds(dates_of(tie, found[i].relations), verify::is_one_stretch),
                Verdict::yes);
    }
    for (std::uint32_t a = 0; a < tie.dates.size(); ++a)
      for (std::uint32_t b = 0; b < a; ++b) {
        const std::vector<RelationId> two = {RelationId{a}, RelationId{b}};
        const bool touch =
            in_all_worlds(dates_of(tie, two), verify::is_one_stretch) == Verdict::yes;
        if (touch) {
          ASSERT_EQ(spell_of[a], spell_of[b]);
        }
      }
  }
}

TEST(SpellProperty, ThroughoutIsRightOfEveryTie) {
  for (std::uint32_t seed = 0; seed < cases; ++seed) {
    std::mt19937 chance(seed);
    const Tie tie = random_tie(chance);
    const Day first = to_day({2014, 1, 3}) + static_cast<int>(chance() % 4);
    const Day last = first + 1 + static_cast<int>(chance() % 3);
    const std::string window = format_day(first) + "/" + format_day(last);
    SCOPED_TRACE("seed " + std::to_string(seed) + " " + window + "\n" + tie.lines);
    const Graph graph = test::graph_of(tie.lines);
    Verdict found = Verdict::no;
    for (const SelectedRelation& row : graph.facts({.throughout = window}).relations)
      found = found | row.verdict;
    const Verdict expected =
        in_all_worlds(dates_of(tie, all_of(graph)),
                      [&](const WorldOfEach& worlds) { return holds_on_all(worlds, first, last); });
    ASSERT_EQ(found, expected);
  }
}

/// What is so whichever of the records that may not be known are.
template <class Ask>
Verdict whatever_is_known(std::vector<const SmallDate*> known,
                          const std::vector<const SmallDate*>& perhaps, Ask ask) {
  std::optional<Verdict> all;
  for (std::size_t set = 0; set < std::size_t{1} << perhaps.size(); ++set) {
    std::vector<const SmallDate*> dates = known;
    for (std::size_t i = 0; i < perhaps.size(); ++i)
      if ((set >> i & 1U) != 0) dates.push_back(perhaps[i]);
    const Verdict one = dates.empty() ? Verdict::no : in_all_worlds(dates, ask);
    all = !all || *all == one ? one : Verdict::maybe;
  }
  return *all;
}

TEST(SpellProperty, ThroughoutIsNoMoreCertainThanWhatWasKnown) {
  const std::vector<std::string> sources = {"early", "undated", "late"};
  std::size_t doubtful = 0;
  for (std::uint32_t seed = 0; seed < cases; ++seed) {
    std::mt19937 chance(seed);
    const Tie tie = random_tie(chance);
    std::string lines =
        "country a\norganisation o\ndocument early published=2000\ndocument undated\n"
        "document late published=2020\n";
    std::vector<const SmallDate*> known;
    std::vector<const SmallDate*> perhaps;
    for (std::size_t i = 0; i < tie.dates.size(); ++i) {
      const std::size_t source = std::min<std::size_t>(chance() % 5 / 2, 2);
      lines += "r" + std::to_string(i) + ": a member_of o when=" + tie.dates[i].text +
               " by=" + sources[source] + "\n";
      if (source < 2) (source == 0 ? known : perhaps).push_back(&tie.dates[i]);
    }
    const Day first = to_day({2014, 1, 3}) + static_cast<int>(chance() % 4);
    const Day last = first + 1 + static_cast<int>(chance() % 3);
    const std::string window = format_day(first) + "/" + format_day(last);
    SCOPED_TRACE("seed " + std::to_string(seed) + " " + window + "\n" + lines);
    const Graph graph = test::graph_of(lines);
    Verdict found = Verdict::no;
    bool published = false;
    for (const SelectedRelation& row :
         graph.facts({.throughout = window, .known_at = "2010", .types = {"member_of"}})
             .relations) {
      found = found | row.verdict;
      published = published || row.why == Why::published;
    }
    const auto lasts = [&](const WorldOfEach& worlds) { return holds_on_all(worlds, first, last); };
    const Verdict expected = whatever_is_known(known, perhaps, lasts);
    ASSERT_EQ(found, expected);
    std::vector<const SmallDate*> all = known;
    all.insert(all.end(), perhaps.begin(), perhaps.end());
    if (all.empty() || found != Verdict::maybe) continue;
    if (in_all_worlds(all, lasts) != Verdict::yes) continue;
    ++doubtful;
    ASSERT_TRUE(published);
  }
  EXPECT_GT(doubtful, 5U) << "the cases are of use";
}

TEST(SpellProperty, IsQualifiedWhereDoubtfulDatesDecide) {
  std::size_t doubtful = 0;
  for (std::uint32_t seed = 0; seed < cases; ++seed) {
    std::mt19937 chance(seed);
    Tie tie = random_tie(chance);
    std::vector<const SmallDate*> firm;
    std::string lines = "country a\norganisation o\n";
    for (std::size_t i = 0; i < tie.dates.size(); ++i) {
      std::string& text = tie.dates[i].text;
      const bool doubted = chance() % 3 == 0 && text.find("..") == std::string::npos &&
                           text.front() != '/' && text.back() != '/';
      if (doubted)
        text = text.substr(0, text.find('/')) + "?" + text.substr(text.find('/')) + "?";
      else
        firm.push_back(&tie.dates[i]);
      lines += "r" + std::to_string(i) + ": a member_of o when=" + text + "\n";
    }
    const Day first = to_day({2014, 1, 3}) + static_cast<int>(chance() % 4);
    const Day last = first + 1 + static_cast<int>(chance() % 3);
    const std::string window = format_day(first) + "/" + format_day(last);
    SCOPED_TRACE("seed " + std::to_string(seed) + " " + window + "\n" + lines);
    const auto lasts = [&](const WorldOfEach& worlds) { return holds_on_all(worlds, first, last); };
    const Verdict without = firm.empty() ? Verdict::no : in_all_worlds(firm, lasts);
    const Graph graph = test::graph_of(lines);
    for (const SelectedRelation& row : graph.facts({.throughout = window}).relations) {
      if (row.verdict != Verdict::yes || without == Verdict::yes) continue;
      ++doubtful;
      ASSERT_TRUE(row.qualified) << graph.id(row.relation);
    }
  }
  EXPECT_GT(doubtful, 5U) << "the cases are of use";
}

}  // namespace
}  // namespace entente
