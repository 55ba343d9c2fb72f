#include "render/layout/pack.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

namespace entente {
namespace {

/// Where the top left corners of parts are that stand in rows no wider than `width`, the highest
/// first; single vertices have rows of their own. The last is where all of them end.
std::vector<Point> rows_of(const std::vector<const Parcel*>& order, double width) {
  std::vector<Point> corners;
  Point all;
  double x = 0, y = 0, row = 0;
  const Parcel* last = order.front();
  for (const Parcel* parcel : order) {
    const bool first_alone = parcel->is_alone && !std::exchange(last, parcel)->is_alone;
    if (x > 0 && (first_alone || x + parcel->size.width > width)) {
      y += row;
      x = row = 0;
    }
    corners.push_back({x, y});
    x += parcel->size.width;
    row = std::max(row, parcel->size.height);
    all = {std::max(all.x, x), y + row};
  }
  corners.push_back(all);
  return corners;
}

/// Where the top left corners are of parts that stand as high as they can, no wider than `width`:
/// small ones beside and below large ones. The last is where all of them end. Cost: O(parts²).
std::vector<Point> nested(const std::vector<const Parcel*>& order, double width) {
  std::vector<Point> corners;
  std::vector<Point> skyline = {{0, 0}};  // from where on, down to where it is taken
  const auto depth = [&](std::size_t from, double right) {
    double taken = 0;
    for (std::size_t i = from; i < skyline.size() && skyline[i].x < right - 1e-6; ++i)
      taken = std::max(taken, skyline[i].y);
    return taken;
  };
  Point all;
  for (const Parcel* parcel : order) {
    const double w = parcel->size.width;
    Point best{0, std::numeric_limits<double>::infinity()};
    for (std::size_t i = 0; i < skyline.size(); ++i)
      if (const double x = skyline[i].x; x == 0 || x + w <= width)
        if (const double y = depth(i, x + w); y < best.y) best = {x, y};
    corners.push_back(best);
    const double right = best.x + w;
    const double bottom = best.y + parcel->size.height;
    double beside = 0;
    std::vector<Point> next;
    for (const Point& step : skyline) {
      if (step.x <= right + 1e-6) beside = step.y;
      if (step.x < best.x - 1e-6 || step.x > right + 1e-6) next.push_back(step);
    }
    next.push_back({best.x, bottom});
    next.push_back({right, beside});
    std::sort(next.begin(), next.end(), [](Point a, Point b) { return a.x < b.x; });
    skyline = std::move(next);
    all = {std::max(all.x, right), std::max(all.y, bottom)};
  }
  corners.push_back(all);
  return corners;
}

/// Where components stand on a page of that shape so that it shows them largest.
std::vector<Point> on_page(const std::vector<const Parcel*>& order, double broadest, double area,
                           double aspect) {
  std::vector<Point> corners;
  double least = std::numeric_limits<double>::infinity();
  for (const double factor : {0.9, 1.0, 1.1, 1.2, 1.3, 1.45, 1.6, 1.8, 2.0}) {
    std::vector<Point> tried = nested(order, std::max(broadest, factor * std::sqrt(area * aspect)));
    const double side = std::max(tried.back().x / aspect, tried.back().y);
    if (side >= least) continue;
    least = side;
    corners = std::move(tried);
  }
  return corners;
}

}  // namespace

std::vector<Point> packed(std::span<const Parcel> parcels, double aspect, Packing packing) {
  std::vector<const Parcel*> order;
  double area = 0;
  double broadest = 0;
  for (const Parcel& parcel : parcels) {
    order.push_back(&parcel);
    area += parcel.size.width * parcel.size.height;
    broadest = std::max(broadest, parcel.size.width);
  }
  std::stable_sort(order.begin(), order.end(), [](const Parcel* a, const Parcel* b) {
    return std::pair(a->is_alone, -a->size.height) < std::pair(b->is_alone, -b->size.height);
  });
  const auto several = std::count_if(order.begin(), order.end(),
                                     [](const Parcel* parcel) { return !parcel->is_alone; });
  std::vector<Point> corners;
  if (packing == Packing::nested) corners = on_page(order, broadest, area, aspect);
  double least = corners.empty() ? std::numeric_limits<double>::infinity() : 0;
  for (const double factor : {1.0, 1.15, 1.3, 1.5, 1.75, 2.0}) {
    std::vector<Point> tried =
        rows_of(order, std::max(broadest, factor * std::sqrt(area * aspect)));
    const Point end = tried.back();
    const double excess = std::abs(std::log(end.x / std::max(end.y, 1e-9) / aspect));
    if (excess >= least || (several < 2 && factor > 1)) continue;
    least = excess;
    corners = std::move(tried);
  }
  std::vector<Point> placed(parcels.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    placed[static_cast<std::size_t>(order[i] - parcels.data())] = corners[i];
  return placed;
}

}  // namespace entente
