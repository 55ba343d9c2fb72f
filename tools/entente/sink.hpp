#pragma once

/// Where answers go: standard output, or a file that is replaced whole or not at all.

#include <functional>
#include <ostream>
#include <string_view>

#include "call.hpp"

namespace entente::tool {

/// Writes bytes as they are, whatever the file's name says of packing.
void write_bytes(const Output& output, std::string_view bytes);

/// Writes a whole answer, packed if the file is named so (`.gz`, `.zst`). A reader that closes the
/// pipe early is not a failure.
/// @throws IoError if the output cannot be made or written in full.
void write(const Output& output, std::string_view text);

/// Writes an answer as it is made, never all of it in memory.
void write(const Output& output, const std::function<void(std::ostream&)>& writer);

}  // namespace entente::tool
