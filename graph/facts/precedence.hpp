#pragma once

/// Which of parallel relations is shown first.

#include <cstdint>

#include <entente/facts/selection.hpp>

#include "facts/graph_store.hpp"

namespace entente {

/// Smaller stands first: the certain, then those that certainly held for more days, then by id.
[[nodiscard]] std::uint64_t precedence(const Graph::Store& store, const SelectedRelation& selected);

}  // namespace entente
