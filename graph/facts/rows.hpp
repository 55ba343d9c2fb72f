#pragma once

/// Columns of a table whose rows need not lie in the order of the records. A graph that was read
/// has its rows in order, each column in one piece. One that was made from another shares the
/// columns of that one, has rows of its own behind them, and an order that says which row is whose.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "facts/column.hpp"

namespace entente {

/// The rows of all records of a table, by number; empty if each stands in the row of its number.
/// Borrowed: whoever has the rows keeps them.
using RowOrder = std::span<const std::uint32_t>;

/// Values by row: some that may be another graph's, and those added behind them.
template <class T>
class SplitColumn {
 public:
  using value_type = T;

  SplitColumn() = default;
  /// All in one piece.
  SplitColumn(Column<T> all) : first_(std::move(all)) {}
  SplitColumn(Column<T> first, Column<T> added)
      : first_(std::move(first)), added_(std::move(added)) {}

  [[nodiscard]] std::size_t size() const { return first_.size() + added_.size(); }
  [[nodiscard]] const T& operator[](std::size_t row) const {
    return row < first_.size() ? first_[row] : added_[row - first_.size()];
  }
  /// The values from `begin` to `end`, which lie in one piece.
  [[nodiscard]] std::span<const T> part(std::size_t begin, std::size_t end) const {
    if (end <= first_.size()) return first_.part(begin, end);
    return added_.part(begin - first_.size(), end - first_.size());
  }
  /// Those that may be another graph's: all, unless some were added.
  [[nodiscard]] Column<T>& flat() { return first_; }
  [[nodiscard]] const Column<T>& flat() const { return first_; }
  [[nodiscard]] const Column<T>& added() const { return added_; }

 private:
  Column<T> first_;
  Column<T> added_;
};

/// Values by the number of a record.
template <class T>
class RowColumn {
 public:
  using value_type = T;

  RowColumn() = default;
  /// Each record in the row of its number.
  RowColumn(Column<T> all) : rows_(std::move(all)) {}
  RowColumn(SplitColumn<T> rows, RowOrder order) : rows_(std::move(rows)), order_(order) {}

  [[nodiscard]] std::size_t size() const {
    return order_.empty() ? rows_.flat().size() : order_.size();
  }
  [[nodiscard]] const T& operator[](std::size_t number) const {
    return order_.empty() ? rows_.flat()[number] : rows_[order_[number]];
  }
  /// `count` values from that number on in one piece: those of the column, or copied to `room`.
  [[nodiscard]] const T* piece(std::size_t number, std::size_t count, std::vector<T>& room) const {
    if (order_.empty()) return rows_.flat().data() + number;
    room.resize(count);
    for (std::size_t i = 0; i < count; ++i) room[i] = rows_[order_[number + i]];
    return room.data();
  }
  /// The values by row.
  [[nodiscard]] const SplitColumn<T>& rows() const { return rows_; }
  [[nodiscard]] Column<T>& flat() { return rows_.flat(); }
  [[nodiscard]] const Column<T>& flat() const { return rows_.flat(); }

 private:
  SplitColumn<T> rows_;
  RowOrder order_;
};

/// Texts by number: some that may be another graph's, and those added behind them.
class SplitTexts {
 public:
  SplitTexts() = default;
  /// All in one piece.
  SplitTexts(TextTable all) : first_(std::move(all)) {}
  SplitTexts(TextTable first, TextTable added)
      : first_(std::move(first)), added_(std::move(added)), split_(first_.size()) {}

  [[nodiscard]] std::size_t size() const { return first_.size() + added_.size(); }
  [[nodiscard]] std::string_view operator[](std::size_t i) const {
    return added_.offsets.empty() || i < split_ ? first_[i] : added_[i - split_];
  }
  [[nodiscard]] TextTable& flat() { return first_; }
  [[nodiscard]] const TextTable& flat() const { return first_; }
  [[nodiscard]] const TextTable& added() const { return added_; }

 private:
  TextTable first_;
  TextTable added_;
  std::size_t split_ = 0;  // the number of the first one added, if any is
};

/// Texts by the number of a record.
class RowTexts {
 public:
  RowTexts() = default;
  /// Each record in the row of its number.
  RowTexts(TextTable all) : rows_(std::move(all)) {}
  RowTexts(SplitTexts rows, RowOrder order) : rows_(std::move(rows)), order_(order) {}

  [[nodiscard]] std::size_t size() const {
    return order_.empty() ? rows_.flat().size() : order_.size();
  }
  [[nodiscard]] std::string_view operator[](std::size_t number) const {
    return order_.empty() ? rows_.flat()[number] : rows_[order_[number]];
  }
  [[nodiscard]] const SplitTexts& rows() const { return rows_; }
  [[nodiscard]] TextTable& flat() { return rows_.flat(); }
  [[nodiscard]] const TextTable& flat() const { return rows_.flat(); }

 private:
  SplitTexts rows_;
  RowOrder order_;
};

/// The rows of another table that belong to a record.
struct RowRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Such rows by the number of a record.
class RowRanges {
 public:
  RowRanges() = default;
  /// Each record in the row of its number.
  RowRanges(Offsets all) : first_(std::move(all)) {}
  /// The added offsets count on from the last of the first ones.
  RowRanges(Offsets first, Offsets added, RowOrder order)
      : first_(std::move(first)), added_(std::move(added)), order_(order) {}

  [[nodiscard]] RowRange operator[](std::size_t number) const {
    return order_.empty() ? RowRange{first_[number], first_[number + 1]} : of_row(order_[number]);
  }
  /// Those of a row of this table.
  [[nodiscard]] RowRange of_row(std::size_t row) const {
    if (row + 1 < first_.size()) return {first_[row], first_[row + 1]};
    row -= std::max<std::size_t>(first_.size(), 1) - 1;
    return {added_[row], added_[row + 1]};
  }
  [[nodiscard]] Offsets& flat() { return first_; }
  [[nodiscard]] const Offsets& flat() const { return first_; }
  [[nodiscard]] const Offsets& added() const { return added_; }

 private:
  Offsets first_;
  Offsets added_;
  RowOrder order_;
};

}  // namespace entente
