#pragma once

/// Finds the columns that a table's mapping names among those that the table has.

#include <vector>

#include "io/import/mapping.hpp"
#include "io/import/row_view.hpp"

namespace entente::import {

/// Fills in the slots of all templates. A name that the table does not have, or has twice, is a
/// problem at its place in the mapping.
void bind_columns(MappedTable& table, RowView& row, const std::string& table_name,
                  std::vector<Problem>& problems);

/// The slot of a template's first column; `RowView::no_slot` if it has none.
[[nodiscard]] std::uint32_t first_slot(const MappedValue& value);

/// How many columns a table must have for those that its mapping names by letters, which need no
/// name in the header: 3 for `{=C}`.
[[nodiscard]] std::size_t columns_by_letter(MappedTable table);
[[nodiscard]] std::uint32_t first_slot(const TextTemplate& text);

}  // namespace entente::import
