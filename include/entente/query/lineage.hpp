#pragma once

/// How agreements followed one another.

#include <vector>

#include <entente/export.hpp>
#include <entente/facts/graph.hpp>

namespace ENTENTE_API entente {

/// An agreement of a lineage.
struct Successor {
  EntityId agreement = {};  ///< which one
  /// Whether some `party_to` of it holds in the selection's period; without a period, whether it
  /// has one at all.
  Verdict in_force = Verdict::no;
  std::vector<SelectedRelation> succession;  ///< to what it replaced or amended
  std::vector<SelectedRelation> parties;     ///< the ties of parties that hold in the period
};

/// Everything that succession ties to an agreement, however far back and forth: newest first, that
/// is, none behind what it replaced or amended, then by date, then by id. Succession is read
/// whatever the period, types and kinds of the selection; its other members narrow it.
/// Cost: O(relations).
/// @throws InvalidArgument `no-lineage` for an entity of a kind that succession does not admit, and
/// as `Graph::facts` does.
[[nodiscard]] std::vector<Successor> lineage(const Graph& graph, EntityId agreement,
                                             const Selection& selection = {});

}  // namespace entente
