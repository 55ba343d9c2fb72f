#include <algorithm>
#include <numeric>

#include <entente/answer/table.hpp>
#include <entente/text/safe.hpp>
#include <entente/text/width.hpp>

#include "base/formula.hpp"
#include "text/markdown.hpp"

namespace entente::answers {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t least_width = 6;  // a column is not cut below this

using Widths = std::vector<std::size_t>;

Table made_safe(const Table& table) {
  Table safe = table;
  for (auto& row : safe.rows)
    for (std::string& cell : row) cell = terminal_safe(cell);
  return safe;
}

Widths natural_widths(const Table& table) {
  Widths widths;
  for (const Column& column : table.columns) widths.push_back(display_width(column.title));
  for (const auto& row : table.rows)
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], display_width(row[i]));
  return widths;
}

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

std::string aligned_row(const std::vector<std::string>& cells, const std::vector<Column>& columns,
                        const Widths& widths) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string cell = truncate_to_width(cells[i], widths[i]);
    line += columns[i].align == Column::Align::right ? pad_left(cell, widths[i])
                                                     : pad_right(cell, widths[i]);
    if (i + 1 < cells.size()) line += std::string(gap, ' ');
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line + '\n';
}

std::vector<std::string> titles(const Table& table) {
  std::vector<std::string> names;
  for (const Column& column : table.columns) names.push_back(column.title);
  return names;
}

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
  std::string text = line(titles(table));
  for (const auto& row : table.rows) text += line(row);
  return text;
}

}  // namespace

std::string aligned(const Table& table, const TableStyle& style) {
  const Table safe = made_safe(table);
  Widths widths = natural_widths(safe);
  if (style.width > 0) widths = fitted(std::move(widths), style.width);
  std::string header = aligned_row(titles(safe), safe.columns, widths);
  if (style.titles == Titles::bold) {
    header.pop_back();
    header = "\033[1m" + header + "\033[0m\n";
  }
  if (style.width > 0) {
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (i > 0) header += std::string(gap, ' ');
      for (std::size_t cell = 0; cell < widths[i]; ++cell) header += "─";
    }
    header += '\n';
  }
  std::string text = header;
  for (const auto& row : safe.rows) text += aligned_row(row, safe.columns, widths);
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

std::string markdown(const Table& table) {
  std::string text = lines(
      table, [](const auto& row) { return cells_line(row, "| ", " | ", " |\n", markdown_safe); });
  std::string rule = "|";
  for (const Column& column : table.columns)
    rule += column.align == Column::Align::right ? " ---: |" : " --- |";
  text.insert(text.find('\n') + 1, rule + '\n');
  return text;
}

std::string markdown_safe(std::string_view text) {
  return markdown_line(text);
}

}  // namespace entente::answers
