// Periods of clauses: several of a kind, and what an answer says of those inside subqueries.

#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include <entente/answer/query.hpp>
#include <entente/query/pattern.hpp>

#include "support/graph_of.hpp"

namespace {

using namespace entente;
using query::prepare;

// assists: b possibly in 2013, c certainly, d has no date.
const Graph& dated_graph() {
  static const Graph graph = test::graph_of(R"(
    country a
    country b
    country c
    country d
    r1: b assists a when=2010/
    r2: c assists a when=2012-01-01/2015-12-31
    r3: d assists a
    r4: c assists b when=2018/2019
  )");
  return graph;
}

answers::QueryAnswer dated_answer(const std::string& text) {
  return answers::query({.graph = dated_graph()}, prepare(dated_graph(), text));
}

std::string csv(const std::string& text) {
  std::ostringstream out;
  answers::write_rows(out, dated_answer(text), answers::RowText::csv);
  return out.str();
}

TEST(PeriodClause, MayHaveSeveralOfAKindWhichAllHold) {
  EXPECT_EQ(csv("MATCH ()-[r]->() DURING '2013' DURING '2019' RETURN r.id"),
            "r.id,certainty,why\r\nr1,possible,no-end-reported\r\n");
  EXPECT_EQ(csv("AS OF '2013' AS OF '2014' MATCH ()-[r]->() RETURN r.id ORDER BY r.id"),
            "r.id,certainty,why\r\nr1,possible,no-end-reported\r\nr2,certain,\r\n");
}

TEST(PeriodClause, IsRefusedWithTwoDaysOfKnowledge) {
  for (const std::string text : {"KNOWN AT '2013' DURING '2012' KNOWN AT '2011' MATCH (n) RETURN n",
                                 "MATCH (n) KNOWN AT '2013' KNOWN AT '2013' RETURN n"}) {
    try {
      static_cast<void>(prepare(dated_graph(), text));
      ADD_FAILURE() << text;
    } catch (const query::QueryError& error) {
      EXPECT_EQ(error.fault().code, "InvalidPeriod");
      EXPECT_EQ(error.fault().column, text.rfind("KNOWN") + 1);
    }
  }
}

TEST(PeriodClause, InASubqueryMarksTheRowsThatRestOnIt) {
  EXPECT_EQ(csv("MATCH (n) WHERE EXISTS { (n)-->() AS OF '2013' } RETURN n.id"),
            "n.id,certainty,why\r\nb,possible,no-end-reported\r\nc,certain,\r\n");
  EXPECT_EQ(csv("AS OF '1990' MATCH (n {id: 'b'}) FOR ALL TIME WHERE EXISTS { MATCH (n)-->(m) AS "
                "OF '2013' RETURN m } RETURN n.id"),
            "n.id,certainty,why\r\nb,possible,no-end-reported\r\n");
  EXPECT_EQ(csv("AS OF '2013' MATCH (n) FOR ALL TIME WHERE EXISTS { (n)-->() } RETURN n.id"),
            "n.id,certainty,why\r\nb,possible,no-end-reported\r\nc,certain,\r\n");
  // Also where no row comes as far as the subquery.
  EXPECT_EQ(csv("MATCH (n {id: 'x'}) RETURN COUNT { (n)-->() AS OF '2013' } AS k"),
            "k,certainty,why\r\n");
}

TEST(PeriodClause, InASubqueryCountsWhatTheAnswerRestsOn) {
  const Counts counts =
      dated_answer("MATCH (n) RETURN n.id, COUNT { (n)-->() AS OF '2013' } AS k").counts;
  EXPECT_EQ(counts.certain, 1u);
  EXPECT_EQ(counts.possible, 1u);
  EXPECT_EQ(counts.undated, 1u);
}

TEST(PeriodClause, IsNotThatOfAFunction) {
  EXPECT_EQ(csv("MATCH ()-[r]->() WHERE validAt(r, '2013') RETURN r.id"), "r.id\r\nr2\r\n");
}

}  // namespace
