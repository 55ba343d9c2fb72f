#include <ostream>

#include <entente/render/dot.hpp>

#include "render/diagram/colour.hpp"
#include "render/diagram/drawing.hpp"
#include "render/dot/dot_marks.hpp"
#include "render/dot/dot_text.hpp"
#include "render/dot/html_label.hpp"
#include "render/label/label.hpp"
#include "render/layout/box.hpp"
#include "render/mark/mark_classes.hpp"
#include "render/mark/marks_of.hpp"
#include "render/mark/region_mark.hpp"
#include "render/route/arrow.hpp"
#include "render/svg/svg.hpp"

namespace entente {
namespace {

std::string certain_or_possible(Verdict certainty) {
  return certainty == Verdict::yes ? " certain" : " possible";
}

std::string doubt_class(Why doubt) {
  return doubt == Why::none ? "" : " " + std::string(to_string(doubt));
}

class DotBuilder {
 public:
  DotBuilder(const Diagram& diagram, const Drawing& drawing)
      : diagram_(diagram),
        drawing_(drawing),
        graph_("entente"),
        marks_(graph_, diagram.page.style, drawing.furniture.size.height) {}

  std::string text() {
    add_corners();
    add_texts();
    add_grounds();
    add_nodes();
    add_legend();
    add_edges();
    add_bundles();
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

  [[nodiscard]] LabelInks inks() const {
    return {diagram_.page.style.text, diagram_.page.style.secondary};
  }

  /// Two invisible points that make the page as large as it is.
  void add_corners() {
    const Size page = drawing_.furniture.size;
    for (const auto& [name, place] : {std::pair("page_begin", Point{0, 0}),
                                      std::pair("page_end", Point{page.width, page.height})}) {
      const DotText::Object corner = graph_.node(name);
      graph_.set(corner, "style", "invis");
      marks_.set_dot(corner, place);
    }
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
        left_label(block.rows, diagram_.page.style,
                   {colour_of(block, diagram_.page.style), diagram_.page.style.secondary},
                   size.width));
    labels_.push_back(std::move(label));
  }

  void add_texts() {
    const Furniture& furniture = drawing_.furniture;
    add_text("title", "title", furniture.title);
    add_text("subtitle", "subtitle", furniture.subtitle);
    for (std::size_t i = 0; i < furniture.list.size(); ++i)
      add_text("change_" + std::to_string(i + 1), "change", furniture.list[i]);
    for (std::size_t i = 0; i < furniture.notes.size(); ++i)
      add_text("source_" + std::to_string(i + 1), "source", furniture.notes[i]);
    add_text("sources", "source", furniture.sources);
    add_text("credit", "credit", furniture.credit);
    for (std::size_t i = 0; i < drawing_.captions.size(); ++i)
      add_text("caption_" + std::to_string(i + 1), "caption", drawing_.captions[i]);
  }

  void add_nodes() {
    for (std::size_t i = 0; i < diagram_.nodes.size(); ++i) {
      const bool faded = diagram_.nodes[i].emphasis == Emphasis::faded;
      const Colour grey = diagram_.page.style.faded_text;
      nodes_.push_back(graph_.node(element_name("n_", diagram_.nodes[i].id)));
      graph_.set_html(nodes_.back(), "label",
                      centred_label(drawing_.nodes[i].rows, diagram_.page.style,
                                    faded ? LabelInks{grey, grey} : inks()));
    }
  }

  /// Grounds without a fill: Graphviz would draw it over the lines.
  void add_grounds() {
    for (std::size_t i = 0; i < diagram_.regions.size(); ++i) {
      const std::string name = "region_" + std::to_string(i + 1);
      const PlacedRegion& placed = drawing_.regions[i];
      grounds_.push_back(graph_.node(name));
      set_ground(grounds_.back(), placed.ground);
      graph_.set(grounds_.back(), "class", "region");
      graph_.set(grounds_.back(), "tooltip", tooltip_text(diagram_.regions[i].tooltip));
      add_text(name + "_name", "region", {{placed.name}, placed.name_at, {}, {}});
      add_text(name + "_rest", "region", {placed.details, placed.details_at, {}, {}});
    }
  }

  void set_ground(DotText::Object object, const Box& box) {
    graph_.set_html(object, "label", " ");
    graph_.set(object, "shape", "box");
    graph_.set(object, "style", "rounded");
    graph_.set(object, "color", to_string(diagram_.page.style.grid));
    graph_.set(object, "fixedsize", "true");
    marks_.set_box(object, box);
  }

  void add_bundles() {
    const Style& style = diagram_.page.style;
    for (std::size_t i = 0; i < diagram_.bundles.size(); ++i) {
      const DiagramBundle& bundle = diagram_.bundles[i];
      const PlacedEdge& placed = drawing_.bundles[i];
      const DotText::Object line = graph_.edge(grounds_[bundle.from], grounds_[bundle.to]);
      marks_.set(line, LineMark{}, placed.spline, Emphasis::faded);
      graph_.set(line, "penwidth", coordinate(bundle_width(bundle.relations.size())));
      graph_.set(line, "class", "bundle");
      graph_.set(line, "tooltip", tooltip_text(bundle.tooltip));
      if (!placed.label_box) continue;
      graph_.set_html(line, "label", cell_label(placed.label, style, style.text, style.background));
      graph_.set(line, "lp", marks_.at(placed.label_box->centre()));
    }
  }

