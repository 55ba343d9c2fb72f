// The best choice among parallel relations against every choice in every world of a small calendar.

#include <algorithm>
#include <limits>
#include <random>
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

/// The fewest and the most days that a choice is together.
struct Together {
  std::size_t least = std::numeric_limits<std::size_t>::max();
  std::size_t most = 0;
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

TEST(SpanProperty, OfIntervalsIsTheLongestOfAllChoices) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    std::mt19937 chance(seed);
    const Case one = random_case(chance, Shapes::limited_intervals);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + one.lines);
    const Graph graph = test::graph_of(one.lines);
    const BestChoice best = best_choice(graph, one.ids(graph));
    Together expected{0, 0};
    for (const auto& choice : choices_of(one)) {
      const Together days = together(one, choice);
      if (std::pair(days.least, days.most) > std::pair(expected.least, expected.most))
        expected = days;
    }
    ASSERT_EQ(best.span.has_value(), expected.most > 0);
    if (!best.span) continue;
    const Together found = together(one, chosen(one, graph, best));
    ASSERT_EQ(best.span->verdict, expected.least > 0 ? Verdict::yes : Verdict::maybe);
    ASSERT_EQ(found.least, expected.least);
    ASSERT_EQ(found.most, expected.most);
  }
}

TEST(SpanProperty, OfAnyDatesIsNeverWrong) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    std::mt19937 chance(seed);
    const Case one = random_case(chance, Shapes::any);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + one.lines);
    const Graph graph = test::graph_of(one.lines);
    const BestChoice best = best_choice(graph, one.ids(graph));
    Verdict expected = Verdict::no;
    bool one_of = false;  // only of dates with several worlds a maybe may be more
    for (const auto& choice : choices_of(one))
      expected = expected | in_all_worlds(dates_of(one, choice), [](const Worlds& worlds) {
                   return common_days(worlds) > 0;
                 });
    for (const auto& leg : one.legs)
      for (const SmallDate& date : leg)
        one_of = one_of || (date.reading == Reading::instant && date.worlds.size() > 1);
    ASSERT_EQ(best.span.has_value(), expected != Verdict::no);
    if (!best.span) continue;
    if (best.span->verdict == Verdict::yes || !one_of) {
      ASSERT_EQ(best.span->verdict, expected);
    }
    const Verdict of_chosen =
        in_all_worlds(dates_of(one, chosen(one, graph, best)),
                      [](const Worlds& worlds) { return common_days(worlds) > 0; });
    ASSERT_GE(of_chosen, best.span->verdict);
  }
}

}  // namespace
}  // namespace entente
