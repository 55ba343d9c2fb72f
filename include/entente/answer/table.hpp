#pragma once

/// Rows and columns, and the ways to write them.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "call.hpp"

namespace entente::tool {

struct Column {
  enum class Align : std::uint8_t { left, right };

  std::string title;
  Align align = Align::left;
};

/// Every row has one cell a column; cells are data, not yet made safe for any medium.
struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;
};

/// The looks of a table for people.
struct TableStyle {
  std::size_t width = 0;  ///< cells of the terminal; 0: no cell is ever cut, no rule drawn
  ColourMode colour = ColourMode::never;
};

/// Columns padded to equal display width. On a terminal the widest columns are cut until it fits.
[[nodiscard]] std::string aligned(const Table& table, const TableStyle& style);
/// RFC 4180, with CRLF. Guarded cells that a spreadsheet would take for a formula get a `'`.
[[nodiscard]] std::string csv(const Table& table, Cells cells);
/// Tab-separated; tab, line feed, carriage return and backslash as \t, \n, \r, \\. Guarded as CSV.
[[nodiscard]] std::string tsv(const Table& table, Cells cells);
[[nodiscard]] std::string markdown(const Table& table);

/// Text of any kind inside a Markdown document.
[[nodiscard]] std::string markdown_safe(std::string_view text);

}  // namespace entente::tool
