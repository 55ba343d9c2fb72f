#pragma once

/// Rows that made no record, each with its cell and the reason.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <entente/io/import.hpp>

#include "io/import/record_store.hpp"
#include "io/import/row_view.hpp"
#include "io/tables/table.hpp"

namespace entente::import {

/// "ties.xlsx!2023": a table as messages name it.
[[nodiscard]] std::string shown_place(const std::string& file, const std::string& sheet);

class RejectedRows {
 public:
  /// Tables are numbered as they are read.
  void add_table(const std::string& file, const std::string& sheet);
  /// @pre There is one.
  [[nodiscard]] std::uint32_t last_table() const;

  /// A row that was not understood.
  void add(const Rejected& rejected, const Origin& origin, const tables::RowStream& rows);
  /// What is wrong with a record, at the row that made it.
  void add(const Problem& problem, const RecordStore& store);
  /// The same as it is told, without adding it.
  [[nodiscard]] RejectedRow row_of(const Problem& problem, const RecordStore& store) const;
  /// The row that made the record that something is wrong with; nullptr if none did.
  [[nodiscard]] const Origin* origin_of(const Problem& problem, const RecordStore& store) const;

  [[nodiscard]] std::vector<RejectedRow> take() && { return std::move(rows_); }

 private:
  struct ReadTable {
    std::string file;
    std::string sheet;
  };

  [[nodiscard]] RejectedRow row_of(std::uint32_t table) const;

  std::vector<ReadTable> tables_ = {};
  std::vector<RejectedRow> rows_ = {};
};

}  // namespace entente::import
