#pragma once

/// Cells of tables that a spreadsheet would compute instead of showing.

#include <string_view>

namespace entente {

/// Whether spreadsheets may run it: it begins with an ASCII sign, its full-width form (Excel in
/// Japanese), or a character that they drop, and is no plain number.
[[nodiscard]] bool may_be_formula(std::string_view cell);

}  // namespace entente
