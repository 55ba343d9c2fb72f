// Patterns by example: rows, groups, paths, subqueries.

#include <string>

#include <gtest/gtest.h>

#include <entente/query/pattern.hpp>

#include "small_source.hpp"

namespace {

using namespace entente;
using query::Source;
using test::answer_to;
using test::rows;

TEST(PatternMatching, ReturnsAllColumnsByName) {
  const std::string json = answers::typed_json(answer_to("WITH 1 AS b, 2 AS a RETURN *"));
  EXPECT_NE(json.find(R"("columns": ["a", "b"])"), std::string::npos) << json;
}

TEST(PatternMatching, KeepsParallelEdgesAndWalksALoopOnce) {
  EXPECT_EQ(rows("MATCH (a)--(b) RETURN id(a), id(b), count(*) ORDER BY id(a), id(b)"),
            "[[1, 2, 2], [2, 1, 2], [2, 3, 1], [3, 2, 1], [3, 3, 1]]");
  EXPECT_EQ(rows("MATCH (a:A)-[r:R]->(b:A&B) RETURN count(r)"), "[[2]]");
  EXPECT_EQ(rows("MATCH p = (a {num: 1})-[*0..]->(b) RETURN count(p)"), "[[7]]");
}

TEST(PatternMatching, GivesNullsWhereAnOptionalPartIsNotThere) {
  EXPECT_EQ(rows("MATCH (a:A) OPTIONAL MATCH (a)-[r:S]->(b) RETURN a.num, id(b) ORDER BY a.num"),
            "[[1, null], [2, 3]]");
  EXPECT_EQ(rows("OPTIONAL MATCH (x:Nothing) RETURN x"), "[[null]]");
  EXPECT_EQ(rows("MATCH (x:Nothing) RETURN count(*), sum(x.a), collect(x)"), "[[0, 0, []]]");
}

TEST(PatternMatching, GroupsWhatIsRepeated) {
  EXPECT_EQ(rows("MATCH (a {num: 1}) ((x)-[e:R|S]->(y)){2} (b) RETURN [n IN x | id(n)], [n IN e | "
                 "id(n)], id(b) ORDER BY id(b), [n IN e | id(n)]"),
            "[[[1, 2], [10, 12], 3], [[1, 2], [11, 12], 3]]");
  EXPECT_EQ(rows("MATCH (a)-[e:S WHERE e.w IS NULL]->{0,0}(b) RETURN count(*)"), "[[3]]");
}

TEST(PatternMatching, UnitesAndPagesRows) {
  EXPECT_EQ(rows("RETURN 1 AS x UNION RETURN 1 AS x UNION RETURN 2 AS x"), "[[1], [2]]");
  EXPECT_EQ(rows("RETURN 1 AS x UNION ALL RETURN 1 AS x"), "[[1], [1]]");
  EXPECT_EQ(rows("UNWIND range(1, 9) AS x RETURN x ORDER BY x DESC SKIP 2 LIMIT 3"),
            "[[7], [6], [5]]");
  EXPECT_EQ(rows("UNWIND range(1, 9) AS x RETURN x OFFSET 8"), "[[9]]");
}

TEST(PatternMatching, AnswersSubqueries) {
  EXPECT_EQ(rows("MATCH (n) WHERE EXISTS { (n)-[:R]->() } RETURN id(n), COUNT { (n)-->() }"),
            "[[1, 2]]");
  EXPECT_EQ(rows("MATCH (n) WHERE (n)-[:S]->() AND NOT (n)<-[:R]-() RETURN id(n)"), "[[3]]");
  EXPECT_EQ(rows("MATCH (n:B) RETURN [(n)-[:S]->(m) | id(m)]"), "[[[3]]]");
  EXPECT_EQ(
      rows("MATCH (n:B) WHERE COUNT { MATCH (n)--(m) WITH DISTINCT m RETURN m } = 2 RETURN id(n)"),
      "[[2]]");
}

TEST(PatternMatching, WritesElementsWithoutLoss) {
  EXPECT_EQ(
      rows("MATCH p = (:A {num: 1})-[{w: 1.5}]->(b) RETURN p"),
      R"([[{"$path": [{"$node": {"id": 1, "labels": ["A"], "properties": {"name": "x", "num": 1}}}, )"
      R"({"$edge": {"id": 10, "type": "R", "from": 1, "to": 2, "properties": {"w": {"$float": "1.5"}}}}, )"
      R"({"$node": {"id": 2, "labels": ["A", "B"], "properties": {"name": "y", "num": 2}}}]}]])");
}

/// Whatever the order in which edges are written, the smallest ids decide between paths.
TEST(PatternPaths, AreChosenByTheIdsOfEdges) {
  const Source source(read_property_graph_from_text(R"({
    "nodes": [{"id": 0}, {"id": 1}, {"id": 2}, {"id": 3}],
    "edges": [{"id": 10, "type": "R", "from": 0, "to": 1}, {"id": 2, "type": "R", "from": 1, "to": 2},
              {"id": 4, "type": "R", "from": 3, "to": 2}, {"id": 3, "type": "R", "from": 0, "to": 3}]})",
                                                    "graph.json"));
  const auto chosen = [&](const std::string& paths) {
    return answers::typed_json(
        answer_to("MATCH p = " + paths +
                      " (a)-[*]->(b) WHERE id(a) = 0 AND id(b) = 2 RETURN [r IN relationships(p) | "
                      "id(r)] AS ids",
                  source));
  };
  EXPECT_NE(chosen("ANY SHORTEST").find("[[[3, 4]]]"), std::string::npos);
  EXPECT_NE(chosen("SHORTEST 2").find("[[[3, 4]], [[10, 2]]]"), std::string::npos)
      << chosen("SHORTEST 2");
}

}  // namespace
