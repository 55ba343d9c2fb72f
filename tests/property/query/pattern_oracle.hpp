#pragma once

/// Random graphs and patterns, and all matches by plain enumeration: every trail of the graph, cut
/// in every way into what the pattern's links may walk. Shares nothing with the engine.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <entente/model/property_graph.hpp>

#include "support/seed.hpp"

namespace entente::verify {

struct OracleEdge {
  int from = 0;
  int to = 0;
  std::string type;
};

struct OracleGraph {
  std::vector<std::string> labels;  // of each node
  std::vector<OracleEdge> edges;

  [[nodiscard]] PropertyGraph plain() const;
};

struct NodeShape {
  std::string variable;  // empty: none
  std::string label;     // empty: any
};

enum class Arrow { right, left, either };

struct LinkShape {
  Arrow arrow = Arrow::right;
  std::string type;  // empty: any
  bool repeats = false;
  bool as_range = false;  // written *a..b, else {a,b}
  int least = 1;
  int most = 1;   // -1: no bound
  int edges = 1;  // of a repeated part in brackets: 1 or 2
  bool in_brackets = false;
};

struct PathShape {
  std::vector<NodeShape> nodes;
  std::vector<LinkShape> links;

  [[nodiscard]] std::string text() const;
};

// A walk: nodes, one more than edges.
struct OracleWalk {
  std::vector<int> nodes;
  std::vector<int> edges;

  friend auto operator<=>(const OracleWalk&, const OracleWalk&) = default;
};

// A walk and the nodes that stand for those of the pattern.
struct OracleMatch {
  OracleWalk walk;
  std::vector<int> nodes;

  friend auto operator<=>(const OracleMatch&, const OracleMatch&) = default;
};

[[nodiscard]] OracleGraph random_oracle_graph(testing_support::Chance& chance);
[[nodiscard]] PathShape random_path(testing_support::Chance& chance, int most_links);
[[nodiscard]] std::vector<OracleMatch> matches_of(const OracleGraph& graph, const PathShape& path);

}  // namespace entente::verify
