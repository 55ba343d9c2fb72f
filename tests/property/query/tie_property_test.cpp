// Spells, folds and differences against every world of a small calendar.

#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/network/network.hpp>
#include <entente/query/common.hpp>
#include <entente/query/difference.hpp>
#include <entente/query/spells.hpp>
#include <entente/time/day.hpp>

#include "small_calendar.hpp"
#include "support/graph_of.hpp"

namespace entente {
namespace {

using testing_support::World;
using verify::in_all_worlds;
using verify::Shapes;
using verify::SmallDate;
using Worlds = std::vector<const World*>;

constexpr std::uint32_t cases = 300;

/// One tie told by several records.
struct Tie {
  std::vector<SmallDate> dates;
  std::string lines = "country a\norganisation o\n";
};

Tie random_tie(std::mt19937& chance) {
  Tie tie;
  const std::size_t records = 1 + chance() % 3;
  for (std::size_t i = 0; i < records; ++i) {
    tie.dates.push_back(verify::random_date(chance, Shapes::intervals));
    tie.lines += "r" + std::to_string(i) + ": a member_of o when=" + tie.dates.back().text + "\n";
  }
  return tie;
}

std::vector<const SmallDate*> dates_of(const Tie& tie, const std::vector<RelationId>& relations) {
  std::vector<const SmallDate*> dates;
  for (const RelationId relation : relations) dates.push_back(&tie.dates[index(relation)]);
  return dates;
}

std::vector<RelationId> all_of(const Graph& graph) {
  std::vector<RelationId> relations;
  for (std::uint32_t i = 0; i < graph.relation_count(); ++i) relations.push_back(RelationId{i});
  return relations;
}

bool holds_on_all(const Worlds& worlds, Day first, Day last) {
  for (Day day = first; day <= last; ++day)
    if (std::none_of(worlds.begin(), worlds.end(),
                     [&](const World* w) { return w->contains(day); }))
      return false;
  return true;
}

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
    const Verdict expected = in_all_worlds(dates_of(tie, all_of(graph)), [&](const Worlds& worlds) {
      return holds_on_all(worlds, first, last);
    });
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
    const auto lasts = [&](const Worlds& worlds) { return holds_on_all(worlds, first, last); };
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
    const auto lasts = [&](const Worlds& worlds) { return holds_on_all(worlds, first, last); };
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

// By the definition, over all records of the graph: whether few are asked about, which looks at
// their ends alone, or all.
std::vector<RelationId> differing_by_definition(const Graph& graph,
                                                const std::vector<RelationId>& asked,
                                                const Selection& selection) {
  Selection ever = selection;
  ever.as_of.clear();
  ever.throughout.clear();
  std::vector<RelationId> records;
  for (const SelectedRelation& row : graph.facts(ever).relations) records.push_back(row.relation);
  std::vector<RelationId> differing;
  for (const Spell& spell : spells(graph, records, selection)) {
    const auto kept = std::count_if(
        spell.relations.begin(), spell.relations.end(),
        [&](RelationId one) { return std::find(asked.begin(), asked.end(), one) != asked.end(); });
    const bool all = static_cast<std::size_t>(kept) == spell.relations.size();
    if (spell.accounts == Accounts::differ && kept > 0 && (!all || !selection.throughout.empty()))
      differing.insert(differing.end(), spell.relations.begin(), spell.relations.end());
  }
  std::sort(differing.begin(), differing.end());
  return differing;
}

TEST(DifferingAccounts, AreThoseOfTheWholeGraphHoweverFewAreAskedAbout) {
  std::size_t found = 0;
  for (std::uint32_t seed = 0; seed < cases / 2; ++seed) {
    std::mt19937 chance(seed);
    std::string lines;
    for (int i = 0; i < 6; ++i) lines += "country c" + std::to_string(i) + "\n";
    lines += "organisation o\norganisation q\n";
    for (int i = 0; i < 40; ++i) {
      const bool allied = chance() % 3 == 0;
      lines += "r" + std::to_string(10 + i) + ": c" + std::to_string(chance() % 6) +
               (allied ? " allied_with c" + std::to_string(chance() % 6)
                       : std::string(" member_of ") + (chance() % 2 == 0 ? "o" : "q")) +
               " when=" + verify::random_date(chance, Shapes::intervals).text + "\n";
    }
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + lines);
    const Graph graph = test::graph_of(lines);
    const Day first = to_day({2014, 1, 3}) + static_cast<int>(chance() % 4);
    Selection selection;
    if (chance() % 2 == 0)
      selection.as_of = format_day(first);
    else
      selection.throughout = format_day(first) + "/" + format_day(first + 2);
    std::vector<RelationId> kept;
    for (const SelectedRelation& row : graph.facts(selection).relations)
      kept.push_back(row.relation);
    for (const std::size_t wanted : {std::size_t{1}, std::size_t{3}, kept.size()}) {
      std::shuffle(kept.begin(), kept.end(), chance);
      const std::vector<RelationId> asked(
          kept.begin(), kept.begin() + static_cast<std::ptrdiff_t>(std::min(wanted, kept.size())));
      const auto differing = differing_accounts(graph, asked, selection);
      ASSERT_EQ(differing, differing_by_definition(graph, asked, selection));
      found += differing.size();
    }
  }
  EXPECT_GT(found, 100U) << "the cases are of use";
}

/// The records that are one stretch in some world, two by two, and through each other.
std::vector<std::vector<RelationId>> possibly_one(const Tie& tie,
                                                  const std::vector<RelationId>& records) {
  std::vector<std::vector<RelationId>> sets;
  for (const RelationId record : records) {
    std::vector<RelationId> joined = {record};
    const auto touches = [&](RelationId other) {
      return in_all_worlds(dates_of(tie, {record, other}), verify::is_one_stretch) != Verdict::no;
    };
    std::erase_if(sets, [&](const std::vector<RelationId>& set) {
      if (std::none_of(set.begin(), set.end(), touches)) return false;
      joined.insert(joined.end(), set.begin(), set.end());
      return true;
    });
    sets.push_back(std::move(joined));
  }
  return sets;
}

TEST(DifferenceProperty, IsOfTheWorldsOfWhatMayBeOneTie) {
  for (std::uint32_t seed = 0; seed < cases; ++seed) {
    std::mt19937 chance(seed);
    const Tie tie = random_tie(chance);
    const Day first = to_day({2014, 1, 2}) + static_cast<int>(chance() % 4);
    const Day second = first + 1 + static_cast<int>(chance() % 4);
    SCOPED_TRACE("seed " + std::to_string(seed) + " " + format_day(first) + " " +
                 format_day(second) + "\n" + tie.lines);
    const Graph graph = test::graph_of(tie.lines);
    std::vector<std::string> expected;
    for (const std::vector<RelationId>& records : possibly_one(tie, all_of(graph))) {
      const auto on = [&](Day day) {
        return in_all_worlds(dates_of(tie, records),
                             [&](const Worlds& worlds) { return holds_on_all(worlds, day, day); });
      };
      const Verdict v1 = on(first);
      const Verdict v2 = on(second);
      if (v1 == Verdict::no && v2 == Verdict::no) continue;
      const std::string what = v1 == Verdict::no   ? "appeared"
                               : v2 == Verdict::no ? "ended"
                                                   : "persisted";
      const Verdict verdict = v1 == Verdict::no ? v2 : v2 == Verdict::no ? v1 : v1 & v2;
      expected.push_back(what + " " + std::string(to_string(verdict)));
    }
    const Difference difference = entente::difference(graph, format_day(first), format_day(second));
    std::vector<std::string> found;
    const auto add = [&](const std::string& what, const std::vector<SelectedRelation>& rows) {
      for (const SelectedRelation& row : rows)
        found.push_back(what + " " + std::string(to_string(row.verdict)));
    };
    add("appeared", difference.appeared);
    add("ended", difference.ended);
    add("persisted", difference.persisted);
    std::sort(expected.begin(), expected.end());
    std::sort(found.begin(), found.end());
    ASSERT_EQ(found, expected);
  }
}

/// Two with relations to one hub.
TEST(FoldProperty, HoldsWhereTheTwoHoldTogether) {
  for (std::uint32_t seed = 0; seed < cases; ++seed) {
    std::mt19937 chance(seed);
    std::vector<SmallDate> dates[2];
    std::string lines = "country a\ncountry b\nagreement hub\n";
    for (std::size_t end = 0; end < 2; ++end)
      for (std::size_t i = 0; i <= chance() % 2; ++i) {
        dates[end].push_back(verify::random_date(chance, Shapes::intervals));
        lines += std::string(end == 0 ? "a" : "b") +
                 " party_to hub when=" + dates[end].back().text + "\n";
      }
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + lines);
    for (auto& of_end : dates) verify::add_joined(of_end);
    Verdict expected = Verdict::no;
    for (const SmallDate& a : dates[0])
      for (const SmallDate& b : dates[1])
        expected = expected | in_all_worlds({&a, &b}, [](const Worlds& worlds) {
                     return verify::common_days(worlds) > 0;
                   });
    const Graph graph = test::graph_of(lines);
    const Network folded = graph.select({}, {.over = {"agreement"}});
    ASSERT_EQ(folded.edge_count(), expected == Verdict::no ? 0U : 1U);
    if (expected != Verdict::no) {
      ASSERT_EQ(folded.verdict(EdgeIndex(0)), expected);
    }
    const std::vector<EntityId> both = {graph.entity("a").value(), graph.entity("b").value()};
    const auto shared = common(graph, both);
    ASSERT_EQ(shared.empty(), expected == Verdict::no);
    if (!shared.empty()) {
      ASSERT_EQ(shared.front().verdict, expected);
      ASSERT_EQ(shared.front().span->verdict, expected);
    }
  }
}

