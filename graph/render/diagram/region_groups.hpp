#pragma once

/// Which entities of a picture belong together.

#include <cstddef>
#include <vector>

#include <entente/render/diagram.hpp>

namespace entente {

/// Groups of a diagram's nodes, ascending within a group; every node is in one of them.
struct RegionGroups {
  std::vector<std::vector<std::size_t>> groups = {};  ///< the largest first
  /// Small components that are tied to nothing else, all together; may hold none.
  std::vector<std::size_t> apart = {};
};

/// Communities by Leiden, edges weighed by the relations that they stand for; the smallest join the
/// one they are tied to most until there are at most `most` of them, none of fewer than four.
/// Deterministic. Cost: that of `leiden`, and O(edges) for each that joins another.
[[nodiscard]] RegionGroups region_groups(const Diagram& diagram, std::size_t most);

}  // namespace entente
