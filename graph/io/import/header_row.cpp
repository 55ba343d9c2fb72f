#include "io/import/header_row.hpp"

#include <algorithm>

namespace entente::import {
namespace {

/// What three of four rows do not surpass: single rows of odd width do not decide.
std::size_t usual_width(const std::vector<TopRow>& rows) {
  std::vector<std::size_t> widths;
  for (const TopRow& row : rows) widths.push_back(row.filled());
  std::sort(widths.begin(), widths.end());
  return widths[widths.size() * 3 / 4];
}

}  // namespace

std::size_t TopRow::filled() const {
  return static_cast<std::size_t>(
      std::count_if(cells.begin(), cells.end(), [](const auto& cell) { return !cell.empty(); }));
}

HeaderGuess guess_header(const std::vector<TopRow>& rows) {
  if (rows.empty()) return {};
  const std::size_t width = usual_width(rows);
  HeaderGuess guess;
  for (const TopRow& row : rows) {
    const std::size_t filled = row.filled();
    if (filled > 0 && filled * 3 >= width * 2) {
      // What stands first is named by 1, also below rows of nothing that are no rows of a file.
      guess.row = &row == &rows.front() ? 1 : row.number;
      guess.cells = filled;
      return guess;
    }
    for (const std::string& cell : row.cells)
      if (!cell.empty()) {
        guess.titles.push_back(cell);
        break;
      }
  }
  return {};
}

}  // namespace entente::import
