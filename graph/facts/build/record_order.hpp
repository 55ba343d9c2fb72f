#pragma once

/// The order of records by their ids.

#include <cstdint>
#include <string_view>
#include <vector>

namespace entente {

/// Rows of records in the byte order of their ids, and where each stands in it.
struct RecordOrder {
  std::vector<std::uint32_t> rows;    ///< by place; empty if records stand in order already
  std::vector<std::uint32_t> places;  ///< by row; empty if records stand in order already
  bool unique = true;                 ///< whether no id is repeated

  [[nodiscard]] std::uint32_t row(std::size_t place) const {
    return rows.empty() ? static_cast<std::uint32_t>(place) : rows[place];
  }
  [[nodiscard]] std::uint32_t place(std::size_t row) const {
    return places.empty() ? static_cast<std::uint32_t>(row) : places[row];
  }
};

/// @throws LimitReached for more than 2^32 - 2 records. Cost: a sort, unless in order already.
[[nodiscard]] RecordOrder order_of(const std::vector<std::string_view>& ids);

}  // namespace entente
