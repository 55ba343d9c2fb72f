#pragma once

/// Ending early: interruption, termination, time-out.

#include <chrono>
#include <optional>

#include "call.hpp"

namespace entente::tool {

/// A closed pipe or a file grown too large becomes a failed write; SIGINT, SIGTERM and SIGHUP
/// remove what is half written and end the process with 128 + the signal's number.
void prepare_signals();

/// What `--timeout` gives, if it is there. @throws InvalidArgument `bad-option-value` unless that
/// is a number above zero, of some 30 years at most.
[[nodiscard]] std::optional<std::chrono::milliseconds> timeout_of(const Call& call);

/// With `--timeout`, ends the process with Exit::limit after so many seconds.
/// @throws as timeout_of().
void set_timeout(const Call& call);

}  // namespace entente::tool
