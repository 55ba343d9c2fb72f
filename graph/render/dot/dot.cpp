#include <ostream>

#include <entente/render/dot.hpp>

#include "render/diagram/colour.hpp"
#include "render/diagram/drawing.hpp"
#include "render/dot/dot_text.hpp"
#include "render/dot/html_label.hpp"
#include "render/label/label.hpp"
#include "render/layout/box.hpp"
#include "render/mark/date_marks.hpp"
#include "render/route/arrow.hpp"
#include "render/svg/svg.hpp"

namespace entente {
namespace {

constexpr double points_per_inch = 72;

const char* shape_name(Shape shape) {
  switch (shape) {
    case Shape::note:
      return "note";
    case Shape::ellipse:
      return "ellipse";
    case Shape::hexagon:
      return "hexagon";
    case Shape::pin:
      return "invhouse";
    case Shape::parallelogram:
      return "parallelogram";
    case Shape::tab:
      return "tab";
    case Shape::rounded_box:
    case Shape::double_box:
    case Shape::box:
      break;
  }
  return "box";
}

const char* stroke_name(Stroke stroke, Verdict certainty) {
  if (certainty == Verdict::maybe) return "dashed";
  switch (stroke) {
    case Stroke::dashed:
      return "dashed";
    case Stroke::dotted:
      return "dotted";
    case Stroke::solid:
      break;
  }
  return "solid";
}

std::string certain_or_possible(Verdict certainty) {
  return certainty == Verdict::yes ? " certain" : " possible";
}

std::string inches(double points) {
  return coordinate(points / points_per_inch);
}

/// A tooltip. Graphviz reads it for entities and twice for escapes (`\N`, the node's name), so that
/// a backslash is doubled here and once more on writing; line breaks are kept.
std::string tooltip_text(std::string_view text) {
  std::string result;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = text.find('\n', begin);
    for (const char c : escaped(drawable(text.substr(begin, end - begin))))
      result.append(c == '\\' ? 2 : 1, c);
    if (end == std::string_view::npos) return result;
    result += "&#10;";
    begin = end + 1;
  }
}

/// How a line is drawn, and what it begins and ends in.
struct Line {
  EdgeStyle look = {};
  Ends ends = Ends::one_way;
  Modality modality = Modality::fact;
  Verdict certainty = Verdict::yes;
  Colour colour = {};
  double width = 1;
};

class DotBuilder {
 public:
  DotBuilder(const Diagram& diagram, const Drawing& drawing)
      : diagram_(diagram), drawing_(drawing), graph_("entente") {}

  std::string text() {
    add_corners();
    add_texts();
    add_nodes();
    add_legend();
    add_edges();
    set_page();
    for (std::size_t i = 0; i < nodes_.size(); ++i)
      set_node(nodes_[i], diagram_.nodes[i], drawing_.nodes[i]);
    for (std::size_t i = 0; i < edges_.size(); ++i)
      set_edge(edges_[i], diagram_.edges[i], drawing_.edges[i]);
    for (const Label& label : labels_) set_label(label);
    return graph_.text();
  }

 private:
  /// A node that is only text.
  struct Label {
    DotText::Object object = DotText::graph;
    Box box = {};
    std::string element_class = {};
    std::string link = {};
  };

  [[nodiscard]] LabelInks inks() const { return {diagram_.style.text, diagram_.style.secondary}; }

  [[nodiscard]] std::string at(Point point) const {
    return coordinate(point.x) + "," + coordinate(drawing_.furniture.page.height - point.y);
  }

  /// Two invisible points that make the page as large as it is.
  void add_corners() {
    const Size page = drawing_.furniture.page;
    for (const auto& [name, place] : {std::pair("page_begin", Point{0, 0}),
                                      std::pair("page_end", Point{page.width, page.height})}) {
      const DotText::Object corner = graph_.node(name);
      graph_.set(corner, "style", "invis");
      set_dot(corner, place);
    }
  }

