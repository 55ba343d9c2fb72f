#pragma once

/// Several paths between two entities, none of which passes an entity twice: the shortest ones, or
/// all up to a length.

#include <cstddef>
#include <cstdint>
#include <vector>

#include <entente/algorithm/path.hpp>
#include <entente/algorithm/run_control.hpp>
#include <entente/algorithm/shortest_path.hpp>
#include <entente/export.hpp>
#include <entente/network/network.hpp>

namespace ENTENTE_API entente {

/// The `count` shortest simple paths in the order (cost, hops, ids), or all if there are fewer.
///
/// They differ in the entities along them; of parallel edges the cheapest stands for all.
/// Cost: one search of the network against its edges, then O(count · hops) searches that look no
/// further than they must.
/// @throws InvalidArgument `bad-weight` if a weight is negative or not finite (by weight only).
/// @see J. Yen, Management Science 17 (1971) 712; E. Lawler, Management Science 18 (1972) 401.
[[nodiscard]] std::vector<Path> k_shortest_paths(const Network& g, EntityId from, EntityId to,
                                                 std::size_t count,
                                                 const PathOptions& options = {});

/// Which paths are listed.
struct SimplePathsOptions {
  std::size_t limit = 10'000;        ///< list no more than this many
  std::vector<EntityId> avoid = {};  ///< entities that no path may touch
  RunControl run = {};               ///< stops long work
};

/// All simple paths of at most `most_hops` hops in the order (hops, ids), up to the limit.
///
/// `count` says how many are listed, `completeness` if there are more. In a network that keeps
/// parallel edges each of these is a route of its own. From an entity to itself there is one path
/// without steps. Cost: can grow exponentially with the length; nothing is walked from which the
/// target is too far.
[[nodiscard]] PathList simple_paths(const Network& g, EntityId from, EntityId to,
                                    std::uint32_t most_hops,
                                    const SimplePathsOptions& options = {});

}  // namespace entente
