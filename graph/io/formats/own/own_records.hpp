#pragma once

/// Records out of a file in another program's format that we wrote ourselves.

#include <string_view>
#include <vector>

#include "io/formats/property_graph.hpp"

namespace entente {

/// Properties under which readers hand on what a format itself calls kind, type and weight.
inline constexpr std::string_view shown_type = "entente:type";
inline constexpr std::string_view shown_weight = "entente:weight";

/// Adds the records that our writers made these of. Marks of a selection are left out, as they were
/// added; what a member holds that no record can is reported. What other programs changed of what
/// the format shows, counts: the label and the date of an element, and what it is of.
void add_own_records(ForeignReading& reading, const FoundLists& nodes, const FoundLists& edges);

}  // namespace entente
