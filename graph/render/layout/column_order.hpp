#pragma once

/// The order of what stands in columns: in time, and so that few lines cross.

#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

namespace entente {

/// A place in a column: a node, or where an edge passes.
struct ColumnSlot {
  static constexpr std::size_t lane = std::numeric_limits<std::size_t>::max();

  std::size_t node = lane;  ///< index of the node
  std::size_t column = 0;
  double height = 0;
  double y = 0;                          ///< of the middle
  std::optional<double> year = {};       ///< of what stands in order of year
  std::vector<std::size_t> beside = {};  ///< slots of neighbouring columns that it is tied to

  [[nodiscard]] bool is_lane() const { return node == lane; }
};

/// The slots of a column, from top to bottom.
using ColumnMembers = std::vector<std::size_t>;

/// The mean height of what a slot is tied to, or its own.
[[nodiscard]] double wish_of(const std::vector<ColumnSlot>& slots, const ColumnSlot& slot);

/// Lines that cross between neighbouring columns. Cost: O(e log e).
[[nodiscard]] std::size_t crossings_of(const std::vector<ColumnSlot>& slots,
                                       const std::vector<ColumnMembers>& columns);

/// Puts dated slots in order of year and everything else where few lines cross: by the mean of what
/// they are tied to, the best of several sweeps, then by switching neighbours as long as that
/// helps. Heights then run from 0 to 1000 in each column. Cost: O(sweeps · e log e + rounds · Σ
/// degree²).
/// @see K. Sugiyama, S. Tagawa, M. Toda, IEEE Trans. SMC 11 (1981) 109; E. R. Gansner et al., IEEE
/// Trans. Software Engineering 19 (1993) 214.
void order_columns(std::vector<ColumnSlot>& slots, std::vector<ColumnMembers>& columns);

}  // namespace entente
