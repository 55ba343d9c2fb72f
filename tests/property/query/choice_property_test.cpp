// Conditions on what only may hold, against all worlds: each tie that may hold then holds or not.

#include <cstddef>
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
using entente::Verdict;
using entente::query::prepare;
using entente::query::Result;
using entente::testing_support::Chance;

// A tie of a small dossier, asked about as of 2014.
struct Tie {
  std::string line;
  bool may_hold = false;  // else it does
};

std::vector<Tie> random_ties(Chance& chance) {
  std::vector<Tie> ties;
  const int count = chance.number(1, 7);
  std::set<std::string> once;
  for (int i = 0; i < count; ++i) {
    const std::string from(1, static_cast<char>('a' + chance.number(0, 2)));
    const std::string to(1, static_cast<char>('a' + chance.number(0, 2)));
    const std::string line = from + (chance.one_in(2) ? " assists " : " cooperates_with ") + to;
    const std::string turned = to + line.substr(1, line.size() - 2) + from;
    if (from == to || once.contains(turned) || !once.insert(line).second) continue;
    ties.push_back({line, !chance.one_in(3)});
  }
  return ties;
}

Graph graph_with(const std::vector<Tie>& ties, const std::string& when_of_possible) {
  std::string lines = "country a\ncountry b\ncountry c\n";
  for (const Tie& tie : ties) {
    const std::string when = tie.may_hold ? when_of_possible : "2013/2015";
    if (!when.empty()) lines += tie.line + " when=" + when + "\n";
  }
  return entente::test::graph_of(lines);
}

// In each world, whether a row is there.
std::map<std::string, std::size_t> rows_of_worlds(const std::vector<Tie>& ties,
                                                  const std::string& query) {
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < ties.size(); ++i)
    if (ties[i].may_hold) open.push_back(i);
  std::map<std::string, std::size_t> rows;
  for (std::size_t world = 0; world < (std::size_t{1} << open.size()); ++world) {
    std::vector<Tie> there;
    for (std::size_t i = 0, bit = 0; i < ties.size(); ++i)
      if (!ties[i].may_hold || ((world >> bit++) & 1U) != 0) there.push_back({ties[i].line, false});
    const Result result = prepare(graph_with(there, ""), query).run();
    std::set<std::string> here;
    for (const auto& row : result.rows) here.insert(*row[0].text());
    for (const std::string& row : here) ++rows[row];
  }
  for (auto& [row, count] : rows) count = count << (8 - open.size());
  return rows;
}
constexpr std::size_t all_worlds = 256;

const std::vector<std::string>& conditions() {
  static const std::vector<std::string> all = {
      "COUNT { (a)--() } = 1",
      "COUNT { (a)-[:assists]->() } = COUNT { (a)-[:cooperates_with]-() }",
      "COUNT { (a)-[:assists]->() } > COUNT { (a)<-[:assists]-() }",
      "COUNT { (a)--() } % 2 = 0",
      "1 < COUNT { (a)--() } < 3",
      "EXISTS { (a)-[:assists]->() } XOR EXISTS { (a)-[:cooperates_with]-() }",
      "EXISTS { (a)-[:assists]->() } = EXISTS { (a)<-[:assists]-() }",
      "(a)-[:assists]->() AND NOT (a)<-[:assists]-()",
      "NOT ((a)-[:assists]->() OR NOT (a)-[:cooperates_with]-())",
      "single(x IN [1, 2] WHERE COUNT { (a)--() } = x)",
      "any(x IN [(a)--(b) | b.id] WHERE x = 'b') AND size([(a)--(b) | b]) = 1",
      "[(a)-->(b) | b.id] = ['c']",
      "size([(a)--(b) WHERE NOT (b)-[:assists]->() | b]) = 1",
      "CASE WHEN EXISTS { (a)-[:assists]->() } THEN NOT (a)-[:cooperates_with]-() ELSE EXISTS { "
      "(a)<--() } END",
      "EXISTS { (a)--(b) WHERE COUNT { (b)--() } = 1 }",
      "COUNT { (a)--(b) WHERE (b)-->() XOR (a)-->() } = 1",
      "NOT EXISTS { (a)--(b) WHERE COUNT { (b)--() } = 2 }",
      "COUNT { (a)-->() } - COUNT { (a)<--() } = 0 OR COUNT { (a)--() } IN [1, 3]"};
  return all;
}

