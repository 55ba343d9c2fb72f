#pragma once

/// A sheet of a workbook, within the limits of Excel.

#include <string>
#include <string_view>

#include <xlsxwriter.h>

#include <entente/io/loss_report.hpp>

namespace entente {

/// A text as a cell can hold it.
struct CellText {
  std::string text = {};
  bool cut = false;      ///< it was longer than a cell
  bool dropped = false;  ///< it had characters that XML cannot hold
};

[[nodiscard]] CellText cell_text(std::string_view text);

/// Filled row by row.
class XlsxSheet {
 public:
  XlsxSheet(lxw_workbook* book, const char* name, lxw_format* head, LossReport& report);

  /// A title with the width of its column; before any row.
  void title(std::string_view name, double width);

  /// Begins the row of a record.
  void row(std::string_view record);

  void text(std::string_view text);
  void number(double number);
  void boolean(bool value);
  void blank() { ++column_; }

 private:
  lxw_worksheet* sheet_;
  lxw_format* head_;
  LossReport& report_;
  lxw_row_t row_ = 0;
  lxw_col_t column_ = 0;
  std::string_view record_;
};

}  // namespace entente
