#pragma once

/// A program run with a text as its input, within a time.

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace entente {

enum class ChildEnding : std::uint8_t {
  exited,
  killed,       ///< by a signal
  out_of_time,  ///< killed, because it used up the processor time it was given
  timed_out     ///< killed after the time it was to take
};

struct ChildResult {
  ChildEnding ending = ChildEnding::exited;
  int status = 0;  ///< exit status, or the signal that killed it
  std::string output = {};
  std::string messages = {};  ///< standard error, up to 4 KiB
};

/// Runs `command` (a path and its arguments) with `input` on standard input. Input and outputs are
/// anonymous files in memory: nobody waits for anybody, and a child that ends early is no signal.
/// @throws Error `renderer-missing` if the program cannot be started, IoError if memory files fail.
[[nodiscard]] ChildResult run_child(const std::vector<std::string>& command,
                                    const std::string& input, std::chrono::milliseconds time);

}  // namespace entente
