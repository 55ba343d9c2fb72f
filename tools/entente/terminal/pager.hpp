#pragma once

/// Long answers on a terminal, a page at a time.

#include <string_view>

#include "call.hpp"

namespace entente::tool {

/// Writes a text as `write` does, but one longer than the terminal it goes to through $PAGER
/// (`less -FRX` where that is not set; an empty one switches paging off).
/// @throws IoError as `write`.
void write_paged(const Output& output, std::string_view text);

}  // namespace entente::tool
