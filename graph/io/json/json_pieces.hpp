#pragma once

/// A long list of records by several threads.

#include <cstddef>
#include <optional>

#include "io/json/part_reader.hpp"
#include "io/json/record_sink.hpp"

namespace entente {

/// Reads the list whose first byte behind the bracket is `first`, and adds its records to the
/// draft; returns where the closing bracket stands. Nothing, and the draft as it was, if the list
/// is too short for several threads or anything in it is unusual: then one must read it alone. The
/// result does not depend on the threads.
[[nodiscard]] std::optional<std::size_t> read_list_by_threads(const PartText& part,
                                                              DossierDraft& draft,
                                                              const ReadLimits& limits,
                                                              RecordList list, std::size_t first);

}  // namespace entente
