// Pattern queries against plain enumeration, and laws that need no expected answers.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/query/pattern.hpp>

#include "property/query/pattern_oracle.hpp"

namespace {

using entente::query::prepare;
using entente::query::Result;
using entente::query::Source;
using entente::query::Value;
using entente::testing_support::Chance;
using namespace entente::verify;

std::vector<int> numbers(const Value& list) {
  std::vector<int> result;
  for (const Value& item : *list.list()) result.push_back(static_cast<int>(*item.integer()));
  return result;
}

constexpr const char* walk_items =
    "[x IN nodes(p) | id(x)] AS nodes, [e IN relationships(p) | id(e)] AS edges";

std::vector<OracleWalk> walks(const Source& source, const std::string& pattern) {
  const Result result = prepare(source, "MATCH p = " + pattern + " RETURN " + walk_items).run();
  std::vector<OracleWalk> all;
  for (const auto& row : result.rows) all.push_back({numbers(row[0]), numbers(row[1])});
  return all;
}

std::vector<OracleWalk> walks_of(const std::vector<OracleMatch>& matches) {
  std::vector<OracleWalk> all;
  for (const OracleMatch& match : matches) all.push_back(match.walk);
  return all;
}

std::vector<OracleWalk> sorted(std::vector<OracleWalk> all) {
  std::sort(all.begin(), all.end());
  return all;
}

std::string described(const OracleGraph& graph) {
  std::string text;
  for (const std::string& label : graph.labels) text += label;
  for (const OracleEdge& edge : graph.edges)
    text += " " + std::to_string(edge.from) + "-" + edge.type + ">" + std::to_string(edge.to);
  return text;
}

constexpr int rounds = 600;

TEST(Pattern, FindsWhatEnumerationFinds) {
  Chance chance;
  for (int i = 0; i < rounds; ++i) {
    const OracleGraph graph = random_oracle_graph(chance);
    const PathShape path = random_path(chance, 3);
    ASSERT_EQ(sorted(walks(Source(graph.plain()), path.text())),
              sorted(walks_of(matches_of(graph, path))))
        << chance.name() << " " << path.text() << " in " << described(graph);
  }
}

TEST(Pattern, JoinsPathsThatShareNoEdge) {
  Chance chance;
  for (int i = 0; i < rounds; ++i) {
    const OracleGraph graph = random_oracle_graph(chance);
    const PathShape a = random_path(chance, 2);
    const PathShape b = random_path(chance, 2);
    std::size_t expected = 0;
    const std::vector<OracleMatch> all_of_a = matches_of(graph, a);
    const std::vector<OracleMatch> all_of_b = matches_of(graph, b);
    if (all_of_a.size() * all_of_b.size() > 2000) continue;  // pairs are slow to judge by hand
    for (const OracleMatch& of_a : all_of_a)
      for (const OracleMatch& of_b : all_of_b) {
        bool joins = std::none_of(of_a.walk.edges.begin(), of_a.walk.edges.end(), [&](int edge) {
          return std::count(of_b.walk.edges.begin(), of_b.walk.edges.end(), edge) > 0;
        });
        for (std::size_t x = 0; x < a.nodes.size(); ++x)
          for (std::size_t y = 0; y < b.nodes.size(); ++y)
            if (!a.nodes[x].variable.empty() && a.nodes[x].variable == b.nodes[y].variable)
              joins = joins && of_a.nodes[x] == of_b.nodes[y];
        expected += joins ? 1 : 0;
      }
    const std::string query = "MATCH " + a.text() + ", " + b.text() + " RETURN count(*) AS n";
    const Result result = prepare(Source(graph.plain()), query).run();
    ASSERT_EQ(static_cast<std::size_t>(*result.rows[0][0].integer()), expected)
        << chance.name() << " " << query << " in " << described(graph);
  }
}

// Of the walks between each two ends those that a search keeps, in its order.
std::vector<OracleWalk> kept(std::vector<OracleWalk> all, const std::string& search) {
  std::map<std::pair<int, int>, std::vector<OracleWalk>> by_ends;
  for (OracleWalk& walk : all)
    by_ends[{walk.nodes.front(), walk.nodes.back()}].push_back(std::move(walk));
  std::vector<OracleWalk> result;
  for (auto& [ends, list] : by_ends) {
    std::sort(list.begin(), list.end(), [](const OracleWalk& a, const OracleWalk& b) {
      return std::pair(a.edges.size(), a.edges) < std::pair(b.edges.size(), b.edges);
    });
    const std::size_t least = list.front().edges.size();
    for (std::size_t i = 0; i < list.size(); ++i) {
      const bool keeps = search == "ALL SHORTEST" ? list[i].edges.size() == least
                         : search == "SHORTEST 3" ? i < 3
                                                  : i < 1;
      if (keeps) result.push_back(list[i]);
    }
  }
  return sorted(std::move(result));
}

TEST(Pattern, FindsTheShortestOfWhatEnumerationFinds) {
  Chance chance;
  for (int i = 0; i < rounds; ++i) {
    const OracleGraph graph = random_oracle_graph(chance);
    PathShape path = random_path(chance, 1);
    if (path.links.empty()) continue;
    const std::vector<OracleWalk> all = walks_of(matches_of(graph, path));
    const Source source(graph.plain());
    for (const std::string search : {"ANY", "ANY SHORTEST", "ALL SHORTEST", "SHORTEST 3"})
      ASSERT_EQ(sorted(walks(source, search + " " + path.text())), kept(all, search))
          << chance.name() << " " << search << " " << path.text() << " in " << described(graph);
    std::vector<OracleWalk> acyclic;
    for (const OracleWalk& walk : all)
      if (std::set<int>(walk.nodes.begin(), walk.nodes.end()).size() == walk.nodes.size())
        acyclic.push_back(walk);
    ASSERT_EQ(sorted(walks(source, "ACYCLIC " + path.text())), sorted(acyclic))
        << chance.name() << " ACYCLIC " << path.text() << " in " << described(graph);
  }
}

// Between ends that are known it is looked for from both.
TEST(Pattern, FindsTheSameShortestWaysFromBothEnds) {
  Chance chance;
  for (int i = 0; i < 400; ++i) {
    const OracleGraph graph = random_oracle_graph(chance);
    const Source source(graph.plain());
    const std::string search = chance.one_in(2) ? "ANY SHORTEST" : "ALL SHORTEST";
    const std::string left = chance.one_in(3) ? "<-" : "-";
    const std::string range = "*" + std::to_string(chance.number(0, 1)) + ".." +
                              (chance.one_in(3) ? std::to_string(chance.number(1, 4)) : "");
    const std::string type = chance.one_in(2) ? ":R|S" : "";
    const std::string arrow = left + "[" + type + range + "]" + (chance.one_in(2) ? "->" : "-");
    const std::string pattern = search + " (a)" + arrow + "(b)";
    const Result known =
        prepare(source, "MATCH (a) MATCH (b) MATCH p = " + pattern + " RETURN " + walk_items).run();
    std::vector<OracleWalk> found;
    for (const auto& row : known.rows) found.push_back({numbers(row[0]), numbers(row[1])});
    ASSERT_EQ(sorted(std::move(found)), sorted(walks(source, pattern)))
        << chance.name() << " " << pattern << " in " << described(graph);
  }
}

// What is in a, as often as it is, is in b.
bool is_within(const std::vector<OracleWalk>& a, const std::vector<OracleWalk>& b) {
  return std::includes(b.begin(), b.end(), a.begin(), a.end());
}

TEST(Pattern, KeepsTheLawsOfBounds) {
  Chance chance;
  for (int i = 0; i < 500; ++i) {
    const OracleGraph graph = random_oracle_graph(chance);
    const Source source(graph.plain());
    const int least = chance.number(0, 2);
    const int most = least + chance.number(0, 2);
    const std::string arrow = chance.one_in(2) ? "-[:R|S]-" : "-[:R|S]->";
    const auto between = [&](int low, int high) {
      return sorted(walks(
          source, "(a)" + arrow + "{" + std::to_string(low) + "," + std::to_string(high) + "}(b)"));
    };
    const auto all = between(least, most);
    EXPECT_TRUE(is_within(all, between(least, most + 1))) << chance.name();
    if (least > 0) {
      EXPECT_TRUE(is_within(all, between(least - 1, most))) << chance.name();
    }
    std::vector<OracleWalk> sum;
    for (int k = least; k <= most; ++k) {
      const auto one = between(k, k);
      sum.insert(sum.end(), one.begin(), one.end());
    }
    EXPECT_EQ(all, sorted(sum)) << chance.name() << " in " << described(graph);
  }
}

TEST(Pattern, GivesTheSameRowsInTheSameOrderEachTime) {
  Chance chance;
  for (int i = 0; i < 200; ++i) {
    const OracleGraph graph = random_oracle_graph(chance);
    const PathShape path = random_path(chance, 3);
    EXPECT_EQ(walks(Source(graph.plain()), path.text()), walks(Source(graph.plain()), path.text()));
  }
}

}  // namespace
