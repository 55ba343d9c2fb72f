#pragma once

/// Closings as the columns of a graph hold them.

#include <cstdint>
#include <vector>

#include <entente/time/bounds.hpp>

#include "facts/graph_store.hpp"
#include "facts/inference/inference.hpp"

namespace entente {

/// The bounds of a relation of these traits that is closed on a day: its own unknown end ends by
/// it, one of its evidence's leaves them as they are.
[[nodiscard]] Bounds closed_bounds(const Bounds& own, std::uint8_t traits, Day ends_by);

/// The columns of closings in order.
[[nodiscard]] Graph::Store::Closings columns_of(const std::vector<Closing>& closings);

}  // namespace entente
