#include "io/import/proposed_table.hpp"

#include <algorithm>
#include <set>

#include <entente/model/problem.hpp>

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
    looks.back().is_alone = std::ranges::count(table.columns, table.columns[i]) == 1;
  }
  return looks;
}

/// The same of a text whose cells are quoted, which is no table with the delimiter of its ending.
std::optional<char> delimiter_behind_quotes(SourceFile& file) {
  for (const char one : {';', '\t', '|', ','}) try {
      const std::vector<TopRow> rows = top_of(file, "", one);
      if (!rows.empty() && rows.front().cells.size() > 1) return one;
    } catch (const DossierError&) {
      // Not this one.
    }
  return std::nullopt;
}

/// Looks at the rows that a table begins with, and what stands between their cells.
std::vector<TopRow> top_of_any(SourceFile& file, ProposedTable& proposed) {
  const std::string& sheet = proposed.sheet;
  std::vector<TopRow> top;
  try {
    top = top_of(file, sheet, std::nullopt);
    if (sheet.empty()) proposed.delimiter = delimiter_in(top);
  } catch (const DossierError& error) {
    if (!sheet.empty() || error.problems().front().code != "csv-quote") throw;
    proposed.delimiter = delimiter_behind_quotes(file);
    if (!proposed.delimiter) throw;
  }
  return proposed.delimiter ? top_of(file, sheet, proposed.delimiter) : top;
}

}  // namespace

ProposedTable look_at_table(SourceFile& file, const std::string& sheet,
                            const Countries& countries) {
  ProposedTable proposed;
  proposed.file = file.base_name();
  proposed.sheet = sheet;
  const std::vector<std::string> known = file.notes();  // of other sheets
  proposed.header = guess_header(top_of_any(file, proposed));
  OpenTable table = file.open(sheet, proposed.header.row, proposed.delimiter, {}, {});
  proposed.columns = looks_of(table, countries);
  if (proposed.columns.size() < table.columns.size())
    proposed.notes.push_back("the first " + std::to_string(proposed.columns.size()) + " of " +
                             std::to_string(table.columns.size()) +
                             " columns are looked at; name others by hand");
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
