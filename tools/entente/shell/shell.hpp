#pragma once

/// Queries typed on a terminal, one after the other, of a graph that is read once.

#include "query_call.hpp"

namespace entente::tool {

/// Until `:quit` or the end of input. Ctrl-C ends the query at hand, or gives up the line.
[[nodiscard]] Exit run_shell(const Call& call, QueriedGraph& asked);

}  // namespace entente::tool
