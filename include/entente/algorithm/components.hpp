#pragma once

/// Parts of a network that hang together.

#include <cstdint>
#include <vector>

#include <entente/algorithm/run_control.hpp>
#include <entente/export.hpp>
#include <entente/network/network.hpp>

namespace ENTENTE_API entente {

/// Disjoint groups of entities: the largest first, then by smallest id; members by id.
using Groups = std::vector<std::vector<EntityId>>;

/// Tied by any path whatever its direction, or by paths both ways.
enum class Connectivity : std::uint8_t { weak, strong };

/// The connected components, isolated entities included. Cost: O(n + m).
/// @see R. Tarjan, SIAM J. Comput. 1 (1972) 146, for the strong ones.
[[nodiscard]] Groups components(const Network& g, Connectivity connectivity = Connectivity::weak,
                                const RunControl& run = {});

/// The same as a column: the number of each vertex's component, by Vertex, 0 … count-1 in the order
/// of their first vertices. Cost: O(n + m), in practice a part of it for weak ones.
/// @see M. Sutton, T. Ben-Nun, A. Barak, Optimizing parallel graph connectivity, IPDPS 2018.
[[nodiscard]] std::vector<std::uint32_t> component_labels(
    const Network& g, Connectivity connectivity = Connectivity::weak, const RunControl& run = {});

}  // namespace entente
