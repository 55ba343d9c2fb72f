#pragma once

/// Who is near to all others.

#include <entente/algorithm/path.hpp>
#include <entente/algorithm/ranking.hpp>
#include <entente/algorithm/run_control.hpp>
#include <entente/export.hpp>
#include <entente/network/network.hpp>

namespace ENTENTE_API entente {

/// What distances are made of.
struct ClosenessOptions {
  Cost cost = Cost::hops;  ///< hops or weights
  RunControl run = {};     ///< stops long work
};

/// Closeness: how near an entity is to those that can reach it.
///
/// With r entities that reach it (itself among them) of n, and the sum of their distances to it:
/// ((r-1) / sum) · ((r-1) / (n-1)); 0 where nothing reaches it, infinite where all that do are at
/// distance 0 (edges that weigh nothing). The second factor compares
/// entities of components of different sizes. Distances come in along directed edges, as in
/// NetworkX. Cost: O(n m) by hops, many sources at a time; O(n m + n² log n) by weight.
/// @throws InvalidArgument `bad-weight` if a weight is negative or not finite (by weight only).
/// @see S. Wasserman, K. Faust, Social Network Analysis (1994) 200.
[[nodiscard]] Ranking closeness(const Network& g, const ClosenessOptions& options = {});

/// Harmonic closeness: the sum of 1 / distance over all that can reach an entity; not scaled.
///
/// Where a distance is 0 (edges that weigh nothing) it is infinite. Cost and errors as closeness().
/// @see Y. Rochat, Closeness centrality extended to unconnected graphs, ASNA (2009).
[[nodiscard]] Ranking harmonic(const Network& g, const ClosenessOptions& options = {});

}  // namespace entente
