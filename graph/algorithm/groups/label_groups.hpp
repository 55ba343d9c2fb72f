#pragma once

/// From a column of labels to groups of entities.

#include <cstdint>
#include <span>

#include <entente/algorithm/components.hpp>

namespace entente::kernel {

/// Entities by the label of their vertex, in the order of `Groups`; labels without any are left
/// out. `labels` has one number a vertex, below the vertices' count.
[[nodiscard]] Groups groups_of(const Network& g, std::span<const std::uint32_t> labels);

}  // namespace entente::kernel
