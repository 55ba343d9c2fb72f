#include "io/formats/report/xlsx_sheet.hpp"

#include <cstdint>

#include <entente/error.hpp>

#include "text/utf8.hpp"

namespace entente {
namespace {

constexpr std::size_t most_rows = 1'048'576;  // the titles included
constexpr std::size_t most_columns = 16'384;
constexpr std::size_t most_units = 32'767;  // of UTF-16, in one cell

bool is_hex_digit_of_escape(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Whether a text begins with what spreadsheets read as one character: `_x0041_`.
bool begins_escape(std::string_view text) {
  return text.size() >= 7 && text.starts_with("_x") && is_hex_digit_of_escape(text[2]) &&
         is_hex_digit_of_escape(text[3]) && is_hex_digit_of_escape(text[4]) &&
         is_hex_digit_of_escape(text[5]) && text[6] == '_';
}

bool is_xml_character(char32_t c) {
  return (c >= 0x20 || c == '\t' || c == '\n' || c == '\r') && c != 0xFFFE && c != 0xFFFF;
}

[[noreturn]] void refuse(std::string_view what, std::size_t most) {
  throw LimitReached("workbook-limit", "a sheet of a workbook holds at most " +
                                           std::to_string(most) + " " + std::string(what) +
                                           "\nselect a part, or write csv or sqlite");
}

}  // namespace

CellText cell_text(std::string_view text) {
  CellText cell;
  std::size_t units = 0;
  for (const CodePoint c : code_points(text)) {
    if (!is_xml_character(c.value)) {
      cell.dropped = true;
      continue;
    }
    units += c.value > 0xFFFF ? 2 : 1;
    if (units > most_units) {
      cell.cut = true;
      break;
    }
    if (c.value == '_' && begins_escape(text.substr(c.offset))) cell.text += "_x005F";
    append_utf8(cell.text, c.value);
  }
  return cell;
}

XlsxSheet::XlsxSheet(lxw_workbook* book, const char* name, lxw_format* head, LossReport& report)
    : sheet_(::workbook_add_worksheet(book, name)), head_(head), report_(report) {
  ::worksheet_freeze_panes(sheet_, 1, 1);
}

void XlsxSheet::title(std::string_view name, double width) {
  if (column_ >= most_columns) refuse("columns", most_columns);
  ::worksheet_set_column(sheet_, column_, column_, width, nullptr);
  ::worksheet_write_string(sheet_, 0, column_, cell_text(name).text.c_str(), head_);
  ++column_;
}

void XlsxSheet::row(std::string_view record) {
  if (++row_ >= most_rows) refuse("rows", most_rows - 1);
  column_ = 0;
  record_ = record;
}

void XlsxSheet::text(std::string_view text) {
  const CellText cell = cell_text(text);
  if (cell.cut) report_.add("text-cut", "texts are cut to what a cell holds", record_);
  if (cell.dropped) report_.add("characters-dropped", "control characters are dropped", record_);
  if (!cell.text.empty())
    ::worksheet_write_string(sheet_, row_, column_, cell.text.c_str(), nullptr);
  ++column_;
}

void XlsxSheet::number(double number) {
  ::worksheet_write_number(sheet_, row_, column_++, number, nullptr);
}

void XlsxSheet::boolean(bool value) {
  ::worksheet_write_boolean(sheet_, row_, column_++, value, nullptr);
}

}  // namespace entente
