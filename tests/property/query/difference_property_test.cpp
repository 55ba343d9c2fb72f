// Differences between days against every world of a small calendar.

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/query/difference.hpp>
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
using verify::Tie;
using verify::WorldOfEach;

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
        return in_all_worlds(dates_of(tie, records), [&](const WorldOfEach& worlds) {
          return holds_on_all(worlds, day, day);
        });
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

}  // namespace
}  // namespace entente
