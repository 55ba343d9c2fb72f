#pragma once

/// Who stands between the others.

#include <cstdint>

#include <entente/algorithm/ranking.hpp>
#include <entente/algorithm/run_control.hpp>
#include <entente/algorithm/shortest_path.hpp>
#include <entente/network/network.hpp>

namespace entente {

/// Whether a score is divided by the largest it could be.
enum class Scale : std::uint8_t { normalized, raw };

struct BetweennessOptions {
  Scale scale = Scale::normalized;
  Cost cost = Cost::hops;
  RunControl run = {};
};

/// Betweenness of every vertex: the share of shortest paths that pass through it.
///
/// `Scale::raw` sums over ordered pairs (in an undirected network twice what NetworkX gives);
/// `Scale::normalized` divides by (n-1)(n-2). Parallel edges count once, self-loops not at all;
/// fewer than three vertices score 0.
/// Cost: O(n m) time (O(n m + n² log n) by weight), O(n + m) memory per thread.
/// @throws InvalidArgument `bad-weight` if a weight is not positive and finite (by weight only).
/// @see U. Brandes, J. Math. Sociology 25 (2001) 163.
[[nodiscard]] Ranking betweenness(const Network& g, const BetweennessOptions& options = {});

}  // namespace entente
