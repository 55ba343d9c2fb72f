#pragma once

/// Where answers go: standard output, or a file that is replaced whole or not at all.

#include <functional>
#include <ostream>
#include <string_view>

#include "call.hpp"

namespace entente::tool {

/// Writes a whole answer. A reader that closes the pipe early is not a failure.
/// @throws IoError if the output cannot be made or written in full.
void write(const Output& output, std::string_view text);

/// Writes an answer as it is made, never all of it in memory.
void write(const Output& output, const std::function<void(std::ostream&)>& writer);

}  // namespace entente::tool