  void add_edges() {
    for (std::size_t i = 0; i < diagram_.edges.size(); ++i) {
      const DiagramEdge& edge = diagram_.edges[i];
      const Style& style = diagram_.page.style;
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
    for (std::size_t i = 0; i < diagram_.page.legend.size(); ++i) {
      const PlacedLegend& placed = drawing_.furniture.legend[i];
      const std::string name = "legend_" + std::to_string(i + 1);
      add_text(name, "legend", {{placed.label}, placed.label_at, {}, {}});
      add_swatch(name, diagram_.page.legend[i], placed.swatch);
    }
  }

  void add_swatch(const std::string& name, const LegendEntry& entry, const Box& box) {
    if (const auto* node = std::get_if<NodeMark>(&entry.mark)) add_box(name, *node, box, 0);
    if (const auto* tinted = std::get_if<TintMark>(&entry.mark))
      add_box(name, {}, box, tinted->tint);
    if (const auto* size = std::get_if<SizeMark>(&entry.mark))
      add_box(name, {},
              Box::around(box.centre(), {box.width() * size->share, box.height() * size->share}),
              0);
    if (const auto* wide = std::get_if<WidthMark>(&entry.mark))
      add_line(name, {.width = wide->width}, box);
    if (const auto* line = std::get_if<LineMark>(&entry.mark)) add_line(name, *line, box);
    if (std::holds_alternative<BundleMark>(entry.mark)) add_line(name, LineMark{}, box);
    if (std::holds_alternative<RegionMark>(entry.mark)) {
      const DotText::Object sample = graph_.node(name + "_sample");
      graph_.set(sample, "class", "legend");
      set_ground(sample, box);
    }
  }

  void add_box(const std::string& name, const NodeMark& mark, const Box& box, std::size_t tint) {
    const DotText::Object sample = graph_.node(name + "_sample");
    graph_.set(sample, "class", "legend");
    marks_.set(sample, mark, box, Emphasis::normal);
    marks_.set_tint(sample, tint);
  }

  void add_line(const std::string& name, const LineMark& mark, const Box& box) {
    const double y = box.centre().y;
    const Spline way = rounded({{box.left, y}, {box.right, y}}, 0);
    const DotText::Object begin = graph_.node(name + "_from");
    const DotText::Object end = graph_.node(name + "_to");
    for (const DotText::Object point : {begin, end}) graph_.set(point, "style", "invis");
    marks_.set_dot(begin, way.front());
    marks_.set_dot(end, way.back());
    const DotText::Object sample = graph_.edge(begin, end);
    graph_.set(sample, "class", "legend");
    marks_.set(sample, mark, way, Emphasis::normal);
  }

  void set_page() {
    const Style& look = diagram_.page.style;
    constexpr DotText::Object page = DotText::graph;
    graph_.set(page, "linelength", "0");
    graph_.set(page, "charset", "UTF-8");
    graph_.set(page, "layout", "nop2");
    graph_.set(page, "splines", "true");
    graph_.set(page, "outputorder", "edgesfirst");
    graph_.set(page, "bgcolor", to_string(look.background));
    graph_.set(page, "pad", "0");
    if (diagram_.page.size)
      graph_.set(
          page, "size",
          inches(diagram_.page.size->width) + "," + inches(diagram_.page.size->height) + "!");
    graph_.set(page, "tooltip", tooltip_text(whole_title(diagram_.page).text));
  }

  void set_label(const Label& label) {
    graph_.set(label.object, "shape", "plaintext");
    graph_.set(label.object, "class", label.element_class);
    graph_.set(label.object, "margin", "0");
    graph_.set(label.object, "tooltip", " ");
    if (!label.link.empty()) graph_.set(label.object, "URL", escaped(label.link));
    marks_.set_box(label.object, label.box);
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
    marks_.set(object, mark_of(node), placed.box, node.emphasis);
    if (node.emphasis != Emphasis::faded) marks_.set_tint(object, node.tint);
  }

  void set_edge(DotText::Object object, const DiagramEdge& edge, const PlacedEdge& placed) {
    std::string relations;
    for (const std::string& relation : edge.relations)
      relations += (relations.empty() ? "" : " ") + drawable(relation);
    graph_.set(object, "id", element_name("e_", edge_id(diagram_, edge)));
    graph_.set(object, "relations", relations);
    graph_.set(object, "type", drawable(edge.type));
    graph_.set(object, "modality", to_string(edge.modality));
    graph_.set(object, "class",
               "edge " + element_name("", edge.drawing_class) + " " +
                   std::string(to_string(edge.modality)) + certain_or_possible(edge.certainty) +
                   doubt_class(edge.doubt));
    const std::string tooltip = tooltip_text(edge.tooltip);
    for (const char* attribute : {"tooltip", "labeltooltip", "edgetooltip"})
      graph_.set(object, attribute, tooltip);
    if (placed.label_box) graph_.set(object, "lp", marks_.at(placed.label_box->centre()));
    marks_.set(object, mark_of(edge), placed.spline, edge.emphasis);
  }

  const Diagram& diagram_;
  const Drawing& drawing_;
  DotText graph_;
  DotMarks marks_;
  std::vector<DotText::Object> grounds_;
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
