#pragma once

/// Networks of facts that are selected already.

#include <entente/facts/graph.hpp>
#include <entente/network/network.hpp>

namespace entente {

/// The network that Graph::select makes of these facts. Not of one mode.
/// @throws InvalidArgument as Graph::select.
[[nodiscard]] Network network_of(const Graph& graph, const SelectedFacts& facts,
                                 Direction direction, const Projection& projection);

}  // namespace entente
