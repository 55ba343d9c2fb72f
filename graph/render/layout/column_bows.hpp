#pragma once

/// Edges between two nodes of one column: bows beside it, each on a track of its own.

#include <cstddef>
#include <span>
#include <vector>

#include <entente/render/diagram.hpp>

#include "render/route/route.hpp"

namespace entente {

/// Where a node stands: in which column, at what height, and how high it is.
struct ColumnPlace {
  std::size_t column = 0;
  double y = 0;  ///< of the middle
  double height = 0;
};

/// Bows stand outside the outermost columns and to the right of the others; shorter ones nearer the
/// column. Borrows the edges. Cost: O(bows²).
class ColumnBows {
 public:
  /// Tracks for the edges whose ends share a column; a place for each node of the diagram.
  ColumnBows(std::span<const DiagramEdge> edges, std::vector<ColumnPlace> places,
             std::size_t columns, Lettering lettering);

  /// Whether those of a column stand on its left.
  [[nodiscard]] bool is_left_of(std::size_t column) const { return column == 0 && columns_ > 1; }
  /// How wide all tracks of a column are together.
  [[nodiscard]] double room(std::size_t column) const;
  /// The way of an edge within a column, given the column's middle and width.
  [[nodiscard]] Spline spline(std::size_t edge, double middle, double width) const;

 private:
  struct Bow {
    std::size_t edge = 0;
    std::size_t track = 0;
    double from_y = 0;
    double to_y = 0;
  };

  [[nodiscard]] std::size_t column_of(const Bow& bow) const {
    return places_[edges_[bow.edge].from].column;
  }
  [[nodiscard]] double gap(std::size_t column) const;
  [[nodiscard]] bool is_taken(std::size_t bow) const;
  [[nodiscard]] double port(std::size_t node, const Bow& bow) const;

  std::span<const DiagramEdge> edges_;
  std::vector<ColumnPlace> places_;
  std::size_t columns_;
  bool compact_;
  std::vector<Bow> bows_;            ///< short ones first
  std::vector<std::size_t> tracks_;  ///< of each column
};

}  // namespace entente
