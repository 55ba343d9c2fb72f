#pragma once

/// What the values of a column look like.

#include <cstddef>
#include <string>
#include <vector>

#include "io/import/mapping.hpp"
#include "io/tables/table.hpp"
#include "text/countries.hpp"

namespace entente::import {

enum class Looks : std::uint8_t { empty, countries, dates, numbers, addresses, names };

struct ColumnLook {
  std::string name = {};
  std::size_t index = 0;
  bool is_alone = true;  ///< no other column has that name
  Looks looks = Looks::empty;
  std::size_t filled = 0;                      ///< rows that have a value
  std::size_t distinct = 0;                    ///< values, up to a thousand
  std::string separator = {};                  ///< where cells hold several
  DateOrder order = DateOrder::unsaid;         ///< that the dates themselves say
  DecimalSign decimal = DecimalSign::point;    ///< of numbers
  std::vector<std::string> two_readings = {};  ///< dates whose order is not said
  std::vector<std::string> exceptions = {};    ///< values that are not what the others are
  std::vector<std::string> missing = {};       ///< words among dates and numbers for none
  std::vector<std::string> values = {};        ///< the first few
};

/// How many values are in a cell, and whether they are countries, dates and so on: that is said
/// where four of five are, and the others are named.
[[nodiscard]] ColumnLook look_at_column(std::string name, std::size_t index,
                                        const std::vector<std::string>& cells,
                                        const Countries& countries);

}  // namespace entente::import
