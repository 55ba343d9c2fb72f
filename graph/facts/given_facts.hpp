#pragma once

/// Facts and ids that a program hands over, which may be of another graph.

#include <span>

#include <entente/facts/graph.hpp>
#include <entente/facts/selection.hpp>

namespace entente {

/// Requires facts in order, of this graph, with the ends of all relations. Cost: O(facts), and a
/// bit for each entity of the graph.
/// @throws InvalidArgument `out-of-range`, which names the call; `bad-facts`.
void require_facts(const Graph& graph, const SelectedFacts& facts, const char* call);

/// @throws InvalidArgument `out-of-range`, which names the call, for an entity that is not there.
void require_entities(const Graph& graph, std::span<const EntityId> entities, const char* call);

}  // namespace entente
