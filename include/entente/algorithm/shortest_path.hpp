#pragma once

/// Shortest paths between two entities: one, or all of them.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <entente/algorithm/path.hpp>
#include <entente/algorithm/run_control.hpp>
#include <entente/export.hpp>
#include <entente/network/network.hpp>

namespace ENTENTE_API entente {

/// What path is sought.
struct PathOptions {
  Cost cost = Cost::hops;            ///< hops or weights
  std::vector<EntityId> avoid = {};  ///< no path begins at, passes or ends at one of these
  RunControl run = {};               ///< stops long work
};

/// The shortest path; none if there is no path or an end is not in the network.
///
/// Ties: least cost, then fewest hops, then the smallest ids along the path. The path from an
/// entity to itself has no steps. Edges are walked as the network directs them.
/// Cost: O(n + m) by hops, in practice a small part of it; O(m + n log n) by weight.
/// @throws InvalidArgument `bad-weight` if a weight is negative or not finite (by weight only).
/// @see I. Pohl, Machine Intelligence 6 (1971) 127; E. Dijkstra, Numer. Math. 1 (1959) 269.
[[nodiscard]] std::optional<Path> shortest_path(const Network& g, EntityId from, EntityId to,
                                                const PathOptions& options = {});

/// What paths are listed.
struct PathListOptions {
  Cost cost = Cost::hops;            ///< hops or weights
  std::size_t limit = 1000;          ///< list no more than this many
  std::vector<EntityId> avoid = {};  ///< entities that no path may touch
  RunControl run = {};               ///< stops long work
};

/// Paths in order, and how many there are.
struct PathList {
  std::vector<Path> paths;  ///< in the order that the call promises
  /// All paths there are, listed or not; 2^64 - 1 stands for that many or more.
  std::uint64_t count = 0;
  Completeness completeness = Completeness::complete;  ///< whether all are listed
};

/// All paths of the least cost, ordered by the ids along them.
///
/// They are always counted and listed up to the limit; `completeness` says if it was reached.
/// In a network that keeps parallel edges each of these is a route of its own.
/// Cost: that of one search, and O(length) a listed path.
/// @throws InvalidArgument `bad-weight` if a weight is negative or not finite, `zero-weight` if one
/// is 0, since routes through edges that cost nothing need not end.
[[nodiscard]] PathList all_shortest_paths(const Network& g, EntityId from, EntityId to,
                                          const PathListOptions& options = {});

}  // namespace entente
