#pragma once

/// Values of attributes that a file declares to be numbers.

#include "io/formats/flat_columns.hpp"
#include "io/formats/foreign.hpp"
#include "io/formats/property_graph.hpp"

namespace entente {

/// Tells of a value that is none of the numbers that it is declared to be. Returns whether it is
/// kept, as a text: `NaN` is how programs write that there is none.
[[nodiscard]] bool keeps_declared(ForeignReading& reading, ForeignPlace place, CellType declared,
                                  const Property& property);

}  // namespace entente
