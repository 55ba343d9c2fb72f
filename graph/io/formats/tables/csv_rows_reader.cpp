#include "io/formats/tables/csv_rows_reader.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <entente/model/problem.hpp>

#include "base/threads.hpp"
#include "io/formats/tables/csv_row_filler.hpp"

namespace entente {
namespace {

constexpr std::size_t csv_piece = std::size_t{1} << 22;

/// Where rows seem to begin, at least a piece from one another; the last is the end.
std::vector<std::size_t> row_cuts(std::string_view text, std::size_t first) {
  std::vector<std::size_t> cuts = {first};
  while (text.size() - cuts.back() > 2 * csv_piece) {
    std::size_t at = text.find('\n', cuts.back() + csv_piece);
    while (at < text.size() && (text[at] == '\n' || text[at] == '\r')) ++at;
    if (at >= text.size()) break;
    cuts.push_back(at);
  }
  cuts.push_back(text.size());
  return cuts;
}

/// Reads the pieces side by side. A cut is right if the piece before it ends there; false if one is
/// not, or anything is wrong, which is for a reader that goes row by row to say.
bool read_in_pieces(const std::string& name, std::string_view text, std::size_t first,
                    char delimiter, std::size_t file, CsvTable& table) {
  const std::vector<std::size_t> cuts = row_cuts(text, first);
  if (cuts.size() < 3) return false;
  std::vector<std::optional<CsvRowFiller>> fillers(cuts.size() - 1);
  std::vector<char> right(fillers.size(), 0);
  side_by_side(fillers.size(), [&](std::size_t i) {
    fillers[i].emplace(table, text, file);
    const std::size_t begin = cuts[i];
    const std::size_t size = cuts[i + 1] - begin;
    tables::CsvRows rows(text.substr(begin), name, {delimiter, tables::FirstLine::is_row});
    try {
      while (rows.at() < size && rows.next()) {
        const auto at = static_cast<std::size_t>(rows.row_text().data() - text.data());
        if (fillers[i]->add(rows, at)) return;
      }
    } catch (const DossierError&) {
      return;
    }
    right[i] = rows.at() == size ? 1 : 0;
  });
  if (std::find(right.begin(), right.end(), 0) != right.end()) return false;
  for (std::optional<CsvRowFiller>& filler : fillers) std::move(*filler).give(table);
  return true;
}

std::size_t byte_of_cell(const tables::CsvRows& rows, std::size_t column, std::string_view text) {
  const std::string_view cell = rows.cells()[column].text;
  const bool is_there = cell.data() >= text.data() && cell.data() <= text.data() + text.size();
  return static_cast<std::size_t>((is_there ? cell.data() : rows.row_text().data()) - text.data());
}

}  // namespace

void read_csv_rows(tables::CsvRows& rows, std::size_t file, ForeignReading& reading,
                   CsvTable& table) {
  const ForeignFile& source = reading.files()[file];
  table.guesses.resize(table.headings.size());
  table.filled.resize(table.headings.size());
  table.missing.resize(table.headings.size());
  const auto is_timeset = [](const CsvHeading& one) { return one.role == CsvRole::timeset; };
  if (std::any_of(table.headings.begin(), table.headings.end(), is_timeset))
    table.time_sets = time_sets_in(source.text);
  if (read_in_pieces(source.name, source.text, rows.at(), rows.delimiter(), file, table)) return;
  CsvRowFiller filler(table, source.text, file);
  while (!reading.stopped() && rows.next()) {
    const auto at = static_cast<std::size_t>(rows.row_text().data() - source.text.data());
    auto fault = filler.add(rows, at);
    if (!fault) continue;
    const bool has_cell = fault->column < rows.cells().size();
    reading.leave_out({file, has_cell ? byte_of_cell(rows, fault->column, source.text) : at},
                      std::move(fault->finding));
  }
  std::move(filler).give(table);
}

}  // namespace entente
