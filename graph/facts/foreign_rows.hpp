#pragma once

/// Members `x-…` that others added to records, kept beside the columns: most graphs have none.

#include <cstdint>

#include <entente/model/record.hpp>

#include "facts/graph_store.hpp"

namespace entente {

/// Those of one record; `row` is the number of the entity or relation, or the row of the evidence,
/// 0 for the dossier. Cost: O(log of all) and what there is.
[[nodiscard]] ForeignMembers foreign_members(const Graph::Store& store, ForeignTo to,
                                             std::uint32_t row = 0);
/// Whether the relation or its evidence has any. Cost: O(log of all).
[[nodiscard]] bool has_foreign_members(const Graph::Store& store, RelationId relation);

}  // namespace entente
