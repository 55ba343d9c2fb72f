#include "render/svg/draw_svg.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <ostream>
#include <set>
#include <tuple>

#include <entente/render/svg.hpp>

#include "render/label/label.hpp"
#include "render/mark/line_mark.hpp"
#include "render/mark/marks_of.hpp"
#include "render/mark/node_mark.hpp"
#include "render/svg/draw_regions.hpp"

namespace entente {
namespace {

std::string emphasis_class(Emphasis emphasis) {
  switch (emphasis) {
    case Emphasis::strong:
      return " strong";
    case Emphasis::faded:
      return " faded";
    case Emphasis::normal:
      break;
  }
  return "";
}

std::string tint_of(const DiagramNode& node) {
  return node.tint == 0 || node.emphasis == Emphasis::faded ? "" : " " + tint_class(node.tint);
}

/// What became of a box.
std::string change_class(Change change) {
  return change == Change::none ? "" : " " + std::string(class_of(change));
}

void write_node(SvgWriter& svg, const Diagram& diagram, const DiagramNode& node,
                const PlacedNode& placed, const std::string& prefix) {
  const Style& style = diagram.page.style;
  const Shape shape = node_style(style, node.drawing_class).shape;
  const std::string link = safe_link(node.url);
  svg.open("g",
           {{"id", element_name(prefix + "n_", node.id)},
            {"class", "node " + classes_of(mark_of(node), style) + emphasis_class(node.emphasis) +
                          tint_of(node) + change_class(node.change)},
            {"role", "listitem"}});
  svg.leaf("title", {}, node.tooltip);
  if (!link.empty()) svg.open("a", {{"href", link}});
  draw_shape(svg, shape, placed.box);
  const Size size{placed.box.width(), placed.box.height()};
  write_centred_rows(svg, placed.rows, label_centre(placed.box.centre(), size, shape));
  if (!link.empty()) svg.close();
  svg.close();
}

std::string classes_of(const Diagram& diagram, const DiagramEdge& edge) {
  return "edge " + classes_of(mark_of(edge), diagram.page.style) + emphasis_class(edge.emphasis);
}

void write_label(SvgWriter& svg, const PlacedEdge& placed) {
  if (!placed.label_box) return;
  const Box& box = *placed.label_box;
  svg.empty("rect", {{"class", "cell"},
                     {"x", box.left},
                     {"y", box.top},
                     {"width", box.width()},
                     {"height", box.height()}});
  write_centred_rows(svg, {placed.label}, box.centre());
}

/// The line, a broad one that nobody sees and a pointer hits, and the label.
void write_edge(SvgWriter& svg, const Diagram& diagram, const DiagramEdge& edge,
                const PlacedEdge& placed, const std::string& prefix) {
  const std::string first = edge_id(diagram, edge);
  svg.open("g", {{"id", element_name(prefix + "e_", first)},
                 {"class", classes_of(diagram, edge)},
                 {"role", "listitem"}});
  svg.leaf("title", {}, edge.tooltip);
  svg.empty("path", {{"class", "hit"}, {"d", curve_data(placed.spline)}});
  draw_line(svg, mark_of(edge), placed.spline, diagram.page.style,
            element_name(prefix + "f_", first));
  write_label(svg, placed);
  svg.close();
}

/// Whether a line runs through a box.
bool runs_through(const std::vector<Point>& line, const Box& box) {
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    constexpr double step = 3;
    const auto steps = static_cast<int>(distance(line[i], line[i + 1]) / step) + 1;
    for (int k = 0; k <= steps; ++k)
      if (box.contains(line[i] + (line[i + 1] - line[i]) * (static_cast<double>(k) / steps)))
        return true;
  }
  return false;
}

/// Where a line runs through the label of another, the other comes later, so that its label stays
/// whole; where both do it to each other the given order decides.
std::vector<std::size_t> labels_whole(const Drawing& drawing, std::vector<std::size_t> order) {
  std::vector<Box> boxes;
  std::vector<std::size_t> labelled;
  for (std::size_t i = 0; i < drawing.edges.size(); ++i)
    if (drawing.edges[i].label_box) {
      labelled.push_back(i);
      boxes.push_back(*drawing.edges[i].label_box);
    }
  if (labelled.empty()) return order;
  const BoxIndex index(boxes);
  std::vector<std::vector<std::size_t>> before(drawing.edges.size());
  for (const std::size_t i : order) {
    const std::vector<Point> line = flattened(drawing.edges[i].spline);
    if (line.empty()) continue;
    Box extent = Box::around(line.front(), {});
    for (const Point& point : line) extent = extent.joined(Box::around(point, {}));
    for (const std::size_t k : index.overlapped(extent))
      if (labelled[k] != i && runs_through(line, boxes[k])) before[labelled[k]].push_back(i);
  }
  std::vector<std::size_t> result;
  std::vector<char> state(drawing.edges.size(), 0);  // 1: on the way, 2: done
  const std::function<void(std::size_t)> put = [&](std::size_t i) {
    if (state[i] != 0) return;
    state[i] = 1;
    for (const std::size_t earlier : before[i]) put(earlier);
    state[i] = 2;
    result.push_back(i);
  };
  for (const std::size_t i : order) put(i);
  return result;
}

/// The edges from the bottom up: faded ones, thin ones, thick ones, stressed ones.
std::vector<std::size_t> from_bottom(const Diagram& diagram) {
  std::vector<std::size_t> order(diagram.edges.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto height = [&](std::size_t i) {
    const DiagramEdge& edge = diagram.edges[i];
    const int emphasis = edge.emphasis == Emphasis::faded    ? 0
                         : edge.emphasis == Emphasis::normal ? 1
                                                             : 2;
    return std::tuple(emphasis, edge.change == Change::appeared,
                      edge_style(diagram.page.style, edge.drawing_class).width);
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return height(a) < height(b); });
  return order;
}

}  // namespace

