#pragma once

/// How much can pass between two entities, and what would have to be cut to part them.

#include <vector>

#include <entente/algorithm/run_control.hpp>
#include <entente/export.hpp>
#include <entente/network/network.hpp>

namespace ENTENTE_API entente {

/// What edges can carry.
struct FlowOptions {
  Weights capacities = Weights::ignored;  ///< an edge carries 1, or its weight
  RunControl run = {};                    ///< stops long work
};

/// The largest flow, and a smallest cut: the edges that carry out of the near side.
struct Flow {
  double value = 0;                 ///< of the flow, and the sum of the cut's capacities
  std::vector<EdgeIndex> cut;       ///< ascending; without them nothing gets through
  std::vector<EntityId> near_side;  ///< what `from` still reaches, ascending by id
};

/// The largest flow from one entity to another along edges as the network directs them; an
/// undirected edge carries either way. With capacities of 1 it is the number of edge-disjoint
/// paths. Of the smallest cuts the one nearest to `from` is told. All empty if an end is not in the
/// network. Cost: O(n² m) at worst, far less as a rule.
/// @throws InvalidArgument `same-entity` if both ends are one; `bad-weight` if a capacity is
/// negative or not finite. RunControl is looked at before and after, not during the search.
/// @see Y. Boykov, V. Kolmogorov, IEEE Trans. PAMI 26 (2004) 1124.
[[nodiscard]] Flow max_flow(const Network& g, EntityId from, EntityId to,
                            const FlowOptions& options = {});

}  // namespace entente
