#pragma once

/// Files of statistics programs: Stata's `.dta`, SPSS' `.sav`.

#include <memory>
#include <string>

#include "io/tables/table.hpp"

namespace entente::tables {

enum class StatisticsFormat : std::uint8_t { stata, spss };

/// The only table of such a file. A value with a label is its label; dates are days, months or
/// years as their format has them; what is missing is its code (`.`, `.a`, or a value that the file
/// declares as missing) with the kind `missing`.
/// Cost: all values are held, since such files are not read row by row.
/// @throws DossierError `bad-statistics`; IoError `input-missing`.
[[nodiscard]] std::unique_ptr<TableFile> open_statistics(const std::string& path,
                                                         StatisticsFormat format);

}  // namespace entente::tables
