#include <algorithm>
#include <numeric>

#include <entente/answer/table.hpp>
#include <entente/text/safe.hpp>
#include <entente/text/width.hpp>

#include "answer/rows/aligned.hpp"
#include "base/formula.hpp"
#include "text/markdown.hpp"

namespace entente::answers {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t least_width = 6;  // a column is not cut below this

using Widths = std::vector<std::size_t>;

/// Takes from the widest column until all fit or none can be narrowed.
Widths fitted(Widths widths, std::size_t total) {
  const std::size_t gaps = widths.empty() ? 0 : gap * (widths.size() - 1);
  std::size_t sum = std::accumulate(widths.begin(), widths.end(), gaps);
  while (sum > total) {
    const auto widest = std::ranges::max_element(widths);
    if (*widest <= least_width) break;
    --*widest;
    --sum;
  }
  return widths;
}

std::vector<std::string> titles(const std::vector<Column>& columns) {
  std::vector<std::string> names;
  for (const Column& column : columns) names.push_back(column.title);
  return names;
}

/// Cells as a line, each passed through `write`.
template <typename Write>
std::string cells_line(const std::vector<std::string>& cells, std::string_view begin,
                       std::string_view divider, std::string_view end, Write write) {
  std::string text(begin);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) text += divider;
    text += write(cells[i]);
  }
  text += end;
  return text;
}

/// Titles and rows, each written by `line`.
template <typename Line>
std::string lines(const Table& table, Line line) {
  std::string text = line(titles(table.columns));
  for (const auto& row : table.rows) text += line(row);
  return text;
}

}  // namespace

std::string csv_cell(std::string cell, Cells cells) {
  if (cells == Cells::guarded && may_be_formula(cell)) cell.insert(cell.begin(), '\'');
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

std::string tsv_cell(std::string_view cell, Cells cells) {
  std::string text = cells == Cells::guarded && may_be_formula(cell) ? "'" : "";
  for (const char c : cell) switch (c) {
      case '\t':
        text += "\\t";
        break;
      case '\n':
        text += "\\n";
        break;
      case '\r':
        text += "\\r";
        break;
      case '\\':
        text += "\\\\";
        break;
      default:
        text += c;
    }
  return text;
}

AlignedRows::AlignedRows(std::vector<Column> columns, const TableStyle& style)
    : columns_(std::move(columns)), style_(style), widths_(columns_.size()) {
  measure(titles(columns_));
}

void AlignedRows::measure(const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i)
    widths_[i] = std::max(widths_[i], display_width(terminal_safe(cells[i])));
}

std::string AlignedRows::head() {
  if (style_.width > 0) widths_ = fitted(std::move(widths_), style_.width);
  std::string header = line(titles(columns_));
  if (style_.titles == Titles::bold) {
    header.pop_back();
    header = "\033[1m" + header + "\033[0m\n";
  }
  if (style_.width == 0) return header;
  for (std::size_t i = 0; i < widths_.size(); ++i) {
    if (i > 0) header += std::string(gap, ' ');
    for (std::size_t cell = 0; cell < widths_[i]; ++cell) header += "─";
  }
  return header + '\n';
}

std::string AlignedRows::line(const std::vector<std::string>& cells) const {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string cell = truncate_to_width(terminal_safe(cells[i]), widths_[i]);
    line += columns_[i].align == Column::Align::right ? pad_left(cell, widths_[i])
                                                      : pad_right(cell, widths_[i]);
    if (i + 1 < cells.size()) line += std::string(gap, ' ');
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line + '\n';
}

std::string aligned(const Table& table, const TableStyle& style) {
  AlignedRows rows(table.columns, style);
  for (const auto& row : table.rows) rows.measure(row);
  std::string text = rows.head();
  for (const auto& row : table.rows) text += rows.line(row);
  return text;
}

std::string csv_line(const std::vector<std::string>& row, Cells cells) {
  return cells_line(row, "", ",", "\r\n",
                    [&](const std::string& cell) { return csv_cell(cell, cells); });
}

std::string tsv_line(const std::vector<std::string>& row, Cells cells) {
  return cells_line(row, "", "\t", "\n",
                    [&](const std::string& cell) { return tsv_cell(cell, cells); });
}

std::string csv(const Table& table, Cells cells) {
  return lines(table, [&](const auto& row) { return csv_line(row, cells); });
}

std::string tsv(const Table& table, Cells cells) {
  return lines(table, [&](const auto& row) { return tsv_line(row, cells); });
}

std::string markdown_row(const std::vector<std::string>& cells) {
  return cells_line(cells, "| ", " | ", " |\n", markdown_safe);
}

std::string markdown_head(const std::vector<Column>& columns) {
  std::string text = markdown_row(titles(columns)) + "|";
  for (const Column& column : columns)
    text += column.align == Column::Align::right ? " ---: |" : " --- |";
  return text + '\n';
}

std::string markdown(const Table& table) {
  std::string text = markdown_head(table.columns);
  for (const auto& row : table.rows) text += markdown_row(row);
  return text;
}

std::string markdown_safe(std::string_view text) {
  return markdown_line(text);
}

}  // namespace entente::answers
