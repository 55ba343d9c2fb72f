#pragma once

/// Opens a file with tables in it by what it is.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "io/tables/table.hpp"

namespace entente::tables {

/// How a file is opened.
struct OpenOptions {
  std::optional<char> delimiter = {};              ///< of a text file, whatever its ending
  std::string query = {};                          ///< of a database: one SELECT
  std::size_t most_bytes = std::size_t{2} << 30U;  ///< of the file, and unpacked
};

/// Opens nothing yet. @throws IoError `input-missing` (exit 66); DossierError `no-postgresql`.
void require_file(const std::string& path);

/// By its first bytes a workbook (`.xlsx`, `.xlsm`), a spreadsheet (`.ods`) or a database of
/// SQLite; by its ending `.dta`, `.sav`, `.jsonl` and `.ndjson`. On standard input a text that
/// begins with
/// `{` is JSON Lines. Anything else is text cut by a delimiter.
/// @throws what the reader of that kind throws; DossierError `no-postgresql` for a connection.
[[nodiscard]] std::unique_ptr<TableFile> open_table(const std::string& path,
                                                    const OpenOptions& options = {});

}  // namespace entente::tables
