#include "render/svg/draw_svg.hpp"

#include <algorithm>
#include <numeric>
#include <ostream>
#include <tuple>

#include <entente/render/svg.hpp>

#include "render/label/label.hpp"
#include "render/mark/line_mark.hpp"
#include "render/mark/marks_of.hpp"
#include "render/mark/node_mark.hpp"

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

void write_node(SvgWriter& svg, const Diagram& diagram, const DiagramNode& node,
                const PlacedNode& placed, const std::string& prefix) {
  const Style& style = diagram.page.style;
  const Shape shape = node_style(style, node.drawing_class).shape;
  const std::string link = safe_link(node.url);
  svg.open("g",
           {{"id", element_name(prefix + "n_", node.id)},
            {"class", "node " + classes_of(mark_of(node), style) + emphasis_class(node.emphasis) +
                          (node.certainty == Verdict::yes ? "" : " possible")}});
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

void write_edge(SvgWriter& svg, const Diagram& diagram, const DiagramEdge& edge,
                const PlacedEdge& placed, const std::string& prefix) {
  const std::string& first = edge.relations.front();
  svg.open("g", {{"id", element_name(prefix + "e_", first)}, {"class", classes_of(diagram, edge)}});
  svg.leaf("title", {}, edge.tooltip);
  draw_line(svg, mark_of(edge), placed.spline, diagram.page.style,
            element_name(prefix + "f_", first));
  svg.close();
}

/// Labels lie above all lines.
void write_edge_label(SvgWriter& svg, const Diagram& diagram, const DiagramEdge& edge,
                      const PlacedEdge& placed, const std::string& prefix) {
  if (!placed.label_box) return;
  const Box& box = *placed.label_box;
  svg.open("g", {{"id", element_name(prefix + "l_", edge.relations.front())},
                 {"class", classes_of(diagram, edge)}});
  svg.leaf("title", {}, edge.tooltip);
  svg.empty("rect", {{"class", "cell"},
                     {"x", box.left},
                     {"y", box.top},
                     {"width", box.width()},
                     {"height", box.height()}});
  write_centred_rows(svg, {placed.label}, box.centre());
  svg.close();
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
  for (const DiagramNode& node : diagram.nodes)
    used.add_node(diagram.page.style, node.drawing_class);
  for (const DiagramEdge& edge : diagram.edges)
    used.add_edge(diagram.page.style, edge.drawing_class);
  return used;
}

void write_body(SvgWriter& svg, const Diagram& diagram, const Drawing& drawing,
                const std::string& prefix) {
  svg.open("g", {{"id", prefix + "edges"}});
  for (const std::size_t i : from_bottom(diagram))
    write_edge(svg, diagram, diagram.edges[i], drawing.edges[i], prefix);
  svg.close();
  svg.open("g", {{"id", prefix + "labels"}});
  for (std::size_t i = 0; i < diagram.edges.size(); ++i)
    write_edge_label(svg, diagram, diagram.edges[i], drawing.edges[i], prefix);
  svg.close();
  svg.open("g", {{"id", prefix + "nodes"}});
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i)
    write_node(svg, diagram, diagram.nodes[i], drawing.nodes[i], prefix);
  svg.close();
  for (const TextBlock& caption : drawing.captions) {
    svg.open("g",
             {{"class", "caption"}, {"color", to_string(colour_of(caption, diagram.page.style))}});
    write_rows(svg, caption.rows, caption.top_left);
    svg.close();
  }
}

std::string draw_svg(const Diagram& diagram, const Drawing& drawing) {
  SvgWriter svg;
  open_page(svg, diagram.page, drawing.furniture, classes_of(diagram));
  write_body(svg, diagram, drawing);
  write_furniture(svg, diagram.page, drawing.furniture);
  return svg.take();
}

std::string to_svg(const Diagram& diagram) {
  return draw_svg(diagram, arrange(diagram));
}

void write_svg(std::ostream& out, const Diagram& diagram) {
  out << to_svg(diagram);
}

}  // namespace entente
