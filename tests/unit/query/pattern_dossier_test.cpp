// Queries of a dossier: periods, certainty, names.

#include <gtest/gtest.h>

#include <entente/query/pattern.hpp>

#include "support/graph_of.hpp"

namespace {

using namespace entente;
using query::prepare;

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

// A name is the one that is shown; any of an entity's names finds it.
TEST(PatternDossier, NamesEntitiesInTheReadersLanguage) {
  const Graph graph = test::graph_of(R"(
    country japan name=Japan name=ja:日本
    country korea name=Korea
  )");
  query::RunOptions options;
  options.languages = "ja,en";
  const auto texts = [&](const std::string& text) {
    std::string all;
    for (const auto& row : prepare(graph, text).run({}, options).rows)
      for (const query::Value& value : row) all += *value.text() + " ";
    return all;
  };
  EXPECT_EQ(texts("MATCH (n {id: 'japan'}) RETURN n.name, n['name'], name(n), properties(n).name, "
                  "name(n, 'en')"),
            "日本 日本 日本 日本 Japan ");
  EXPECT_EQ(texts("MATCH (n:country) RETURN n.name ORDER BY n.name"), "Korea 日本 ");
  EXPECT_EQ(texts("MATCH (n {name: 'Japan'}) WHERE n.name = '日本' RETURN n.id"), "japan ");
  EXPECT_EQ(texts("MATCH (n) WHERE n.name STARTS WITH '日' RETURN n.id"), "japan ");
  EXPECT_EQ(texts("MATCH (n), (m) WHERE n.name = m.name RETURN n.id ORDER BY n.id"),
            "japan korea ");
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

// One fact holds or does not: no choice makes it do both.
TEST(PatternDossier, KeepsNoRowThatContradictsItself) {
  const Graph graph = test::graph_of(R"(
    country japan
    agreement ipcp
    r1: japan party_to ipcp when=2014-05-06/
  )");
  const auto count = [&](const std::string& where) {
    return prepare(graph, "AS OF '2018' MATCH (c:country) WHERE " + where + " RETURN c.id")
        .run()
        .rows.size();
  };
  EXPECT_EQ(count("EXISTS { (c)-[:party_to]->() } AND NOT EXISTS { (c)-[:party_to]->() }"), 0U);
  EXPECT_EQ(count("EXISTS { (c)-[:party_to]->() } AND COUNT { (c)-->() } = 0"), 0U);
  EXPECT_EQ(count("EXISTS { (c)-[:party_to]->() } AND COUNT { (c)-->() } = 1"), 1U);
  EXPECT_EQ(count("EXISTS { (c)-->() } OR NOT EXISTS { (c)-[:party_to]->() }"), 1U);
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

TEST(PatternNames, AreFoundByWhatAMapHolds) {
  const Graph graph = test::graph_of("country macau name=ja:マカオ\ncountry japan name=ja:日本\n");
  const query::Parameters parameters = {{"p", query::parameter_from("{a: 'マカオ'}")}};
  for (const std::string text :
       {"UNWIND [{a: 'マカオ'}] AS row MATCH (n {name: row.a}) RETURN n.id",
        "UNWIND [{a: 'マカオ'}] AS row MATCH (n) WHERE n.name = row.a RETURN n.id",
        "UNWIND [{a: 'マカオ'}] AS row MATCH (n) WHERE n.name IN [row.a, row['a']] RETURN n.id",
        "MATCH (n) WHERE $p.a = n.name RETURN n.id"}) {
    const auto prepared = prepare(graph, text);
    const auto result = prepared.parameters().empty() ? prepared.run() : prepared.run(parameters);
    ASSERT_EQ(result.rows.size(), 1u) << text;
    EXPECT_EQ(*result.rows[0][0].text(), "macau");
  }
  EXPECT_TRUE(prepare(graph, "MATCH (n), (m) WHERE n.name = m.name AND n <> m RETURN n")
                  .run()
                  .rows.empty());
}

}  // namespace
