#pragma once

/// Long answers on a terminal, a page at a time.

#include <functional>
#include <ostream>
#include <string_view>

#include "call.hpp"

namespace entente::tool {

/// Writes a text as `write` does, but one longer than the terminal it goes to through $PAGER
/// (`less -FRX` where that is not set; an empty one switches paging off).
/// @throws IoError as `write`.
void write_paged(const Output& output, std::string_view text);

/// The same as it is made: never more than a page of it in memory. `writer` is called again where
/// the pager turns out not to start.
void write_paged(const Output& output, const std::function<void(std::ostream&)>& writer);

}  // namespace entente::tool
