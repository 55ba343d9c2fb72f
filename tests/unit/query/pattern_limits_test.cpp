// How a run goes and ends: parameters, rows one by one, errors, limits.

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <entente/query/pattern.hpp>

#include "small_source.hpp"

namespace {

using namespace entente;
using query::prepare;
using test::small_source;

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

TEST(PatternRun, RefusesLanguagesThatAreNone) {
  query::RunOptions options;
  options.languages = "??";
  try {
    static_cast<void>(prepare(small_source(), "RETURN 1").run({}, options));
    FAIL() << "no name is asked for, but it is no list of languages";
  } catch (const InvalidArgument& error) {
    EXPECT_EQ(error.code(), "bad-language");
    EXPECT_NE(std::string(error.what()).find("give a list such as"), std::string::npos);
  }
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
        prepare(small_source(), "UNWIND range(1, 3000) AS i MATCH (a)-->(b) RETURN i")
            .run({}, options));
    FAIL();
  } catch (const Interrupted& error) {
    EXPECT_STREQ(error.what(), "interrupted in MATCH (a)-->(b)");
    EXPECT_EQ(error.exit_code(), 130);
  }
}

TEST(PatternLimits, ReachIntoOneExpression) {
  const std::atomic<bool> stop = true;
  query::RunOptions options;
  options.control.stop = &stop;
  for (const std::string& expression : std::vector<std::string>{
           "range(1, 100000)", "reverse([x IN range(1, 3000) | x] + range(1, 3000))",
           "split('" + std::string(20'000, ',') + "', ',')",
           "'" + std::string(20'000, 'x') + "' =~ 'x*'",
           "any(x IN range(1, 3000) WHERE x IN range(-4000, 0))"}) {
    try {
      static_cast<void>(prepare(small_source(), "RETURN " + expression).run({}, options));
      ADD_FAILURE() << expression;
    } catch (const Interrupted& interrupted) {
      EXPECT_NE(std::string(interrupted.what()).find("interrupted in "), std::string::npos);
    }
  }
}

}  // namespace
