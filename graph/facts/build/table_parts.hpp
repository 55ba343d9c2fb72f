#pragma once

/// What the tables of entities and of relations are put together from.

#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include <entente/error.hpp>
#include <entente/time/bounds.hpp>

#include "facts/column.hpp"

namespace entente {

/// The row offsets of a table that is filled row by row. @throws LimitReached past 2^32 details.
class RowEnds {
 public:
  void end_row(std::size_t size) {
    if (size > std::numeric_limits<std::uint32_t>::max())
      throw LimitReached("graph-size", "a graph holds at most 2^32 details of a kind");
    offsets_.push_back(static_cast<std::uint32_t>(size));
  }
  [[nodiscard]] Offsets build() && { return Offsets(std::move(offsets_)); }

 private:
  std::vector<std::uint32_t> offsets_{0};
};

/// Bounds by column.
struct BoundsColumns {
  std::vector<Day> start_min;
  std::vector<Day> start_max;
  std::vector<Day> end_min;
  std::vector<Day> end_max;

  BoundsColumns() = default;
  explicit BoundsColumns(std::size_t count)
      : start_min(count), start_max(count), end_min(count), end_max(count) {}
  void add(const Bounds& bounds) {
    start_min.push_back(bounds.start_min);
    start_max.push_back(bounds.start_max);
    end_min.push_back(bounds.end_min);
    end_max.push_back(bounds.end_max);
  }
  void set(std::size_t row, const Bounds& bounds) {
    start_min[row] = bounds.start_min;
    start_max[row] = bounds.start_max;
    end_min[row] = bounds.end_min;
    end_max[row] = bounds.end_max;
  }
  template <class Columns>
  void move_to(Columns& columns) && {
    columns.start_min = Column(std::move(start_min));
    columns.start_max = Column(std::move(start_max));
    columns.end_min = Column(std::move(end_min));
    columns.end_max = Column(std::move(end_max));
  }
};

}  // namespace entente
