#include <algorithm>

#include <entente/render/layout.hpp>

#include "render/drawing.hpp"

namespace entente {
namespace {

/// Moves nodes so that their top left corner is (0, 0); returns how large they are together.
Size at_origin(std::vector<PlacedNode>& nodes) {
  if (nodes.empty()) return {};
  Box all = nodes.front().box;
  for (const PlacedNode& node : nodes) all = all.joined(node.box);
  for (PlacedNode& node : nodes)
    node.box = {node.box.left - all.left, node.box.top - all.top, node.box.right - all.left,
                node.box.bottom - all.top};
  return {all.width(), all.height()};
}

}  // namespace

std::vector<PlacedNode> sized_nodes(const Diagram& diagram) {
  std::vector<PlacedNode> result;
  for (const DiagramNode& node : diagram.nodes) {
    PlacedNode placed{.rows = label_rows(node)};
    const Shape shape = node_style(diagram.style, node.drawing_class).shape;
    placed.box = Box::around({}, size_around(size_of(placed.rows), shape));
    result.push_back(std::move(placed));
  }
  return result;
}

Drawing arrange(const Diagram& diagram) {
  Drawing drawing;
  drawing.nodes = sized_nodes(diagram);
  std::vector<LayoutVertex> vertices;
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i) {
    const Box& box = drawing.nodes[i].box;
    vertices.push_back({{box.width(), box.height()}, diagram.nodes[i].pinned, {}});
  }
  std::vector<LayoutEdge> edges;
  for (const DiagramEdge& edge : diagram.edges)
    edges.push_back({static_cast<std::uint32_t>(edge.from), static_cast<std::uint32_t>(edge.to),
                     std::max(36.0, edge_label_row(edge).width + 26)});
  const std::vector<Point> places = layout(vertices, edges, {.lengths = EdgeLengths::by_degree});
  for (std::size_t i = 0; i < places.size(); ++i)
    drawing.nodes[i].box = Box::around(places[i], vertices[i].size);
  drawing.furniture = furnish(diagram, at_origin(drawing.nodes));
  const Point by = drawing.furniture.body;
  for (PlacedNode& node : drawing.nodes)
    node.box = {node.box.left + by.x, node.box.top + by.y, node.box.right + by.x,
                node.box.bottom + by.y};
  draw_edges(diagram, drawing);
  label_edges(diagram, drawing);
  return drawing;
}

}  // namespace entente
