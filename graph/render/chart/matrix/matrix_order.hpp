#pragma once

/// Which rows and columns a table of dyads has, and in which order.

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include <entente/render/matrix.hpp>

namespace entente {

/// Two entities; indices into Diagram::nodes, the smaller first.
using Dyad = std::pair<std::size_t, std::size_t>;

struct TableOrder {
  TableForm form = TableForm::half;
  std::vector<std::size_t> rows = {};     ///< indices into Diagram::nodes
  std::vector<std::size_t> columns = {};  ///< likewise; as the rows in half a square
  /// Of half a square, where communities of three and more begin and what comes after them.
  std::vector<RowBlock> blocks = {};
};

/// The order in which counts lie together: communities one behind the other, each with its best
/// tied first; rows and columns of a rectangle by the middle of what they are tied to (reciprocal
/// averaging). The same diagram gives the same order.
/// @see M. O. Hill, Reciprocal averaging, J. Ecology 61 (1973) 237.
[[nodiscard]] TableOrder order_of_table(const Diagram& diagram,
                                        const std::map<Dyad, std::size_t>& counts);

}  // namespace entente