/// Acts and states at one place, under a window or none, against every world.
TEST(FoldProperty, OfAnyDatesIsExact) {
  for (std::uint32_t seed = 0; seed < 3 * cases; ++seed) {
    std::mt19937 chance(seed);
    std::vector<SmallDate> dates[2];
    std::string lines = "person a\nperson b\norganisation hub\n";
    for (std::size_t end = 0; end < 2; ++end)
      for (std::size_t i = 0; i <= chance() % 2; ++i) {
        dates[end].push_back(verify::random_date(chance, Shapes::any));
        const SmallDate& date = dates[end].back();
        lines += std::string(end == 0 ? "a" : "b") +
                 (date.reading == Reading::instant ? " visited" : " member_of") +
                 " hub when=" + date.text + "\n";
      }
    const Day first = to_day({2014, 1, 2}) + static_cast<int>(chance() % 8);
    const Day last = first + static_cast<int>(chance() % 4);
    const bool asked = chance() % 3 != 0;
    Selection selection;
    if (asked) selection.during = format_day(first) + "/" + format_day(last);
    SCOPED_TRACE("seed " + std::to_string(seed) + " " + selection.during + "\n" + lines);
    testing_support::World window;
    for (Day day = first; day <= last; ++day) window.insert(day);
    Verdict expected = Verdict::no;
    for (auto& of_end : dates) verify::add_joined(of_end);
    for (const SmallDate& a : dates[0])
      for (const SmallDate& b : dates[1])
        expected = expected | in_all_worlds({&a, &b}, [&](Worlds worlds) {
                     if (asked) worlds.push_back(&window);
                     return verify::common_days(worlds) > 0;
                   });
    const Graph graph = test::graph_of(lines);
    const Network folded = graph.select(selection, {.over = {"organisation"}});
    ASSERT_EQ(folded.edge_count(), expected == Verdict::no ? 0U : 1U);
    if (expected != Verdict::no) {
      ASSERT_EQ(folded.verdict(EdgeIndex(0)), expected);
    }
    const std::vector<EntityId> both = {graph.entity("a").value(), graph.entity("b").value()};
    const auto shared = common(graph, both, selection);
    ASSERT_EQ(shared.empty(), expected == Verdict::no);
    if (shared.empty()) continue;
    ASSERT_EQ(shared.front().verdict, expected);
    ASSERT_EQ(shared.front().why == Why::none, expected == Verdict::yes);
    if (!asked) {
      ASSERT_EQ(shared.front().span->verdict, expected);
    }
  }
}

