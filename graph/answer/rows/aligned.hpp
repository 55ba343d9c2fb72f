#pragma once

/// Tables for people, a row at a time: all rows are measured before the first is written.

#include <cstddef>
#include <string>
#include <vector>

#include <entente/answer/table.hpp>

namespace entente::answers {

class AlignedRows {
 public:
  AlignedRows(std::vector<Column> columns, const TableStyle& style);

  /// Makes room for a row.
  void measure(const std::vector<std::string>& cells);
  /// The titles and, on a terminal, a rule below them. All rows have been measured.
  [[nodiscard]] std::string head();
  /// A row as a line.
  [[nodiscard]] std::string line(const std::vector<std::string>& cells) const;

 private:
  std::vector<Column> columns_;
  TableStyle style_;
  std::vector<std::size_t> widths_;
};

/// The titles of Markdown's table, and the rule below them.
[[nodiscard]] std::string markdown_head(const std::vector<Column>& columns);
/// A row of it.
[[nodiscard]] std::string markdown_row(const std::vector<std::string>& cells);

/// A cell as CSV or TSV has it.
[[nodiscard]] std::string csv_cell(std::string cell, Cells cells);
[[nodiscard]] std::string tsv_cell(std::string_view cell, Cells cells);

}  // namespace entente::answers
