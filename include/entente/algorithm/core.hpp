#pragma once

/// How deep in the network an entity sits.

#include <cstdint>
#include <vector>

#include <entente/algorithm/ranking.hpp>
#include <entente/export.hpp>
#include <entente/network/network.hpp>

namespace ENTENTE_API entente {

/// Core number: the largest k such that the entity is in a part where all have k ties or more.
///
/// Parallel edges count once and self-loops not; of a directed network edges in and out both count,
/// as in NetworkX. Cost: O(n + m).
/// @see V. Batagelj, M. Zaveršnik, arXiv:cs/0310049 (2003).
[[nodiscard]] Ranking core_number(const Network& g);

/// The same as a column, by Vertex.
[[nodiscard]] std::vector<std::uint32_t> core_numbers(const Network& g);

}  // namespace entente
