#pragma once

/// Brandes' dependencies: how much of all shortest paths each vertex and edge carries.

#include <cstdint>
#include <span>
#include <vector>

#include <entente/algorithm/shortest_path.hpp>
#include <entente/network/network.hpp>

#include "algorithm/run_guard.hpp"

namespace entente::kernel {

/// Whether edges are scored beside vertices.
enum class Carriers : std::uint8_t { vertices, vertices_and_edges };

struct Dependencies {
  std::vector<double> vertices;
  std::vector<double> edges;  ///< by edge; empty if not asked for
};

/// The dependencies of these sources, summed over sources. Parallel edges count once: the cheapest
/// carries what all would. In an undirected network an edge carries both ways.
[[nodiscard]] Dependencies dependencies(const Network& g, Cost cost,
                                        std::span<const Vertex> sources, Carriers carriers,
                                        const RunControl& run);

}  // namespace entente::kernel
