#pragma once

/// Numbers as they stand in cells, and what stands among them that is none.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/model/record.hpp>

#include "io/import/mapping.hpp"

namespace entente::import {

/// Which exponents make a number: those that programs write, behind a mantissa of one digit and
/// with a sign or decimals (`1.5e6`, `1e-07`), or all; `12E5` may well be the number of a thing.
enum class Exponents : std::uint8_t { normal, all };

/// A number as JSON has it, no leading zeros, no plus, no signs for thousands; with the decimal
/// sign that is said. Nothing if the text is none.
[[nodiscard]] std::optional<Scalar> number_of(std::string_view text,
                                              DecimalSign sign = DecimalSign::point,
                                              Exponents exponents = Exponents::normal);
/// A number that the source itself keeps as one, however large.
[[nodiscard]] std::optional<Scalar> double_of(std::string_view text);
/// Whether it is one only with a comma before its decimals; `1,500` may mean thousands, too.
[[nodiscard]] bool has_decimal_comma(std::string_view text);
/// Whether it is what programs and people write where there is no number: `NaN`, `Inf`, `NA`, `-`.
[[nodiscard]] bool stands_for_no_number(std::string_view text);
/// What to do about a text that a number was asked for, in the column of that name.
[[nodiscard]] std::string advice_for_number(std::string_view text, const std::string& column);

/// Counts what a table's columns hold where numbers become numbers and all else stays text, so that
/// the odd cells among numbers can be reported.
class NumberColumns {
 public:
  void add_number(std::size_t column) { ++at(column).numbers; }
  /// A text that is no number, and the row it stands in.
  void add_text(std::size_t column, std::string_view text, std::uint32_t row);
  /// A number that has more digits than are kept of it.
  void add_inexact(std::size_t column, std::string_view text, std::uint32_t row);
  /// A date whose fractions of seconds are left out.
  void add_cut_date(std::size_t column, std::string_view text, std::uint32_t row);
  /// What to report, a sentence a column; and forgets the table.
  [[nodiscard]] std::vector<std::string> take_notes(const std::vector<std::string>& names,
                                                    const std::string& table);

 private:
  /// Cells that something is said of: how many they are, and the first.
  struct Cells {
    std::size_t count = 0;
    std::string first = {};
    std::uint32_t row = 0;

    void add(std::string_view text, std::uint32_t its_row);
  };
  struct Count {
    std::size_t numbers = 0;
    std::size_t texts = 0;  ///< that have nothing of a number
    Cells odd = {};
    Cells cut_dates = {};
    Cells inexact = {};
  };

  [[nodiscard]] static bool is_of_numbers(const Count& count);

  Count& at(std::size_t column) {
    if (column >= counts_.size()) counts_.resize(column + 1);
    return counts_[column];
  }

  std::vector<Count> counts_;
};

}  // namespace entente::import
