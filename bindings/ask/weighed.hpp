#pragma once

/// Networks as other languages ask for them.

#include <string>

#include <entente/facts/graph.hpp>
#include <entente/facts/selection.hpp>
#include <entente/network/network.hpp>

namespace entente::bindings {

/// The network of the selected relations. With the name of an attribute its edges weigh what
/// relations have under it; relations without a number there are left out.
/// @throws InvalidArgument `unknown-attribute` if no relation of the graph has one; and as
/// Graph::select.
[[nodiscard]] Network network_of(const Graph& graph, const Selection& selection,
                                 const char* attribute);

}  // namespace entente::bindings
