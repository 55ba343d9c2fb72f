#pragma once

/// What a selection keeps around some entities, without looking at the rest of the graph.

#include <span>

#include <entente/export.hpp>
#include <entente/facts/graph.hpp>
#include <entente/facts/selection.hpp>

namespace ENTENTE_API entente {

/// Of `graph.facts(selection)` what begins or ends at one of the entities: the same relations with
/// the same verdicts, the undated ones and those inferred to have ended likewise, the counts of
/// these, and the ends of the relations kept. Walks the facts' own adjacency.
/// Cost: O(relations at these entities), once more what a question costs to be read; under
/// `throughout`, where ties of one kind are joined, that of `facts`.
/// @throws InvalidArgument as `Graph::facts`.
[[nodiscard]] SelectedFacts facts_at(const Graph& graph, const Selection& selection,
                                     std::span<const EntityId> entities);

}  // namespace entente
