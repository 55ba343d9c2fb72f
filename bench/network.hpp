#pragma once

/// A file of edges as a Network.

#include <cstdint>
#include <vector>

#include <entente/network/network.hpp>

#include "edges.hpp"

namespace bench {

enum class Weighed : std::uint8_t { no, yes };

[[nodiscard]] inline std::vector<entente::PlainEdge> plain_edges(const Edges& edges,
                                                                 Weighed weighed) {
  std::vector<entente::PlainEdge> plain(edges.from.size());
  for (std::size_t i = 0; i < plain.size(); ++i) {
    plain[i] = {entente::EntityId(edges.from[i]), entente::EntityId(edges.to[i]),
                weighed == Weighed::yes ? static_cast<double>(edges.weight[i]) : 1.0};
  }
  return plain;
}

[[nodiscard]] inline entente::Network network_of(const Edges& edges, Weighed weighed) {
  return {edges.vertices, plain_edges(edges, weighed), entente::Directedness::undirected};
}

}  // namespace bench
