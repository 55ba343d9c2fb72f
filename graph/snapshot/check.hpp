#pragma once

/// Whether columns that were read from a file fit together.

#include "facts/graph_store.hpp"

namespace entente::snapshot {

/// Checks every offset and number of the columns against what it points into, so that no later
/// use of the graph looks outside, and the texts for UTF-8. Cost: one pass.
/// @throws SnapshotError `damaged-snapshot`.
void check(const Graph::Store& store);

}  // namespace entente::snapshot
