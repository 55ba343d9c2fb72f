#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "render/diagram/drawing.hpp"
#include "render/layout/box.hpp"

namespace entente {
namespace {

constexpr double corner_radius = 90;
constexpr double lane = 13;  // between edges of the same two nodes

/// Between which nodes an edge runs, whichever way.
using Ends2 = std::pair<std::size_t, std::size_t>;

Ends2 ends_of(const DiagramEdge& edge) {
  return std::minmax(edge.from, edge.to);
}

/// The place of each edge among those of the same two nodes, and how many they are.
struct Lane {
  int index = 0;
  int count = 1;
};

std::vector<Lane> lanes_of(const Diagram& diagram) {
  std::map<Ends2, int> counts;
  std::vector<Lane> lanes;
  for (const DiagramEdge& edge : diagram.edges) lanes.push_back({counts[ends_of(edge)]++, 1});
  for (std::size_t i = 0; i < lanes.size(); ++i) lanes[i].count = counts[ends_of(diagram.edges[i])];
  return lanes;
}

Shape shape_of(const Diagram& diagram, std::size_t node) {
  return node_style(diagram.page.style, diagram.nodes[node].drawing_class).shape;
}

/// A loop at the upper right corner of a box.
Spline loop_at(const Box& box, int index) {
  const double reach = 22 + 10 * index;
  const Point start{box.right - 14, box.top};
  const Point end{box.right, box.top + 10};
  return {start, start + Point{0, -reach}, end + Point{reach, 0}, end};
}

bool is_inside(const std::vector<Point>& corners, Point point) {
  bool inside = false;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const Point a = corners[i];
    const Point b = corners[(i + 1) % corners.size()];
    if ((a.y > point.y) != (b.y > point.y) &&
        point.x < a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y))
      inside = !inside;
  }
  return inside;
}

/// The parameter at which a spline that begins inside an outline leaves it.
double leaving(const Spline& spline, const std::vector<Point>& corners) {
  constexpr std::size_t steps = 24;
  const std::vector<Point> points = flattened(spline, steps);
  std::size_t last_inside = 0;
  while (last_inside + 1 < points.size() && is_inside(corners, points[last_inside + 1]))
    ++last_inside;
  double low = static_cast<double>(last_inside) / steps;
  double high = static_cast<double>(last_inside + 1) / steps;
  for (int i = 0; i < 12; ++i) {
    const double middle = (low + high) / 2;
    (is_inside(corners, part_of(spline, 0, middle).back()) ? low : high) = middle;
  }
  return high;
}

Spline reversed(Spline spline) {
  std::reverse(spline.begin(), spline.end());
  return spline;
}

/// What of a spline between two middles is seen between the outlines.
Spline clipped(const Spline& spline, const std::vector<Point>& from, const std::vector<Point>& to) {
  const auto curves = static_cast<double>(spline.size() / 3);
  const double begin = leaving(spline, from);
  const double end = curves - leaving(reversed(spline), to);
  if (end - begin < 1e-3) return spline;
  return part_of(spline, begin, end);
}

bool is_clear(const Spline& spline, const BoxIndex& boxes, const DiagramEdge& edge) {
  const std::vector<Point> points = flattened(spline);
  for (std::size_t i = 0; i + 1 < points.size(); ++i)
    for (const std::size_t index : boxes.crossed(points[i], points[i + 1], 1.5))
      if (index != edge.from && index != edge.to) return false;
  return true;
}

/// The way of an edge that needs none around boxes: a loop, or an arc beside others.
std::optional<Spline> simple_spline(const DiagramEdge& edge, const Lane& place,
                                    const BoxIndex& boxes) {
  if (edge.from == edge.to) return loop_at(boxes.box(edge.from), place.index);
  if (place.count < 2) return std::nullopt;
  const double bulge = (place.index - (place.count - 1) / 2.0) * lane;
  // Seen from the lower end, so that edges in both directions do not share a lane.
  Spline bent = arc(boxes.box(edge.from).centre(), boxes.box(edge.to).centre(),
                    edge.from < edge.to ? bulge : -bulge);
  if (!is_clear(bent, boxes, edge)) return std::nullopt;
  return bent;
}

}  // namespace

Spline between_outlines(const Diagram& diagram, const Drawing& drawing, const DiagramEdge& edge,
                        const Spline& spline) {
  // Outside of the stroke, which would hide a flat head.
  const auto around = [&](std::size_t node) {
    const Widths& widths = diagram.page.style.widths;
    const double stroke =
        diagram.nodes[node].emphasis == Emphasis::strong ? widths.strong_outline : widths.outline;
    return outline(shape_of(diagram, node), drawing.nodes[node].box.grown(stroke / 2));
  };
  return clipped(spline, around(edge.from), around(edge.to));
}

void draw_edges(const Diagram& diagram, Drawing& drawing) {
  std::vector<Box> around;
  for (const PlacedNode& node : drawing.nodes) around.push_back(node.box);
  const BoxIndex boxes(around);
  Router router(boxes);
  const std::vector<Lane> lanes = lanes_of(diagram);
  drawing.edges.resize(diagram.edges.size());
  std::vector<Way> ways;
  std::vector<std::size_t> of_edge;
  for (std::size_t i = 0; i < diagram.edges.size(); ++i) {
    const DiagramEdge& edge = diagram.edges[i];
    if (const auto simple = simple_spline(edge, lanes[i], boxes)) {
      drawing.edges[i].spline =
          edge.from == edge.to ? *simple : between_outlines(diagram, drawing, edge, *simple);
      continue;
    }
    ways.push_back(router.way(edge.from, edge.to));
    of_edge.push_back(i);
  }
  router.put_in_lanes(ways);
  for (std::size_t k = 0; k < ways.size(); ++k)
    drawing.edges[of_edge[k]].spline = between_outlines(diagram, drawing, diagram.edges[of_edge[k]],
                                                        rounded(points_of(ways[k]), corner_radius));
}

}  // namespace entente
