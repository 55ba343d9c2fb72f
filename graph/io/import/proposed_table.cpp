#include "io/import/proposed_table.hpp"

#include <algorithm>
#include <set>

#include "base/ascii.hpp"

namespace entente::import {
namespace {

/// The rows that a table begins with; none where the source names its columns itself.
std::vector<TopRow> top_of(SourceFile& file, const std::string& sheet,
                           std::optional<char> delimiter) {
  constexpr std::size_t most_rows = 40;
  std::vector<TopRow> rows;
  const OpenTable table = file.open(sheet, 0, delimiter, {}, {});
  if (table.rows->has_column_names()) return rows;
  while (rows.size() < most_rows && table.rows->next()) {
    TopRow& row = rows.emplace_back();
    row.number = table.rows->row();
    for (const tables::Cell& cell : table.rows->cells()) row.cells.emplace_back(trimmed(cell.text));
  }
  return rows;
}

/// What stands between cells, if the first row that has more than a title is a single cell as its
/// file's ending has it, and others are like it.
std::optional<char> delimiter_in(const std::vector<TopRow>& rows) {
  if (rows.empty() || rows.front().cells.size() > 1) return std::nullopt;
  for (const char one : {';', '\t', '|', ','}) {
    const auto has_it = [one](const TopRow& row) {
      return row.cells.front().find(one) != std::string::npos;
    };
    const auto header = std::find_if(rows.begin(), rows.end(), [&](const TopRow& row) {
      return row.cells.size() > 1 || has_it(row);
    });
    if (header == rows.end() || header->cells.size() > 1) continue;
    const auto with = std::count_if(rows.begin(), rows.end(), has_it);
    if (header == rows.begin() || static_cast<std::size_t>(with) * 2 >= rows.size()) return one;
  }
  return std::nullopt;
}

std::vector<ColumnLook> looks_of(OpenTable& table, const Countries& countries) {
  constexpr std::size_t most_rows = 2000;
  constexpr std::size_t most_looked_at = 200;
  const std::size_t count = std::min(table.columns.size(), most_looked_at);
  std::vector<std::vector<std::string>> cells(count);
  std::vector<std::set<std::string>> codes(count);  // that the file itself declares as missing
  for (std::size_t row = 0; row < most_rows && table.rows->next(); ++row)
    for (std::size_t i = 0; i < std::min(count, table.rows->cells().size()); ++i) {
      const std::string_view text = table.rows->cells()[i].text;
      if (table.rows->cells()[i].kind == tables::CellKind::missing) {
        codes[i].emplace(text);
        continue;
      }
      cells[i].emplace_back(trimmed(text));
    }
  std::vector<ColumnLook> looks;
  for (std::size_t i = 0; i < count; ++i) {
    looks.push_back(look_at_column(table.columns[i], i, cells[i], countries));
    std::vector<std::string>& missing = looks.back().missing;
    for (const std::string& code : codes[i])
      if (std::ranges::find(missing, code) == missing.end()) missing.push_back(code);
  }
  return looks;
}

}  // namespace

ProposedTable look_at_table(SourceFile& file, const std::string& sheet,
                            const Countries& countries) {
  ProposedTable proposed;
  proposed.file = file.base_name();
  proposed.sheet = sheet;
  const std::vector<std::string> known = file.notes();  // of other sheets
  std::vector<TopRow> top = top_of(file, sheet, std::nullopt);
  if (sheet.empty())
    if ((proposed.delimiter = delimiter_in(top))) top = top_of(file, sheet, proposed.delimiter);
  proposed.header = guess_header(top);
  OpenTable table = file.open(sheet, proposed.header.row, proposed.delimiter, {}, {});
  proposed.columns = looks_of(table, countries);
  // Which cells are merged stands behind the last row of a workbook's sheet.
  if (!sheet.empty())
    while (table.rows->next()) {
    }
  for (const std::string& note : file.notes())
    if (std::ranges::find(known, note) == known.end() &&
        std::ranges::find(proposed.notes, note) == proposed.notes.end())
      proposed.notes.push_back(note);
  return proposed;
}

}  // namespace entente::import
