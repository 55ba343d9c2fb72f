#pragma once

/// The row that a mapping's templates are filled from: cells of the table, cells of tables joined
/// to it, parts of cells that were split, and what is known of the row itself.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_map.hpp"
#include "io/import/mapping.hpp"
#include "io/tables/table.hpp"

namespace entente::import {

/// Why a row is not taken: of which column, what stands there, and what to do.
struct Rejected {
  std::uint32_t slot = 0;
  std::string value = {};
  std::string code = {};
  std::string reason = {};
  std::string hint = {};
};

/// A table that others are joined to: rows by the value of a key.
struct JoinedTable {
  std::vector<std::string> columns = {};
  TextMap<std::vector<std::string>> rows = {};
  std::string place = {};  ///< for messages
};

/// What is known of a column.
struct ColumnInfo {
  std::string name = {};
  DateOrder order = DateOrder::unsaid;
  DecimalSign decimal = DecimalSign::point;
  std::vector<std::pair<std::string, MissingCode>> missing = {};
  TextMap<std::string> map = {};
};

enum class CellState : std::uint8_t { given, empty, unknown, none, not_observed, error, formula };

/// Slots are numbered: the columns of the table, then `{file}`, `{sheet}`, `{row}`, `{cell}`,
/// what is always empty, then the columns of joined tables, then `{cell:column}`.
class RowView {
 public:
  enum Own : std::uint32_t { file, sheet, row, cell, nothing, own_count };

  RowView(std::vector<ColumnInfo> columns, std::string file_name, std::string sheet_name);

  /// The slot of a name in a template; `no_slot` if there is none. A name that two columns have is
  /// `ambiguous`.
  static constexpr std::uint32_t no_slot = 0xFFFFFFFF;
  static constexpr std::uint32_t ambiguous = 0xFFFFFFFE;
  [[nodiscard]] std::uint32_t slot_of(std::string_view name);
  /// Whether any template names the column.
  [[nodiscard]] bool is_named(std::size_t column) const { return named_[column] != 0; }
  void add_join(std::string name, const JoinedTable& table, TextTemplate on);
  [[nodiscard]] std::vector<std::string> names() const;
  [[nodiscard]] const std::vector<ColumnInfo>& columns() const { return columns_; }
  [[nodiscard]] std::size_t column_count() const { return columns_.size(); }

  /// Moves to a row. Throws Rejected where a join finds nothing.
  void set(const std::vector<tables::Cell>& cells, std::uint32_t number);
  /// Makes the joins of the row. @throws Rejected where a key is not there.
  void join();
  /// Puts a part in the place of a column's cell.
  void replace(std::uint32_t slot, std::string_view part) { values_[slot] = part; }

  [[nodiscard]] std::string_view text(std::uint32_t slot) const { return values_[slot]; }
  [[nodiscard]] CellState state(std::uint32_t slot) const {
    return slot < columns_.size() ? states_[slot] : CellState::given;
  }
  [[nodiscard]] bool computed(std::uint32_t slot) const {
    return slot < computed_.size() && computed_[slot] != 0;
  }
  /// What the source itself keeps the cell of a column as; a text, once a map has changed it.
  [[nodiscard]] tables::CellKind kind(std::uint32_t slot) const { return kinds_[slot]; }
  /// Whether any cell of the row is.
  [[nodiscard]] bool any_computed() const { return any_computed_; }
  [[nodiscard]] std::uint32_t number() const { return number_; }
  /// Which cell `{cell}` is from here on.
  void point_at(std::uint32_t slot);
  /// A template filled. @throws Rejected for a cell that holds an error, or a formula without its
  /// result.
  [[nodiscard]] std::string fill(const TextTemplate& text) const;
  void append(std::string& out, const TextTemplate& text) const;
  [[nodiscard]] std::string address(std::uint32_t slot) const;

 private:
  struct Join {
    std::string name;
    const JoinedTable* table;
    TextTemplate on;
    std::uint32_t first_slot;
  };
  struct CellOf {
    std::uint32_t slot;
    std::uint32_t column;
  };

  [[nodiscard]] std::uint32_t column_of(std::string_view name) const;
  /// `text` is that of the cell without blanks around it.
  [[nodiscard]] static CellState state_of(const tables::Cell& held, std::string_view text,
                                          const ColumnInfo& column);

  std::vector<ColumnInfo> columns_;
  std::vector<char> named_;  ///< truth values
  std::string file_;
  std::string sheet_;
  std::vector<Join> joins_;
  std::vector<CellOf> cells_of_;
  std::vector<std::string_view> values_;
  std::vector<CellState> states_;
  std::vector<char> computed_;  ///< truth values
  std::vector<tables::CellKind> kinds_;
  bool any_computed_ = false;
  std::vector<std::string> addresses_;  ///< of `cells_of_`
  std::uint32_t number_ = 0;
  std::uint32_t pointed_at_ = no_slot;  ///< in the present row
  std::size_t filled_ = 0;              ///< cells of the row before
  std::size_t mapped_ = 0;              ///< behind the last column with a map or codes
  std::string row_text_;
  std::string cell_text_;
};

/// Whether a condition holds.
[[nodiscard]] bool holds(const MappedCondition& condition, const RowView& row);

}  // namespace entente::import
