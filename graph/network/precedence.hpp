#pragma once

/// Which of parallel relations is shown first.

#include <cstdint>

#include <entente/network/selection.hpp>

#include "network/graph_store.hpp"

namespace entente {

/// Smaller stands first: the certain, then those that certainly held for more days, then by id.
[[nodiscard]] std::uint64_t precedence(const Graph::Store& store, const SelectedRelation& selected);

}  // namespace entente
