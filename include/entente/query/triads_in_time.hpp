#pragma once

/// Triads of ties that hold at one time.

#include <functional>

#include <entente/export.hpp>
#include <entente/facts/graph.hpp>

namespace ENTENTE_API entente {

/// Says of three entities whether ties between them, one between each two, may hold together, or,
/// if the selection keeps only what is certain, certainly do: of the selected relations those whose
/// types have a sign. What is undated raises no objection. For BalanceOptions::admits; shares the
/// graph, and is safe to call from many threads. Cost: O(n log n), and a call the product of the
/// numbers of parallel relations.
/// @throws InvalidArgument as `Graph::facts` does; `out-of-range` for facts of another graph, and
/// `bad-facts` where a relation's ends are not among them.
[[nodiscard]] std::function<bool(EntityId, EntityId, EntityId)> triads_in_time(
    const Graph& graph, const SelectedFacts& facts, const Selection& selection);

}  // namespace entente
