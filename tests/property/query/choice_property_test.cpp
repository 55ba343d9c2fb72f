// Conditions on several subqueries, against all worlds: each tie that may hold then holds or not.

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
    for (const auto& row : result.rows) ++rows[*row[0].text()];
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

TEST(PatternChoices, DropNoRowOfAWorldAndAreCertainOnlyOfRowsOfAll) {
  Chance chance;
  std::set<std::string> in_some;
  for (int i = 0; i < 400; ++i) {
    const std::vector<Tie> ties = random_ties(chance);
    const std::string& condition = conditions()[static_cast<std::size_t>(i) % conditions().size()];
    const std::string query =
        "AS OF '2014-06-01' MATCH (a:country) WHERE " + condition + " RETURN a.id";
    const auto worlds = rows_of_worlds(ties, query);
    const Result result = prepare(graph_with(ties, "/2015"), query).run();
    std::map<std::string, bool> kept;
    for (std::size_t row = 0; row < result.rows.size(); ++row)
      kept[*result.rows[row][0].text()] = result.certainty[row].verdict == Verdict::yes;
    std::string lines;
    for (const Tie& tie : ties) lines += (tie.may_hold ? "? " : "  ") + tie.line + "\n";
    for (const auto& [id, count] : worlds) {
      EXPECT_TRUE(kept.contains(id)) << chance.name() << " " << id << "\n"
                                     << query << "\n"
                                     << lines;
      if (count < all_worlds) in_some.insert(condition);
    }
    for (const auto& [id, is_certain] : kept)
      EXPECT_TRUE(!is_certain || (worlds.contains(id) && worlds.at(id) == all_worlds))
          << chance.name() << " " << id << "\n"
          << query << "\n"
          << lines;
  }
  EXPECT_EQ(in_some.size(), conditions().size()) << "the cases are of use";
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
}

}  // namespace
