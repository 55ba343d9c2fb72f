#pragma once

/// CSV whose first row names the columns, read row by row.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_map.hpp"
#include "io/formats/foreign.hpp"
#include "io/tables/csv.hpp"

namespace entente {

class NamedColumns {
 public:
  /// Reads the first row of one of the reading's files. What is no CSV is reported where it is met,
  /// and ends the rows.
  explicit NamedColumns(ForeignReading& reading, std::size_t file = 0, char delimiter = ',');
  /// Of a file whose columns are named elsewhere, so that its first row is one as all others.
  NamedColumns(ForeignReading& reading, std::size_t file, std::vector<std::string> names,
               char delimiter = ',');

  /// Moves to the next row that holds something.
  [[nodiscard]] bool next();
  /// The cell in the column of that name; empty if there is none. Valid until `next`.
  [[nodiscard]] std::string_view operator[](std::string_view column) const;
  [[nodiscard]] bool has(std::string_view column) const;
  /// The names, in order.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  /// The cell of a column by its number; empty behind the last.
  [[nodiscard]] std::string_view cell(std::size_t column) const;
  /// Where the row begins.
  [[nodiscard]] ForeignPlace place() const;

 private:
  bool advance();

  ForeignReading& reading_;
  std::size_t file_;
  tables::CsvRows rows_;
  std::vector<std::string> names_;
  ViewMap<std::size_t> index_;
};

}  // namespace entente
