#pragma once

/// JSON Lines as a table: an object a line, its members the columns.

#include <memory>
#include <string>

#include "io/tables/table.hpp"
#include "system/whole_file.hpp"

namespace entente::tables {

/// Columns are the members of all lines, in the order in which they come up. Members of objects
/// inside are `outer.inner`; lists are their values with `;` between them. The row is the line.
/// @throws DossierError for a line that is not JSON, or no object, at its place.
[[nodiscard]] std::unique_ptr<TableFile> open_json_lines(InputBytes bytes, const std::string& name);

}  // namespace entente::tables
