// Pattern queries by example: values, rows, certainty, limits.

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <entente/answer/query.hpp>
#include <entente/io/property_graph.hpp>
#include <entente/query/pattern.hpp>

#include "support/graph_of.hpp"

namespace {

using namespace entente;
using query::prepare;
using query::Source;

//  1:A ─R→ 2:A:B ─S→ 3 ⟲S     1 ─R→ 2 twice
const Source& small_source() {
  static const Source source(read_property_graph_from_text(R"({
    "nodes": [{"id": 1, "labels": ["A"], "properties": {"name": "x", "num": 1}},
              {"id": 2, "labels": ["A", "B"], "properties": {"name": "y", "num": 2}},
              {"id": 3}],
    "edges": [{"id": 10, "type": "R", "from": 1, "to": 2, "properties": {"w": 1.5}},
              {"id": 11, "type": "R", "from": 1, "to": 2},
              {"id": 12, "type": "S", "from": 2, "to": 3},
              {"id": 13, "type": "S", "from": 3, "to": 3}]})",
                                                           "graph.json"));
  return source;
}

answers::QueryAnswer answer_to(const std::string& text, const Source& source = small_source()) {
  return answers::query({.graph = Graph({}, Vocabulary("plain", {}, {}))}, prepare(source, text));
}

// The rows as typed JSON.
std::string rows(const std::string& text) {
  const std::string json = answers::typed_json(answer_to(text));
  const std::size_t begin = json.find("\"rows\": ") + 8;
  return json.substr(begin, json.size() - begin - 2);
}

TEST(PatternValues, ComputeAsTheLanguageSays) {
  EXPECT_EQ(rows("RETURN 1 + 2 * 3, 7 / 2, -7 / 2, 7 % 3, 2 ^ 3, -3 ^ 2, 1.0 / 0"),
            R"([[7, 3, -3, 1, {"$float": "8.0"}, {"$float": "9.0"}, {"$float": "Infinity"}]])");
  EXPECT_EQ(rows("RETURN null + 1, null = null, null IS NULL, NOT null, true OR null, false AND "
                 "null, null XOR true"),
            "[[null, null, true, null, true, false, null]]");
  EXPECT_EQ(rows("RETURN 1 < 2 < 3, 1 = 1.0, '1' = 1, [1, null] = [1, 2], [1, null] = [2, 2], 1 < "
                 "'a', 0.0 / 0 = 0.0 / 0"),
            "[[true, true, false, null, false, null, false]]");
  EXPECT_EQ(rows("RETURN 1 IN [1, null], 2 IN [1, null], 'abc' STARTS WITH 'ab', 'abc' =~ 'a.*', "
                 "'abc' =~ 'b'"),
            "[[true, null, true, true, false]]");
  EXPECT_EQ(rows("RETURN [1, 2, 3][-1], [1, 2, 3][1..], [1, 2][5], {a: 1}.a, {a: 1}['a'], [1] + 2"),
            "[[3, [2, 3], null, 1, 1, [1, 2]]]");
  EXPECT_EQ(rows("RETURN 0x1F, 0o17, -9223372036854775808, 1e3, .5, 'a\\u00e9\\n'"),
            "[[31, 15, -9223372036854775808, {\"$float\": \"1000.0\"}, {\"$float\": \"0.5\"}, "
            "\"aé\\n\"]]");
  EXPECT_EQ(rows("RETURN CASE 2 WHEN 1 THEN 'a' WHEN 2 THEN 'b' END, CASE WHEN null THEN 1 ELSE 2 "
                 "END, [x IN range(1, 4) WHERE x % 2 = 0 | x * x], all(x IN [] WHERE x), single(x "
                 "IN [1, 2] WHERE x > 1)"),
            "[[\"b\", 2, [4, 16], true, true]]");
}

