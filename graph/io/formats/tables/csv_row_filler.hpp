#pragma once

/// A row of a table of nodes or edges, as an element of a list.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/formats/tables/csv_rows_reader.hpp"
#include "io/tables/csv.hpp"

namespace entente {

/// What is wrong with a row, and in which column.
struct CsvRowFault {
  std::size_t column = 0;
  Finding finding = {};
};

/// Fills one list with rows of one file. Borrows the table and the text.
class CsvRowFiller {
 public:
  CsvRowFiller(const CsvTable& table, std::string_view text, std::size_t file);

  /// Adds the row, unless something is wrong with it.
  std::optional<CsvRowFault> add(const tables::CsvRows& rows, std::size_t at);

  /// Puts what was read into the table.
  void give(CsvTable& table) &&;

 private:
  /// Numbers of the names of a column's properties: its own, of several times, and of marks for
  /// what is missing.
  struct Names {
    std::uint32_t own = 0;
    std::uint32_t missing = 0;
    std::uint32_t spells = 0;
  };

  [[nodiscard]] std::string unescaped(std::string_view cell) const;

  /// Where a cell `when` is a date that counts, and times that are not its days stay as they are.
  void prefer_date(const std::string& when, const std::vector<tables::Cell>& cells);

  /// Cells that had to be unescaped stand in a text that goes.
  std::string_view lasting(std::string_view cell);

  void add_cell(StoredElement& element, std::size_t column, std::string_view value);

  /// Counts what stands in a column of weights.
  void note_weight(const StoredElement& element, std::string_view value);

  /// A row with several times is several edges, or a node that has them as they are.
  void add_times();

  /// `Type` says directions in Gephi's tables, and something else in others.
  void note_direction(StoredElement& element, std::string_view value);

  [[nodiscard]] std::optional<CsvRowFault> missing_member(const StoredElement& element) const;

  [[nodiscard]] std::optional<CsvRowFault> fault(CsvRole role) const;

  const CsvTable& table_;
  std::string_view text_;
  std::size_t file_;
  std::unique_ptr<FoundElements> list_;
  std::vector<Names> names_;
  std::vector<char> says_direction_;
  std::vector<char> drops_blanks_;
  std::vector<char> weighs_;
  CsvNotes odd_weights_;
  std::size_t number_weights_ = 0;
  std::size_t comma_weights_ = 0;
  std::vector<ColumnGuess> guesses_;
  std::vector<CsvMissing> missing_;
  CsvNotes unread_times_;
  std::vector<char> filled_;
  std::vector<std::string> times_;  // of the row
  std::uint32_t times_name_ = 0;
  std::size_t times_column_ = 0;
  std::size_t when_column_ = 0;  // behind the last if there is none
  bool any_direction_ = false;
  bool all_directions_ = true;
};

}  // namespace entente
