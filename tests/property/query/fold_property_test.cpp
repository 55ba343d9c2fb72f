// Folded ties, and what two have in common, against every world of a small calendar.

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/network/network.hpp>
#include <entente/query/common.hpp>
#include <entente/time/day.hpp>

#include "random_tie.hpp"
#include "small_calendar.hpp"
#include "support/graph_of.hpp"

namespace entente {
namespace {

using testing_support::World;
using verify::cases;
using verify::holds_on_all;
using verify::in_all_worlds;
using verify::Shapes;
using verify::SmallDate;
using verify::WorldOfEach;

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
        expected = expected | in_all_worlds({&a, &b}, [](const WorldOfEach& worlds) {
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
        expected = expected | in_all_worlds({&a, &b}, [&](WorldOfEach worlds) {
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
      return in_all_worlds(all, [&](const WorldOfEach& worlds) {
        const World& b = *worlds.back();
        const WorldOfEach mine(worlds.begin(), worlds.end() - 1);
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