// What a query says of the rows that it keeps, and what all worlds together say.
void expect_as_in_all_worlds(Chance& chance, const std::string& query,
                             std::set<std::string>& open) {
  const std::vector<Tie> ties = random_ties(chance);
  const auto worlds = rows_of_worlds(ties, query);
  const Result result = prepare(graph_with(ties, "/2015"), query).run();
  std::map<std::string, bool> kept;
  for (std::size_t row = 0; row < result.rows.size(); ++row)
    kept[*result.rows[row][0].text()] |= result.certainty[row].verdict == Verdict::yes;
  std::string lines;
  for (const Tie& tie : ties) lines += (tie.may_hold ? "? " : "  ") + tie.line + "\n";
  const auto where = [&](const std::string& id) {
    return chance.name() + " " + id + "\n" + query + "\n" + lines;
  };
  for (const auto& [id, count] : worlds) {
    EXPECT_TRUE(kept.contains(id)) << where(id);
    if (count < all_worlds) open.insert(query);
  }
  for (const auto& [id, is_certain] : kept) {
    EXPECT_TRUE(worlds.contains(id)) << "in no world: " << where(id);
    EXPECT_TRUE(!is_certain || (worlds.contains(id) && worlds.at(id) == all_worlds)) << where(id);
  }
}

// Where a row is there in all worlds, but rests on values that differ among them, it is possible.
TEST(PatternChoices, KeepTheRowsThatSomeWorldHasAndNoOthers) {
  Chance chance;
  std::set<std::string> open;
  for (int i = 0; i < 270; ++i)
    expect_as_in_all_worlds(chance,
                            "AS OF '2014-06-01' MATCH (a:country) WHERE " +
                                conditions()[static_cast<std::size_t>(i) % conditions().size()] +
                                " RETURN a.id",
                            open);
  EXPECT_EQ(open.size(), conditions().size()) << "the cases are of use";
}

TEST(PatternChoices, AreTheSameOfOneFactWhereverItIsAskedAbout) {
  const std::vector<std::string> queries = {
      // Three contradict themselves.
      "MATCH (a:country) WHERE (a)-[:assists]->() AND NOT (a)-->() OR a.id = 'b' RETURN a.id",
      "MATCH (a)-[:assists]->(b) WHERE NOT (b)<-[:assists]-() RETURN a.id",
      "MATCH (a)-[*1..2]->(b) WHERE NOT (a)-->() RETURN a.id",
      "MATCH (a:country) WHERE EXISTS { (a)-->() } AND COUNT { (a)--() } = 1 RETURN a.id",
      "MATCH (a)-[:assists]->(b) WHERE COUNT { (a)-->() } = 1 RETURN b.id",
      "MATCH (a)--(b)--(c) WHERE NOT (a)--(c) AND COUNT { (b)--() } < 3 RETURN a.id",
      "MATCH (a:country) WITH a, COUNT { (a)--() } AS n WHERE n = 1 RETURN a.id",
      "MATCH (a:country) WITH a, COUNT { (a)-->() } AS n, COUNT { (a)<--() } AS m WHERE n = m "
      "RETURN a.id",
      "MATCH (a:country) WITH a, COUNT { (a)-->() } AS n WITH a, n + 1 AS m WHERE m = 2 RETURN "
      "a.id",
      "MATCH (a:country) WITH a, COUNT { (a)-->() } AS n ORDER BY a.id WHERE n = 1 RETURN a.id",
      "MATCH (a:country) WITH a, COUNT { (a)-->() } AS n MATCH (b {id: 'b'}) WHERE n = 1 "
      "RETURN a.id",
      "MATCH (a)-->(b) WITH a, count(*) AS n WHERE n = 1 RETURN a.id",
      "MATCH (a)-->(b) WITH a, count(DISTINCT b) AS n WHERE n = 1 RETURN a.id",
      "MATCH (a)-->(b) WITH a, collect(b.id) AS all WHERE all = ['c'] RETURN a.id",
      "MATCH (a)-->(b) WITH a, max(b.id) AS last WHERE last < 'c' RETURN a.id",
      "MATCH (a)-->(b) WITH count(*) AS n WHERE n <> 2 RETURN 'all'",
      "MATCH (a:country) WHERE EXISTS { MATCH (a)-->(b) WITH count(*) AS n WHERE n = 1 RETURN n } "
      "RETURN a.id",
      "MATCH (a:country) WHERE EXISTS { MATCH (a)-->(b) WITH b ORDER BY b.id LIMIT 1 WHERE "
      "b.id = 'c' RETURN b } RETURN a.id",
      "MATCH (a:country) WHERE EXISTS { MATCH p = ANY SHORTEST (a)-[*]->(b {id: 'b'}) WHERE "
      "length(p) = 2 } RETURN a.id"};
  Chance chance;
  std::set<std::string> open;
  for (int i = 0; i < 285; ++i)
    expect_as_in_all_worlds(
        chance, "AS OF '2014-06-01' " + queries[static_cast<std::size_t>(i) % queries.size()],
        open);
  EXPECT_EQ(open.size(), queries.size() - 3) << "the cases are of use";
}

