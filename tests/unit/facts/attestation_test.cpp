// A day on which a state is attested says no less, and loosens nothing that its other dates know.

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/facts/graph.hpp>
#include <entente/query/difference.hpp>

#include "support/graph_of.hpp"

namespace entente {
namespace {

/// A conflict whose record has the first date, and a piece of evidence each of the others.
Graph conflict(const std::vector<std::string>& dates) {
  Dossier dossier;
  dossier.entities = {{"a", "country"}, {"b", "country"}, {"d", "document"}};
  Relation relation{"r", "in_conflict_with", "a", "b"};
  relation.when = When::from_text(dates.front());
  relation.evidence.push_back({"d"});
  for (std::size_t i = 1; i < dates.size(); ++i) {
    relation.evidence.push_back({"d"});
    relation.evidence.back().when = When::from_text(dates[i]);
  }
  dossier.relations.push_back(std::move(relation));
  return Graph(std::move(dossier), builtin_vocabulary());
}

std::string answer(const Graph& graph, const Selection& selection) {
  const SelectedFacts facts = graph.facts(selection);
  if (facts.relations.empty()) return "no";
  const SelectedRelation& row = facts.relations.front();
  const std::string doubt = row.qualified ? "?" : "";
  return row.verdict == Verdict::yes ? "yes" + doubt : std::string(to_string(row.why)) + doubt;
}

std::string on(const std::vector<std::string>& dates, const std::string& day) {
  return answer(conflict(dates), {.as_of = day});
}

TEST(AttestedDays, LoosenNoKnownStart) {
  EXPECT_EQ(on({"2022-02-24/", "2023"}, "1900"), "no");
  EXPECT_EQ(on({"2022-02-24/", "2023"}, "2022-06-01"), "yes") << "it held from then to 2023";
  EXPECT_EQ(on({"2022-02-24/", "2023"}, "2023-06-01"), "no-end-reported");
  EXPECT_EQ(on({"2022-02-24/", "2023"}, "2030"), "no-end-reported");
  EXPECT_EQ(on({"2023", "2022-02-24/"}, "1900"), "no") << "whichever of them is the record's";
  EXPECT_EQ(on({"2022-02-24/..", "2023"}, "2030"), "yes");
}

TEST(AttestedDays, LoosenNoKnownEnd) {
  EXPECT_EQ(on({"/2014", "2012-05-06"}, "2015"), "no");
  EXPECT_EQ(on({"/2014", "2012-05-06"}, "1900"), "no-start-reported");
  EXPECT_EQ(on({"2010/2014", "2012-05-06"}, "2014-06-01"), "imprecise");
}

TEST(AttestedDays, ApartFromTheStateMayBeAnotherSpell) {
  EXPECT_EQ(on({"2010/2012", "2015"}, "2015"), "yes");
  EXPECT_EQ(on({"2010/2012", "2015"}, "2014"), "witness");
  EXPECT_EQ(on({"2010/2012", "2015"}, "2020"), "witness");
  EXPECT_EQ(on({"2010/2012", "2015"}, "1900"), "no");
  EXPECT_EQ(on({"2010/2012", "2005"}, "2020"), "no");
  EXPECT_EQ(on({"2010", "2015"}, "1900"), "witness") << "no date knows its start";
}

TEST(AttestedDays, ThatAreDoubtedMakeItDoubtful) {
  EXPECT_EQ(on({"2022-02-24/", "2023?"}, "2022-06-01"), "yes?");
  EXPECT_EQ(on({"2022-02-24/", "2023?"}, "1900"), "no");
  EXPECT_EQ(on({"2022-02-24~/", "2023"}, "2023"), "yes");
}

TEST(AttestedDays, CountInEveryQuestion) {
  const Graph graph = conflict({"2022-02-24/", "2023-07-11"});
  EXPECT_EQ(answer(graph, {.throughout = "2022-03-01/2023-07-11"}), "yes");
  EXPECT_EQ(answer(graph, {.throughout = "2021/2023"}), "no");
  EXPECT_EQ(answer(graph, {.during = "../2022-02-23"}), "no");
  const Difference found = difference(graph, "1900", "2023");
  EXPECT_EQ(found.appeared.size(), 1U);
  EXPECT_TRUE(found.persisted.empty());
}

/// One of all the ways in which a state may have been.
struct World {
  int start;
  int end;
};

/// Against all worlds of a few weeks that agree with the dates.
TEST(AttestedDays, LeaveWhatAllDatesAllow) {
  const Day first = to_day({1999, 12, 20});
  constexpr int days = 80;
  const auto number = [&](Day day) {
    const std::int64_t after = std::int64_t{day.count()} - first.count();
    return static_cast<int>(std::clamp<std::int64_t>(after, 0, days));
  };
  const std::vector<std::string> states = {
      "2000-01-05/",     "/2000-01-20", "2000-01-05/2000-01-20",
      "2000-01/2000-02", "2000-01/",    "[2000-01-03,2000-01-09]/2000-02"};
  const std::vector<std::string> witnesses = {"2000-01-10", "2000-01", "2000-01-05",
                                              "[2000-01-04,2000-01-20]", "2000-01-18"};
  std::mt19937 chance(7);
  int compared = 0;
  for (int round = 0; round < 60; ++round) {
    std::vector<std::string> dates = {states[chance() % states.size()]};
    for (auto i = 1 + chance() % 2; i > 0; --i)
      dates.push_back(witnesses[chance() % witnesses.size()]);
    const Bounds state = When::from_text(dates.front()).bounds(Reading::interval);
    std::vector<World> worlds;
    for (int start = number(state.start_min); start <= number(state.start_max); ++start)
      for (int end = std::max(start, number(state.end_min)); end <= number(state.end_max); ++end) {
        bool agrees = true;
        for (std::size_t i = 1; i < dates.size(); ++i) {
          const Bounds held = When::from_text(dates[i]).bounds(Reading::instant);
          agrees = agrees && start <= number(held.end_max) && end >= number(held.start_min);
        }
        if (agrees) worlds.push_back({start, end});
      }
    ASSERT_FALSE(worlds.empty());
    const Graph graph = conflict(dates);
    for (int day = 1; day < days; ++day, ++compared) {
      const auto holds = [&](const World& world) { return world.start <= day && day <= world.end; };
      const bool always = std::all_of(worlds.begin(), worlds.end(), holds);
      const bool ever = std::any_of(worlds.begin(), worlds.end(), holds);
      const SelectedFacts facts = graph.facts({.as_of = format_day(first + day)});
      const Verdict found = facts.relations.empty() ? Verdict::no : facts.relations.front().verdict;
      EXPECT_EQ(found, always ? Verdict::yes
                       : ever ? Verdict::maybe
                              : Verdict::no)
          << ::testing::PrintToString(dates) << " on " << format_day(first + day);
    }
  }
  EXPECT_GT(compared, 1000);
}

}  // namespace
}  // namespace entente
