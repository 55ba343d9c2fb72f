#pragma once

/// Whether a picture can be read in the size asked for.

#include <string_view>

#include "call.hpp"

namespace entente::tool {

/// Says on standard error if `--size` makes text smaller than can be read, and what to do.
void remark_on_small_text(const Call& call, std::string_view svg);

}  // namespace entente::tool
