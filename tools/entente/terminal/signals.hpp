#pragma once

/// Ending early: interruption, termination, time-out.

#include "call.hpp"

namespace entente::tool {

/// A closed pipe or a file grown too large becomes a failed write; SIGINT, SIGTERM and SIGHUP
/// remove what is half written and end the process with 128 + the signal's number.
void prepare_signals();

/// With `--timeout`, ends the process with Exit::limit after so many seconds.
/// @throws InvalidArgument unless that is a number above zero.
void set_timeout(const Call& call);

}  // namespace entente::tool
