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

/// What several records of one leg make together, if they touch whatever their unknown days: none
/// where one of them is attested on single days only, or not a state.
std::optional<SmallDate> joined(const std::vector<const SmallDate*>& parts) {
  for (const SmallDate* part : parts)
    if (part->reading != Reading::interval || part->text.find('/') == std::string::npos)
      return std::nullopt;
  std::set<testing_support::World> unions;
  const Verdict touch = in_all_worlds(parts, [&](const Worlds& worlds) {
    testing_support::World all;
    for (const auto* world : worlds) all.insert(world->begin(), world->end());
    unions.insert(std::move(all));
    return verify::is_one_stretch(worlds);
  });
  if (touch != Verdict::yes) return std::nullopt;
  return SmallDate{"joined", {unions.begin(), unions.end()}, Reading::interval};
}

/// The same legs with what their records make together beside these.
Case with_joined(Case one) {
  for (auto& leg : one.legs) {
    const std::size_t count = leg.size();
    std::vector<SmallDate> more;
    for (std::size_t set = 0; set < std::size_t{1} << count; ++set) {
      std::vector<const SmallDate*> parts;
      for (std::size_t i = 0; i < count; ++i)
        if ((set >> i & 1U) != 0) parts.push_back(&leg[i]);
      if (parts.size() < 2) continue;
      if (auto whole = joined(parts)) more.push_back(std::move(*whole));
    }
    leg.insert(leg.end(), more.begin(), more.end());
  }
  return one;
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
      ASSERT_EQ(together(one, chosen(one, graph, best)), expected);
      continue;
    }
    ++of_joined;
    // Its ends are as written, the latest start and the earliest end.
    const Bounds bounds = best.span->when.bounds(Reading::interval);
    ASSERT_GE(bounds.end_max - bounds.start_min + 1, static_cast<int>(expected.least));
  }
  EXPECT_GT(of_joined, 10);
}

TEST(SpanProperty, OfAnyDatesIsNeverWrong) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    std::mt19937 chance(seed);
    const Case one = random_case(chance, Shapes::any);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + one.lines);
    const Graph graph = test::graph_of(one.lines);
    const BestChoice best = best_choice(graph, one.ids(graph));
    const Verdict expected = expected_of(with_joined(one));
    bool one_of = false;  // only of dates with several worlds a maybe may be more
    for (const auto& leg : one.legs)
      for (const SmallDate& date : leg)
        one_of = one_of || (date.reading == Reading::instant && date.worlds.size() > 1);
    ASSERT_EQ(best.span.has_value(), expected != Verdict::no);
    if (!best.span) continue;
    if (best.span->verdict == Verdict::yes || !one_of) {
      ASSERT_EQ(best.span->verdict, expected);
    }
    const auto shown = dates_of(one, chosen(one, graph, best));
    const auto meet = [](const Worlds& worlds) { return common_days(worlds) > 0; };
    const Verdict least = expected_of(one) == expected ? best.span->verdict : Verdict::maybe;
    ASSERT_GE(in_all_worlds(shown, meet), least);
  }
}

}  // namespace
}  // namespace entente
