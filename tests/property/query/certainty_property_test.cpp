// Aggregates against the rows that they are of: what is counted, and whether that is certain.

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/query/pattern.hpp>

#include "dated_graph.hpp"
#include "support/seed.hpp"

namespace {

using entente::Graph;
using entente::Verdict;
using entente::query::prepare;
using entente::query::Result;
using entente::testing_support::Chance;
using entente::verify::Period;
using entente::verify::random_dated_graph;
using entente::verify::random_period;

std::string chosen(Chance& chance, const std::vector<std::string>& words) {
  return words[static_cast<std::size_t>(chance.number(0, static_cast<int>(words.size()) - 1))];
}

struct Counted {
  std::int64_t certain = 0;
  std::int64_t possible = 0;

  [[nodiscard]] bool is_certain() const { return possible == 0; }
};

using Groups = std::map<std::string, Counted>;

// The rows that have each value in their only column.
Groups groups_of(const Result& rows) {
  Groups groups;
  for (std::size_t i = 0; i < rows.rows.size(); ++i) {
    Counted& group = groups[*rows.rows[i][0].text()];
    ++(rows.certainty[i].verdict == Verdict::yes ? group.certain : group.possible);
  }
  return groups;
}

// "key count certain", sorted by the key.
std::vector<std::string> lines_of(const Result& result) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < result.rows.size(); ++i)
    lines.push_back(*result.rows[i][0].text() + " " + std::to_string(*result.rows[i][1].integer()) +
                    (result.certainty[i].verdict == Verdict::yes ? " certain" : " possible"));
  return lines;
}

std::string line(const std::string& key, std::int64_t count, bool is_certain) {
  return key + " " + std::to_string(count) + (is_certain ? " certain" : " possible");
}

struct Asked {
  std::string pattern;
  std::string period;
  std::string where;

  [[nodiscard]] std::string match(const std::string& certainly) const {
    return "MATCH " + pattern + " " + period + certainly + where;
  }
};

Asked random_asked(Chance& chance) {
  const Period period = random_period(chance);
  Asked asked;
  asked.pattern = chosen(
      chance, {"(a)-[r]->(b)", "(a)-[r:assists]->(b)", "(a)-[r]->(b)--(c)", "(a)-[r]-{1,2}(b)"});
  asked.period = period.clause;
  const std::string negated = " WHERE NOT EXISTS { (b)-[:assists]->() " + period.clause + " }";
  asked.where = chance.one_in(3)   ? negated
                : chance.one_in(2) ? " WHERE a.id < b.id"
                                   : std::string();
  return asked;
}

TEST(Certainty, OfAGroupIsThatOfAllRowsInItAndOfThoseLeftOut) {
  Chance chance;
  std::size_t beside_possible = 0;
  for (int i = 0; i < 200; ++i) {
    const Graph graph = random_dated_graph(chance);
    const Asked asked = random_asked(chance);
    const std::string key = chosen(chance, {"a.id", "b.id", "'all'"});
    const Groups groups = groups_of(prepare(graph, asked.match("") + " RETURN " + key).run());
    const std::string behind = chance.one_in(3) ? " RETURN " + key + ", count(*) ORDER BY " + key
                               : chance.one_in(2)
                                   ? " WITH " + key + " AS k, count(*) AS n RETURN k, n ORDER BY k"
                                   : " WITH a, b RETURN " + key + " AS k, count(*) ORDER BY k";
    std::vector<std::string> all;
    std::vector<std::string> certain;
    bool some_possible = false;
    for (const auto& [name, rows] : groups) some_possible |= !rows.is_certain();
    for (const auto& [name, rows] : groups) {
      all.push_back(line(name, rows.certain + rows.possible, rows.is_certain()));
      if (rows.certain > 0) certain.push_back(line(name, rows.certain, rows.is_certain()));
      beside_possible += some_possible && rows.is_certain() ? 1 : 0;
    }
    EXPECT_EQ(lines_of(prepare(graph, asked.match("") + behind).run()), all)
        << chance.name() << " " << asked.match("") << behind;
    EXPECT_EQ(lines_of(prepare(graph, asked.match(" CERTAINLY") + behind).run()), certain)
        << chance.name() << " " << asked.match(" CERTAINLY") << behind;
  }
  EXPECT_GT(beside_possible, 5U) << "the cases are of use";
}

// Without a key there is one group, though nothing is in it.
TEST(Certainty, OfACountOfAllIsThatOfAllRows) {
  Chance chance;
  for (int i = 0; i < 200; ++i) {
    const Graph graph = random_dated_graph(chance);
    const Asked asked = random_asked(chance);
    const Groups groups = groups_of(prepare(graph, asked.match("") + " RETURN 'all'").run());
    const Counted all = groups.empty() ? Counted{} : groups.begin()->second;
    const std::string query = asked.match(" CERTAINLY") + " RETURN count(*)";
    const Result result = prepare(graph, query).run();
    ASSERT_EQ(result.rows.size(), 1U);
    EXPECT_EQ(*result.rows[0][0].integer(), all.certain) << chance.name() << " " << query;
    EXPECT_EQ(result.certainty[0].verdict == Verdict::yes, all.is_certain())
        << chance.name() << " " << query;
  }
}

// What is there once is certain if some row that says it is.
TEST(Certainty, OfACountOfDifferentOnesIsThatOfTheOnesWithoutACertainRow) {
  Chance chance;
  for (int i = 0; i < 200; ++i) {
    const Graph graph = random_dated_graph(chance);
    const Asked asked = random_asked(chance);
    const Groups groups = groups_of(prepare(graph, asked.match("") + " RETURN a.id").run());
    std::int64_t certain = 0;
    bool is_certain = true;
    for (const auto& [name, rows] : groups) {
      certain += rows.certain > 0 ? 1 : 0;
      is_certain = is_certain && rows.certain > 0;
    }
    const std::string query = asked.match(" CERTAINLY") + " WITH DISTINCT a RETURN count(a)";
    const Result result = prepare(graph, query).run();
    EXPECT_EQ(*result.rows[0][0].integer(), certain) << chance.name() << " " << query;
    EXPECT_EQ(result.certainty[0].verdict == Verdict::yes, is_certain)
        << chance.name() << " " << query;
  }
}

}  // namespace
