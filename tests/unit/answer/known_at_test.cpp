/// What was known by a day: in every answer, and in queries of one or several such days.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <entente/entente.hpp>

#include "asked.hpp"

namespace entente::answers {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;
using testing::Not;

constexpr const char* published = R"(
  person a
  person b
  person c
  country x
  country y
  document d1 published=2001-03-01
  document d2 published=2002
  m1: a met_with b when=2001-01-20 by=d1~2001-01-05,d2
  m2: a met_with c when=2001-01-10 by=d1
  t: x partner_of y when=1990/1992 by=d1~2000/2001,d2
)";

TEST(KnownAt, HidesDatesAndSourcesOfLaterOn) {
  const Question question = asked(published, {.known_at = "2001-06"});
  const Json contents = Json::parse(to_json(info(question)));
  EXPECT_THAT(contents.dump(), HasSubstr("2000-01-01"));
  EXPECT_THAT(contents.dump(), Not(HasSubstr("1990-01-01")));
  const Json steps = Json::parse(to_json(series(question, {.measure = "relations"})));
  EXPECT_THAT(steps.dump(), Not(HasSubstr("1990")));
  const std::string changes =
      text_of(diff(question, {.first = "2001-01-01", .second = "2001-02-01"}));
  EXPECT_LT(changes.find("2001-01-05"), changes.find("2001-01-10"));
}

TEST(KnownAt, HidesThemFromQueriesToo) {
  const std::string returned =
      "RETURN DISTINCT r.id, r.when, properties(r).when, sentence(r), sources(r) ORDER BY r.id";
  Question question = asked(published, {.known_at = "2001-06"});
  const auto answer = [&](const std::string& text) {
    return Json::parse(to_json(query(question, query::prepare(question.graph, text))))["rows"]
        .dump();
  };
  const std::string by_option = answer("MATCH (p)-[r]-(q) " + returned);
  EXPECT_THAT(by_option, HasSubstr("2001-01-05"));
  EXPECT_THAT(by_option, HasSubstr("2000/2001"));
  for (const char* hidden : {"2001-01-20", "1990", "d2"})
    EXPECT_THAT(by_option, Not(HasSubstr(hidden)));
  EXPECT_EQ(answer("MATCH (p)-[r]-(q) WHERE validAt(r, '1991') RETURN r.id"), "[]");
  EXPECT_EQ(answer("AS OF '1991' MATCH (p)-[r]-(q) RETURN r.id"), "[]")
      << "a period of the query keeps what was known";
  question.selection = {};
  EXPECT_EQ(answer("KNOWN AT '2001-06' MATCH (p)-[r]-(q) " + returned), by_option);
  EXPECT_EQ(answer("KNOWN AT '2001-06' MATCH (p)-[r]-(q) WHERE validAt(r, '1991') RETURN r.id"),
            "[]");
  EXPECT_EQ(answer("KNOWN AT '2001-06' MATCH (p)-[r]-(q) AS OF '1991' RETURN r.id"), "[]");
}

