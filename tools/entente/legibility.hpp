#pragma once

/// Whether a picture can be read in the size asked for.

#include <string_view>

#include "call.hpp"

namespace entente::tool {

/// Points below which text on a page is hard to read.
constexpr double least_readable = 6.5;

/// Points of the smallest text of a picture, as it comes out on its page; 0 if it has no text.
[[nodiscard]] double smallest_text(std::string_view svg);

/// Says on standard error if `--size` makes text smaller than can be read, and what to do.
void remark_on_small_text(const Call& call, std::string_view svg);

}  // namespace entente::tool
