#include <ostream>

#include <entente/render/dot.hpp>

#include "render/graphviz.hpp"
#include "render/html_label.hpp"
#include "render/label.hpp"

namespace entente {
namespace {

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

const char* head_name(Head head) {
  switch (head) {
    case Head::none:
      return "none";
    case Head::filled:
      return "normal";
    case Head::vee:
      return "vee";
    case Head::open:
      return "empty";
    case Head::tee:
      return "tee";
    case Head::dot:
      return "dot";
    case Head::open_dot:
      return "odot";
    case Head::diamond:
      return "diamond";
    case Head::open_box:
      return "obox";
  }
  return "normal";
}

/// What an edge begins with if it is not reported as fact.
const char* modality_tail(Modality modality) {
  switch (modality) {
    case Modality::plan:
      return "odiamond";
    case Modality::expectation:
      return "olbox";
    case Modality::claim:
      return "oinv";
    case Modality::derived:
      return "box";
    case Modality::fact:
      break;
  }
  return "none";
}

const char* stroke_name(const EdgeStyle& look, const DiagramEdge& edge) {
  if (edge.certainty == Verdict::maybe) return "dashed";
  switch (look.stroke) {
    case Stroke::dashed:
      return "dashed";
    case Stroke::dotted:
      return "dotted";
    case Stroke::solid:
      break;
  }
  return "solid";
}

const char* certainty_class(Verdict certainty) {
  return certainty == Verdict::yes ? " certain" : " possible";
}

std::string number(double value) {
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

/// Tooltips and links are read for escapes and entities; line breaks are kept.
std::string attribute_text(std::string_view text) {
  std::string result;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = text.find('\n', begin);
    result += escaped(drawable(text.substr(begin, end - begin)));
    if (end == std::string_view::npos) return result;
    result += "&#10;";
    begin = end + 1;
  }
}

/// The graph while it is built: all HTML-like labels first, then the plain attributes.
class DotBuilder {
 public:
  explicit DotBuilder(const Diagram& diagram) : diagram_(diagram), graph_("entente") {}

  std::string text() {
    add_objects();
    set_page();
    for (std::size_t i = 0; i < nodes_.size(); ++i) set_node(nodes_[i], diagram_.nodes[i]);
    for (std::size_t i = 0; i < edges_.size(); ++i) set_edge(edges_[i], diagram_.edges[i]);
    return graph_.text();
  }

 private:
  void add_objects() {
    graph_.set_html(graph_.get(), "label", heading_label(diagram_));
    for (const DiagramNode& node : diagram_.nodes) {
      nodes_.push_back(graph_.node(element_name("n_", node.id)));
      graph_.set_html(nodes_.back(), "label", node_label(node, diagram_.style));
    }
    for (const DiagramEdge& edge : diagram_.edges) {
      edges_.push_back(graph_.edge(nodes_[edge.from], nodes_[edge.to],
                                   element_name("e_", edge.relations.front())));
      if (const std::string label = edge_label(edge, diagram_.style); !label.empty())
        graph_.set_html(edges_.back(), "label", label);
    }
    if (diagram_.legend.empty() && diagram_.notes.empty()) return;
    legend_ = graph_.node("legend");
    graph_.set_html(legend_, "label", legend_label(diagram_));
  }

  void set_page() {
    const Style& look = diagram_.style;
    void* page = graph_.get();
    graph_.set(page, "linelength", "0");
    graph_.set(page, "charset", "UTF-8");
    graph_.set(page, "bgcolor", to_string(look.background));
    graph_.set(page, "fontname", look.font);
    graph_.set(page, "fontcolor", to_string(look.text));
    graph_.set(page, "labelloc", "t");
    graph_.set(page, "labeljust", "l");
    graph_.set(page, "pad", "0.4");
    graph_.set(page, "layout", diagram_.nodes.size() <= 300 ? "neato" : "sfdp");
    graph_.set(page, "start", "1");
    graph_.set(page, "overlap", "prism");
    graph_.set(page, "sep", "+9");
    graph_.set(page, "splines", diagram_.nodes.size() <= 300 ? "true" : "line");
    graph_.set(page, "outputorder", "edgesfirst");
    graph_.set(page, "tooltip", " ");
    if (!legend_) return;
    graph_.set(legend_, "shape", "plaintext");
    graph_.set(legend_, "id", "legend");
    graph_.set(legend_, "class", "legend");
    graph_.set(legend_, "tooltip", " ");
  }

