// Queries under a period against the selection of that period.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/query/pattern.hpp>

#include "dated_graph.hpp"
#include "support/seed.hpp"

namespace {

using entente::Graph;
using entente::Selection;
using entente::Verdict;
using entente::query::prepare;
using entente::query::Result;
using entente::query::RunOptions;
using entente::query::Source;
using entente::testing_support::Chance;
using entente::verify::Period;
using entente::verify::random_dated_graph;
using entente::verify::random_period;
using entente::verify::Rows;
using entente::verify::rows_of;

using Kept = std::map<entente::RelationId, Verdict>;

Kept kept_by(const Graph& graph, const Selection& selection) {
  Kept kept;
  for (const auto& row : graph.facts(selection).relations) kept[row.relation] = row.verdict;
  return kept;
}

// Two directed hops of what is kept, by hand.
Rows two_hops(const Graph& graph, const Kept& kept) {
  Rows rows;
  const auto ends = [&](entente::RelationId relation) {
    std::vector<std::pair<entente::EntityId, entente::EntityId>> ways = {
        {graph.from(relation), graph.to(relation)}};
    if (graph.type(relation).symmetry == entente::Symmetry::symmetric)
      ways.emplace_back(graph.to(relation), graph.from(relation));
    return ways;
  };
  for (const auto& [r, of_r] : kept)
    for (const auto& [s, of_s] : kept) {
      if (r == s) continue;
      for (const auto& [r_from, r_to] : ends(r))
        for (const auto& [s_from, s_to] : ends(s))
          if (r_to == s_from)
            rows.emplace(std::vector{std::string(graph.id(r)), std::string(graph.id(s))},
                         of_r == Verdict::yes && of_s == Verdict::yes);
    }
  return rows;
}

Rows two_hops(const Graph& graph, const Selection& selection) {
  return two_hops(graph, kept_by(graph, selection));
}

// What both keep, as surely as the less sure of them.
Kept kept_by_both(const Kept& a, const Kept& b) {
  Kept kept;
  for (const auto& [relation, verdict] : a)
    if (const auto other = b.find(relation); other != b.end())
      kept[relation] = std::min(verdict, other->second);
  return kept;
}

TEST(PatternPeriod, AsksForAllOfSeveralOfOneKind) {
  Chance chance;
  std::size_t found = 0;
  for (int i = 0; i < 150; ++i) {
    const Graph graph = random_dated_graph(chance);
    const Period first = random_period(chance);
    Period second = random_period(chance);
    while (second.clause.substr(0, 2) != first.clause.substr(0, 2)) second = random_period(chance);
    const std::string both = first.clause + " " + second.clause;
    const std::string pattern = "MATCH (a)-[r]->(b)-[s]->(c) ";
    const Rows expected = two_hops(
        graph, kept_by_both(kept_by(graph, first.selection), kept_by(graph, second.selection)));
    found += expected.size();
    EXPECT_EQ(rows_of(prepare(graph, pattern + both + " RETURN r.id, s.id").run()), expected)
        << chance.name() << " " << both;
    EXPECT_EQ(rows_of(prepare(graph, both + " " + pattern + "RETURN r.id, s.id").run()), expected)
        << chance.name() << " " << both;
  }
  EXPECT_GT(found, 50u) << "the cases are of use";
}

TEST(PatternPeriod, AsksWhatTheSelectionOfThatPeriodKeeps) {
  Chance chance;
  for (int i = 0; i < 150; ++i) {
    const Graph graph = random_dated_graph(chance);
    const Period period = random_period(chance);
    const std::string query = "MATCH (a)-[r]->(b)-[s]->(c) " + period.clause + " RETURN r.id, s.id";
    EXPECT_EQ(rows_of(prepare(graph, query).run()), two_hops(graph, period.selection))
        << chance.name() << " " << query;
    const std::string plain = "MATCH (a)-[r]->(b)-[s]->(c) RETURN r.id, s.id";
    RunOptions options;
    options.selection = period.selection;
    EXPECT_EQ(rows_of(prepare(graph, plain).run({}, options)), two_hops(graph, period.selection))
        << chance.name() << " " << period.clause;
    EXPECT_EQ(rows_of(prepare(graph, period.clause + " " + plain).run()),
              two_hops(graph, period.selection));
  }
}

TEST(PatternPeriod, FindsTheSameRowsWrittenAsConditions) {
  Chance chance;
  const auto ids = [](const Result& result) {
    std::multiset<std::vector<std::string>> rows;
    for (const auto& [row, is_certain] : rows_of(result)) rows.insert(row);
    return rows;
  };
  for (int i = 0; i < 100; ++i) {
    const Graph graph = random_dated_graph(chance);
    const Period period = random_period(chance);
    const std::string certainly = chance.one_in(2) ? " CERTAINLY" : "";
    const auto with_period = prepare(graph, "MATCH (a)-[r]->(b)-[s:assists]->(c) " + period.clause +
                                                certainly + " RETURN r.id, s.id");
    const std::string rewritten = with_period.rewritten();
    EXPECT_EQ(rewritten.find(" OF "), std::string::npos);
    EXPECT_EQ(ids(with_period.run()), ids(prepare(graph, rewritten).run()))
        << chance.name() << " " << rewritten;
  }
}

TEST(PatternPeriod, CountsOnlyWhatIsCertainWhereThatIsAsked) {
  Chance chance;
  for (int i = 0; i < 100; ++i) {
    const Graph graph = random_dated_graph(chance);
    const Period period = random_period(chance);
    const auto facts = graph.facts(period.selection);
    const Result all =
        prepare(graph, "MATCH ()-[r:assists]->() " + period.clause + " RETURN count(*)").run();
    const Result certain =
        prepare(graph, "MATCH ()-[r:assists]->() " + period.clause + " CERTAINLY RETURN count(*)")
            .run();
    std::int64_t kept = 0;
    std::int64_t sure = 0;
    for (const auto& row : facts.relations) {
      if (graph.type(row.relation).id != "assists") continue;
      ++kept;
      sure += row.verdict == Verdict::yes ? 1 : 0;
    }
    EXPECT_EQ(*all.rows[0][0].integer(), kept);
    EXPECT_EQ(*certain.rows[0][0].integer(), sure);
    // A count from which something possible is left out is itself no more than possible.
    EXPECT_EQ(all.certainty[0].verdict == Verdict::yes, kept == sure);
    EXPECT_EQ(certain.certainty[0].verdict == Verdict::yes, kept == sure);
  }
}

}  // namespace
