#pragma once

/// Ways for edges that keep clear of labels.

#include <cstddef>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "render/layout/box.hpp"

namespace entente {

/// Control points of cubic Bézier curves, one after another: 3k + 1 points.
using Spline = std::vector<Point>;

/// Boxes by where they are, for questions about what a line crosses.
class BoxIndex {
 public:
  explicit BoxIndex(std::span<const Box> boxes);

  [[nodiscard]] const Box& box(std::size_t index) const { return boxes_[index]; }
  [[nodiscard]] std::size_t size() const { return boxes_.size(); }
  /// The boxes that come nearer than `clearance` to the line from `a` to `b`, ascending.
  [[nodiscard]] std::vector<std::size_t> crossed(Point a, Point b, double clearance) const;
  /// The boxes that a box overlaps, ascending.
  [[nodiscard]] std::vector<std::size_t> overlapped(const Box& box) const;

 private:
  [[nodiscard]] std::vector<std::size_t> near(const Box& box) const;

  std::vector<Box> boxes_;
  std::map<std::pair<int, int>, std::vector<std::size_t>> cells_;
};

/// Whether the line from `a` to `b` touches a box.
[[nodiscard]] bool crosses(Point a, Point b, const Box& box);

/// A corner of a box, clockwise from the top left; -1 for its middle.
struct Corner {
  std::size_t box = 0;
  int which = -1;
  friend auto operator<=>(const Corner&, const Corner&) = default;
};

/// Where a way turns, and the corner that it goes around.
struct Waypoint {
  Point at = {};
  Corner corner = {};
};
using Way = std::vector<Waypoint>;

/// Finds ways around boxes. Corners that many ways turn at are shunned by further ones.
class Router {
 public:
  explicit Router(const BoxIndex& boxes) : boxes_(boxes) {}

  /// A line with corners from the middle of box `from` to the middle of box `to`, straight where
  /// nothing stands between; closer to boxes where they stand close. Where no way is found within
  /// reason it is straight through.
  /// Cost: a shortest path over the corners of the boxes in between.
  [[nodiscard]] Way way(std::size_t from, std::size_t to);

  /// Gives ways that turn at one corner lanes of their own, the sharper turn further in, so that
  /// they neither merge nor cross there. A way that would run into a box stays where it is.
  /// @see S. Pupyrev, L. Nachmanson, S. Bereg, A. Holroyd, "Edge routing with ordered bundles",
  /// Graph Drawing 2011, of which this is the step at corners.
  void put_in_lanes(std::vector<Way>& ways) const;

 private:
  /// A way so far from all boxes; empty if there is none within reason.
  [[nodiscard]] Way way_apart(std::size_t from, std::size_t to, double apart) const;
  [[nodiscard]] Way corners_of(const std::vector<std::size_t>& around, std::size_t from,
                               std::size_t to, double apart) const;
  [[nodiscard]] Way shortest(const Way& points, const std::vector<std::size_t>& around,
                             double apart) const;

  [[nodiscard]] bool is_free(Point at, double apart) const;
  [[nodiscard]] double outermost_lane(const Corner& corner) const;
  [[nodiscard]] bool may_turn_at(const Way& way, std::size_t turn, Point at) const;

  const BoxIndex& boxes_;
  std::map<Corner, int> turns_;
};

/// Its points.
[[nodiscard]] std::vector<Point> points_of(const Way& way);

/// A line with corners as a curve: each corner is cut by at most `radius` before and behind it, and
/// so little that the curve stays within a few points of the line: gentle turns become wide bends.
[[nodiscard]] Spline rounded(const std::vector<Point>& line, double radius);

/// An arc from `a` to `b` whose middle stands `bulge` to the right of the straight line.
[[nodiscard]] Spline arc(Point a, Point b, double bulge);

/// The point of a spline at a share of its length, from 0 to 1, and which way it goes there.
struct SplinePoint {
  Point at = {};
  Point direction = {};
};
[[nodiscard]] SplinePoint point_at(const Spline& spline, double share);

/// Points along a spline, `steps` a curve, both ends included.
[[nodiscard]] std::vector<Point> flattened(const Spline& spline, std::size_t steps = 8);

/// The spline without so much of its length at its ends; whole if it is too short for that.
[[nodiscard]] Spline shortened(const Spline& spline, double at_begin, double at_end);

/// The part of a spline between two shares of its parameter (0 to the number of curves).
[[nodiscard]] Spline part_of(const Spline& spline, double from, double to);

}  // namespace entente
