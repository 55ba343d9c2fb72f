#include "render/svg/draw_svg.hpp"

#include <algorithm>
#include <numeric>
#include <ostream>
#include <set>
#include <tuple>

#include <entente/render/svg.hpp>

#include "render/diagram/colour.hpp"
#include "render/label/label.hpp"
#include "render/layout/box.hpp"
#include "render/route/arrow.hpp"

namespace entente {
namespace {

std::string quoted_families(const Style& style, std::string_view language) {
  std::string result;
  const std::string families = font_families(style, language);
  for (std::size_t begin = 0; begin < families.size();) {
    const std::size_t end = std::min(families.find(',', begin), families.size());
    result += "'" + families.substr(begin, end - begin) + "',";
    begin = end + 1;
  }
  return result + "sans-serif";
}

}  // namespace

std::string language_class(std::string_view language) {
  const std::string families = font_families({}, language);
  const std::string face = families.substr(families.rfind(' ') + 1);
  return face == "JP" ? "" : face;
}

namespace {

std::string css_name(std::string_view drawing_class) {
  return element_name("", drawing_class);
}

/// Rules for everything that any picture has.
std::string common_rules(const Style& look) {
  const std::string background = to_string(look.background);
  std::string rules =
      "text{font-family:" + quoted_families(look, "en") + ";fill:" + to_string(look.text) +
      "}.m{text-anchor:middle}.b{font-weight:bold}.s{fill:" + to_string(look.secondary) + "}";
  for (const char* language : {"zh-Hans", "zh-Hant", "ko"})
    rules +=
        "." + language_class(language) + "{font-family:" + quoted_families(look, language) + "}";
  return rules +
         ".edge path{fill:none;stroke:currentColor;stroke-linecap:round}.edge polygon{"
         "stroke:currentColor;stroke-width:1;stroke-dasharray:none;stroke-linejoin:round}"
         ".h{fill:currentColor}.o{fill:" +
         background + "}.cell{fill:" + background + "}.caption text{fill:currentColor}";
}

Colour legible_on(Colour fill) {
  constexpr Colour black{0, 0, 0};
  constexpr Colour white{255, 255, 255};
  return contrast(black, fill) > contrast(white, fill) ? black : white;
}

std::string node_rules(const Diagram& diagram) {
  const Style& look = diagram.style;
  std::set<std::string> classes;
  for (const DiagramNode& node : diagram.nodes)
    classes.insert(node_style(look, node.drawing_class).drawing_class);
  std::string rules = ".node{stroke-width:1.4;stroke-linejoin:round}.node text{stroke:none}";
  for (const std::string& name : classes) {
    const NodeStyle& style = node_style(look, name);
    rules += ".node." + css_name(name) + "{fill:" + to_string(style.fill) +
             ";stroke:" + to_string(style.line) + "}";
    if (contrast(look.text, style.fill) < 4.5)  // a fill of one's own
      rules += ".node." + css_name(name) + " text,.node." + css_name(name) +
               " .s{fill:" + to_string(legible_on(style.fill)) + "}";
  }
  return rules + ".node.faded{fill:" + to_string(look.background) +
         ";stroke:" + to_string(look.faded_line) +
         ";stroke-width:.8}.node.faded text,.node.faded "
         "tspan{fill:" +
         to_string(look.faded_text) + "}.node.strong{stroke-width:3}";
}

std::string edge_rules(const Diagram& diagram) {
  const Style& look = diagram.style;
  std::set<std::string> classes;
  for (const DiagramEdge& edge : diagram.edges)
    classes.insert(edge_style(look, edge.drawing_class).drawing_class);
  std::string rules;
  for (const std::string& name : classes) {
    const EdgeStyle& style = edge_style(look, name);
    rules += edge_rule(".edge." + css_name(name), style);
    rules += ".edge." + css_name(name) +
             " text{fill:" + to_string(readable(style.line, look.background, look.text)) + "}";
  }
  return rules + ".edge.note{color:" + to_string(look.secondary) +
         ";stroke-width:1.2}.edge.possible{stroke-dasharray:4 "
         "3}.edge.strong,.edge.appeared{stroke-width:2.4}.edge.persisted{"
         "stroke-width:.7}.edge.ended{color:" +
         to_string(look.secondary) +
         ";stroke-dasharray:1.5 3}.edge.faded{"
         "color:" +
         to_string(look.faded_line) +
         ";stroke-width:.6}.edge.faded text{fill:" + to_string(look.faded_text) + "}";
}

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

std::string possible_class(Verdict certainty) {
  return certainty == Verdict::yes ? "" : " possible";
}

void write_node(SvgWriter& svg, const Diagram& diagram, const DiagramNode& node,
                const PlacedNode& placed, const std::string& prefix) {
  const NodeStyle& look = node_style(diagram.style, node.drawing_class);
  const std::string link = safe_link(node.url);
  svg.open("g", {{"id", element_name(prefix + "n_", node.id)},
                 {"class", "node " + css_name(look.drawing_class) + emphasis_class(node.emphasis) +
                               possible_class(node.certainty)}});
  svg.leaf("title", {}, node.tooltip);
  if (!link.empty()) svg.open("a", {{"href", link}});
  write_shape(svg, look.shape, placed.box);
  const Size size{placed.box.width(), placed.box.height()};
  write_centred_rows(svg, placed.rows, label_centre(placed.box.centre(), size, look.shape));
  if (!link.empty()) svg.close();
  svg.close();
}

std::string edge_class(const Diagram& diagram, const DiagramEdge& edge) {
  return "edge " + css_name(edge_style(diagram.style, edge.drawing_class).drawing_class) + " " +
         std::string(to_string(edge.modality)) + emphasis_class(edge.emphasis) +
         change_class(edge.change) + possible_class(edge.certainty);
}

void write_edge(SvgWriter& svg, const Diagram& diagram, const DiagramEdge& edge,
                const PlacedEdge& placed, const std::string& prefix) {
  const EdgeStyle& look = edge_style(diagram.style, edge.drawing_class);
  svg.open("g", {{"id", element_name(prefix + "e_", edge.relations.front())},
                 {"class", edge_class(diagram, edge)}});
  svg.leaf("title", {}, edge.tooltip);
  write_line(svg, placed.spline,
             {.head = look.head,
              .tail = edge.ends == Ends::both_ways ? look.head : Head::none,
              .mark = modality_mark_of(edge.modality),
              .scale = head_scale(look.width)});
  svg.close();
}

/// Labels lie above all lines.
void write_edge_label(SvgWriter& svg, const Diagram& diagram, const DiagramEdge& edge,
                      const PlacedEdge& placed, const std::string& prefix) {
  if (!placed.label_box) return;
  const Box& box = *placed.label_box;
  svg.open("g", {{"id", element_name(prefix + "l_", edge.relations.front())},
                 {"class", edge_class(diagram, edge)}});
  svg.leaf("title", {}, edge.tooltip);
  svg.empty("rect", {{"class", "cell"},
                     {"x", box.left},
                     {"y", box.top},
                     {"width", box.width()},
                     {"height", box.height()}});
  write_centred_rows(svg, {placed.label}, box.centre());
  svg.close();
}

}  // namespace

std::string change_class(Change change) {
  switch (change) {
    case Change::appeared:
      return " appeared";
    case Change::ended:
      return " ended";
    case Change::persisted:
      return " persisted";
    case Change::none:
      break;
  }
  return "";
}

namespace {

/// How large a page is, and what part of the drawing's plane it shows.
struct Sheet {
  Size page = {};
  Box seen = {};
};

/// A drawing of that size in the middle of the page asked for.
Sheet sheet_of(const Diagram& diagram, Size drawing) {
  if (!diagram.page) return {drawing, {0, 0, drawing.width, drawing.height}};
  const Size page = *diagram.page;
  const double scale = std::min(page.width / drawing.width, page.height / drawing.height);
  return {page, Box::around({drawing.width / 2, drawing.height / 2},
                            {page.width / scale, page.height / scale})};
}

}  // namespace

void open_page(SvgWriter& svg, const Diagram& diagram, const Furniture& furniture,
               const std::string& more_rules) {
  const Sheet sheet = sheet_of(diagram, furniture.page);
  svg.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  svg.open("svg",
           {{"xmlns", "http://www.w3.org/2000/svg"},
            {"width", coordinate(sheet.page.width) + "pt"},
            {"height", coordinate(sheet.page.height) + "pt"},
            {"viewBox", coordinate(sheet.seen.left) + " " + coordinate(sheet.seen.top) + " " +
                            coordinate(sheet.seen.width()) + " " + coordinate(sheet.seen.height())},
            {"role", "img"},
            {"aria-labelledby", "title desc"},
            {"xml:lang", diagram.title.language}});
  svg.leaf("title", {{"id", "title"}}, diagram.title.text.empty() ? "entente" : diagram.title.text);
  svg.leaf("desc", {{"id", "desc"}},
           diagram.subtitle.text.empty() ? diagram.title.text : diagram.subtitle.text);
  svg.open("style");
  svg.raw(common_rules(diagram.style) + node_rules(diagram) + edge_rules(diagram) + more_rules);
  svg.close();
  svg.empty("rect", {{"class", "cell"},
                     {"x", sheet.seen.left == 0 ? "" : coordinate(sheet.seen.left)},
                     {"y", sheet.seen.top == 0 ? "" : coordinate(sheet.seen.top)},
                     {"width", sheet.seen.width()},
                     {"height", sheet.seen.height()}});
}

namespace {

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
                      edge_style(diagram.style, edge.drawing_class).width);
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return height(a) < height(b); });
  return order;
}

}  // namespace

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
    svg.open("g", {{"class", "caption"}, {"color", to_string(colour_of(caption, diagram.style))}});
    write_rows(svg, caption.rows, caption.top_left);
    svg.close();
  }
}

std::string draw_svg(const Diagram& diagram, const Drawing& drawing) {
  SvgWriter svg;
  open_page(svg, diagram, drawing.furniture);
  write_body(svg, diagram, drawing);
  write_furniture(svg, diagram, drawing.furniture);
  return svg.take();
}

std::string to_svg(const Diagram& diagram) {
  return draw_svg(diagram, arrange(diagram));
}

void write_svg(std::ostream& out, const Diagram& diagram) {
  out << to_svg(diagram);
}

}  // namespace entente
