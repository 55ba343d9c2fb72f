#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "render/diagram/drawing.hpp"
#include "render/layout/box.hpp"
#include "render/mark/line_mark.hpp"
#include "render/mark/marks_of.hpp"
#include "render/mark/node_mark.hpp"
#include "render/route/arrow.hpp"

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

/// How far a box reaches from its middle in a direction.
double half_across(const Box& box, Point direction) {
  constexpr double hardly = 1e-6;
  return std::min(box.width() / 2 / std::max(std::abs(direction.x), hardly),
                  box.height() / 2 / std::max(std::abs(direction.y), hardly));
}

/// How far apart edges of the same two nodes end, so that no head covers another's where boxes have
/// room for all.
double lane_at_ends(double room, int count) {
  constexpr double most = 9;
  constexpr double share_of_room = 0.6;  // so that they end at the side, not at a corner
  return std::min(most, 2 * share_of_room * room / (count - 1));
}

/// The way of an edge that needs none around boxes: a loop, or an arc beside others.
std::optional<Spline> simple_spline(const DiagramEdge& edge, const Lane& place,
                                    const BoxIndex& boxes) {
  if (edge.from == edge.to) return loop_at(boxes.box(edge.from), place.index);
  if (place.count < 2) return std::nullopt;
  const double place_across = place.index - (place.count - 1) / 2.0;
  // Seen from the lower end, so that edges in both directions do not share a lane.
  const double turn = edge.from < edge.to ? 1 : -1;
  const Point from = boxes.box(edge.from).centre();
  const Point to = boxes.box(edge.to).centre();
  const double apart = distance(from, to);
  const Point side = apart > 0 ? Point{-(to - from).y / apart, (to - from).x / apart} : Point{0, 1};
  const double room =
      std::min(half_across(boxes.box(edge.from), side), half_across(boxes.box(edge.to), side));
  const double shift = turn * place_across * lane_at_ends(room, place.count);
  Spline bent = arc(from + side * shift, to + side * shift, turn * place_across * lane - shift);
  if (!is_clear(bent, boxes, edge)) return std::nullopt;
  return bent;
}

/// The corners around a node's outline, as thick as it is, and a little air.
std::vector<Point> corners_around(const Diagram& diagram, const Drawing& drawing,
                                  std::size_t node) {
  constexpr double air = 1;
  const double half = outline_width(diagram.nodes[node], diagram.page.style) / 2;
  return outline(shape_of(diagram, node), drawing.nodes[node].box.grown(half + air));
}

/// The spline without so much of its end that no corner of a head there is within an outline: a
/// broad head may come in aslant.
Spline clear_of(Spline spline, const std::vector<Point>& corners, Head head, double scale) {
  constexpr double step = 0.5;
  constexpr int most_steps = 14;
  if (head == Head::none) return spline;
  for (int i = 0; i < most_steps; ++i) {
    const Point tip = spline.back();
    const Point behind = shortened(spline, 0, head_length(head, scale)).back();
    const double apart = distance(behind, tip);
    if (apart < step) break;
    const HeadShape shape = head_shape(head, tip, (tip - behind) * (1 / apart), scale);
    const bool is_clear = std::ranges::none_of(shape.polygons, [&](const auto& polygon) {
      return std::ranges::any_of(polygon, [&](Point point) { return is_inside(corners, point); });
    });
    if (is_clear) break;
    spline = shortened(spline, 0, step);
  }
  return spline;
}

}  // namespace

Spline between_outlines(const Diagram& diagram, const Drawing& drawing, const DiagramEdge& edge,
                        const Spline& spline) {
  const std::vector<Point> from = corners_around(diagram, drawing, edge.from);
  const std::vector<Point> to = corners_around(diagram, drawing, edge.to);
  const LineMark mark = mark_of(edge);
  const double scale = head_scale_of(mark, diagram.page.style);
  const Head head = edge_style(diagram.page.style, edge.drawing_class).head;
  const Head tail = edge.ends == Ends::both_ways ? head : modality_mark_of(edge.modality);
  const Spline seen = clear_of(clipped(spline, from, to), to, head, scale);
  return reversed(clear_of(reversed(seen), from, tail, scale));
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
