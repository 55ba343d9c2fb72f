#pragma once

/// A file of edges as a Network.

#include <cstdint>

#include <entente/network/network.hpp>

#include "edges.hpp"

namespace bench {

enum class Weighed : std::uint8_t { no, yes };

[[nodiscard]] inline entente::Network network_of(const Edges& edges, Weighed weighed) {
  std::vector<entente::PlainEdge> plain(edges.from.size());
  for (std::size_t i = 0; i < plain.size(); ++i) {
    plain[i] = {entente::EntityId(edges.from[i]), entente::EntityId(edges.to[i]),
                weighed == Weighed::yes ? static_cast<double>(edges.weight[i]) : 1.0};
  }
  return {edges.vertices, plain, entente::Directedness::undirected};
}

}  // namespace bench
