#pragma once

/// The columns of a graph in which a few relations differ from those of another.

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <entente/facts/graph.hpp>
#include <entente/model/record.hpp>

#include "facts/graph_store.hpp"

namespace entente {

/// By id; none: removed.
using RelationChanges = std::map<std::string, std::optional<Relation>, std::less<>>;

/// The columns of the graph with the changes, whose rows are shared but for those that changed: it
/// gives every answer as one that was built anew. `put` are the relations of the changes that were
/// not removed, by id. Nothing if a relation does not fit, if too many differ by now to be read
/// quickly, or if none are left: then build anew.
/// Cost: a copy of 4 bytes a relation and of the incidence, O(size of the changes · log records).
[[nodiscard]] std::shared_ptr<const Graph::Store> changed_store(const Graph& before,
                                                                const RelationChanges& changes,
                                                                const std::vector<Relation>& put);

}  // namespace entente
