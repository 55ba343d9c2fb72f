#pragma once

/// A table as `--propose` sees it: which row names the columns, and what they look like.

#include <optional>
#include <string>
#include <vector>

#include "io/import/column_look.hpp"
#include "io/import/header_row.hpp"
#include "io/import/table_source.hpp"

namespace entente::import {

struct ProposedTable {
  std::string file = {};
  std::string sheet = {};
  std::optional<char> delimiter = {};  ///< of a text file, if it is not as its ending says
  HeaderGuess header = {};
  std::vector<ColumnLook> columns = {};
  std::vector<std::string> notes = {};  ///< of the file, such as merged cells
};

/// Looks at the first rows of a table, and behind them for what a workbook tells at its end.
/// @throws DossierError `no-header` for a table without rows.
[[nodiscard]] ProposedTable look_at_table(SourceFile& file, const std::string& sheet,
                                          const Countries& countries);

}  // namespace entente::import