TEST(PatternValues, OfDatesHaveAllensRelations) {
  EXPECT_EQ(rows("RETURN allen('2001-01-01/2001-06-30', '2001-07-01/2001-12-31'), "
                 "allen('2001-01-01/2001-06-30', '2001-01-01/2001-12-31'), "
                 "allen('2001-05-01/2001-06-XX', '2001-06-15/2001-12-31'), allen(null, '2001')"),
            R"([[["meets"], ["starts"], ["before", "meets", "overlaps"], null]])");
  EXPECT_THROW(answer_to("RETURN allen(1.5, '2001')"), query::QueryError);
  const Graph graph = test::graph_of(R"(
    person kishida
    person yoon
    r1: kishida met_with yoon when=2001-02-03
    r2: kishida met_with yoon when=2001-02-04
    r3: kishida met_with yoon
  )");
  const auto found = prepare(graph,
                             "MATCH (a)-[r]->(b), (a)-[s]->(b) WHERE allen(r, s) = ['meets'] "
                             "RETURN DISTINCT r.id, s.id")
                         .run();
  ASSERT_EQ(found.rows.size(), 1U);
  EXPECT_EQ(*found.rows[0][0].text(), "r1");
}

TEST(PatternValues, OfNullEqualNothingInACase) {
  EXPECT_EQ(rows("RETURN CASE null WHEN null THEN 1 ELSE 2 END, CASE [1, null] WHEN [1, null] THEN "
                 "1 ELSE 2 END, CASE 1 WHEN null THEN 1 WHEN 1.0 THEN 3 END"),
            "[[2, 2, 3]]");
}

TEST(PatternValues, RoundHalvesUpAndNothingElse) {
  EXPECT_EQ(rows("RETURN round(2.5), round(-2.5), round(0.49999999999999994), "
                 "round(4503599627370497.0), round(1.25, 1)"),
            R"([[{"$float": "3.0"}, {"$float": "-2.0"}, {"$float": "0.0"}, )"
            R"({"$float": "4503599627370497.0"}, {"$float": "1.3"}]])");
}

TEST(PatternValues, AreAveragedByOneDivision) {
  EXPECT_EQ(rows("UNWIND [1, 1, 3] AS x RETURN avg(x), avg(DISTINCT x), avg(null)"),
            R"([[{"$float": "1.6666666666666667"}, {"$float": "2.0"}, null]])");
  EXPECT_EQ(rows("UNWIND [1, -2, 1.5] AS x RETURN avg(x)"),
            R"([[{"$float": "0.16666666666666666"}]])");
  EXPECT_EQ(rows("UNWIND [9223372036854775807, 9223372036854775805] AS x RETURN avg(x)"),
            R"([[{"$float": "9.223372036854776e+18"}]])");
}

TEST(PatternValues, SortAcrossKinds) {
  EXPECT_EQ(
      rows("UNWIND [null, 1, 'a', true, 1.5, [1], {a: 1}, 0.0 / 0] AS x RETURN x ORDER BY x"),
      R"([[{"a": 1}], [[1]], ["a"], [true], [1], [{"$float": "1.5"}], [{"$float": "NaN"}], [null]])");
  EXPECT_EQ(
      rows("UNWIND [1, 1.0, null, null, 0.0 / 0, 0.0 / 0] AS x RETURN count(*), count(DISTINCT x)"),
      "[[6, 2]]");
  EXPECT_EQ(rows("UNWIND [1, 1.0, null, null] AS x WITH DISTINCT x RETURN count(*)"), "[[2]]");
}

TEST(PatternValues, RefuseWhatDoesNotFit) {
  const auto code = [](const std::string& text) -> std::string {
    try {
      static_cast<void>(answer_to(text));
    } catch (const query::QueryError& error) {
      EXPECT_EQ(error.fault().phase, query::Phase::runtime);
      EXPECT_EQ(error.exit_code(), 65);
      return error.fault().type + " " + error.fault().code;
    }
    return "";
  };
  EXPECT_EQ(code("RETURN 9223372036854775807 + 1"), "ArithmeticError NumberOutOfRange");
  EXPECT_EQ(code("RETURN 1 / 0"), "ArithmeticError DivisionByZero");
  EXPECT_EQ(code("UNWIND [9223372036854775807, 1] AS x RETURN sum(x)"),
            "ArithmeticError NumberOutOfRange");
  EXPECT_EQ(code("UNWIND [1, 'a'] AS x RETURN -x"), "TypeError InvalidArgumentType");
  EXPECT_EQ(code("RETURN range(1, 2, 0)"), "ArgumentError NumberOutOfRange");
  EXPECT_EQ(code("RETURN toInteger([])"), "TypeError InvalidArgumentValue");
  EXPECT_EQ(code("UNWIND [1] AS x RETURN percentileCont(x, 2)"), "ArgumentError NumberOutOfRange");
}

