// Ties of which accounts differ, by their definition.

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/query/spells.hpp>
#include <entente/time/day.hpp>

#include "small_calendar.hpp"
#include "support/graph_of.hpp"

namespace entente {
namespace {

using verify::cases;
using verify::Shapes;

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

}  // namespace
}  // namespace entente
