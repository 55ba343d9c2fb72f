// Queries under a period against the selection of that period.

#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/query/pattern.hpp>

#include "support/graph_of.hpp"
#include "support/seed.hpp"

namespace {

using entente::Graph;
using entente::Selection;
using entente::Verdict;
using entente::query::prepare;
using entente::query::Result;
using entente::query::RunOptions;
using entente::query::Source;
using entente::query::Value;
using entente::testing_support::Chance;

std::string random_when(Chance& chance) {
  static const std::vector<std::string> dates = {
      "",          "2012",        "2013/..",   "2013/",           "/2014",
      "../2015",   "2012/2014",   "201X",      "2013-05/2014-02", "2014?",
      "2013/2013", "2014-06-01/", "2014~/2016"};
  return dates[static_cast<std::size_t>(chance.number(0, static_cast<int>(dates.size()) - 1))];
}

Graph random_dated_graph(Chance& chance) {
  std::string lines;
  for (const char* country : {"a", "b", "c", "d"}) {
    const std::string when = chance.one_in(4) ? random_when(chance) : "";
    lines += "country " + std::string(country) + (when.empty() ? "" : " when=" + when) + "\n";
  }
  const int ties = chance.number(1, 7);
  for (int i = 0; i < ties; ++i) {
    const std::string from(1, static_cast<char>('a' + chance.number(0, 3)));
    const std::string to(1, static_cast<char>('a' + chance.number(0, 3)));
    if (from == to) continue;
    const std::string when = random_when(chance);
    lines += from + (chance.one_in(2) ? " cooperates_with " : " assists ") + to +
             (when.empty() ? "" : " when=" + when) + "\n";
  }
  return entente::test::graph_of(lines);
}

struct Period {
  std::string clause;
  Selection selection;
};

Period random_period(Chance& chance) {
  static const std::vector<std::string> dates = {"2012", "2013-06-01", "2014", "2015-01-01",
                                                 "2013/2014"};
  const std::string date =
      dates[static_cast<std::size_t>(chance.number(0, static_cast<int>(dates.size()) - 1))];
  switch (chance.number(0, 2)) {
    case 0:
      return {"AS OF '" + (date.size() == 9 ? "2013" : date) + "'",
              {.as_of = date.size() == 9 ? "2013" : date}};
    case 1:
      return {"DURING '" + date + "'", {.during = date}};
    default:
      return {"THROUGHOUT '" + date + "'", {.throughout = date}};
  }
}

// Ids of edges, and whether a row with them is certain.
using Rows = std::multiset<std::pair<std::vector<std::string>, bool>>;

Rows rows_of(const Result& result) {
  Rows rows;
  for (std::size_t i = 0; i < result.rows.size(); ++i) {
    std::vector<std::string> ids;
    for (const Value& value : result.rows[i]) ids.push_back(*value.text());
    rows.emplace(std::move(ids), result.certainty[i].verdict == Verdict::yes);
  }
  return rows;
}

// Two directed hops of what the selection keeps, by hand.
Rows two_hops(const Graph& graph, const Selection& selection) {
  std::map<entente::RelationId, Verdict> kept;
  for (const auto& row : graph.facts(selection).relations) kept[row.relation] = row.verdict;
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