  void set_node(Agnode_t* object, const DiagramNode& node) {
    const NodeStyle& look = node_style(diagram_.style, node.drawing_class);
    const bool faded = node.emphasis == Emphasis::faded;
    const bool strong = node.emphasis == Emphasis::strong;
    graph_.set(object, "id", element_name("n_", node.id));
    graph_.set(object, "entity", drawable(node.id));
    graph_.set(object, "kind", drawable(node.kind));
    graph_.set(object, "class",
               element_name("node ", node.drawing_class) + certainty_class(node.certainty));
    graph_.set(object, "shape", shape_name(look.shape));
    graph_.set(object, "style", look.shape == Shape::rounded_box ? "rounded,filled" : "filled");
    graph_.set(object, "peripheries", look.shape == Shape::double_box ? "2" : "1");
    graph_.set(object, "fillcolor", to_string(faded ? diagram_.style.background : look.fill));
    graph_.set(object, "color", to_string(faded ? diagram_.style.faded_line : look.line));
    graph_.set(object, "penwidth", strong ? "3" : faded ? "0.8" : "1.4");
    graph_.set(object, "margin", "0.08,0.03");
    graph_.set(object, "height", "0.1");
    graph_.set(object, "width", "0.1");
    graph_.set(object, "tooltip", attribute_text(node.tooltip));
    if (const std::string link = safe_link(node.url); !link.empty())
      graph_.set(object, "URL", escaped(link));
    if (node.pinned)
      graph_.set(object, "pos", number(node.pinned->x) + "," + number(-node.pinned->y) + "!");
  }

  void set_edge(Agedge_t* object, const DiagramEdge& edge) {
    const EdgeStyle& look = edge_style(diagram_.style, edge.drawing_class);
    const bool faded = edge.emphasis == Emphasis::faded;
    std::string relations;
    for (const std::string& relation : edge.relations)
      relations += (relations.empty() ? "" : " ") + drawable(relation);
    graph_.set(object, "id", element_name("e_", edge.relations.front()));
    graph_.set(object, "relations", relations);
    graph_.set(object, "type", drawable(edge.type));
    graph_.set(object, "modality", to_string(edge.modality));
    graph_.set(object, "class",
               element_name("edge ", edge.drawing_class) + " " +
                   std::string(to_string(edge.modality)) + certainty_class(edge.certainty));
    graph_.set(object, "color", to_string(faded ? diagram_.style.faded_line : look.line));
    graph_.set(object, "style", stroke_name(look, edge));
    graph_.set(object, "penwidth",
               number(edge.emphasis == Emphasis::strong ? look.width * 2 : look.width));
    const bool both = edge.ends == Ends::both_ways && look.head != Head::none;
    const bool tail = both || edge.modality != Modality::fact;
    graph_.set(object, "dir", tail ? "both" : "forward");
    graph_.set(object, "arrowhead", head_name(look.head));
    graph_.set(object, "arrowtail",
               edge.modality != Modality::fact
                   ? std::string(modality_tail(edge.modality)) + (both ? head_name(look.head) : "")
                   : head_name(look.head));
    graph_.set(object, "arrowsize", "0.7");
    const std::string tooltip = attribute_text(edge.tooltip);
    for (const char* attribute : {"tooltip", "labeltooltip", "edgetooltip"})
      graph_.set(object, attribute, tooltip);
  }

  const Diagram& diagram_;
  GraphvizGraph graph_;
  std::vector<Agnode_t*> nodes_;
  std::vector<Agedge_t*> edges_;
  Agnode_t* legend_ = nullptr;
};

}  // namespace

std::string to_dot(const Diagram& diagram) {
  const GraphvizSession session;
  std::string text = DotBuilder(diagram).text();
  session.throw_on_error("writing DOT");
  return text;
}

void write_dot(std::ostream& out, const Diagram& diagram) {
  out << to_dot(diagram);
}

}  // namespace entente
