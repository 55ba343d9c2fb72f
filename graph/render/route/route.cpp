// Shortest ways in a visibility graph that grows as needed: only the boxes that the way so far runs
// into are walked around.

#include "render/route/route.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "render/layout/box.hpp"

namespace entente {
namespace {

constexpr double cell_size = 120;
constexpr double clearance = 2.5;    // kept from every box
constexpr double turn_distance = 5;  // of a turning point from the corner it goes around
constexpr double lane_width = 2.4;   // between ways around one corner
constexpr int lanes = 4;

int cell_of(double coordinate) {
  return static_cast<int>(std::floor(coordinate / cell_size));
}

Point corner_of(const Box& box, int which) {
  return {which == 0 || which == 3 ? box.left : box.right, which < 2 ? box.top : box.bottom};
}

}  // namespace

bool crosses(Point a, Point b, const Box& box) {
  double from = 0;
  double to = 1;
  const std::array<std::array<double, 4>, 2> slabs = {
      {{a.x, b.x - a.x, box.left, box.right}, {a.y, b.y - a.y, box.top, box.bottom}}};
  for (const auto& [start, step, low, high] : slabs) {
    if (std::abs(step) < 1e-12) {
      if (start <= low || start >= high) return false;
      continue;
    }
    const double t0 = (low - start) / step;
    const double t1 = (high - start) / step;
    from = std::max(from, std::min(t0, t1));
    to = std::min(to, std::max(t0, t1));
  }
  return from < to;
}

BoxIndex::BoxIndex(std::span<const Box> boxes) : boxes_(boxes.begin(), boxes.end()) {
  for (std::size_t i = 0; i < boxes_.size(); ++i)
    for (int x = cell_of(boxes_[i].left); x <= cell_of(boxes_[i].right); ++x)
      for (int y = cell_of(boxes_[i].top); y <= cell_of(boxes_[i].bottom); ++y)
        cells_[{x, y}].push_back(i);
}

std::vector<std::size_t> BoxIndex::near(const Box& box) const {
  std::vector<std::size_t> result;
  for (int x = cell_of(box.left); x <= cell_of(box.right); ++x)
    for (int y = cell_of(box.top); y <= cell_of(box.bottom); ++y)
      if (const auto cell = cells_.find({x, y}); cell != cells_.end())
        result.insert(result.end(), cell->second.begin(), cell->second.end());
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

std::vector<std::size_t> BoxIndex::crossed(Point a, Point b, double apart) const {
  std::vector<std::size_t> result;
  // Long lines are asked about piece by piece, so that only cells along them are looked at.
  const auto pieces = static_cast<int>(distance(a, b) / cell_size) + 1;
  for (int i = 0; i < pieces; ++i) {
    const Point p = a + (b - a) * (static_cast<double>(i) / pieces);
    const Point q = a + (b - a) * (static_cast<double>(i + 1) / pieces);
    const Box around =
        Box{std::min(p.x, q.x), std::min(p.y, q.y), std::max(p.x, q.x), std::max(p.y, q.y)}.grown(
            apart);
    for (const std::size_t index : near(around))
      if (crosses(p, q, boxes_[index].grown(apart))) result.push_back(index);
  }
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

std::vector<std::size_t> BoxIndex::overlapped(const Box& box) const {
  std::vector<std::size_t> result;
  for (const std::size_t index : near(box))
    if (boxes_[index].overlaps(box)) result.push_back(index);
  return result;
}

std::vector<Router::Waypoint> Router::corners_of(const std::vector<std::size_t>& around,
                                                 std::size_t from, std::size_t to) const {
  std::vector<Waypoint> points = {{boxes_.box(from).centre(), {from, -1}}};
  for (const std::size_t index : around)
    for (int which = 0; which < 4; ++which) {
      const auto used = turns_.find({index, which});
      for (int lane = used == turns_.end() ? 0 : used->second % lanes; lane >= 0; --lane) {
        const Point at =
            corner_of(boxes_.box(index).grown(turn_distance + lane * lane_width), which);
        if (!boxes_.overlapped(Box::around(at, {2 * clearance, 2 * clearance})).empty()) continue;
        points.push_back({at, {index, which}});
        break;
      }
    }
  points.push_back({boxes_.box(to).centre(), {to, -1}});
  return points;
}

std::vector<Router::Waypoint> Router::shortest(const std::vector<Waypoint>& points,
                                               const std::vector<std::size_t>& around) const {
  constexpr double unknown = std::numeric_limits<double>::infinity();
  constexpr double cost_of_turn = 12;
  std::vector<double> cost(points.size(), unknown);
  std::vector<std::size_t> before(points.size(), 0);
  std::vector<char> done(points.size(), 0);
  const auto free = [&](Point a, Point b) {
    return std::none_of(around.begin(), around.end(), [&](std::size_t index) {
      return crosses(a, b, boxes_.box(index).grown(clearance));
    });
  };
  cost[0] = 0;
  for (std::size_t step = 0; step < points.size(); ++step) {
    std::size_t here = points.size();
    for (std::size_t i = 0; i < points.size(); ++i)
      if (!done[i] && cost[i] < unknown && (here == points.size() || cost[i] < cost[here]))
        here = i;
    if (here == points.size()) return {};
    if (here + 1 == points.size()) break;
    done[here] = 1;
    for (std::size_t next = 1; next < points.size(); ++next) {
      const double through = cost[here] + distance(points[here].at, points[next].at) + cost_of_turn;
      if (done[next] || through >= cost[next] || !free(points[here].at, points[next].at)) continue;
      cost[next] = through;
      before[next] = here;
    }
  }
  std::vector<Waypoint> way = {points.back()};
  for (std::size_t at = points.size() - 1; at != 0;) {
    at = before[at];
    way.push_back(points[at]);
  }
  std::reverse(way.begin(), way.end());
  return way;
}

std::vector<Point> Router::way(std::size_t from, std::size_t to) {
  constexpr int attempts = 16;
  constexpr std::size_t most_boxes = 60;
  const std::vector<Point> straight = {boxes_.box(from).centre(), boxes_.box(to).centre()};
  std::vector<std::size_t> around;
  std::vector<Waypoint> found = {{straight[0], {from, -1}}, {straight[1], {to, -1}}};
  for (int attempt = 0; attempt < attempts; ++attempt) {
    std::vector<std::size_t> hit;
    for (std::size_t i = 0; i + 1 < found.size(); ++i)
      for (const std::size_t index : boxes_.crossed(found[i].at, found[i + 1].at, clearance))
        if (index != from && index != to) hit.push_back(index);
    if (hit.empty()) break;
    const std::size_t known = around.size();
    around.insert(around.end(), hit.begin(), hit.end());
    std::sort(around.begin(), around.end());
    around.erase(std::unique(around.begin(), around.end()), around.end());
    if (around.size() == known || around.size() > most_boxes) return straight;
    found = shortest(corners_of(around, from, to), around);
    if (found.empty()) return straight;
  }
  std::vector<Point> way;
  for (const Waypoint& point : found) {
    way.push_back(point.at);
    if (point.corner.which >= 0) ++turns_[point.corner];
  }
  return way;
}

}  // namespace entente
