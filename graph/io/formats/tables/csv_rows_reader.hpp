#pragma once

/// The rows of a table of nodes or edges, by several threads where the text is long.

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "io/formats/flat_columns.hpp"
#include "io/formats/foreign.hpp"
#include "io/formats/found_elements.hpp"
#include "io/formats/tables/csv_headings.hpp"
#include "io/formats/time_sets.hpp"
#include "io/tables/csv.hpp"

namespace entente {

/// How often something is so in a table, and where first.
struct CsvNotes {
  std::size_t count = 0;
  ForeignPlace first = {};

  void add(const CsvNotes& more) {
    if (count == 0) first = more.first;
    count += more.count;
  }
};

/// Cells of a column that hold a mark for what is missing, `NA` or `-`, and what the others look
/// like.
struct CsvMissing {
  CsvNotes notes = {};
  ColumnGuess others = {};
};

/// One table: its columns, and its rows in lists one after the other.
struct CsvTable {
  std::vector<CsvHeading> headings = {};
  bool of_edges = false;
  TableBy by = TableBy::others;
  bool guarded = false;  ///< cells are ours, and guarded against formulas
  TimeSets time_sets = TimeSets::intervals;
  FoundLists lists = {};
  std::vector<ColumnGuess> guesses = {};  ///< by column, of all rows
  bool any_direction = false;             ///< `Type` holds something,
  bool all_directions = true;             ///< and nothing but directions
  std::vector<char> filled = {};          ///< columns in which some cell is not empty
  std::vector<CsvMissing> missing = {};   ///< by column
  CsvNotes unread_times = {};             ///< cells of times that hold others than dates
  CsvNotes odd_weights = {};              ///< texts in a column of weights
  std::size_t number_weights = 0;         ///< and numbers there
  std::size_t comma_weights = 0;          ///< of the texts, numbers with a decimal comma
};

/// Reads what is left of the rows, the first of which are the header, into the table. Rows in which
/// something is wrong are reported.
void read_csv_rows(tables::CsvRows& rows, std::size_t file, ForeignReading& reading,
                   CsvTable& table);

}  // namespace entente
