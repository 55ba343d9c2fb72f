#pragma once

/// All shortest routes between two vertices as an acyclic graph: small, and enough to count them,
/// to list them and to take the first.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <entente/algorithm/path.hpp>
#include <entente/network/network.hpp>

#include "algorithm/paths/lengths.hpp"

namespace entente::kernel {

/// The vertices on shortest routes, the start first; arcs lead to later ones, the target is last.
struct RouteDag {
  struct Arc {
    std::uint32_t to = 0;
    EdgeIndex edge = {};
  };
  std::vector<Vertex> vertices;
  std::vector<std::uint32_t> offsets;  ///< into `arcs`, vertices.size() + 1 of them
  std::vector<Arc> arcs;               ///< of a vertex: by entity, then by edge

  [[nodiscard]] std::span<const Arc> onward(std::uint32_t local) const {
    return {arcs.data() + offsets[local], arcs.data() + offsets[local + 1]};
  }
};

/// A route as its vertices and the edges between them.
struct Route {
  std::vector<Vertex> vertices;
  std::vector<EdgeIndex> edges;
};

/// How many routes there are; 2^64 - 1 stands for that many or more.
[[nodiscard]] std::uint64_t count_routes(const RouteDag& dag);

/// Adds routes along these vertices, one for each choice of an edge a hop, in the order of the
/// edges, until there are `limit`.
void add_routes(const std::vector<Vertex>& vertices,
                const std::vector<std::vector<EdgeIndex>>& choices, std::size_t limit,
                std::vector<Route>& routes);

/// The first `limit` routes in the order of the entities along them, then of the edges.
[[nodiscard]] std::vector<Route> list_routes(const RouteDag& dag, std::size_t limit);

/// The vertices of those of the entities that are in the network.
[[nodiscard]] std::vector<Vertex> vertices_of(const Network& g, std::span<const EntityId> entities);

/// A route as it is answered, with what it costs.
[[nodiscard]] Path path_of(const Network& g, const Route& route, double cost);

/// The same by hops.
[[nodiscard]] Path path_of(const Network& g, const Route& route);

/// The same, its edges' lengths added up.
template <typename Kind>
[[nodiscard]] Path path_of(const Network& g, const Kind& lengths, const Route& route) {
  typename Kind::Sum length{0};
  for (const EdgeIndex e : route.edges) length = lengths.after(length, e);
  return path_of(g, route, lengths.cost(length));
}

}  // namespace entente::kernel