TEST(PatternValues, OfParametersAreAskedForBeforeAnythingRuns) {
  for (const char* text : {"RETURN $missing", "MATCH (n:Nowhere) WHERE n.num = $missing RETURN n"})
    try {
      static_cast<void>(answer_to(text));
      ADD_FAILURE() << text;
    } catch (const query::QueryError& error) {
      EXPECT_EQ(error.fault().phase, query::Phase::compile_time);
      EXPECT_EQ(error.fault().type + " " + error.fault().code, "ParameterMissing MissingParameter");
      EXPECT_EQ(error.fault().length, 8U);
    }
}

TEST(PatternValues, OfParametersMayBeJson) {
  const auto read = [](std::string_view text) {
    return answers::typed_json(
        answers::query({.graph = Graph({}, Vocabulary("plain", {}, {}))},
                       prepare(small_source(), "RETURN $x AS x"),
                       {.parameters = {{"x", query::parameter_from(text)}}}));
  };
  EXPECT_NE(read(R"([{"a`b": 1, "c": ["d:", null]}, 2.5])")
                .find(R"([{"a`b": 1, "c": ["d:", null]}, {"$float": "2.5"}])"),
            std::string::npos)
      << read(R"([{"a`b": 1, "c": ["d:", null]}, 2.5])");
  EXPECT_NE(read("{k: 'v'}").find(R"({"k": "v"})"), std::string::npos);
  EXPECT_NE(read(R"({k: 'say "x": y'})").find(R"({"k": "say \"x\": y"})"), std::string::npos);
  EXPECT_NE(read(R"({"a\"b\\": 1})").find(R"({"a\"b\\": 1})"), std::string::npos);
  EXPECT_NE(read(R"({`a"b```: "x"})").find(R"({"a\"b`": "x"})"), std::string::npos);
  EXPECT_NE(read("[2013..2014]").find(R"("[2013..2014]")"), std::string::npos);
  EXPECT_THROW(static_cast<void>(query::parameter_from(R"(["a", b])")), InvalidArgument);
}

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

TEST(PatternRun, TakesParameters) {
  const auto prepared = prepare(small_source(), "MATCH (n) WHERE n.num > $least RETURN n.name");
  EXPECT_EQ(prepared.run({{"least", query::parameter_from("1")}}).rows.size(), 1u);
  EXPECT_TRUE(query::parameter_from("[1, 'a', {k: -2.5}]").list());
  EXPECT_EQ(*query::parameter_from("plain words").text(), "plain words");
  EXPECT_EQ(*query::parameter_from("1 + 1").text(), "1 + 1");
}

TEST(PatternRun, GivesRowsOneByOneAsLongAsTheyAreWanted) {
  int seen = 0;
  static_cast<void>(prepare(small_source(), "UNWIND range(1, 1000000) AS x RETURN x")
                        .run({}, {}, [&](const auto&, const auto&) { return ++seen < 5; }));
  EXPECT_EQ(seen, 5);
}