UsedClasses classes_of(const Diagram& diagram) {
  UsedClasses used;
  for (const DiagramNode& node : diagram.nodes) {
    used.add_node(diagram.page.style, node.drawing_class);
    used.add_tint(node.tint);
  }
  for (const DiagramEdge& edge : diagram.edges)
    used.add_edge(diagram.page.style, edge.drawing_class);
  return used;
}

void write_body(SvgWriter& svg, const Diagram& diagram, const Drawing& drawing,
                const std::string& prefix) {
  write_regions(svg, diagram, drawing, prefix);
  open_layer(svg, prefix + "edges", "Ties", "list");
  for (const std::size_t i : labels_whole(drawing, from_bottom(diagram)))
    write_edge(svg, diagram, diagram.edges[i], drawing.edges[i], prefix);
  svg.close();
  open_layer(svg, prefix + "nodes", "Entities", "list");
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i)
    write_node(svg, diagram, diagram.nodes[i], drawing.nodes[i], prefix);
  svg.close();
  write_region_texts(svg, diagram, drawing, prefix);
  for (const TextBlock& caption : drawing.captions) {
    const std::string& of = caption.drawing_class;
    svg.open("g", {{"class",
                    of.empty() ? "caption" : "caption in-" + node_class(diagram.page.style, of)}});
    write_rows(svg, caption.rows, caption.top_left);
    svg.close();
  }
}

std::string caption_rules(const Drawing& drawing, const Style& style) {
  std::set<std::string> rules;
  for (const TextBlock& caption : drawing.captions)
    if (!caption.drawing_class.empty())
      rules.insert(".in-" + node_class(style, caption.drawing_class) +
                   " text{fill:" + to_string(colour_of(caption, style)) + "}");
  std::string all;
  for (const std::string& rule : rules) all += rule;
  return all;
}

std::string draw_svg(const Diagram& diagram, const Drawing& drawing) {
  SvgWriter svg;
  open_page(svg, diagram.page, drawing.furniture, classes_of(diagram),
            [&](const Style& style) { return caption_rules(drawing, style); });
  write_body(svg, diagram, drawing);
  write_furniture(svg, diagram.page, drawing.furniture);
  return svg.take();
}

std::string to_svg(const Diagram& diagram) {
  const Diagram shown = with_certain_marked(diagram);
  return draw_svg(shown, arrange(shown));
}

void write_svg(std::ostream& out, const Diagram& diagram) {
  out << to_svg(diagram);
}

}  // namespace entente
