#pragma once

/// Rows and columns, and the ways to write them.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/export.hpp>

namespace ENTENTE_API entente {
namespace answers {

/// A column of a table.
struct Column {
  /// To which side cells stand.
  enum class Align : std::uint8_t { left, right };

  std::string title;          ///< the first row
  Align align = Align::left;  ///< numbers to the right
};

/// Every row has one cell a column; cells are data, not yet made safe for any medium.
struct Table {
  std::vector<Column> columns = {};                 ///< from left to right
  std::vector<std::vector<std::string>> rows = {};  ///< a cell a column
};

/// Whether column titles stand out.
enum class Titles : std::uint8_t { plain, bold };

/// The looks of a table for people.
struct TableStyle {
  std::size_t width = 0;          ///< cells of the terminal; 0: no cell is ever cut, no rule drawn
  Titles titles = Titles::plain;  ///< bold by an escape sequence of terminals
};

/// Whether a text cell that a spreadsheet would run as a formula is written with a guard.
enum class Cells : std::uint8_t { guarded, raw };

/// Columns padded to equal display width, safe to show. On a terminal the widest columns are cut
/// until it fits.
[[nodiscard]] std::string aligned(const Table& table, const TableStyle& style = {});
/// RFC 4180, with CRLF. Guarded cells that a spreadsheet would take for a formula get a `'`.
[[nodiscard]] std::string csv(const Table& table, Cells cells = Cells::guarded);
/// Tab-separated; tab, line feed, carriage return and backslash are escaped by a backslash and a
/// letter (t, n, r) or another backslash. Guarded as CSV.
[[nodiscard]] std::string tsv(const Table& table, Cells cells = Cells::guarded);
/// One row as csv() writes it.
[[nodiscard]] std::string csv_line(const std::vector<std::string>& row,
                                   Cells cells = Cells::guarded);
/// One row as tsv() writes it.
[[nodiscard]] std::string tsv_line(const std::vector<std::string>& row,
                                   Cells cells = Cells::guarded);
/// A table of Markdown.
[[nodiscard]] std::string markdown(const Table& table);
/// A page of HTML that holds the table and loads nothing.
[[nodiscard]] std::string html(const Table& table);

/// Text of any kind inside a Markdown document.
[[nodiscard]] std::string markdown_safe(std::string_view text);

}  // namespace answers
}  // namespace entente