TEST(KnownAt, OfAClauseHoldsWhereverItsEdgesAreReadAgain) {
  const Question everything = asked(published);
  const std::vector<std::string> readings = {
      "RETURN DISTINCT r.id, r.when, r['when'], properties(r).when, sentence(r), sources(r), "
      "validAt(r, '1991') ORDER BY r.id",
      "WITH DISTINCT r AS s RETURN s.when, sentence(s), sources(s) ORDER BY s.id",
      "WITH collect(DISTINCT r) AS all UNWIND all AS s RETURN s.when, sources(s) ORDER BY s.id",
      "WITH DISTINCT r ORDER BY r.id RETURN [s IN collect(r) | s.when] AS dates",
      "RETURN DISTINCT r ORDER BY r.id",
      "RETURN DISTINCT [r] AS list ORDER BY list[0].id"};
  for (const std::string& reading : readings) {
    const Json whole = rows_of(everything, "KNOWN AT '2001-06' MATCH (p)-[r]-(q) " + reading);
    EXPECT_EQ(rows_of(everything, "MATCH (p)-[r]-(q) KNOWN AT '2001-06' " + reading), whole);
    EXPECT_THAT(whole.dump(), testing::AnyOf(HasSubstr("2001-01-05"), HasSubstr("2000/2001")));
    for (const char* hidden : {"2001-01-20", "1990", "d2"})
      EXPECT_THAT(whole.dump(), Not(HasSubstr(hidden))) << reading;
  }
  const Json paths =
      rows_of(everything,
              "MATCH p = (x {name: 'x'})-[r*1..1]-(y) KNOWN AT '2001-06' RETURN p, r, "
              "relationships(p)[0].when, commonPeriod(p)");
  EXPECT_THAT(paths.dump(), Not(HasSubstr("1990")));
  EXPECT_THAT(paths.dump(), HasSubstr("2000/2001"));
  EXPECT_EQ(rows_of(everything,
                    "MATCH (x)-[r {when: '2000/2001'}]->(y) KNOWN AT '2001-06' "
                    "RETURN DISTINCT r.id")
                .size(),
            1u);
  EXPECT_EQ(rows_of(everything,
                    "MATCH (x)-[r WHERE r.when = '1990/1992']->(y) "
                    "KNOWN AT '2001-06' RETURN r.id")
                .size(),
            0u);
  // One date each, as known by the clause that found it.
  EXPECT_EQ(rows_of(everything,
                    "MATCH (x)-[r:partner_of]->(y) KNOWN AT '2001-06' "
                    "MATCH (x)-[s:partner_of]->(y) RETURN DISTINCT r.when, s.when")
                .dump(),
            R"([{"r.when":"2000/2001","s.when":"1990/1992"}])");
}

TEST(KnownAt, StaysWhereAQueryIsRewritten) {
  const Question question = asked(published);
  for (const char* text : {"AS OF '2000' KNOWN AT '2001-06' MATCH (a)-[r]->(b) RETURN r.id, r.when",
                           "KNOWN AT '2001-06' MATCH (a)-[r]->(b) RETURN r.id, r.when",
                           "MATCH (a)-[r]->(b) AS OF '1991' KNOWN AT '2001-06' RETURN r.id",
                           "KNOWN AT '2001-06' MATCH (a)-[r]->(b) DURING '2000/2001' CERTAINLY "
                           "RETURN r.id"}) {
    const std::string rewritten = query::prepare(question.graph, text).rewritten();
    EXPECT_EQ(rows_of(question, rewritten), rows_of(question, text)) << rewritten;
  }
}

TEST(KnownAt, OfSeveralClausesIsNotMixed) {
  const Question question = asked(published);
  const auto fault = [&](const std::string& text) {
    try {
      (void)query::prepare(question.graph, text);
    } catch (const query::QueryError& error) {
      return std::string(error.fault().code);
    }
    return std::string("compiles");
  };
  const std::string two = "MATCH (a)-[r]-(b) KNOWN AT '2001-06' MATCH (a)-[s]-(b) ";
  EXPECT_EQ(fault(two + "RETURN [r, s]"), "InvalidPeriod");
  EXPECT_EQ(fault(two + "UNWIND [r, s] AS e RETURN e.when"), "InvalidPeriod");
  EXPECT_EQ(fault(two + "RETURN r, s, r.when = s.when"), "compiles");
  EXPECT_EQ(fault(two + "RETURN count(*), a.name"), "compiles");
  EXPECT_EQ(fault("MATCH (a)-[r]-(b) KNOWN AT '2001-06' RETURN r UNION MATCH (a)-[r]-(b) RETURN r"),
            "InvalidPeriod");
  EXPECT_EQ(fault("UNWIND ['2001', '2002'] AS d MATCH (a)-[r]-(b) KNOWN AT d RETURN r.when"),
            "InvalidPeriod");
  EXPECT_EQ(fault("UNWIND ['2001', '2002'] AS d MATCH (a)-[r]-(b) KNOWN AT d RETURN d, count(r)"),
            "compiles");
}

}  // namespace
}  // namespace entente::answers
