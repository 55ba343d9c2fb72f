#pragma once

/// CSV, TSV and their like, as RFC 4180 has them: rows of cells with any delimiter of one byte.
///
/// A cell that begins with `"` ends at the next lone `"`; inside, `""` is a quote, and delimiters
/// and line ends are text. A quote elsewhere in a cell is a character. Rows end with LF, CR LF or
/// CR. Nothing is guessed: not the delimiter, not whether there is a header.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "io/tables/table.hpp"
#include "io/tables/table_text.hpp"

namespace entente::tables {

/// What the first line may be.
enum class FirstLine : std::uint8_t { may_name_delimiter, is_row };

/// How a text file is cut into cells.
struct CsvDialect {
  char delimiter = ',';
  FirstLine first = FirstLine::may_name_delimiter;
};

/// The rows of a text that is UTF-8 without NUL, and outlives them. Cells that need no unescaping
/// borrow it.
class CsvRows final : public RowStream {
 public:
  /// `name` stands for the file in errors. A first line `sep=;`, as Excel writes it, says the
  /// delimiter, and is no row.
  CsvRows(std::string_view text, std::string name, CsvDialect dialect = {});

  /// @throws DossierError `csv-quote` for a quoted cell that does not end or goes on behind its
  /// quote, `too-many-columns`.
  [[nodiscard]] bool next() override;
  [[nodiscard]] Position position(std::size_t column) const override;
  [[nodiscard]] double share_read() const override {
    return text_.empty() ? 1 : static_cast<double>(at_) / static_cast<double>(text_.size());
  }
  /// What cuts cells, `sep=` obeyed.
  [[nodiscard]] char delimiter() const { return delimiter_; }
  /// Where the next row is looked for.
  [[nodiscard]] std::size_t at() const { return at_; }
  /// The bytes of the present row, line end included.
  [[nodiscard]] std::string_view row_text() const;

 private:
  struct Unescaped {
    std::size_t column;
    std::size_t begin;
    std::size_t size;
  };

  void read_row();
  void read_plain_cell();
  void read_quoted_cell();
  void end_line();
  void add_cell(std::string_view text);
  [[noreturn]] void fail(std::size_t offset, std::string code, std::string message,
                         std::string hint) const;
  [[nodiscard]] Position locate(std::size_t offset) const;

  std::string_view text_;
  std::string name_;
  char delimiter_;
  std::size_t at_ = 0;                ///< the next byte
  std::size_t row_begin_ = 0;         ///< of the present row
  std::uint32_t line_ = 1;            ///< of the next byte
  std::uint32_t row_line_ = 1;        ///< where the present row begins
  std::uint32_t lines_in_cells_ = 0;  ///< line ends inside the cells of the present row
  std::vector<std::size_t> begins_;   ///< of the cells
  std::vector<Unescaped> unescaped_;  ///< cells that stand in `scratch_`
  std::string scratch_;
};

/// The delimiter that a file's ending stands for: a tab for `.tsv` and `.tab`, otherwise a comma.
[[nodiscard]] char delimiter_of_ending(std::string_view path);

/// A text file as a table. @throws as TableText and `read_table_bytes`.
[[nodiscard]] std::unique_ptr<TableFile> open_csv(const std::string& path, CsvDialect dialect,
                                                  std::size_t most_bytes);
/// The same of bytes that are there.
[[nodiscard]] std::unique_ptr<TableFile> open_csv(InputBytes bytes, const std::string& name,
                                                  CsvDialect dialect);

/// Advice where a table seems to have a single column, since something else stands between its
/// cells; empty if it does not.
[[nodiscard]] std::string delimiter_advice(const std::vector<std::string>& headers);

}  // namespace entente::tables