  void set_dot(DotText::Object object, Point place) {
    graph_.set(object, "shape", "point");
    graph_.set(object, "width", "0.01");
    graph_.set(object, "height", "0.01");
    graph_.set(object, "pos", at(place));
  }

  void add_text(const std::string& name, const std::string& element_class, const TextBlock& block) {
    if (block.rows.empty()) return;
    const Size size = size_of(block.rows);
    Label label{graph_.node(name),
                {block.top_left.x, block.top_left.y, block.top_left.x + size.width,
                 block.top_left.y + size.height},
                element_class,
                block.link};
    graph_.set_html(
        label.object, "label",
        left_label(block.rows, diagram_.style,
                   {colour_of(block, diagram_.style), diagram_.style.secondary}, size.width));
    labels_.push_back(std::move(label));
  }

  void add_texts() {
    const Furniture& furniture = drawing_.furniture;
    add_text("title", "title", furniture.title);
    add_text("subtitle", "subtitle", furniture.subtitle);
    for (std::size_t i = 0; i < furniture.notes.size(); ++i)
      add_text("source_" + std::to_string(i + 1), "source", furniture.notes[i]);
    add_text("credit", "credit", furniture.credit);
    for (std::size_t i = 0; i < drawing_.captions.size(); ++i)
      add_text("caption_" + std::to_string(i + 1), "caption", drawing_.captions[i]);
  }

  void add_nodes() {
    for (std::size_t i = 0; i < diagram_.nodes.size(); ++i) {
      const bool faded = diagram_.nodes[i].emphasis == Emphasis::faded;
      const Colour grey = diagram_.style.faded_text;
      nodes_.push_back(graph_.node(element_name("n_", diagram_.nodes[i].id)));
      graph_.set_html(nodes_.back(), "label",
                      centred_label(drawing_.nodes[i].rows, diagram_.style,
                                    faded ? LabelInks{grey, grey} : inks()));
    }
  }

  void add_edges() {
    for (std::size_t i = 0; i < diagram_.edges.size(); ++i) {
      const DiagramEdge& edge = diagram_.edges[i];
      const Style& style = diagram_.style;
      edges_.push_back(graph_.edge(nodes_[edge.from], nodes_[edge.to]));
      if (!drawing_.edges[i].label_box) continue;
      const Colour line = edge_style(style, edge.drawing_class).line;
      const Colour text = edge.emphasis == Emphasis::faded
                              ? style.faded_text
                              : readable(line, style.background, style.text);
      graph_.set_html(edges_.back(), "label",
                      cell_label(drawing_.edges[i].label, style, text, style.background));
    }
  }

  void add_legend() {
    for (std::size_t i = 0; i < diagram_.legend.size(); ++i) {
      const PlacedLegend& placed = drawing_.furniture.legend[i];
      const std::string name = "legend_" + std::to_string(i + 1);
      add_text(name, "legend", {{placed.label}, placed.label_at, {}, {}});
      add_swatch(name, diagram_.legend[i], placed.swatch);
    }
  }

