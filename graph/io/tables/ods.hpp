#pragma once

/// Spreadsheets of OpenDocument (ISO/IEC 26300): `.ods`.

#include <cstddef>
#include <memory>
#include <string>

#include "io/tables/table.hpp"
#include "system/whole_file.hpp"

namespace entente::tables {

/// The sheets of a spreadsheet. Dates are no more precise than their style shows them, formulas are
/// their stored results, marked, notes on cells are no text of theirs.
/// @throws as `open_xlsx`.
[[nodiscard]] std::unique_ptr<TableFile> open_ods(InputBytes bytes, const std::string& name,
                                                  std::size_t most_bytes);

}  // namespace entente::tables