TEST(PatternRun, EndsAtItsLimits) {
  query::RunOptions options;
  options.limits.steps = 10;
  const auto code = [&](const std::string& text) -> std::string {
    try {
      static_cast<void>(prepare(small_source(), text).run({}, options));
    } catch (const LimitReached& error) {
      EXPECT_EQ(error.exit_code(), 75);
      return error.code() + ": " + std::string(error.what()).substr(0, 68);
    }
    return "";
  };
  EXPECT_EQ(code("MATCH (a)--(b)--(c) RETURN count(*)"),
            "query-steps: query:1:7: query-steps: more than 10 edges were walked in MATCH (a)-");
  options.limits = {.memory = 100'000};
  EXPECT_EQ(code("UNWIND range(1, 100000) AS x RETURN x ORDER BY x").substr(0, 12), "query-memory");
  options.limits = {};
  options.control.deadline = std::chrono::steady_clock::now();
  EXPECT_EQ(code("UNWIND range(1, 100000) AS x RETURN count(x)").substr(0, 8), "time-out");
}

TEST(PatternRun, IsSafeFromManyThreads) {
  const auto prepared =
      prepare(small_source(), "MATCH p = ANY SHORTEST (a)-[*]-(b) RETURN count(p) AS n");
  std::vector<std::thread> threads;
  std::vector<std::int64_t> counts(4, 0);
  for (std::int64_t& count : counts)
    threads.emplace_back([&] { count = *prepared.run().rows[0][0].integer(); });
  for (std::thread& thread : threads) thread.join();
  for (const std::int64_t count : counts) EXPECT_EQ(count, counts[0]);
}

// party_to: Japan since 2014, undated for the others.
TEST(PatternDossier, SaysWhatIsCertainAndWhy) {
  const Graph graph = test::graph_of(R"(
    country japan name=ja:日本
    country korea
    agreement ipcp
    agreement itpp
    r1: japan party_to ipcp when=2014-05-06/
    r2: japan party_to itpp when=2016/..
    r3: korea party_to itpp
  )");
  const auto result =
      prepare(graph,
              "MATCH (c {name: '日本'})-[r:party_to]->(a) AS OF '2018' RETURN r.id ORDER BY r.id")
          .run();
  ASSERT_EQ(result.rows.size(), 2u);
  EXPECT_EQ(result.certainty[0].verdict, Verdict::maybe);
  EXPECT_EQ(result.certainty[0].why, Why::no_end_reported);
  EXPECT_EQ(result.certainty[1].verdict, Verdict::yes);
  EXPECT_EQ(result.counts.certain, 1u);
  EXPECT_EQ(result.counts.possible, 1u);
  const auto all = prepare(graph, "MATCH (c)-[r]->(a) AS OF '2018' RETURN count(*)").run();
  EXPECT_EQ(*all.rows[0][0].integer(), 2);
  EXPECT_EQ(all.counts.undated, 1u);
  EXPECT_EQ(prepare(graph, "MATCH ()-[r]->() AS OF '2018' WITH UNDATED RETURN r").run().rows.size(),
            3u);
  EXPECT_EQ(prepare(graph, "AS OF '2018' MATCH ()-[r]->() FOR ALL TIME RETURN r").run().rows.size(),
            3u);
}

TEST(PatternDossier, KeepsANegationThatOnlyMayBeTrue) {
  const Graph graph = test::graph_of(R"(
    country japan
    country korea
    agreement ipcp
    r1: japan party_to ipcp when=2014-05-06/
  )");
  const auto result = prepare(graph,
                              "AS OF '2018' MATCH (c:country) WHERE NOT EXISTS { "
                              "(c)-[:party_to]->() } RETURN c.id ORDER BY c.id")
                          .run();
  ASSERT_EQ(result.rows.size(), 2u);
  EXPECT_EQ(result.certainty[0].verdict, Verdict::maybe);
  EXPECT_EQ(result.certainty[1].verdict, Verdict::yes);
}

TEST(PatternDossier, IsNoSurerOfANegationInsideASubquery) {
  const Graph graph = test::graph_of(R"(
    country japan
    country korea
    agreement ipcp
    r1: japan assists korea when=2010/2020
    r2: korea party_to ipcp when=2014-05-06/
  )");
  const auto result = prepare(graph,
                              "AS OF '2018' MATCH (c:country) WHERE EXISTS { (c)-[:assists]->(d) "
                              "WHERE NOT EXISTS { (d)-[:party_to]->() } } RETURN c.id")
                          .run();
  ASSERT_EQ(result.rows.size(), 1u);
  EXPECT_EQ(result.certainty[0].verdict, Verdict::maybe);
}

TEST(PatternDossier, RefusesWhatIsNoPeriod) {
  const Graph graph = test::graph_of("country japan\n");
  try {
    static_cast<void>(prepare(graph, "MATCH (n) AS OF '1960-XX-25' RETURN n").run());
    FAIL();
  } catch (const query::QueryError& error) {
    EXPECT_EQ(error.fault().code, "period");
    EXPECT_EQ(error.exit_code(), 64);
    EXPECT_FALSE(error.fault().hint.empty());
  }
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

/// However the text comes: in quotes, as a variable, from a list, put together.
TEST(PatternDossier, FindsAnEntityByAnyOfItsNames) {
  const Graph graph = test::graph_of(R"(
    country japan name=ja:日本 name=en:Japan
    country france name=en:France
  )");
  for (const char* text :
       {"MATCH (n {name: '日本'}) RETURN n.id", "MATCH (n) WHERE n.name = '日' + '本' RETURN n.id",
        "UNWIND ['日本'] AS x MATCH (n {name: x}) RETURN n.id",
        "WITH ['日本', 'x'] AS l MATCH (n) WHERE n.name IN l RETURN n.id",
        "MATCH (n) WHERE n['name'] = '日本' RETURN n.id",
        "MATCH (n) WITH n, CASE n.name WHEN '日本' THEN 1 END AS c WHERE c = 1 "
        "RETURN n.id"}) {
    const auto found = prepare(graph, text).run();
    ASSERT_EQ(found.rows.size(), 1U) << text;
    EXPECT_EQ(*found.rows[0][0].text(), "japan");
  }
}

TEST(PatternErrors, SayAtRunTimeWhatToWrite) {
  for (const char* text :
       {"RETURN abs(-9223372036854775807 - 1)", "RETURN 'a' =~ '('", "RETURN range(1, 3, 0)",
        "RETURN substring('abc', -1)", "UNWIND [1] AS x RETURN percentileCont(x, 2)",
        "UNWIND ['a'] AS x RETURN abs(x)", "UNWIND [[1]] AS l RETURN l['a']",
        "RETURN date('2014').foo", "RETURN date('2014') < 2015", "RETURN 'soon' > date('2014')"}) {
    try {
      static_cast<void>(prepare(small_source(), text).run());
      ADD_FAILURE() << text << " is answered";
    } catch (const query::QueryError& error) {
      EXPECT_NE(error.fault().hint, "") << text;
      EXPECT_GE(error.fault().line, 1u) << text;
    }
  }
}

// Though no walk comes to where the variable stands.
TEST(PatternErrors, TellOfAVariableThatIsNotWhatStandsThere) {
  for (const auto& [text, said] : std::vector<std::pair<std::string, std::string>>{
           {"UNWIND [[1], 'a'] AS rs MATCH (a)-[rs*]->(b) RETURN a", "rs holds a whole number"},
           {"UNWIND ['a', [1]] AS rs MATCH (a)-[rs*]->(b) RETURN a", "rs is a text"},
           {"MATCH ()-[r]->() WITH [r, 1] AS rs MATCH (a)-[rs*]->(b) RETURN a", "rs holds a"},
           {"MATCH p = (n)-->() UNWIND [n, p] AS x MATCH (x) RETURN x", "x is a path, not a node"},
           {"UNWIND [1, 'a'] AS x MATCH (:None)-[x]->() RETURN x", "x is a whole number, not an"},
           {"UNWIND [1, 'a'] AS x MATCH (:None)-->(x) RETURN x", "x is a whole number, not a node"},
           {"RETURN [x IN [1, 'a'] WHERE (:None)-->(x) | x]", "x is a whole number, not a node"}})
    try {
      static_cast<void>(prepare(small_source(), text).run());
      ADD_FAILURE() << text << " is answered";
    } catch (const query::QueryError& error) {
      EXPECT_NE(error.fault().message.find(said), std::string::npos) << error.what();
      EXPECT_NE(error.fault().hint, "") << text;
    }
}

TEST(PatternLimits, SayWhereTheyWereReached) {
  try {
    query::RunOptions options;
    options.limits.steps = 3;
    static_cast<void>(prepare(small_source(), "MATCH (a)-->(b)\nMATCH (c)-[*1..5]->(d) RETURN a.id")
                          .run({}, options));
    FAIL() << "no limit was reached";
  } catch (const query::QueryLimit& limit) {
    EXPECT_EQ(limit.exit_code(), 75);
    EXPECT_EQ(limit.error().fault().type, "LimitReached");
    EXPECT_GE(limit.error().fault().line, 1u);
    EXPECT_NE(std::string(limit.what()).find("^^^"), std::string::npos) << limit.what();
  }
}

TEST(PatternLimits, SayWhereAQueryWasInterrupted) {
  const std::atomic<bool> stop = true;
  query::RunOptions options;
  options.control.stop = &stop;
  try {
    static_cast<void>(
        prepare(small_source(), "UNWIND range(1, 10000) AS i MATCH (a)-->(b) RETURN i")
            .run({}, options));
    FAIL();
  } catch (const Interrupted& error) {
    EXPECT_STREQ(error.what(), "interrupted in MATCH (a)-->(b)");
    EXPECT_EQ(error.exit_code(), 130);
  }
}

}  // namespace
