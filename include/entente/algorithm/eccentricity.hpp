#pragma once

/// How far a network reaches.

#include <cstdint>
#include <optional>

#include <entente/algorithm/ranking.hpp>
#include <entente/algorithm/run_control.hpp>
#include <entente/export.hpp>
#include <entente/network/network.hpp>

namespace ENTENTE_API entente {

/// The number of hops from each entity to the farthest that it reaches; 0 if it reaches none.
/// Cost: O(n m), many sources at a time.
[[nodiscard]] Ranking eccentricity(const Network& g, const RunControl& run = {});

/// The longest of all shortest paths.
struct Diameter {
  std::uint32_t hops = 0;  ///< the longest of all shortest paths
  EntityId from = {};      ///< where one of that length begins
  EntityId to = {};        ///< and where it ends
};

/// The largest number of hops between two entities of which one reaches the other; exact.
///
/// Ends are those of one path of that length; the same on every run. None without entities.
/// Cost: O(n m) at worst; in undirected networks of the usual kind a few searches.
/// @see P. Crescenzi et al., Theoretical Computer Science 514 (2013) 84 (iFUB).
[[nodiscard]] std::optional<Diameter> diameter(const Network& g, const RunControl& run = {});

}  // namespace entente
