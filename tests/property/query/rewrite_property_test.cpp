// Queries under a period against their plain form.

#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/query/pattern.hpp>

#include "dated_graph.hpp"
#include "support/seed.hpp"

namespace {

using entente::Graph;
using entente::query::prepare;
using entente::query::Result;
using entente::testing_support::Chance;
using entente::verify::random_dated_graph;
using entente::verify::random_period;
using entente::verify::rows_of;

std::multiset<std::vector<std::string>> texts_of(const Result& result) {
  std::multiset<std::vector<std::string>> rows;
  for (const auto& [row, is_certain] : rows_of(result)) rows.insert(row);
  return rows;
}

std::string random_clause(Chance& chance) {
  static const std::vector<std::string> known = {"KNOWN AT '2014'", "KNOWN AT '2011'"};
  std::string clause = random_period(chance).clause;
  const std::string known_at = known[static_cast<std::size_t>(chance.number(0, 1))];
  if (chance.one_in(4)) clause += " " + random_period(chance).clause;
  if (chance.one_in(5)) clause = chance.one_in(2) ? known_at : clause + " " + known_at;
  if (chance.one_in(4)) clause += " CERTAINLY";
  if (chance.one_in(4)) clause += " WITH UNDATED";
  return clause;
}

// `%` is a period or nothing.
const std::vector<std::string> queries = {
    "% MATCH (a)-[r]->(b) % WHERE NOT EXISTS { (b)-[:assists]->() % } RETURN r.id",
    "% MATCH (a:country) % WHERE NOT (a)-[:assists]->() RETURN a.id",
    "% MATCH (a:country) WHERE COUNT { (a)--(b) % } = 0 RETURN a.id",
    "% MATCH (a:country) WHERE COUNT { (a)-->(b) } > 1 RETURN a.id",
    "% MATCH (a)-[r]->(b) % WHERE none(x IN [a, b] WHERE (x)-[:assists]->()) RETURN r.id",
    "% MATCH (a)-[r]->(b) WHERE all(x IN [a, b] WHERE EXISTS { (x)-[:assists]-() % }) "
    "RETURN r.id",
    "% MATCH (a:country) RETURN a.id, toString(size([(a)-->(b) WHERE NOT (b)-[:assists]->() | b]))",
    "% MATCH (a:country) WHERE NOT EXISTS { (a)-->(b) % WHERE NOT EXISTS { (b)-[:assists]->() % } "
    "} RETURN a.id",
    "% MATCH (a:country) WHERE EXISTS { (a)-->(b) WHERE NOT (b)-[:assists]->() } RETURN a.id",
    "% MATCH (a WHERE NOT (a)<-[:assists]-())-[r]->(b) % RETURN r.id",
    "% MATCH (a)-[r WHERE r.id > 'a' OR r.id IS NULL]->(b {id: 'b'}) % RETURN r.id",
    "% MATCH (a:country) OPTIONAL MATCH (a)-[r:assists]->(b) % WITH a, count(r) AS n WHERE n = 0 "
    "OR NOT (a)<-[:assists]-() RETURN a.id",
    "% MATCH (a:country) WHERE NOT exists((a)-[:assists]->()) OR (a)<--(:country {id: 'b'}) "
    "RETURN a.id",
    "MATCH (a:country) % WHERE a.id < 'c' OR NOT (a)<--() AND a.id > 'a' RETURN a.id",
    "% MATCH (a)((x)-[:assists]->(y) WHERE NOT (y)-[:cooperates_with]-()){1,2}(b) RETURN a.id, "
    "b.id",
    "% MATCH (a:country) WHERE NOT (a)((x)-->(y)){2,3}() RETURN a.id AS id UNION ALL MATCH "
    "(a)-[:assists]->(b) RETURN b.id AS id"};

TEST(PatternRewrite, AnswersTheSame) {
  Chance chance;
  std::set<std::string> answered;
  for (int i = 0; i < 600; ++i) {
    const Graph graph = random_dated_graph(chance);
    const std::string& shape = queries[static_cast<std::size_t>(i) % queries.size()];
    std::string query;
    for (const char c : shape) {
      if (c != '%')
        query += c;
      else if (query.empty() ? chance.one_in(2) : chance.one_in(3))
        query += random_clause(chance);
    }
    const auto prepared = prepare(graph, query);
    const std::string rewritten = prepared.rewritten();
    const auto rows = texts_of(prepared.run());
    ASSERT_EQ(rows, texts_of(prepare(graph, rewritten).run())) << chance.name() << "\n"
                                                               << query << "\n"
                                                               << rewritten;
    if (!rows.empty()) answered.insert(shape);
  }
  EXPECT_EQ(answered.size(), queries.size()) << "the cases are of use";
}

}  // namespace
