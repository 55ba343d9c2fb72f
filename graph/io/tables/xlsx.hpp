#pragma once

/// Workbooks of Office Open XML (ECMA-376): `.xlsx`, `.xlsm`.

#include <cstddef>
#include <memory>
#include <string>

#include "io/tables/table.hpp"
#include "system/whole_file.hpp"

namespace entente::tables {

/// The worksheets of a workbook, in its order, hidden ones among them; sheets of charts are none.
///
/// Shared, inline and rich strings are their text, without the readings above it. A number that is
/// shown as a date is that date, of either epoch, no more precise than it is shown. A formula is
/// its stored result, marked. Of merged cells the first has the value, the others none; where one
/// of the first rows has them, `notes` of the file says so after that sheet was read.
/// Cost: the shared strings are held, rows pass by.
/// @throws DossierError `broken-archive`, `zip-bomb`, `encrypted`, `bad-xml`, `broken-workbook`,
/// `limit-input`; IoError `input-missing`, `read-failed`.
[[nodiscard]] std::unique_ptr<TableFile> open_xlsx(const std::string& path, std::size_t most_bytes);
/// The same of bytes that are there.
[[nodiscard]] std::unique_ptr<TableFile> open_xlsx(InputBytes bytes, const std::string& name,
                                                   std::size_t most_bytes);

}  // namespace entente::tables
