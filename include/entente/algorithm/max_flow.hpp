#pragma once

/// How much can pass between two entities.

#include <vector>

#include <entente/algorithm/run_control.hpp>
#include <entente/export.hpp>
#include <entente/network/network.hpp>

namespace ENTENTE_API entente {

/// A maximum flow, and the smallest cut that proves that there is no more.
struct Flow {
  double value = 0;  ///< how much passes; the weight of the cut, too
  /// By edge number, how much it carries: in an undirected network from Network::from() to
  /// Network::to(), below 0 the other way.
  std::vector<double> by_edge = {};
  /// Edges whose loss would end the flow, ascending: those from what the source still reaches.
  std::vector<EdgeIndex> cut = {};
};

/// The most that can pass from one entity to another if each edge carries at most its weight, in
/// its direction where the network has one.
///
/// Weights are doubles, and so is the flow: exact where sums of weights are. Nothing passes to an
/// entity that is not in the network. Cost: O(n^2 m) at worst, in networks of the usual kind a few
/// searches; O(n + m) memory.
/// @throws InvalidArgument `same-entity` if both are one; `bad-weight` if a weight is below 0, one
/// of an undirected network above half the largest double, or the flow above the largest.
/// @see E. Dinitz, Soviet Math. Doklady 11 (1970) 1277.
[[nodiscard]] Flow max_flow(const Network& g, EntityId from, EntityId to,
                            const RunControl& run = {});

}  // namespace entente
