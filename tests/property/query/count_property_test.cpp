// What is counted without being enumerated against the same rows enumerated one by one.

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/query/pattern.hpp>

#include "property/query/dated_graph.hpp"
#include "property/query/pattern_oracle.hpp"
#include "support/graph_of.hpp"
#include "support/seed.hpp"

namespace {

using entente::Graph;
using entente::query::prepare;
using entente::query::Result;
using entente::query::Source;
using entente::query::Value;
using entente::testing_support::Chance;
using entente::verify::random_oracle_graph;

std::string one_of(Chance& chance, const std::vector<std::string>& words) {
  return words[static_cast<std::size_t>(chance.number(0, static_cast<int>(words.size()) - 1))];
}

std::string random_node(Chance& chance, const std::vector<std::string>& labels) {
  const std::string name = one_of(chance, {"a", "b", "c", "d", "", ""});
  return "(" + name + one_of(chance, labels) + ")";
}

std::string random_edge(Chance& chance, const std::vector<std::string>& types) {
  const std::string detail = one_of(chance, types);
  return one_of(chance, {"<-", "-", "-"}) + "[" + detail + "]" + one_of(chance, {"->", "-", "-"});
}

std::string random_chain(Chance& chance, const std::vector<std::string>& labels,
                         const std::vector<std::string>& types) {
  std::string text = random_node(chance, labels);
  const int links = chance.number(0, 2);
  for (int i = 0; i < links; ++i) text += random_edge(chance, types) + random_node(chance, labels);
  return text;
}

bool has(const std::string& text, const std::string& name) {
  return text.find("(" + name + ")") != std::string::npos ||
         text.find("(" + name + ":") != std::string::npos;
}

// Some MATCH clauses with conditions between their nodes.
std::string random_matches(Chance& chance, const std::vector<std::string>& labels,
                           const std::vector<std::string>& types, int most_clauses = 2) {
  std::string text;
  const int clauses = chance.number(1, most_clauses);
  for (int i = 0; i < clauses; ++i) {
    text += "MATCH " + random_chain(chance, labels, types);
    if (chance.one_in(2)) text += ", " + random_chain(chance, labels, types);
    text += " ";
  }
  std::string where;
  for (const char* const pair : {"ab", "ac", "bc", "bd"}) {
    const std::string x(1, pair[0]);
    const std::string y(1, pair[1]);
    if (!has(text, x) || !has(text, y) || chance.one_in(2)) continue;
    const std::string edge = random_edge(chance, types);
    where += where.empty() ? "WHERE " : " AND ";
    where += one_of(chance, {x + " <> " + y, "NOT (" + x + ")" + edge + "(" + y + ")",
                             "(" + x + ")" + edge + "(" + y + ")", "id(" + x + ") < id(" + y + ")",
                             "id(" + x + ") <> id(" + y + ")", "NOT " + x + " = " + y});
  }
  return text + where;
}

std::int64_t number_in(const Result& result) {
  return *result.rows.at(0).at(0).integer();
}

TEST(Counting, GivesAsManyRowsAsThereAre) {
  Chance chance;
  int counted = 0;
  for (int i = 0; i < 1500; ++i) {
    const Source source(random_oracle_graph(chance).plain());
    const std::string matches =
        random_matches(chance, {"", "", ":A", ":B"}, {"", ":R", ":S", ":R|S", ":T"});
    const auto fast = prepare(source, matches + " RETURN count(*) AS n");
    counted += fast.explain().find("count ") != std::string::npos ? 1 : 0;
    // A sum is taken of rows that are enumerated.
    const auto slow = prepare(source, matches + " RETURN sum(1) AS n");
    ASSERT_EQ(number_in(fast.run()), number_in(slow.run())) << chance.name() << " " << matches;
  }
  EXPECT_GT(counted, 500);
}

/// The named nodes and edges of what is matched are never null: each is counted as the rows are.
TEST(Counting, CountsEachNamedElementAsTheRows) {
  Chance chance;
  for (int i = 0; i < 500; ++i) {
    const Source source(random_oracle_graph(chance).plain());
    const std::string matches =
        random_matches(chance, {"", ":A"}, {"", ":R", "WHERE true", "WHERE 1 = 1"}, 1);
    std::string columns = "count(*) AS n";
    for (const char* const name : {"a", "b", "c", "d"})
      if (has(matches, name)) columns += std::string(", count(") + name + ")";
    const Result counted = prepare(source, matches + " RETURN " + columns).run();
    const Result summed = prepare(source, matches + " RETURN sum(1) AS n").run();
    for (const Value& each : counted.rows.at(0))
      ASSERT_EQ(*each.integer(), number_in(summed)) << chance.name() << " " << matches << columns;
  }
}

TEST(Counting, GivesEachGroupItsRows) {
  Chance chance;
  for (int i = 0; i < 500; ++i) {
    const Source source(random_oracle_graph(chance).plain());
    const std::string matches = random_matches(chance, {"", ":A"}, {"", ":R", ":S"});
    if (!has(matches, "a")) continue;
    const std::string order = " ORDER BY x";
    const Result fast =
        prepare(source, matches + " RETURN id(a) AS x, count(*) AS n" + order).run();
    const Result slow = prepare(source, matches + " RETURN id(a) AS x, sum(1) AS n" + order).run();
    ASSERT_EQ(fast.rows.size(), slow.rows.size()) << chance.name() << " " << matches;
    for (std::size_t r = 0; r < fast.rows.size(); ++r)
      for (std::size_t c = 0; c < 2; ++c)
        ASSERT_EQ(*fast.rows[r][c].integer(), *slow.rows[r][c].integer())
            << chance.name() << " " << matches;
  }
}

/// Several that reach one node over others that nobody names, and are joined to each other.
std::string random_chains(Chance& chance, const std::vector<std::string>& labels,
                          const std::vector<std::string>& types) {
  const auto edge = [&] { return random_edge(chance, types); };
  const auto chain = [&](const std::string& name) {
    return "MATCH (" + name + ")" + edge() + "(" + one_of(chance, labels) + ")" + edge() + "(x) ";
  };
  std::string text = "MATCH (x" + one_of(chance, labels) + ") " + chain("a") + chain("b");
  if (chance.one_in(2)) text += chain("c");
  const bool has_third = has(text, "(c)");
  text += "MATCH (a)" + edge() + "(b)";
  if (has_third) text += edge() + "(c)";
  if (has_third && chance.one_in(2)) text += edge() + "(a)";
  return text + " ";
}

TEST(Counting, KeepsWhatTwoEdgesReach) {
  Chance chance;
  int kept = 0;
  for (int i = 0; i < 600; ++i) {
    const Source source(random_oracle_graph(chance).plain());
    const std::string matches = random_chains(chance, {"", "", ":A"}, {"", ":R", ":S", ":R|S"});
    const auto fast = prepare(source, matches + " RETURN count(*) AS n");
    kept += fast.explain().find(" through ") != std::string::npos ? 1 : 0;
    const auto slow = prepare(source, matches + " RETURN sum(1) AS n");
    ASSERT_EQ(number_in(fast.run()), number_in(slow.run())) << chance.name() << " " << matches;
  }
  EXPECT_GT(kept, 60);
}

Graph random_dossier(Chance& chance) {
  const std::vector<std::string> dates = {"", "2012", "2013/..", "2013/", "/2014", "201X", "2014?"};
  const auto when = [&] {
    const std::string date = one_of(chance, dates);
    return date.empty() ? "" : " when=" + date;
  };
  std::string lines = "country a\ncountry b\ncountry c\nbody d" + when() + "\n";
  for (int i = chance.number(1, 8); i > 0; --i) {
    const std::string from = one_of(chance, {"a", "b", "c"});
    const std::string to = one_of(chance, {"a", "b", "c"});
    if (from != to)
      lines += from + one_of(chance, {" cooperates_with ", " assists "}) + to + when() + "\n";
    if (chance.one_in(3)) lines += from + " member_of d" + when() + "\n";
  }
  return entente::test::graph_of(lines);
}

TEST(Counting, RestsOnTheSameRelations) {
  Chance chance;
  for (int i = 0; i < 300; ++i) {
    const Graph graph = random_dossier(chance);
    const std::string period =
        one_of(chance, {"", "AS OF '2013' ", "DURING '2013/2014' ", "AS OF '2014' CERTAINLY ",
                        "AS OF '2012' WITH UNDATED ", "KNOWN AT '2015' "});
    const std::vector<std::string> types = {"", ":assists", ":cooperates_with", ":member_of"};
    const bool has_chains = chance.one_in(3);
    const std::string matches = has_chains ? random_chains(chance, {"", ":country"}, types)
                                           : random_matches(chance, {"", ":country"}, types, 1);
    const std::string query = period + matches;
    const Result fast = prepare(graph, query + " RETURN count(*) AS n").run();
    const Result slow = prepare(graph, query + " RETURN sum(1) AS n").run();
    ASSERT_EQ(number_in(fast), number_in(slow)) << chance.name() << " " << query;
    ASSERT_EQ(fast.certainty[0].verdict, slow.certainty[0].verdict) << chance.name() << query;
    ASSERT_EQ(fast.certainty[0].why, slow.certainty[0].why) << chance.name() << " " << query;
    if (has_chains) continue;  // one by one, clauses count what a later clause refuses
    ASSERT_EQ(fast.counts.certain, slow.counts.certain) << chance.name() << " " << query;
    ASSERT_EQ(fast.counts.possible, slow.counts.possible) << chance.name() << " " << query;
    ASSERT_EQ(fast.undated, slow.undated) << chance.name() << " " << query;
  }
}

// Conditions that ask queries of a dossier: what is counted is what the rows say one by one.
TEST(PatternCount, AsksQueriesOfADossier) {
  const std::vector<std::string> conditions = {
      "COUNT { (a)--() } > 1", "EXISTS { (b)-[:assists]->() }",
      "NOT EXISTS { (a)<-[:assists]-(:country) }", "COUNT { (a)-->() } = COUNT { (b)-->() }",
      "EXISTS { (a)-->(c) WHERE c <> b }"};
  Chance chance;
  std::size_t counted = 0;
  for (int i = 0; i < 150; ++i) {
    const Graph graph = entente::verify::random_dated_graph(chance);
    const bool has_period = chance.one_in(2);
    const std::string period =
        has_period ? entente::verify::random_period(chance).clause + " " : std::string();
    const std::string match =
        period + "MATCH (a:country)--(b) WHERE " + one_of(chance, conditions) + " RETURN ";
    const auto counting = prepare(graph, match + "count(*) AS n");
    const Result all = counting.run();
    const Result rows = prepare(graph, match + "a.id, b.id").run();
    ASSERT_EQ(all.rows.size(), 1U);
    EXPECT_EQ(*all.rows[0][0].integer(), static_cast<std::int64_t>(rows.rows.size()))
        << chance.name() << " " << match;
    bool is_certain = true;
    for (const auto& how : rows.certainty)
      is_certain = is_certain && how.verdict == entente::Verdict::yes;
    EXPECT_EQ(all.certainty[0].verdict == entente::Verdict::yes, is_certain)
        << chance.name() << " " << match;
    counted += counting.explain().find("count ") != std::string::npos ? 1U : 0U;
  }
  EXPECT_GT(counted, 50U) << "the cases are of use";
}

}  // namespace
