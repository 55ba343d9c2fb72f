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
constexpr double lane_width = 3;     // between ways around one corner
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

bool Router::is_free(Point at, double apart) const {
  return boxes_.overlapped(Box::around(at, {2 * apart, 2 * apart})).empty();
}

Way Router::corners_of(const std::vector<std::size_t>& around, std::size_t from, std::size_t to,
                       double apart) const {
  Way points = {{boxes_.box(from).centre(), {from, -1}}};
  for (const std::size_t index : around)
    for (int which = 0; which < 4; ++which) {
      const auto used = turns_.find({index, which});
      for (int lane = used == turns_.end() ? 0 : used->second % lanes; lane >= 0; --lane) {
        const double out = apart * turn_distance / clearance + lane * lane_width;
        const Point at = corner_of(boxes_.box(index).grown(out), which);
        if (!is_free(at, apart)) continue;
        points.push_back({at, {index, which}});
        break;
      }
    }
  points.push_back({boxes_.box(to).centre(), {to, -1}});
  return points;
}

Way Router::shortest(const Way& points, const std::vector<std::size_t>& around,
                     double apart) const {
  constexpr double unknown = std::numeric_limits<double>::infinity();
  constexpr double cost_of_turn = 12;
  constexpr double cost_of_company = 4;  // for each way that turns there already
  constexpr int most_company = 10;
  std::vector<double> cost(points.size(), unknown);
  std::vector<std::size_t> before(points.size(), 0);
  std::vector<char> done(points.size(), 0);
  const auto free = [&](Point a, Point b) {
    return std::none_of(around.begin(), around.end(), [&](std::size_t index) {
      return crosses(a, b, boxes_.box(index).grown(apart));
    });
  };
  std::vector<double> toll(points.size(), cost_of_turn);
  for (std::size_t i = 0; i < points.size(); ++i)
    if (const auto used = turns_.find(points[i].corner); used != turns_.end())
      toll[i] += cost_of_company * std::min(used->second, most_company);
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
      const double through = cost[here] + distance(points[here].at, points[next].at) + toll[next];
      if (done[next] || through >= cost[next] || !free(points[here].at, points[next].at)) continue;
      cost[next] = through;
      before[next] = here;
    }
  }
  Way way = {points.back()};
  for (std::size_t at = points.size() - 1; at != 0;) {
    at = before[at];
    way.push_back(points[at]);
  }
  std::reverse(way.begin(), way.end());
  return way;
}

Way Router::way_apart(std::size_t from, std::size_t to, double apart) const {
  constexpr int attempts = 16;
  constexpr std::size_t most_boxes = 60;
  std::vector<std::size_t> around;
  Way found = {{boxes_.box(from).centre(), {from, -1}}, {boxes_.box(to).centre(), {to, -1}}};
  for (int attempt = 0; attempt < attempts; ++attempt) {
    std::vector<std::size_t> hit;
    for (std::size_t i = 0; i + 1 < found.size(); ++i)
      for (const std::size_t index : boxes_.crossed(found[i].at, found[i + 1].at, apart))
        if (index != from && index != to) hit.push_back(index);
    if (hit.empty()) return found;
    const std::size_t known = around.size();
    around.insert(around.end(), hit.begin(), hit.end());
    std::sort(around.begin(), around.end());
    around.erase(std::unique(around.begin(), around.end()), around.end());
    if (around.size() == known || around.size() > most_boxes) return {};
    found = shortest(corners_of(around, from, to, apart), around, apart);
    if (found.empty()) return {};
  }
  return found;
}

Way Router::way(std::size_t from, std::size_t to) {
  constexpr double squeezed = 1;  // between boxes that stand closer than usual
  for (const double apart : {clearance, squeezed}) {
    Way found = way_apart(from, to, apart);
    for (const Waypoint& point : found)
      if (point.corner.which >= 0) ++turns_[point.corner];
    if (!found.empty()) return found;
  }
  return {{boxes_.box(from).centre(), {from, -1}}, {boxes_.box(to).centre(), {to, -1}}};
}

double Router::outermost_lane(const Corner& corner) const {
  constexpr int most = 12;
  double room = 0;
  for (int lane = 0; lane < most; ++lane) {
    const double out = turn_distance + lane * lane_width;
    if (!is_free(corner_of(boxes_.box(corner.box).grown(out), corner.which), clearance)) break;
    room = out - turn_distance;
  }
  return room;
}

bool Router::may_turn_at(const Way& way, std::size_t turn, Point at) const {
  const auto clear = [&](Point other) {
    const std::vector<std::size_t> hit = boxes_.crossed(other, at, clearance);
    return std::all_of(hit.begin(), hit.end(), [&](std::size_t index) {
      return index == way.front().corner.box || index == way.back().corner.box;
    });
  };
  return clear(way[turn - 1].at) && clear(way[turn + 1].at);
}

void Router::put_in_lanes(std::vector<Way>& ways) const {
  /// A turn of a way: how far out of the corner the chord between its neighbours runs.
  struct Turn {
    double out = 0;
    std::size_t way = 0;
    std::size_t at = 0;
  };
  std::map<Corner, std::vector<Turn>> turns;
  for (std::size_t i = 0; i < ways.size(); ++i)
    for (std::size_t at = 1; at + 1 < ways[i].size(); ++at) {
      const Corner& corner = ways[i][at].corner;
      const Point chord = ways[i][at + 1].at - ways[i][at - 1].at;
      const Point to_corner = corner_of(boxes_.box(corner.box), corner.which) - ways[i][at - 1].at;
      const double off = std::abs(cross(chord, to_corner)) / std::max(1e-9, length(chord));
      turns[corner].push_back({-off, i, at});
    }
  for (auto& [corner, there] : turns) {
    if (there.size() < 2) continue;
    std::stable_sort(there.begin(), there.end(),
                     [](const Turn& a, const Turn& b) { return a.out < b.out; });
    const double step =
        std::min(lane_width, outermost_lane(corner) / static_cast<double>(there.size() - 1));
    for (std::size_t k = 0; k < there.size(); ++k) {
      const double out = turn_distance + static_cast<double>(k) * step;
      const Point at = corner_of(boxes_.box(corner.box).grown(out), corner.which);
      Way& way = ways[there[k].way];
      if (may_turn_at(way, there[k].at, at)) way[there[k].at].at = at;
    }
  }
}

std::vector<Point> points_of(const Way& way) {
  std::vector<Point> points;
  for (const Waypoint& point : way) points.push_back(point.at);
  return points;
}

}  // namespace entente