  void add_swatch(const std::string& name, const LegendEntry& entry, const Box& box) {
    if (const std::string_view sign = sign_of(entry.kind); !sign.empty()) {
      const TextRow row = text_row(std::string(sign), "en", Font{box.height() * 0.85}, Ink::text);
      const Point at = box.centre() - Point{row.width / 2, row.height / 2};
      add_text(name + "_sample", "legend", {{row}, at, {}, {}});
      return;
    }
    if (entry.kind == LegendKind::node) {
      const DotText::Object sample = graph_.node(name + "_sample");
      graph_.set(sample, "class", "legend");
      set_shape(sample, node_style(diagram_.style, entry.drawing_class), box, Emphasis::normal);
      return;
    }
    Line line{.look = edge_style(diagram_.style, entry.drawing_class),
              .ends = entry.ends,
              .modality = entry.modality,
              .certainty = Verdict::yes,
              .colour = {},
              .width = 1.2};
    line.colour = line.look.line;
    if (entry.kind != LegendKind::edge) {
      line.look = {.line = diagram_.style.secondary};
      line.colour = line.look.line;
      if (entry.kind == LegendKind::possible) line.certainty = Verdict::maybe;
      if (entry.change == Change::appeared) line.width = 2.4;
      if (entry.change == Change::persisted) line.width = 0.7;
      if (entry.change == Change::ended) line.look.stroke = Stroke::dotted;
    }
    const double y = box.centre().y;
    const Spline spline = rounded({{box.left, y}, {box.right, y}}, 0);
    const DotText::Object begin = graph_.node(name + "_from");
    const DotText::Object end = graph_.node(name + "_to");
    for (const DotText::Object point : {begin, end}) graph_.set(point, "style", "invis");
    set_dot(begin, spline.front());
    set_dot(end, spline.back());
    const DotText::Object sample = graph_.edge(begin, end);
    graph_.set(sample, "class", "legend");
    set_line(sample, line, spline);
  }

  void set_page() {
    const Style& look = diagram_.style;
    constexpr DotText::Object page = DotText::graph;
    graph_.set(page, "linelength", "0");
    graph_.set(page, "charset", "UTF-8");
    graph_.set(page, "layout", "nop2");
    graph_.set(page, "splines", "true");
    graph_.set(page, "outputorder", "edgesfirst");
    graph_.set(page, "bgcolor", to_string(look.background));
    graph_.set(page, "pad", "0");
    if (diagram_.page)
      graph_.set(page, "size",
                 inches(diagram_.page->width) + "," + inches(diagram_.page->height) + "!");
    graph_.set(page, "tooltip", tooltip_text(diagram_.title.text));
  }

  void set_label(const Label& label) {
    graph_.set(label.object, "shape", "plaintext");
    graph_.set(label.object, "class", label.element_class);
    graph_.set(label.object, "margin", "0");
    graph_.set(label.object, "tooltip", " ");
    if (!label.link.empty()) graph_.set(label.object, "URL", escaped(label.link));
    set_box(label.object, label.box);
  }

  /// At least so large; text that Graphviz measures a little larger than we do has room.
  void set_box(DotText::Object object, const Box& box) {
    graph_.set(object, "width", inches(box.width()));
    graph_.set(object, "height", inches(box.height()));
    graph_.set(object, "pos", at(box.centre()));
  }

  void set_shape(DotText::Object object, const NodeStyle& look, const Box& box, Emphasis emphasis) {
    const bool faded = emphasis == Emphasis::faded;
    const bool twice = look.shape == Shape::double_box;
    constexpr double between_peripheries = 4;
    graph_.set(object, "shape", shape_name(look.shape));
    graph_.set(object, "style", look.shape == Shape::rounded_box ? "rounded,filled" : "filled");
    graph_.set(object, "fillcolor", to_string(faded ? diagram_.style.background : look.fill));
    graph_.set(object, "color", to_string(faded ? diagram_.style.faded_line : look.line));
    graph_.set(object, "penwidth", emphasis == Emphasis::strong ? "3" : faded ? "0.8" : "1.4");
    graph_.set(object, "margin", "0");
    if (twice) graph_.set(object, "peripheries", "2");
    graph_.set(object, "fixedsize", "true");
    set_box(object, twice ? box.grown(-between_peripheries) : box);
  }

  void set_node(DotText::Object object, const DiagramNode& node, const PlacedNode& placed) {
    graph_.set(object, "id", element_name("n_", node.id));
    graph_.set(object, "entity", drawable(node.id));
    graph_.set(object, "kind", drawable(node.kind));
    graph_.set(
        object, "class",
        "node " + element_name("", node.drawing_class) + certain_or_possible(node.certainty));
    graph_.set(object, "tooltip", tooltip_text(node.tooltip));
    if (const std::string link = safe_link(node.url); !link.empty())
      graph_.set(object, "URL", escaped(link));
    set_shape(object, node_style(diagram_.style, node.drawing_class), placed.box, node.emphasis);
  }

