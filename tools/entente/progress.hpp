#pragma once

/// How a computation runs: its threads, and word of how far it is.

#include <entente/algorithm/run_control.hpp>

#include "call.hpp"

namespace entente::tool {

/// With `--threads`, no more than so many. On a terminal, whatever takes over a second tells the
/// share done on standard error, in a line that the next message overwrites.
/// @throws InvalidArgument unless the number of threads is one.
[[nodiscard]] RunControl run_control(const Call& call);

}  // namespace entente::tool
