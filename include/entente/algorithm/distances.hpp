#pragma once

/// Distances to all vertices at once, as plain columns.

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include <entente/algorithm/run_control.hpp>
#include <entente/export.hpp>
#include <entente/network/network.hpp>

namespace ENTENTE_API entente {

/// Not reached.
constexpr std::uint32_t no_hops = std::numeric_limits<std::uint32_t>::max();

/// Hops to each vertex, by Vertex, from the nearest of these entities along edges as the network
/// directs them; `no_hops` where no path leads. Entities outside the network are passed over.
/// Cost: O(n + m), in practice a part of it.
/// @see S. Beamer, K. Asanović, D. Patterson, Direction-optimizing breadth-first search, SC 2012.
[[nodiscard]] std::vector<std::uint32_t> hops_from(const Network& g, std::span<const EntityId> from,
                                                   const RunControl& run = {});

/// The least cost of a path to each vertex by the weights of its edges; infinite where no path
/// leads. Cost: O(n + m) where weights are whole numbers of moderate size, else O(m + n log C) with
/// the largest weight C. @throws InvalidArgument `bad-weight` if a weight is negative or not
/// finite.
/// @see E. Dijkstra, Numer. Math. 1 (1959) 269; R. Dial, Comm. ACM 12 (1969) 632; R. Ahuja et al.,
/// J. ACM 37 (1990) 213.
[[nodiscard]] std::vector<double> costs_from(const Network& g, std::span<const EntityId> from,
                                             const RunControl& run = {});

}  // namespace entente
