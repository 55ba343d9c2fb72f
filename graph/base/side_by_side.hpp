#pragma once

/// Tasks on several threads, for the building and the opening of a graph.

#include <cstddef>
#include <functional>

namespace entente {

/// Calls `task(i)` for every i below `count` once, the first ones first, on as many threads as the
/// machine has processors, and waits. Tasks must write to places of their own. The first exception
/// by number is thrown again.
void side_by_side(std::size_t count, const std::function<void(std::size_t)>& task);

}  // namespace entente
