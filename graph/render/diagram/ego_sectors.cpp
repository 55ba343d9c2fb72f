#include "render/diagram/ego_sectors.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "render/diagram/drawing.hpp"
#include "render/layout/box.hpp"

namespace entente {
namespace {

constexpr std::size_t most_around = 60;
constexpr double usual_flatness = 1.6;  // a page is wider than high
constexpr double least_radius = 150;    // room for what is said on lines
constexpr double radius_step = 14;
constexpr double between_boxes = 12;
constexpr double between_sectors = 0.6;  // of a place

/// The first day on which each node is tied to anything; the last for those without one.
std::vector<Day> first_days(const Diagram& diagram) {
  std::vector<Day> days(diagram.nodes.size(), day_max);
  for (const DiagramEdge& edge : diagram.edges)
    if (edge.first_day && edge.emphasis != Emphasis::faded)
      for (const std::size_t node : {edge.from, edge.to})
        days[node] = std::min(days[node], *edge.first_day);
  return days;
}

/// Those around the centre, by kind, then by their first day, then by id.
std::vector<std::size_t> in_order(const Diagram& diagram, std::string_view centre,
                                  const Vocabulary& vocabulary) {
  std::map<std::string, std::size_t, std::less<>> rank;
  for (const Kind& kind : vocabulary.kinds()) rank.emplace(kind.id, rank.size());
  const std::vector<Day> days = first_days(diagram);
  std::vector<std::size_t> around;
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i)
    if (diagram.nodes[i].id != centre && diagram.nodes[i].emphasis != Emphasis::faded)
      around.push_back(i);
  std::sort(around.begin(), around.end(), [&](std::size_t a, std::size_t b) {
    const auto key = [&](std::size_t i) {
      const auto kind = rank.find(diagram.nodes[i].kind);
      return std::tuple(kind == rank.end() ? rank.size() : kind->second, days[i], i);
    };
    return key(a) < key(b);
  });
  return around;
}

/// Angles clockwise from the top, with a gap between kinds.
std::vector<double> angles_of(const Diagram& diagram, const std::vector<std::size_t>& around) {
  std::vector<double> places;
  double at = 0;
  for (std::size_t i = 0; i < around.size(); ++i) {
    const bool next_kind =
        i > 0 && diagram.nodes[around[i]].kind != diagram.nodes[around[i - 1]].kind;
    if (i > 0) at += next_kind ? 1 + between_sectors : 1;
    places.push_back(at);
  }
  const bool several_kinds =
      !around.empty() && diagram.nodes[around.front()].kind != diagram.nodes[around.back()].kind;
  const double whole = at + (several_kinds ? 1 + between_sectors : 1);
  for (double& place : places) place *= 2 * std::numbers::pi / whole;
  return places;
}

/// A ring as flat as the page.
double flatness_for(const Diagram& diagram) {
  constexpr double most_upright = 0.75;
  const std::optional<Size>& page = diagram.page.size;
  if (!page || diagram.page.height == PageHeight::at_most) return usual_flatness;
  return std::clamp(page->width / page->height, most_upright, usual_flatness);
}

struct Ring {
  double radius = 0;
  double flatness = usual_flatness;

  [[nodiscard]] Point at(double angle) const {
    return {flatness * radius * std::sin(angle), -radius * std::cos(angle)};
  }
};

bool overlap(const std::vector<Box>& boxes) {
  for (std::size_t i = 0; i < boxes.size(); ++i)
    for (std::size_t k = 0; k < i; ++k)
      if (boxes[i].grown(between_boxes / 2).overlaps(boxes[k].grown(between_boxes / 2)))
        return true;
  return false;
}

/// Those in the background, around the rest in the order of the middle of what they are tied to.
std::vector<std::size_t> behind(const Diagram& diagram, const std::vector<std::size_t>& around,
                                const std::vector<double>& angles, double flatness) {
  std::map<std::size_t, double> angle;
  for (std::size_t i = 0; i < around.size(); ++i) angle[around[i]] = angles[i];
  std::map<std::size_t, Point> middle;
  for (const DiagramEdge& edge : diagram.edges)
    for (const auto& [own, other] : {std::pair(edge.from, edge.to), std::pair(edge.to, edge.from)})
      if (const auto at = angle.find(other); at != angle.end())
        middle[own] = middle[own] + Ring{1, flatness}.at(at->second);
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i) {
    if (diagram.nodes[i].emphasis != Emphasis::faded) continue;
    const Point at = middle[i];
    const double turned = std::atan2(at.x / flatness, -at.y);
    order.emplace_back(turned < 0 ? turned + 2 * std::numbers::pi : turned, i);
  }
  std::sort(order.begin(), order.end());
  std::vector<std::size_t> nodes;
  for (const auto& [turned, node] : order) nodes.push_back(node);
  return nodes;
}

/// Boxes of nodes on a ring.
void add_boxes(std::vector<Box>& boxes, const std::vector<std::size_t>& nodes,
               const std::vector<double>& angles, const Ring& ring,
               const std::vector<PlacedNode>& sizes) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Box& size = sizes[nodes[i]].box;
    boxes.push_back(Box::around(ring.at(angles[i]), {size.width(), size.height()}));
  }
}

void pin(Diagram& diagram, const std::vector<std::size_t>& nodes, const std::vector<double>& angles,
         const Ring& ring) {
  for (std::size_t i = 0; i < nodes.size(); ++i)
    diagram.nodes[nodes[i]].pinned = ring.at(angles[i]);
}

}  // namespace

void pin_sectors(Diagram& diagram, std::string_view centre, const Vocabulary& vocabulary) {
  const std::vector<std::size_t> around = in_order(diagram, centre, vocabulary);
  const auto is_pinned = [](const DiagramNode& node) { return node.pinned.has_value(); };
  if (around.empty() || around.size() > most_around ||
      std::any_of(diagram.nodes.begin(), diagram.nodes.end(), is_pinned))
    return;
  const std::vector<double> angles = angles_of(diagram, around);
  const std::vector<PlacedNode> sizes = sized_nodes(diagram);
  std::vector<Box> boxes;
  Ring ring{least_radius, flatness_for(diagram)};
  for (;; ring.radius += radius_step) {
    boxes.clear();
    add_boxes(boxes, around, angles, ring, sizes);
    if (!overlap(boxes)) break;
  }
  const std::vector<std::size_t> others = behind(diagram, around, angles, ring.flatness);
  std::vector<double> even;
  for (std::size_t i = 0; i < others.size(); ++i)
    even.push_back(2 * std::numbers::pi * (static_cast<double>(i) + 0.5) /
                   static_cast<double>(others.size()));
  Ring outer{ring.radius + 4 * radius_step, ring.flatness};
  for (;; outer.radius += radius_step) {
    std::vector<Box> all = boxes;
    add_boxes(all, others, even, outer, sizes);
    if (!overlap(all)) break;
  }
  pin(diagram, around, angles, ring);
  pin(diagram, others, even, outer);
  for (DiagramNode& node : diagram.nodes)
    if (node.id == centre) node.pinned = Point{0, 0};
}

}  // namespace entente
