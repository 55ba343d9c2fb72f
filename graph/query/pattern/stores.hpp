#pragma once

/// The graphs that can be asked.

#include <memory>

#include <entente/facts/graph.hpp>
#include <entente/model/property_graph.hpp>

#include "query/pattern/store.hpp"

namespace entente::query {

[[nodiscard]] std::shared_ptr<const Store> store_of(const Graph& graph);
[[nodiscard]] std::shared_ptr<const Store> store_of(PropertyGraph graph);

}  // namespace entente::query
