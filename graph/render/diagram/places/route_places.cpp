#include "render/diagram/places/route_places.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <entente/render/legible.hpp>

#include "render/diagram/drawing.hpp"
#include "render/layout/beside_route.hpp"
#include "render/layout/on_page.hpp"

namespace entente {
namespace {

constexpr double step_across = 290;  // far enough for what is labelled of it

/// Whether an edge is a step between two entities.
bool joins(const Diagram& diagram, const DiagramEdge& edge, std::string_view one,
           std::string_view other) {
  const std::string& a = diagram.nodes[edge.from].id;
  const std::string& b = diagram.nodes[edge.to].id;
  return edge.emphasis == Emphasis::strong &&
         ((a == one && b == other) || (a == other && b == one));
}

/// How far apart two entities of a route that runs downward stand: each tie has room for its words.
double step_down(const Diagram& diagram, std::string_view from, std::string_view to) {
  constexpr double least = 92;
  constexpr double around_words = 44;
  constexpr double row = 15;
  const auto ties = static_cast<double>(std::ranges::count_if(
      diagram.edges, [&](const DiagramEdge& edge) { return joins(diagram, edge, from, to); }));
  return std::max(least, around_words + row * ties);
}

/// The node of an entity.
std::size_t node_of(const Diagram& diagram, std::string_view id) {
  const auto found = std::ranges::find(diagram.nodes, id, &DiagramNode::id);
  return static_cast<std::size_t>(found - diagram.nodes.begin());
}

/// How far apart two neighbours of a route across stand: there is room for the words between them,
/// and beside the boxes for lines that run around these.
double least_step_across(const Diagram& diagram, const std::vector<Size>& sizes, std::size_t one,
                         std::size_t other) {
  constexpr double beside_words = 60;
  constexpr double beside_boxes = 130;
  double words = 0;
  for (const DiagramEdge& edge : diagram.edges)
    if (joins(diagram, edge, diagram.nodes[one].id, diagram.nodes[other].id))
      words = std::max(words, edge_label_row(edge).width);
  const double boxes = widest_between(diagram, sizes, one, other);
  const double halves = (sizes[one].width + sizes[other].width) / 2;
  return std::max(
      {step_across, halves + words + beside_words, boxes > 0 ? halves + boxes + beside_boxes : 0});
}

/// Pins one route from side to side, its steps so many times as long as they have to be.
void pin_across(Diagram& diagram, const std::vector<std::size_t>& route,
                const std::vector<double>& steps, double longer) {
  double x = 0;
  for (std::size_t k = 0; k < route.size(); ++k) {
    diagram.nodes[route[k]].pinned = Point{x, 0};
    if (k < steps.size()) x += longer * steps[k];
  }
}

/// The length at which one route and what stands beside it come nearest to the page's shape,
/// without becoming much larger for it.
void pin_across_page(Diagram& diagram, const std::vector<std::size_t>& route) {
  constexpr double longest = 2.6;
  constexpr double growth = 1.08;
  constexpr double cost_of_size = 0.2;
  std::vector<Size> sizes;
  for (const PlacedNode& node : sized_nodes(diagram))
    sizes.push_back({node.box.width(), node.box.height()});
  std::vector<double> steps;
  for (std::size_t k = 0; k + 1 < route.size(); ++k)
    steps.push_back(least_step_across(diagram, sizes, route[k], route[k + 1]));
  double best = 1;
  double least = std::numeric_limits<double>::infinity();
  for (double longer = 1; longer < longest; longer *= growth) {
    pin_across(diagram, route, steps, longer);
    const auto places = places_beside_route(diagram, sizes);
    if (!places) break;
    const Box body = extent_of_boxes(*places, sizes);
    const double cost = std::abs(excess_width(diagram.page, {body.width(), body.height()})) +
                        cost_of_size * std::log(longer);
    if (cost >= least) continue;
    least = cost;
    best = longer;
  }
  pin_across(diagram, route, steps, best);
}

}  // namespace

bool runs_downward(const Path& path, const std::optional<Size>& page) {
  constexpr double last_box = 220;
  constexpr double smallest_text = 8;
  if (!page) return false;
  const double across = step_across * static_cast<double>(path.entities.size() - 1) + last_box;
  return page->width * smallest_text < across * least_readable;
}

void pin_routes(Diagram& diagram, const Graph& graph, std::span<const Path> paths,
                RouteDirection direction) {
  constexpr double least_down = 92;
  const bool downward = direction == RouteDirection::downward;
  std::map<EntityId, std::size_t> steps;
  std::vector<std::vector<EntityId>> by_step;
  std::vector<double> tops;
  for (const Path& path : paths)
    for (std::size_t i = 0; i < path.entities.size(); ++i) {
      if (!steps.emplace(path.entities[i], i).second) continue;
      if (by_step.size() <= i) {
        by_step.resize(i + 1);
        tops.push_back(i == 0 ? 0
                              : tops.back() + step_down(diagram, graph.id(path.entities[i - 1]),
                                                        graph.id(path.entities[i])));
      }
      by_step[i].push_back(path.entities[i]);
    }
  const bool is_free = std::ranges::none_of(
      diagram.nodes, [](const DiagramNode& node) { return node.pinned.has_value(); });
  if (!downward && paths.size() == 1 && is_free) {
    std::vector<std::size_t> route;
    for (const std::vector<EntityId>& step : by_step)
      for (const EntityId entity : step) route.push_back(node_of(diagram, graph.id(entity)));
    return pin_across_page(diagram, route);
  }
  for (std::size_t step = 0; step < by_step.size(); ++step)
    for (std::size_t k = 0; k < by_step[step].size(); ++k) {
      const double along = static_cast<double>(step);
      const double across =
          static_cast<double>(k) - static_cast<double>(by_step[step].size() - 1) / 2;
      diagram.nodes[node_of(diagram, graph.id(by_step[step][k]))].pinned =
          downward ? Point{step_across * across, tops[step]}
                   : Point{step_across * along, least_down * across};
    }
}

}  // namespace entente
