#pragma once

/// Relations that are put into a graph, as columns.

#include <memory>
#include <vector>

#include <entente/facts/graph.hpp>
#include <entente/model/record.hpp>

#include "facts/graph_store.hpp"

namespace entente {

/// The columns of relations, of evidence and of texts for relations in the order of their ids,
/// whose ends and sources are entities of the graph; nothing if one is not what the graph's
/// vocabulary admits. Cost: O(their sizes + log entities for each).
[[nodiscard]] std::shared_ptr<const Graph::Store> rows_of_put(const Graph& graph,
                                                              const std::vector<Relation>& put);

}  // namespace entente
