#pragma once

/// A dossier out of a file in another format and the report that belongs to it.

#include <entente/facts/graph.hpp>

#include "call.hpp"

namespace entente::tool {

/// The graph of the original. @throws Error `report-digest` (exit 65) for a file that has changed,
/// unless the call is lenient: then what no longer fits is listed on stderr.
[[nodiscard]] Graph restored_graph(const Call& call);

}  // namespace entente::tool
