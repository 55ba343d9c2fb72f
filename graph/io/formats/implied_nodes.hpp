#pragma once

/// Nodes that edges name and no list has.

#include <memory>

#include "io/formats/foreign.hpp"
#include "io/formats/found_elements.hpp"

namespace entente {

/// Those nodes, in the order of their edges. Where there are lists of nodes, ends that these lack
/// may be slips, and are remarked.
[[nodiscard]] std::unique_ptr<FoundElements> implied_nodes(ForeignReading& reading,
                                                           const FoundLists& nodes,
                                                           const FoundLists& edges);

}  // namespace entente
