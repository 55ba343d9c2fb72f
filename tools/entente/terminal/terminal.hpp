#pragma once

/// What the tool's outputs are connected to.

#include <cstddef>

#include "call.hpp"

namespace entente::tool {

/// Whether the answer is shown on a terminal: standard output is one, and no file is asked for.
[[nodiscard]] bool goes_to_terminal(const Output& output);
/// Whether somebody types and reads: standard input and output are a terminal.
[[nodiscard]] bool is_on_terminal();
/// Columns of the terminal; 80 where that is not known.
[[nodiscard]] std::size_t terminal_width();
/// Lines of the terminal; 24 where that is not known.
[[nodiscard]] std::size_t terminal_height();
/// Whether the answer is coloured: as asked; else on a terminal, unless NO_COLOR says no.
[[nodiscard]] ColourMode colour_of(const Output& output);

}  // namespace entente::tool
