#pragma once

/// Tables as rows of cells, whatever they come from: one stream of rows a sheet, read front to
/// back.
///
/// A cell knows its text and what kind of value it is; the stream knows where it stands, as a
/// spreadsheet's address (`B7`) and, for text files, as line and column. Rows of a spreadsheet that
/// hold nothing are passed over but counted, so that addresses are those that a person sees.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "io/json/source_text.hpp"

namespace entente::tables {

/// What a cell holds. Text files know only `text` and `empty`.
enum class CellKind : std::uint8_t {
  empty,
  text,
  number,   ///< in decimal digits, whole numbers without a point
  boolean,  ///< `TRUE` or `FALSE`
  date,     ///< ISO 8601: a day, or a day and a time; never more than the cell shows
  error,    ///< such as `#REF!`, or what is none of the values that its kind has
  formula,  ///< without a stored result; its text is the formula
  missing   ///< a code that the file itself declares as missing; its text is the code
};

struct Cell {
  std::string_view text = {};  ///< valid until the stream moves on
  CellKind kind = CellKind::empty;
  bool computed = false;  ///< the stored result of a formula
};

/// The text of a cell of kind `error` that holds bytes, and no text.
inline constexpr std::string_view bytes_cell = "BLOB";

/// The most columns that a sheet may have, as in the spreadsheets of today.
constexpr std::size_t most_columns = 16'384;

/// The rows of one sheet. `next` moves to the first, then on; the rest is about the present row.
class RowStream {
 public:
  RowStream() = default;
  RowStream(const RowStream&) = delete;
  RowStream& operator=(const RowStream&) = delete;
  virtual ~RowStream() = default;

  /// Whether there is another row. @throws DossierError for what is no table, with its place.
  [[nodiscard]] virtual bool next() = 0;
  /// Whether `next` goes on behind a row that it has refused, to which `row` and `position` then
  /// belong.
  [[nodiscard]] virtual bool goes_on() const { return false; }
  /// The cells of the row, without those behind its last; at least one.
  [[nodiscard]] const std::vector<Cell>& cells() const { return cells_; }
  /// Of the row, from 1, empty rows counted.
  [[nodiscard]] std::uint32_t row() const { return row_; }
  /// Whether the source names its columns itself, so that no row is a header.
  [[nodiscard]] virtual bool has_column_names() const { return false; }
  /// Those names.
  [[nodiscard]] const std::vector<std::string>& column_names() const { return column_names_; }
  /// Where a cell of the row begins in a text file; {0, 0} where there are no lines.
  /// Cost: the bytes of the row.
  [[nodiscard]] virtual Position position(std::size_t /*column*/) const { return {0, 0}; }
  /// How much of its bytes has been read, up to 1, so that one can estimate how many rows there may
  /// be; 0 if the source does not know.
  [[nodiscard]] virtual double share_read() const { return 0; }

 protected:
  std::vector<Cell> cells_ = {};
  std::vector<std::string> column_names_ = {};
  std::uint32_t row_ = 0;
};

/// A file with one or more tables in it.
class TableFile {
 public:
  TableFile() = default;
  TableFile(const TableFile&) = delete;
  TableFile& operator=(const TableFile&) = delete;
  virtual ~TableFile() = default;

  /// As shown in messages.
  [[nodiscard]] const std::string& name() const { return name_; }
  /// The names of its tables in their order; one without a name for a text file.
  [[nodiscard]] const std::vector<std::string>& sheets() const { return sheets_; }
  /// What a reader should know, such as an encoding that was recognised.
  [[nodiscard]] const std::vector<std::string>& notes() const { return notes_; }
  /// A new pass over one of its tables, which must not outlive the file.
  [[nodiscard]] virtual std::unique_ptr<RowStream> open(std::size_t sheet) = 0;

 protected:
  std::string name_ = {};
  std::vector<std::string> sheets_ = {};
  std::vector<std::string> notes_ = {};
};

/// `A`, `Z`, `AA` … for columns 0, 25, 26 …
[[nodiscard]] std::string column_letters(std::size_t column);
/// `B7`: a column from 0, a row from 1.
[[nodiscard]] std::string cell_address(std::size_t column, std::uint32_t row);
/// The column of `B` or `AA`, upper case only; `most_columns` if that is none.
[[nodiscard]] std::size_t column_of_letters(std::string_view letters);

}  // namespace entente::tables
