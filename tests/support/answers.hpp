#pragma once

/// Graphs with the answers that another program gives about them; see networkx_answers.py.

#include <map>
#include <string>
#include <vector>

#include "support/small_graph.hpp"

namespace entente::verify {

struct EdgeAnswer {
  std::size_t from = 0;
  std::size_t to = 0;
  double value = 0;
};

struct Answers {
  std::string name;
  SmallGraph graph;
  std::map<std::string, std::vector<double>> vertices;  ///< by measure, a value an entity
  std::map<std::string, double> numbers;
  std::map<std::string, std::vector<EdgeAnswer>> edges;
};

/// All files of tests/golden/algorithm, by name.
[[nodiscard]] std::vector<Answers> all_answers();

}  // namespace entente::verify