// The row says what it is in a world that has it.
TEST(PatternChoices, GiveTheValuesForWhichARowIsKept) {
  const Graph graph = entente::test::graph_of(
      "country a\ncountry b\ncountry c\na assists b when=/2015\na assists c when=/2015\n");
  for (const char* query :
       {"AS OF '2014' MATCH (a {id: 'a'}) WITH a, COUNT { (a)-->() } AS n WHERE n = 1 RETURN n",
        "AS OF '2014' MATCH (a)-->(b) WITH a, count(*) AS n WHERE n = 1 RETURN n",
        "AS OF '2014' MATCH (a)-->(b) WITH DISTINCT a, COUNT { (a)-->() } AS n WHERE n = 1 RETURN "
        "n",
        "AS OF '2014' MATCH (a {id: 'a'}) WITH a, COUNT { (a)-->() } AS n MATCH (a) WHERE n = 1 "
        "RETURN n"}) {
    const Result result = prepare(graph, query).run();
    ASSERT_EQ(result.rows.size(), 1U) << query;
    EXPECT_EQ(*result.rows[0][0].integer(), 1) << query;
    EXPECT_EQ(result.certainty[0].verdict, Verdict::maybe) << query;
  }
  for (const char* with : {"a, count(*) AS n", "DISTINCT a, COUNT { (a)-->() } AS n"})
    EXPECT_TRUE(prepare(graph, "AS OF '2014' MATCH (a)-->(b) WITH " + std::string(with) +
                                   " WHERE n = 3 RETURN n")
                    .run()
                    .rows.empty())
        << with;
}

// Whichever of many choices, more than are tried one by one.
TEST(PatternChoices, OfManyAnswersLeaveARowPossible) {
  std::string lines = "country a\n";
  for (int i = 0; i < 300; ++i)
    lines +=
        "country c" + std::to_string(i) + "\na assists c" + std::to_string(i) + " when=/2015\n";
  const Graph graph = entente::test::graph_of(lines);
  const auto verdicts = [&](const std::string& condition) {
    const Result result =
        prepare(graph, "AS OF '2014' MATCH (a {id: 'a'}) WHERE " + condition + " RETURN a.id")
            .run();
    return result.rows.empty()                           ? "none"
           : result.certainty[0].verdict == Verdict::yes ? "yes"
                                                         : "maybe";
  };
  EXPECT_STREQ(verdicts("COUNT { (a)-->() } = 3"), "maybe");
  EXPECT_STREQ(verdicts("size([(a)-->(b) | b]) % 2 = 1"), "maybe");
  EXPECT_STREQ(verdicts("COUNT { (a)-->() } > 300"), "none");
  EXPECT_STREQ(verdicts("COUNT { (a)-->() } <= 300"), "yes");
  EXPECT_STREQ(verdicts("300 >= size([(a)-->(b) | b])"), "yes");
  const auto rows_with = [&](const std::string& with) {
    return prepare(graph, "AS OF '2014' MATCH (a {id: 'a'}) " + with + " RETURN n").run().rows;
  };
  for (const std::string with : {"WITH a, COUNT { (a)-->() } AS n WHERE n = ",
                                 "MATCH (a)-->() WITH a, count(*) AS n WHERE n = "}) {
    ASSERT_EQ(rows_with(with + "7").size(), 1U) << with;
    EXPECT_EQ(*rows_with(with + "7")[0][0].integer(), 7) << with;
    EXPECT_TRUE(rows_with(with + "301").empty()) << with;
  }
}

}  // namespace
