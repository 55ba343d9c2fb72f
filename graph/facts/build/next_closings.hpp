#pragma once

/// The unknown ends that inference closes in a graph made from another.

#include <vector>

#include "facts/build/added_rows.hpp"
#include "facts/build/renumbering.hpp"
#include "facts/graph_store.hpp"

namespace entente {

/// What changed between two graphs of the same entities, ascending.
struct ChangedTies {
  std::vector<RelationId> gone;  ///< removed or replaced, by the numbers they had
  std::vector<RelationId> put;   ///< added or replaced, by the numbers they have
};

/// Closes in `next`, whose columns show `rows`, what a graph built anew would have closed. At posts
/// and agreements that nothing touched it stays as it was; where agreements that supersede one
/// another are touched, all of them are gone through. Rows are added to `rows`, and shown, for
/// relations whose bounds change. Cost: O(closings + ties at touched posts), and of agreements.
void close_next(const Graph::Store& before, const Renumbering& renumbered,
                const ChangedTies& changed, Graph::Store& next, AddedRows& rows);

}  // namespace entente