  void set_edge(DotText::Object object, const DiagramEdge& edge, const PlacedEdge& placed) {
    std::string relations;
    for (const std::string& relation : edge.relations)
      relations += (relations.empty() ? "" : " ") + drawable(relation);
    graph_.set(object, "id", element_name("e_", edge.relations.front()));
    graph_.set(object, "relations", relations);
    graph_.set(object, "type", drawable(edge.type));
    graph_.set(object, "modality", to_string(edge.modality));
    graph_.set(object, "class",
               "edge " + element_name("", edge.drawing_class) + " " +
                   std::string(to_string(edge.modality)) + certain_or_possible(edge.certainty));
    const std::string tooltip = tooltip_text(edge.tooltip);
    for (const char* attribute : {"tooltip", "labeltooltip", "edgetooltip"})
      graph_.set(object, attribute, tooltip);
    if (placed.label_box) graph_.set(object, "lp", at(placed.label_box->centre()));
    set_line(object, line_of(edge), placed.spline);
  }

  [[nodiscard]] Line line_of(const DiagramEdge& edge) const {
    Line line{.look = edge_style(diagram_.style, edge.drawing_class),
              .ends = edge.ends,
              .modality = edge.modality,
              .certainty = edge.certainty};
    line.colour = line.look.line;
    line.width = line.look.width;
    if (edge.emphasis == Emphasis::strong || edge.change == Change::appeared) line.width = 2.4;
    if (edge.change == Change::persisted) line.width = 0.7;
    if (edge.change == Change::ended) {
      line.colour = diagram_.style.secondary;
      line.look.stroke = Stroke::dotted;
    }
    if (edge.emphasis == Emphasis::faded) {
      line.colour = diagram_.style.faded_line;
      line.width = 0.6;
    }
    return line;
  }

  void set_line(DotText::Object object, const Line& line, const Spline& spline) {
    const Head head = line.look.head;
    const Head tail = line.ends == Ends::both_ways ? head : Head::none;
    const Head mark = modality_mark_of(line.modality);
    const double scale = head_scale(line.look.width);
    const bool has_tail = tail != Head::none || mark != Head::none;
    graph_.set(object, "color", to_string(line.colour));
    graph_.set(object, "style", stroke_name(line.look.stroke, line.certainty));
    graph_.set(object, "penwidth", coordinate(line.width));
    graph_.set(object, "dir", has_tail ? "both" : "forward");
    graph_.set(object, "arrowsize", coordinate(0.7 * scale));
    graph_.set(object, "arrowhead", graphviz_name(head));
    graph_.set(object, "arrowtail",
               tail == Head::none   ? graphviz_name(mark)
               : mark == Head::none ? graphviz_name(tail)
                                    : graphviz_name(tail) + graphviz_name(mark));
    const double at_begin = head_length(tail, scale) + head_length(mark, scale);
    const double at_end = head_length(head, scale);
    const Spline shaft = shortened(spline, at_begin, at_end);
    std::string pos;
    if (at_begin > 0) pos += "s," + at(spline.front()) + " ";
    if (at_end > 0) pos += "e," + at(spline.back()) + " ";
    for (const Point& point : shaft) pos += at(point) + " ";
    pos.pop_back();
    graph_.set(object, "pos", pos);
  }

  const Diagram& diagram_;
  const Drawing& drawing_;
  DotText graph_;
  std::vector<DotText::Object> nodes_;
  std::vector<DotText::Object> edges_;
  std::vector<Label> labels_;
};

}  // namespace

std::string to_dot(const Diagram& diagram) {
  const Drawing drawing = arrange(diagram);
  return DotBuilder(diagram, drawing).text();
}

void write_dot(std::ostream& out, const Diagram& diagram) {
  out << to_dot(diagram);
}

}  // namespace entente
