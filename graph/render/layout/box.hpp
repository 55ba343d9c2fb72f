#pragma once

/// Points as vectors, and boxes.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include <entente/render/geometry.hpp>

namespace entente {

/// Component by component.
[[nodiscard]] constexpr Point operator+(Point a, Point b) {
  return {a.x + b.x, a.y + b.y};
}
/// From the second to the first.
[[nodiscard]] constexpr Point operator-(Point a, Point b) {
  return {a.x - b.x, a.y - b.y};
}
/// As far as `factor` times the way from the origin.
[[nodiscard]] constexpr Point operator*(Point a, double factor) {
  return {a.x * factor, a.y * factor};
}
/// The scalar product.
[[nodiscard]] constexpr double dot(Point a, Point b) {
  return a.x * b.x + a.y * b.y;
}
/// z of the cross product.
[[nodiscard]] constexpr double cross(Point a, Point b) {
  return a.x * b.y - a.y * b.x;
}
/// Of the way from the origin.
[[nodiscard]] inline double length(Point a) {
  return std::sqrt(dot(a, a));
}
/// How far apart two points are.
[[nodiscard]] inline double distance(Point a, Point b) {
  return length(b - a);
}

/// An axis-parallel box.
struct Box {
  double left = 0;    ///< x of its left side
  double top = 0;     ///< y of its upper side
  double right = 0;   ///< x of its right side
  double bottom = 0;  ///< y of its lower side

  /// The box of that size with its middle there.
  [[nodiscard]] static constexpr Box around(Point centre, Size size) {
    return {centre.x - size.width / 2, centre.y - size.height / 2, centre.x + size.width / 2,
            centre.y + size.height / 2};
  }
  /// From left to right.
  [[nodiscard]] constexpr double width() const { return right - left; }
  /// From top to bottom.
  [[nodiscard]] constexpr double height() const { return bottom - top; }
  /// The middle.
  [[nodiscard]] constexpr Point centre() const { return {(left + right) / 2, (top + bottom) / 2}; }
  /// The box with its sides moved outwards.
  [[nodiscard]] constexpr Box grown(double by) const {
    return {left - by, top - by, right + by, bottom + by};
  }
  /// Whether they share more than an edge.
  [[nodiscard]] constexpr bool overlaps(const Box& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
  /// Whether the point lies in it.
  [[nodiscard]] constexpr bool contains(Point p) const {
    return p.x > left && p.x < right && p.y > top && p.y < bottom;
  }
  /// The smallest box around both.
  [[nodiscard]] constexpr Box joined(const Box& other) const {
    return {std::min(left, other.left), std::min(top, other.top), std::max(right, other.right),
            std::max(bottom, other.bottom)};
  }
};

/// The smallest box around boxes of these sizes at these middles, of which there is one at least.
[[nodiscard]] inline Box extent_of_boxes(const std::vector<Point>& centres,
                                         const std::vector<Size>& sizes) {
  Box all = Box::around(centres.front(), sizes.front());
  for (std::size_t i = 1; i < centres.size(); ++i)
    all = all.joined(Box::around(centres[i], sizes[i]));
  return all;
}

}  // namespace entente
