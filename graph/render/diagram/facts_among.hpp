#pragma once

#include <vector>

#include <entente/facts/graph.hpp>
#include <entente/facts/selection.hpp>

namespace entente {

/// The facts between some entities, ascending, counted anew; of what is left out for lack of a date
/// or by inference that which touches one of them. Cost: O(relations log entities).
[[nodiscard]] SelectedFacts facts_among(const Graph& graph, const SelectedFacts& facts,
                                        std::vector<EntityId> entities);

}  // namespace entente
