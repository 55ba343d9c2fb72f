#pragma once

/// The ordered history of entities, or of everything.

#include <span>
#include <vector>

#include <entente/export.hpp>
#include <entente/facts/graph.hpp>

namespace ENTENTE_API entente {

/// The selected relations in order of time: by the first day they may have begun, of unknown starts
/// by the first day that is known of them, undated ones last. Within a day those without a clock
/// time come first, then by instant if all clocks of the day have offsets, else as the clocks show;
/// then by id.
/// Cost: O(n log n).
[[nodiscard]] std::vector<SelectedRelation> in_order_of_time(
    const Graph& graph, std::span<const SelectedRelation> relations);

/// The history of an entity, or of what happened among several: of one, all its selected relations,
/// walked as the selection directs; of more, those with both ends among them; of none, all there
/// are. In order of time. Cost: O(relations).
/// @throws InvalidArgument as `Graph::facts` does.
[[nodiscard]] std::vector<SelectedRelation> timeline(const Graph& graph,
                                                     std::span<const EntityId> entities,
                                                     const Selection& selection = {});

}  // namespace entente
