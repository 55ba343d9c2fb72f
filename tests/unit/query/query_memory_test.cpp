// What a query counts against its memory is what it takes, whatever its rows are written as.

#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <entente/answer/query.hpp>
#include <entente/io/property_graph.hpp>
#include <entente/query/pattern.hpp>

#include "support/graph_of.hpp"

namespace {

using namespace entente;
using answers::QueryAnswer;
using answers::RowText;
using testing::HasSubstr;

// 300 nodes, each with a text, and 1,200 edges between them.
const query::Source& crowd() {
  static const query::Source source([] {
    PropertyGraph graph;
    for (std::int64_t i = 0; i < 300; ++i)
      graph.nodes.push_back(
          {i,
           {"P"},
           {{"k", PlainValue{i % 17}},
            {"name", PlainValue{"somebody with the number " + std::to_string(1000 + i)}}}});
    for (std::int64_t i = 0; i < 1200; ++i)
      graph.edges.push_back({i, "T", i % 300, (i * 13 + i / 300 * 7 + 1) % 300, {}});
    return graph;
  }());
  return source;
}

QueryAnswer answer_within(const std::string& text, std::size_t memory) {
  answers::QueryParameters parameters;
  parameters.limits.memory = memory;
  return answers::query({.graph = Graph({}, Vocabulary("plain", {}, {}))},
                        query::prepare(crowd(), text), parameters);
}

// How many bytes more a process takes at most, while it does that, than one that asks for little.
std::int64_t peak_of(const std::function<void()>& work) {
  const auto most = [](const std::function<void()>& inside) {
    const pid_t child = ::fork();
    if (child == 0) {
      inside();
      ::_exit(0);
    }
    int status = 0;
    rusage usage{};
    ::wait4(child, &status, 0, &usage);
    EXPECT_EQ(status, 0);
    return std::int64_t{usage.ru_maxrss} * 1024;
  };
  static const std::int64_t little = most([] {
    std::ofstream out("/dev/null");
    write_rows(out,
               answer_within("MATCH (a)--(b) RETURN a, collect(b.k) ORDER BY a.name LIMIT 9",
                             std::size_t{1} << 20U),
               RowText::text);
  });
  return most(work) - little;
}

constexpr std::size_t megabyte = std::size_t{1} << 20U;

// Each makes more than any limit below allows, in another way.
const std::vector<std::string> without_end = {
    "UNWIND range(1, 1000) AS a UNWIND range(1, 10000) AS x RETURN x",
    "MATCH (a), (b), (c) RETURN a, b.name, c.k",
    "MATCH (a), (b), (c) RETURN a.k AS x, b.name AS y ORDER BY x, y",
    "MATCH (a), (b), (c) RETURN DISTINCT id(a) * 90000 + id(b) * 300 + id(c) AS x",
    "MATCH (a), (b), (c) RETURN id(a) * 90000 + id(b) * 300 + id(c) AS x, count(*) AS n",
    "MATCH (a), (b), (c) RETURN a.name + b.name + id(c) AS x UNION RETURN 'y' AS x",
    "MATCH (a), (b), (c) RETURN a.k AS x, collect(b.name) AS y",
    "MATCH (a), (b), (c) RETURN collect(DISTINCT id(a) * 90000 + id(b) * 300 + id(c)) AS y",
    "MATCH (a), (b), (c) RETURN percentileDisc(a.k, 0.5) AS y",
    "MATCH p = (a)-[*1..5]-(b) RETURN p",
    "MATCH (a)-[r*1..5]-(b) RETURN collect(r) AS y",
    "MATCH p = SHORTEST 900 (a)-[:T*]-(b) RETURN p",
    "RETURN size([x IN range(1, 700000) | [y IN range(1, 100) | x + y]]) AS n",
    "RETURN size([(a)--(b)--(c)--(d)--(e) | a.name + b.name]) AS n",
    "WITH range(1, 700000) AS l RETURN size(l + l + l + l) AS n",
    "WITH 'abcdefghijklmnopqrstuvwxyz' AS s WITH replace(s, 'a', s + s + s + s) AS s "
    "WITH replace(s, 'b', s + s) AS s WITH replace(s, 'c', s + s) AS s "
    "WITH replace(s, 'd', s + s) AS s RETURN size(s) AS n",
    "UNWIND range(1, 400000) AS i WITH DISTINCT [i / 2, i / 2 + 1, 'a text of some length'] AS l "
    "RETURN count(l) AS n",
    "MATCH (a), (b), (c) RETURN {who: a.name, with: [b.name, c.name]} AS m",
};

#ifndef __has_feature
#define __has_feature(name) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || \
    __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr bool is_sanitized = true;  // then the process takes more than what it asks for
#else
constexpr bool is_sanitized = false;
#endif

TEST(QueryMemory, IsKeptToByEveryOperator) {
  if (is_sanitized) GTEST_SKIP();
  static_cast<void>(crowd());
  constexpr std::size_t limit = 24 * megabyte;
  for (const std::string& text : without_end) {
    SCOPED_TRACE(text);
    const std::int64_t peak = peak_of([&] {
      std::string code = "none";
      try {
        static_cast<void>(answer_within(text, limit));
      } catch (const LimitReached& error) {
        code = error.code();
      }
      if (code != "query-memory") ::_exit(1);
    });
    EXPECT_LE(peak, static_cast<std::int64_t>(limit * 12 / 10)) << text;
  }
}

TEST(QueryMemory, IsKeptToInEveryFormat) {
  if (is_sanitized) GTEST_SKIP();
  static_cast<void>(crowd());
  constexpr std::size_t limit = 24 * megabyte;
  for (const char* text : {"UNWIND range(1, 180) AS a UNWIND range(1, 1000) AS x RETURN x",
                           "MATCH (a), (b) RETURN a, b.name, [a.k, b.k] LIMIT 50000",
                           "UNWIND range(1, 600) AS i MATCH (a) RETURN collect(a) AS l"})
    for (const RowText format : {RowText::csv, RowText::json_lines, RowText::json,
                                 RowText::json_typed, RowText::markdown, RowText::text}) {
      const std::int64_t peak = peak_of([&] {
        std::ofstream out("/dev/null");
        try {
          write_rows(out, answer_within(text, limit), format);
        } catch (const LimitReached& error) {
          if (error.code() != "query-memory") ::_exit(1);
        }
      });
      EXPECT_LE(peak, static_cast<std::int64_t>(limit * 12 / 10))
          << text << " as " << static_cast<int>(format);
    }
}

// What was let go of is not counted any longer.
TEST(QueryMemory, IsGivenBack) {
  const std::size_t limit = 2 * megabyte;
  for (const char* text :
       {"MATCH (a) RETURN sum(COUNT { MATCH (a)-[*1..2]-(b) RETURN DISTINCT b.name }) AS n",
        "UNWIND range(1, 1000) AS i RETURN sum(size([x IN range(1, 1000) | x])) AS n",
        "UNWIND range(1, 3000) AS i WITH [i, 'a text that is quite long'] AS l RETURN count(l) AS "
        "n",
        "MATCH (a), (b) WHERE id(a) < 20 AND EXISTS { MATCH p = ALL SHORTEST (a)-[*]-(b) } RETURN "
        "count(*) AS n",
        "UNWIND range(1, 200) AS i WITH range(1, 1000) AS l UNWIND l AS x RETURN count(x) AS n",
        "WITH range(1, 3000) AS l UNWIND range(1, 5000) AS i RETURN l"})
    EXPECT_NO_THROW(static_cast<void>(answer_within(text, limit))) << text;
}

TEST(QueryMemory, NamesWhatTookIt) {
  const auto message = [](const std::string& text) -> std::string {
    try {
      static_cast<void>(answer_within(text, megabyte));
    } catch (const LimitReached& error) {
      const std::string words = error.what();
      const std::size_t begin = words.find("query-memory: ") + 14;
      return words.substr(begin, words.find('\n') - begin);
    }
    return "";
  };
  EXPECT_EQ(message("MATCH (a), (b), (c) WITH a, c ORDER BY a.k RETURN count(*) AS n"),
            "more than 1 MB are held for WITH a, c ORDER BY a.k");
  EXPECT_EQ(message("MATCH (a), (b) RETURN a, b.name"),
            "more than 1 MB are held for RETURN a, b.name");
  EXPECT_EQ(message("MATCH p = SHORTEST 9 (a)-[:T*]-(b) RETURN p"),
            "more than 1 MB are held for MATCH p = SHORTEST 9 (a)-[:T*]-(b)");
}

TEST(QueryMemory, LetsACellBeNoLongerThanIsLeft) {
  const QueryAnswer answer =
      answer_within("UNWIND range(1, 60) AS i MATCH (a) RETURN collect(a) AS crowd", 2 * megabyte);
  std::ostringstream out;
  write_rows(out, answer, RowText::json_typed);
  EXPECT_GT(out.str().size(), megabyte);
  for (const RowText format : {RowText::csv, RowText::markdown, RowText::table}) {
    std::string words;
    try {
      write_rows(out, answer, format);
    } catch (const LimitReached& error) {
      words = error.what();
    }
    EXPECT_THAT(words, HasSubstr("more than 2 MB are held for the text of crowd in one row"));
  }
}

void expect_whole(const QueryAnswer& answer, const std::string& text) {
  const auto written = [&answer](RowText format) {
    std::ostringstream out;
    write_rows(out, answer, format);
    return out.str();
  };
  EXPECT_EQ(written(RowText::csv), answers::csv(answer.table(answers::Reader::program))) << text;
  EXPECT_EQ(written(RowText::tsv), answers::tsv(answer.table(answers::Reader::program))) << text;
  EXPECT_EQ(written(RowText::json), to_json(answer)) << text;
  EXPECT_EQ(written(RowText::json_lines), to_json_lines(answer)) << text;
  EXPECT_EQ(written(RowText::markdown), to_markdown(answer)) << text;
  EXPECT_EQ(written(RowText::table), answers::aligned(answer.table(answers::Reader::person)))
      << text;
  EXPECT_EQ(written(RowText::text), to_text(answer)) << text;
}

TEST(QueryRows, AreWrittenOneByOneAsTheWholeIs) {
  for (const char* text :
       {"RETURN 1 AS a", "UNWIND [] AS x RETURN x",
        "UNWIND [1, 2.5, null, 'a|b', '=x', '', [1, 'c,d'], {k: \"q'\", `$v`: [1]}] AS x "
        "RETURN x, [x] AS y",
        "MATCH p = (a)-[r]->(b) RETURN p, a, r, labels(b), {n: a} AS m LIMIT 20"})
    expect_whole(answer_within(text, megabyte), text);
}

TEST(QueryRows, OfADossierAreWrittenOneByOneAsTheWholeIs) {
  const Graph graph = test::graph_of(R"(
    country japan name=ja:日本
    country korea
    agreement ipcp
    r1: japan party_to ipcp when=2014-05-06/
    r2: korea party_to ipcp when=2016/..
    r3: korea party_to ipcp
  )");
  for (const char* text : {"MATCH p = (c)-[r:party_to]->(a) AS OF '2018' RETURN p, c, r, r.when",
                           "MATCH (c)-[r]->(a) RETURN c.name, collect(r) AS r",
                           "AS OF '1900' MATCH (c)-[r]->(a) RETURN c"})
    expect_whole(answers::query({.graph = graph}, query::prepare(graph, text)), text);
}

}  // namespace
