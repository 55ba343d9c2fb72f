// Values of expressions by example.

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include <entente/query/pattern.hpp>

#include "small_source.hpp"

namespace {

using namespace entente;
using query::prepare;
using test::answer_to;
using test::rows;
using test::small_source;

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

TEST(PatternValues, AreWholeNumbersOnlyWhereTheyFit) {
  for (const std::string text :
       {"1e19", "-1e19", "9223372036854775808.0", "'1e19'", "1.0 / 0", "'9223372036854775808'"}) {
    EXPECT_EQ(rows("RETURN toIntegerOrNull(" + text + ")"), "[[null]]") << text;
    try {
      static_cast<void>(answer_to("RETURN toInteger(" + text + ")"));
      ADD_FAILURE() << text;
    } catch (const query::QueryError& error) {
      EXPECT_EQ(error.fault().code, "NumberOutOfRange") << text;
      EXPECT_EQ(error.fault().hint,
                "toIntegerOrNull gives null instead, toFloat a number with a point")
          << text;
    }
  }
  EXPECT_EQ(rows("RETURN toInteger('12'), toInteger(2.9)"), "[[12, 2]]");
}

TEST(PatternValues, ThatJsonLacksAreNoted) {
  const auto answer = answer_to("RETURN 1.0 / 0 AS a, [0.0 / 0, {b: -1.0 / 0}, 1.5] AS c");
  ASSERT_EQ(answer.notes.size(), 1U);
  EXPECT_EQ(answer.notes[0].code, "infinite");
  EXPECT_EQ(answer.notes[0].count, 3U);
  EXPECT_TRUE(answer_to("RETURN 1e308 AS a").notes.empty());
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

// Though what they are computed from is larger than any double.
TEST(PatternValues, AreAveragedUpToTheLargest) {
  EXPECT_EQ(rows("UNWIND [1.5e308, 1.5e308] AS x RETURN avg(x), stDev(x), stDevP(x)"),
            R"([[{"$float": "1.5e+308"}, {"$float": "0.0"}, {"$float": "0.0"}]])");
  EXPECT_EQ(rows("UNWIND [1e308, 0.0] AS x RETURN avg(x), stDevP(x)"),
            R"([[{"$float": "5e+307"}, {"$float": "5e+307"}]])");
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
  for (const char* text : {R"(["a", b])", "['a', b]", "{k: 'a', l}", "{'k': 1, l}", "[1, 'a' 'b']"})
    EXPECT_THROW(static_cast<void>(query::parameter_from(text)), InvalidArgument) << text;
  for (const char* text : {"[it's so]", "[the 'old' one]", "[2013..2014]", "{2001,2009}"}) {
    const auto value = query::parameter_from(text);
    ASSERT_NE(value.text(), nullptr) << text;
    EXPECT_EQ(*value.text(), text);
  }
}

}  // namespace
