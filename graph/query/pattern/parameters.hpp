#pragma once

/// Values that a caller hands over for `$name`.

#include <entente/query/pattern.hpp>

#include "query/pattern/store.hpp"

namespace entente::query {

/// Whether nodes, edges and paths in them are of the graph that is asked.
/// @throws InvalidArgument `out-of-range`; `bad-path` for nodes and edges that are no walk.
void check_parameters(const Store& store, const Parameters& parameters);

}  // namespace entente::query
