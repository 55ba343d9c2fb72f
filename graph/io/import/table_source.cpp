#include "io/import/table_source.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include <entente/io/compression.hpp>
#include <entente/text/edit_distance.hpp>

#include "base/ascii.hpp"
#include "io/import/evaluation.hpp"
#include "io/tables/open_table.hpp"
#include "text/shortened.hpp"

namespace entente::import {
namespace {

/// Whether a name fits a pattern in which `*` is any characters.
bool fits(std::string_view name, std::string_view pattern) {
  std::size_t at = 0;
  const std::vector<std::string_view> parts = split(pattern, '*');
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::size_t found = name.find(parts[i], at);
    if (found == name.npos || (i == 0 && found != 0)) return false;
    at = found + parts[i].size();
  }
  return parts.back().empty() || name.ends_with(parts.back())
             ? parts.size() > 1 || at == name.size()
             : false;
}

std::size_t sheet_number(const tables::TableFile& file, const std::string& sheet,
                         const MappingPlace& place) {
  const std::vector<std::string>& sheets = file.sheets();
  if (sheet.empty()) {
    if (!sheets.empty()) return 0;
    Problem problem = place;
    problem.code = "unknown-sheet";
    problem.message = file.name() + " has no sheets";
    throw DossierError({problem});
  }
  if (const auto found = std::find(sheets.begin(), sheets.end(), sheet); found != sheets.end())
    return static_cast<std::size_t>(found - sheets.begin());
  std::size_t number = 0;
  if (sheet.starts_with('#') &&
      std::from_chars(sheet.data() + 1, sheet.data() + sheet.size(), number).ec == std::errc() &&
      number >= 1 && number <= sheets.size())
    return number - 1;
  Problem problem = place;
  problem.code = "unknown-sheet";
  problem.message = file.name() + " has no sheet '" + sheet + "'";
  std::string all;
  for (const std::string& each : sheets) all += (all.empty() ? "'" : ", '") + each + "'";
  const auto meant = nearest(sheet, sheets);
  problem.hint = meant ? "did you mean '" + *meant + "'?"
                       : "its sheets: " + (all == "''" ? "one without a name" : shortened(all));
  throw DossierError({problem});
}

}  // namespace

SourceFile::SourceFile(std::string path, const ReadLimits& limits)
    : path_(std::move(path)), limits_(limits) {}

std::string SourceFile::base_name() const {
  return path_ == "-" ? "stdin" : path_.substr(path_.find_last_of('/') + 1);
}

std::string SourceFile::stem() const {
  const std::string name = base_name();
  const std::size_t point = name.rfind('.');
  return point == name.npos || point == 0 ? name : name.substr(0, point);
}

std::string SourceFile::document_id() const {
  const std::string ending = base_name().substr(stem().size());
  const std::string id = slug_of(stem()) + (ending.empty() ? "" : "-" + slug_of(ending));
  return id.starts_with('-') ? "table" + id : id;
}

bool SourceFile::is_meant_by(const std::string& pattern) const {
  const std::string name = base_name();
  return pattern.empty() || fits(name, pattern) ||
         fits(std::string(uncompressed_name(name)), pattern);
}

tables::TableFile& SourceFile::file(std::optional<char> delimiter, const std::string& query) {
  if (!file_ || (delimiter && delimiter != delimiter_) || query != query_) {
    tables::OpenOptions options;
    options.delimiter = delimiter;
    options.query = query;
    query_ = query;
    options.most_bytes = limits_.input;
    file_ = tables::open_table(path_, options);
    delimiter_ = delimiter;
  }
  return *file_;
}

std::vector<std::string> SourceFile::notes() const {
  return file_ ? file_->notes() : std::vector<std::string>();
}

OpenTable SourceFile::open(const std::string& sheet, std::uint32_t header,
                           std::optional<char> delimiter, const std::string& query,
                           const MappingPlace& place) {
  tables::TableFile& source = file(delimiter, query);
  const std::size_t number = sheet_number(source, sheet, place);
  OpenTable table;
  table.sheet = source.sheets()[number];
  table.rows = source.open(number);
  if (table.rows->has_column_names()) {
    table.columns = table.rows->column_names();
    return table;
  }
  if (header == 0) {
    // As many as there may be: rows decide.
    for (std::size_t i = 0; i < tables::most_columns; ++i)
      table.columns.push_back(tables::column_letters(i));
    return table;
  }
  while (table.rows->next()) {
    if (table.rows->row() < header) continue;
    for (const tables::Cell& cell : table.rows->cells())
      table.columns.emplace_back(trimmed(cell.text));
    return table;
  }
  const std::uint32_t last = table.rows->row();
  if (last == 0)
    throw DossierError({{Severity::error, "no-header", source.name(), 1, 1, "",
                         "the table is empty, and its first row would name its columns",
                         "is it the right file, and the right sheet?"}});
  throw DossierError({{Severity::error, "no-header", source.name(), last, 1, "",
                       "the table has no row " + std::to_string(header) + " with names of columns",
                       "\"header\": false is for tables without names"}});
}

}  // namespace entente::import
