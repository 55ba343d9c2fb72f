#pragma once

/// Entities sorted into groups by something known of them.

#include <cstdint>
#include <vector>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

class Graph;

/// The group of each entity, by index(entity); equal numbers are one group.
using Grouping = std::vector<std::uint32_t>;

/// One group a kind. Cost: O(entities).
[[nodiscard]] Grouping group_by_kind(const Graph& graph);

}  // namespace entente
