#pragma once

/// Values of pattern queries as text, in the cells of tables.

#include <cstddef>
#include <limits>
#include <string>

#include <entente/answer/query.hpp>

namespace entente::answers {

/// How much text the cells of a row may still take.
struct CellRoom {
  /// Thrown where they would take more.
  struct Exceeded {
    std::size_t column;
  };

  std::size_t bytes = std::numeric_limits<std::size_t>::max();
  std::size_t column = 0;  ///< the one at hand

  /// @throws Exceeded
  void need(std::size_t more) const {
    if (more > bytes) throw Exceeded{column};
  }
  void take(std::size_t more) {
    need(more);
    bytes -= more;
  }
};

/// A cell of a table: names and sentences for a person, ids for a program.
/// @throws CellRoom::Exceeded
[[nodiscard]] std::string cell_text(const QueryAnswer& answer, std::size_t column,
                                    const query::Value& value, Reader reader, const CellRoom& room);

}  // namespace entente::answers
