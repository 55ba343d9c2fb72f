#include "io/import/rejected_rows.hpp"

#include <utility>

namespace entente::import {
namespace {

std::string shown_file(const std::string& file) {
  return file == "-" ? "<stdin>" : file;
}

/// Columns of joined tables are reached from their first.
std::size_t column_of(std::size_t slot) {
  return slot < tables::most_columns ? slot : 0;
}

}  // namespace

std::string shown_place(const std::string& file, const std::string& sheet) {
  const std::string shown = shown_file(file);
  return sheet.empty() ? shown : shown + "!" + sheet;
}

void RejectedRows::add_table(const std::string& file, const std::string& sheet) {
  tables_.push_back({file, sheet});
}

std::uint32_t RejectedRows::last_table() const {
  return static_cast<std::uint32_t>(tables_.size() - 1);
}

RejectedRow RejectedRows::row_of(std::uint32_t table) const {
  RejectedRow row;
  row.file = shown_file(tables_[table].file);
  row.sheet = tables_[table].sheet;
  return row;
}

void RejectedRows::add(const Rejected& rejected, const Origin& origin,
                       const tables::RowStream& rows) {
  RejectedRow row = row_of(origin.table);
  const std::size_t column = column_of(rejected.slot);
  row.cell = tables::cell_address(column, origin.row);
  const Position position = rows.position(column);
  row.line = position.line;
  row.column = position.column;
  row.value = rejected.value;
  row.code = rejected.code;
  row.reason = rejected.reason;
  row.hint = rejected.hint;
  rows_.push_back(std::move(row));
}

const Origin* RejectedRows::origin_of(const Problem& problem, const RecordStore& store) const {
  const Origin* origin = store.origin_of_entity(problem.record);
  if (origin == nullptr)
    for (std::uint32_t i = 0; i < tables_.size() && origin == nullptr; ++i)
      if (shown_place(tables_[i].file, tables_[i].sheet) == problem.file)
        origin = store.origin_of_relation(i, problem.line);
  return origin;
}

void RejectedRows::add(const Problem& problem, const RecordStore& store) {
  rows_.push_back(row_of(problem, store));
}

RejectedRow RejectedRows::row_of(const Problem& problem, const RecordStore& store) const {
  const Origin* origin = origin_of(problem, store);
  RejectedRow row;
  if (origin != nullptr && origin->table < tables_.size()) {
    row = row_of(origin->table);
    row.cell = tables::cell_address(column_of(origin->slot), origin->row);
    if (row.sheet.empty()) {
      row.line = origin->place.line;
      row.column = 1;
    }
  }
  row.code = problem.code;
  row.reason = problem.record.empty() ? problem.message : problem.record + ": " + problem.message;
  row.hint = problem.hint;
  return row;
}

}  // namespace entente::import
