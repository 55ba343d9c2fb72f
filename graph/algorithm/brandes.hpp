#pragma once

/// Brandes' dependencies: how much of all shortest paths each vertex carries.

#include <vector>

#include <entente/algorithm/shortest_path.hpp>
#include <entente/network/network.hpp>

#include "algorithm/run_guard.hpp"

namespace entente::kernel {

/// The dependencies of all sources on every vertex, summed over sources. Parallel edges count once.
[[nodiscard]] std::vector<double> dependencies(const Network& g, Cost cost, RunGuard& guard);

}  // namespace entente::kernel
