#include "render/layout/compact.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>

#include "render/layout/box.hpp"
#include "render/layout/overlap.hpp"

namespace entente {
namespace {

/// How far a box may go towards the middle of a page before it meets another, along one axis.
double free_way(const std::vector<Point>& centres, const std::vector<Size>& sizes, std::size_t box,
                double way, double Point::*along, double Point::*across, double Size::*long_side,
                double Size::*cross_side) {
  constexpr double touch = 0.02;
  double free = std::abs(way);
  for (std::size_t i = 0; i < centres.size(); ++i) {
    const double beside = (sizes[i].*cross_side + sizes[box].*cross_side) / 2;
    if (i == box || std::abs(centres[i].*across - centres[box].*across) >= beside - touch) continue;
    const double ahead = (centres[i].*along - centres[box].*along) * (way < 0 ? -1 : 1);
    if (ahead <= 0) continue;
    free = std::min(free, ahead - (sizes[i].*long_side + sizes[box].*long_side) / 2);
  }
  return std::max(0.0, free);
}

/// Lets every box slide towards the middle until it meets another, those inside first.
void slide_in(std::vector<Point>& centres, const std::vector<Size>& sizes) {
  constexpr int rounds = 6;
  const Point middle = extent_of_boxes(centres, sizes).centre();
  std::vector<std::size_t> order(centres.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return distance(centres[a], middle) < distance(centres[b], middle);
  });
  for (int round = 0; round < rounds; ++round)
    for (const std::size_t box : order) {
      const Point way = middle - centres[box];
      centres[box].x += std::copysign(
          free_way(centres, sizes, box, way.x, &Point::x, &Point::y, &Size::width, &Size::height),
          way.x);
      centres[box].y += std::copysign(
          free_way(centres, sizes, box, way.y, &Point::y, &Point::x, &Size::height, &Size::width),
          way.y);
    }
}

}  // namespace

double height_of_page(const std::vector<Point>& centres, const std::vector<Size>& sizes,
                      double shape) {
  const Box all = extent_of_boxes(centres, sizes);
  return std::max(all.width() / shape, all.height());
}

std::vector<Point> compacted(std::vector<Point> centres, const std::vector<Size>& sizes,
                             double shape) {
  constexpr int rounds = 60;
  constexpr double nearer = 0.95;
  if (centres.empty()) return centres;
  const std::vector<char> free(centres.size(), 0);
  std::vector<Point> best = centres;
  double least = std::numeric_limits<double>::infinity();
  const auto consider = [&](const std::vector<Point>& found) {
    const double height = height_of_page(found, sizes, shape);
    if (height >= least || count_overlaps(found, sizes) > 0) return;
    least = height;
    best = found;
  };
  for (int round = 0; round < rounds; ++round) {
    separate(centres, sizes, free);
    consider(centres);
    std::vector<Point> together = centres;
    slide_in(together, sizes);
    consider(together);
    const Box all = extent_of_boxes(centres, sizes);
    const bool too_wide = all.width() > shape * all.height();
    for (Point& centre : centres)
      centre = all.centre() + Point{(centre.x - all.centre().x) * (too_wide ? nearer : 1),
                                    (centre.y - all.centre().y) * (too_wide ? 1 : nearer)};
  }
  return best;
}

}  // namespace entente
