#pragma once

/// Small random multigraphs and slow, plain answers about them, to judge the kernels by. Nothing
/// here uses a Network: a verifier that shared its rows would share its mistakes.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <entente/network/network.hpp>

namespace entente::verify {

struct SmallGraph {
  std::size_t entities = 0;
  std::vector<PlainEdge> edges;
  Directedness directedness = Directedness::undirected;

  [[nodiscard]] Network network(const Projection& projection = {}) const;
  /// For failure messages.
  [[nodiscard]] std::string text() const;
};

/// Up to 9 entities, with parallel edges, self-loops and isolated vertices; weights are quarters
/// from 1/4 to 2, so that their sums are exact and ties are common.
[[nodiscard]] SmallGraph random_graph(std::uint64_t seed);

/// Numbers by two entities; `rows[from][to]`.
template <typename T>
using Matrix = std::vector<std::vector<T>>;

/// Which edges lead from one entity to another, self-loops left out; both ways if undirected.
[[nodiscard]] Matrix<std::vector<std::size_t>> edges_between(const SmallGraph& graph);
/// The weight of the lightest edge, or infinity; the diagonal is infinite too.
[[nodiscard]] Matrix<double> lightest_edges(const SmallGraph& graph);
/// 1 where an edge is, infinity elsewhere.
[[nodiscard]] Matrix<double> unit_edges(const SmallGraph& graph);

}  // namespace entente::verify
