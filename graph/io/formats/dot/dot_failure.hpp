#pragma once

/// What is wrong with a file that Graphviz' reader refused, or that it did not survive.

#include "io/formats/foreign.hpp"
#include "system/child.hpp"

namespace entente {

/// Reports it, where Graphviz names a line at that line; nothing more is read.
void report_failure(ForeignReading& reading, const ChildResult& child);

}  // namespace entente
