#pragma once

/// The list of those with most relations, for the empty corner of half a square.

#include <vector>

#include <entente/render/matrix.hpp>

#include "render/label/text_row.hpp"
#include "render/layout/box.hpp"
#include "render/svg/svg.hpp"

namespace entente {

/// A list as large as the corner has room for.
class MatrixCorner {
 public:
  /// Pairs with two relations and more, the most first; nothing of fewer than three pairs.
  explicit MatrixCorner(const MatrixChart& chart);

  /// How large it is with so many pairs.
  [[nodiscard]] Size size(std::size_t pairs) const;
  /// How many pairs there are.
  [[nodiscard]] std::size_t pairs() const { return lines_.size(); }
  /// Draws the first so many of them; `most` is the largest count of the table.
  void draw(SvgWriter& svg, Point top_left, std::size_t pairs, std::size_t most) const;

 private:
  struct Line {
    const MatrixCell* cell = nullptr;
    TextRow names = {};
  };

  TextRow heading_;
  std::vector<Line> lines_;
};

}  // namespace entente
