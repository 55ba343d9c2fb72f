#pragma once

#include <cstdint>
#include <limits>

namespace entente::kernel {

/// The number of what a search has not reached.
inline constexpr auto unseen = std::numeric_limits<std::uint32_t>::max();

}  // namespace entente::kernel
