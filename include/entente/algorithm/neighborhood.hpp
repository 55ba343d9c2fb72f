#pragma once

/// Who is near: entities within a number of hops of an entity, or of a set of them.

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include <entente/algorithm/run_control.hpp>
#include <entente/export.hpp>
#include <entente/network/network.hpp>

namespace ENTENTE_API entente {

/// An entity that was reached, and from where.
struct Reached {
  EntityId entity = {};               ///< who
  std::uint32_t distance = 0;         ///< hops from the nearest start
  std::vector<EdgeIndex> edges = {};  ///< all edges that reach it from one hop nearer, ascending
};

/// No limit to the hops.
constexpr std::uint32_t any_depth = std::numeric_limits<std::uint32_t>::max();

/// The entities at 1 … depth hops from `from`, nearest first, then by id; edges are walked as the
/// network directs them. Empty if `from` is not in the network. Cost: O(part reached).
[[nodiscard]] std::vector<Reached> neighbors_within(const Network& g, EntityId from,
                                                    std::uint32_t depth = 1,
                                                    const RunControl& run = {});

/// The same from a set: hops from the nearest of `from`, which themselves are at distance 0.
[[nodiscard]] std::vector<Reached> distances(const Network& g, std::span<const EntityId> from,
                                             std::uint32_t depth = any_depth,
                                             const RunControl& run = {});

}  // namespace entente
