#pragma once

/// What several entities share.

#include <span>
#include <vector>

#include <entente/export.hpp>
#include <entente/facts/graph.hpp>

namespace ENTENTE_API entente {

/// An entity that is tied to each of those asked about, and by which relations.
struct Shared {
  EntityId entity = {};                     ///< what all have
  std::vector<SelectedRelation> relations;  ///< in order of time
};

/// The agreements, bodies, events, and then all others that a selected relation ties to every one
/// of `entities`, by id within a kind; edges are walked as the selection directs. Cost:
/// O(relations).
/// @throws InvalidArgument as `Graph::facts` does.
[[nodiscard]] std::vector<Shared> common(const Graph& graph, std::span<const EntityId> entities,
                                         const Selection& selection = {});

}  // namespace entente
