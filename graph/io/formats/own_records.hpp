#pragma once

/// Records out of a file in another program's format that we wrote ourselves.

#include <vector>

#include "io/formats/property_graph.hpp"

namespace entente {

/// Adds the records that our writers made these of. Marks of a selection are left out, as they were
/// added; what a member holds that no record can is reported.
void add_own_records(ForeignReading& reading, const FoundLists& nodes, const FoundLists& edges);

}  // namespace entente
