// Variables that have a list of edges already, against walking those edges by hand.

#include <algorithm>
#include <optional>
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

// Where those edges lead from a node, in their order; each is walked once.
std::optional<int> end_of(const OracleGraph& graph, const std::vector<int>& edges, int at,
                          bool either_way) {
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const OracleEdge& edge = graph.edges[static_cast<std::size_t>(edges[i])];
    const auto here = edges.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::count(edges.begin(), here, edges[i]) > 0) return std::nullopt;
    if (edge.from == at)
      at = edge.to;
    else if (either_way && edge.to == at)
      at = edge.from;
    else
      return std::nullopt;
  }
  return at;
}

TEST(BoundList, IsWalkedAsItIs) {
  Chance chance;
  std::size_t walked = 0;
  for (int i = 0; i < 600; ++i) {
    const OracleGraph graph = random_oracle_graph(chance);
    if (graph.edges.empty()) continue;
    std::vector<int> edges;
    std::string text;
    std::string list;
    const int length = chance.number(0, 3);
    for (int k = 0; k < length; ++k) {
      edges.push_back(chance.number(0, static_cast<int>(graph.edges.size()) - 1));
      const std::string name = "e" + std::to_string(k);
      text += "MATCH ()-[" + name + "]->() WHERE id(" + name +
              ") = " + std::to_string(edges.back()) + " ";
      list += (k == 0 ? "" : ", ") + name;
    }
    const bool either_way = chance.one_in(3);
    const bool from_right = chance.one_in(2);
    const int least = chance.number(0, 2);
    const std::string range = "[rs*" + std::to_string(least) + "..]";
    const std::string pattern = from_right
                                    ? "(b)" + std::string(either_way ? "-" : "<-") + range + "-(a)"
                                    : "(a)-" + range + (either_way ? "-" : "->") + "(b)";
    if (from_right) std::reverse(edges.begin(), edges.end());
    const std::string known = chance.one_in(2) ? "MATCH (b) " : "";
    text += "WITH [" + list + "] AS rs " + known + "MATCH " + pattern + " RETURN id(a), id(b)";
    std::vector<std::vector<int>> expected;
    for (int at = 0; at < static_cast<int>(graph.labels.size()) && length >= least; ++at)
      if (const auto end = end_of(graph, edges, at, either_way)) expected.push_back({at, *end});
    const Result result = prepare(Source(graph.plain()), text).run();
    std::vector<std::vector<int>> found;
    for (const auto& row : result.rows)
      found.push_back({static_cast<int>(*row[0].integer()), static_cast<int>(*row[1].integer())});
    std::sort(found.begin(), found.end());
    ASSERT_EQ(found, expected) << chance.name() << " " << text;
    walked += length > 0 ? found.size() : 0;
  }
  EXPECT_GT(walked, 50U) << "the cases are of use";
}

}  // namespace
