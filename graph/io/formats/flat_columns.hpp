#pragma once

/// Attributes as columns, for formats whose records have typed cells and nothing nested.

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/model/record.hpp>

namespace entente {

/// What the cells of a column hold; numbers are integers or reals, as their digits say.
enum class CellType : std::uint8_t { text, boolean, integer, real, number };

/// Of a file of ours, where an integer among reals has no point.
[[nodiscard]] constexpr CellType own_type(CellType declared) {
  return declared == CellType::real ? CellType::number : declared;
}

/// What the cells of a column look like, where nothing says what they are: all of one type, or
/// texts. Numbers with zeros in front are texts, as codes are.
class ColumnGuess {
 public:
  void add(std::string_view text);
  /// Adds the cells of another part of the column.
  void add(const ColumnGuess& part);
  [[nodiscard]] CellType type() const;

 private:
  bool any_ = false;
  bool booleans_ = true;
  bool integers_ = true;
  bool reals_ = true;
};

/// Whether a format says what the cells of a column are.
enum class Typing : std::uint8_t { declared, guessed };

/// A column for the attribute of that name.
struct FlatColumn {
  std::string name;
  CellType type = CellType::text;
};

/// The columns of a list of records: one for each attribute with numbers, or else with texts or
/// truth values, under a name that no member has. A column with any real is one of reals, and an
/// integer in it has no point. Reading them back gives the same values; what is none of its
/// column's type goes, with all other attributes, into one cell as JSON.
class FlatColumns {
 public:
  /// Whether a format can hold a text as it is.
  using Accepts = bool (*)(std::string_view text);

  explicit FlatColumns(Accepts accepts, Typing typing = Typing::declared)
      : accepts_(accepts), typing_(typing) {}
  /// Notes the attributes of a record.
  void note(const Attributes& attributes);
  /// Ends the noting; at most so many columns, the first by name.
  void choose(std::size_t most = 1000);

  /// By name.
  [[nodiscard]] const std::vector<FlatColumn>& columns() const { return columns_; }
  /// A record's attributes that have a column: its index, and the cell's text.
  [[nodiscard]] std::vector<std::pair<std::size_t, std::string>> cells(
      const Attributes& attributes) const;
  /// The others as a JSON object; empty if there are none.
  [[nodiscard]] std::string rest(const Attributes& attributes) const;

 private:
  struct Noted {
    std::array<bool, 4> has = {};  ///< by CellType
    ColumnGuess numbers = {};      ///< what the cells would look like
    ColumnGuess others = {};

    /// Nothing if no column holds them.
    [[nodiscard]] std::optional<CellType> type() const;
  };
  [[nodiscard]] const FlatColumn* column_of(std::string_view name,
                                            const AttributeValue& value) const;

  Accepts accepts_;
  Typing typing_;
  std::map<std::string, Noted, std::less<>> noted_;
  std::vector<FlatColumn> columns_;
};

/// The property that a cell of a column of that type is: numbers as JSON, so that they stay what
/// they are, and what is none of its type as the text it is.
struct Property;
[[nodiscard]] Property property_of_cell(std::string_view name, CellType type,
                                        std::string_view text);

}  // namespace entente