/// Two members of which the first's dates are told by several accounts of one record, throughout a
/// period or at any time.
TEST(FoldProperty, TakesTheAccountsOfARecordTogether) {
  std::size_t together = 0;
  for (std::uint32_t seed = 0; seed < 2 * cases; ++seed) {
    std::mt19937 chance(seed);
    std::vector<SmallDate> accounts;
    std::string lines = "country a\ncountry b\norganisation hub\ndocument d\n";
    const std::size_t count = 2 + chance() % 2;
    for (std::size_t i = 0; i < count; ++i)
      accounts.push_back(verify::random_date(chance, Shapes::limited_intervals));
    lines += "r: a member_of hub when=" + accounts.front().text;
    for (std::size_t i = 1; i < accounts.size(); ++i) lines += " by=d~" + accounts[i].text;
    SmallDate other = verify::random_date(chance, Shapes::limited_intervals);
    if (chance() % 2 == 0)
      other = {"2014-01-02/2014-01-09",
               {testing_support::days(to_day({2014, 1, 2}), to_day({2014, 1, 9}))},
               Reading::interval};
    lines += "\nq: b member_of hub when=" + other.text + "\n";
    const Day first = to_day({2014, 1, 3}) + static_cast<int>(chance() % 4);
    const Day last = first + 1 + static_cast<int>(chance() % 3);
    Selection selection;
    if (chance() % 4 != 0) selection.throughout = format_day(first) + "/" + format_day(last);
    SCOPED_TRACE("seed " + std::to_string(seed) + " " + selection.throughout + "\n" + lines);
    const auto holds = [&](const std::vector<const SmallDate*>& a) {
      std::vector<const SmallDate*> all = a;
      all.push_back(&other);
      return in_all_worlds(all, [&](const Worlds& worlds) {
        const World& b = *worlds.back();
        const Worlds mine(worlds.begin(), worlds.end() - 1);
        if (!selection.throughout.empty())
          return holds_on_all(mine, first, last) && holds_on_all({&b}, first, last);
        return std::any_of(b.begin(), b.end(),
                           [&](Day day) { return holds_on_all(mine, day, day); });
      });
    };
    Verdict expected = Verdict::no;  // of accounts that touch, and of each alone
    std::vector<SmallDate> all = accounts;
    verify::add_joined(all);
    for (const SmallDate& one : all) expected = expected | holds({&one});
    if (expected == Verdict::yes)
      together += std::none_of(accounts.begin(), accounts.end(),
                               [&](const SmallDate& one) { return holds({&one}) == Verdict::yes; });
    const Graph graph = test::graph_of(lines);
    const std::vector<EntityId> both = {graph.entity("a").value(), graph.entity("b").value()};
    const auto shared = common(graph, both, selection);
    ASSERT_EQ(shared.empty() ? Verdict::no : shared.front().verdict, expected);
    const Network folded = graph.select(selection, {.over = {"organisation"}});
    ASSERT_EQ(folded.edge_count() == 0 ? Verdict::no : folded.verdict(EdgeIndex(0)), expected);
  }
  EXPECT_GT(together, 5U) << "the cases are of use";
}

}  // namespace
}  // namespace entente
