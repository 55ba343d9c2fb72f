#pragma once

/// What the columns of a table of nodes or edges hold, and what their properties are called.

#include <cstddef>

#include "io/formats/tables/csv_headings.hpp"
#include "io/formats/tables/csv_rows_reader.hpp"

namespace entente {

/// Whether cells of that column may hold marks for what is missing.
[[nodiscard]] bool may_lack(const CsvHeading& heading);

/// Whether a column holds weights of others, which are numbers or nothing.
[[nodiscard]] bool holds_weights(const CsvTable& table, std::size_t column);

/// Whether the weights of a column with some texts are mostly numbers, and stay such.
[[nodiscard]] bool keeps_numbers(const CsvTable& table, std::size_t column);

/// What the properties of a table's lists are called, and of which type their cells are: known when
/// all tables are read. Marks for what is missing among numbers and dates of others' tables are
/// nothing; returns how often.
[[nodiscard]] CsvNotes name_csv_columns(CsvTable& table, bool is_ours);

}  // namespace entente
