#pragma once

/// What a mapping's values are for a row: texts, dates, attributes, ids of countries.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/model/record.hpp>

#include "base/text_map.hpp"
#include "io/import/import_date.hpp"
#include "io/import/mapping.hpp"
#include "io/import/number_cells.hpp"
#include "io/import/row_view.hpp"
#include "io/import/slugs.hpp"
#include "text/countries.hpp"

namespace entente::import {

/// A country that a row names, as it names it.
struct NamedCountry {
  CountryNumber number = 0;
  std::string printed = {};
  CountrySystem system = CountrySystem::name_or_letters;
};

/// Fills values from rows, and remembers what it made of texts. All functions throw Rejected where
/// a row cannot be taken.
class Evaluation {
 public:
  explicit Evaluation(const Mapping& mapping);

  /// The text of a value; "" where the cells that it is made of are empty or hold no value.
  [[nodiscard]] std::string text(const MappedValue& value, const RowView& row);
  [[nodiscard]] std::optional<When> when(const MappedWhen& when, const RowView& row);
  /// Numbers as numbers where the whole cell is one; nothing where there is none.
  [[nodiscard]] std::optional<AttributeValue> attribute(const MappedValue& value,
                                                        const RowView& row);
  /// The countries that values named since the last call.
  [[nodiscard]] std::vector<NamedCountry> take_countries();
  /// What was found in columns of numbers since it was last asked.
  [[nodiscard]] NumberColumns& numbers() { return numbers_; }

 private:
  struct DateText {
    std::string edtf;
    CellState state = CellState::given;
    std::uint32_t slot = 0;
  };

  [[nodiscard]] std::string raw_text(const MappedValue& value, const RowView& row);
  [[nodiscard]] std::string mapped(const MappedValue& value, const RowView& row,
                                   std::string text) const;
  [[nodiscard]] std::string country(const MappedValue& value, const std::string& text,
                                    std::uint32_t slot);
  [[nodiscard]] CountryNumber resolved(const std::string& text, CountrySystem system,
                                       std::uint32_t slot);
  [[nodiscard]] static DecimalSign decimal_sign(const MappedValue& value,
                                                const std::optional<std::uint32_t>& column,
                                                const RowView& row);
  [[nodiscard]] DateText date(const MappedValue& value, const RowView& row);
  /// What a text means as a date, read once of those that come again and again.
  [[nodiscard]] const ReadDate& read_date(const std::string& text, DateOrder order);

  const Mapping& mapping_;
  std::optional<Countries> countries_;
  Slugs slugs_;
  TextMap<CountryNumber> resolved_;
  std::array<TextMap<ReadDate>, 4> read_dates_;  ///< by order and text
  std::vector<NamedCountry> named_;
  NumberColumns numbers_;
};

}  // namespace entente::import
