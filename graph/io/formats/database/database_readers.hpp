#pragma once

/// Readers of databases, for the table of formats.

#include <string_view>

#include "io/formats/foreign.hpp"

namespace entente {

void read_sqlite(ForeignReading& reading);
[[nodiscard]] bool is_sqlite(std::string_view bytes);

/// CSV as `neo4j-admin import` reads it: one file or a folder of them.
void read_neo4j(ForeignReading& reading);
[[nodiscard]] bool is_neo4j(std::string_view text);

}  // namespace entente
