#include "render/dot/dot_marks.hpp"

#include "render/diagram/colour.hpp"
#include "render/mark/line_mark.hpp"
#include "render/mark/mark_classes.hpp"
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

const char* stroke_name(Stroke stroke, Why doubt) {
  if (is_broken(doubt)) return "dashed";
  if (doubt == Why::undated) return "dotted";
  return stroke == Stroke::dashed ? "dashed" : stroke == Stroke::dotted ? "dotted" : "solid";
}

}  // namespace

std::string inches(double points) {
  return coordinate(points / points_per_inch);
}

std::string DotMarks::at(Point point) const {
  return coordinate(point.x) + "," + coordinate(height_ - point.y);
}

void DotMarks::set_dot(DotText::Object object, Point place) {
  graph_.set(object, "shape", "point");
  graph_.set(object, "width", "0.01");
  graph_.set(object, "height", "0.01");
  graph_.set(object, "pos", at(place));
}

void DotMarks::set_box(DotText::Object object, const Box& box) {
  graph_.set(object, "width", inches(box.width()));
  graph_.set(object, "height", inches(box.height()));
  graph_.set(object, "pos", at(box.centre()));
}

void DotMarks::set(DotText::Object object, const NodeMark& mark, const Box& box,
                   Emphasis emphasis) {
  constexpr double between_peripheries = 4;
  const NodeStyle& look = node_style(style_, mark.drawing_class);
  const Widths& widths = style_.widths;
  const bool faded = emphasis == Emphasis::faded;
  const bool twice = look.shape == Shape::double_box;
  graph_.set(object, "shape", shape_name(look.shape));
  graph_.set(object, "style", look.shape == Shape::rounded_box ? "rounded,filled" : "filled");
  graph_.set(object, "fillcolor",
             to_string(faded || mark.certainty != Verdict::yes ? style_.background : look.fill));
  graph_.set(object, "color", to_string(faded ? style_.faded_line : look.line));
  graph_.set(object, "penwidth",
             coordinate(emphasis == Emphasis::strong ? widths.strong_outline
                        : faded                      ? widths.faded_outline
                                                     : widths.outline));
  graph_.set(object, "margin", "0");
  if (twice) graph_.set(object, "peripheries", "2");
  graph_.set(object, "fixedsize", "true");
  set_box(object, twice ? box.grown(-between_peripheries) : box);
}

void DotMarks::set_tint(DotText::Object object, std::size_t tint) {
  if (tint == 0 || tint > style_.tints.size()) return;
  const Tint& look = style_.tints[tint - 1];
  graph_.set(object, "fillcolor", to_string(look.fill));
  graph_.set(object, "color", to_string(look.line));
}

/// One colour; several for a line that pales, and the same twice, which draws two lines, for what
/// has ended.
std::string DotMarks::colours_of(const LineMark& mark, Emphasis emphasis) const {
  const bool grey = mark.drawing_class.empty() || mark.doubt == Why::undated;
  const bool faded = emphasis == Emphasis::faded || mark.change == Change::persisted;
  const Colour line = faded  ? style_.faded_line
                      : grey ? style_.secondary
                             : edge_style(style_, mark.drawing_class).line;
  const std::string full = to_string(line);
  if (mark.change == Change::ended) return full + ":" + full;
  const std::string half = to_string(mixed(line, style_.background, 0.45));
  const std::string pale = to_string(mixed(line, style_.background, 0.75));
  if (mark.doubt == Why::no_end_reported) return full + ";0.6:" + half + ";0.2:" + pale;
  if (mark.doubt == Why::no_start_reported) return pale + ";0.2:" + half + ";0.2:" + full;
  return full;
}

double DotMarks::width_of(const LineMark& mark, Emphasis emphasis) const {
  const Widths& widths = style_.widths;
  if (emphasis == Emphasis::faded) return widths.faded;
  if (mark.change == Change::persisted) return widths.persisted;
  if (mark.width > 0) return mark.width;
  if (emphasis == Emphasis::strong || mark.change == Change::appeared) return widths.strong;
  return ::entente::width_of(mark, style_);
}

void DotMarks::set(DotText::Object object, const LineMark& mark, const Spline& way,
                   Emphasis emphasis) {
  const bool plain = mark.drawing_class.empty();
  const EdgeStyle& look = edge_style(style_, mark.drawing_class);
  const Head head = plain ? Head::none : look.head;
  const Head tail = mark.ends == Ends::both_ways ? head : Head::none;
  const Head stop = mark.doubt == Why::inferred ? Head::open_tee : Head::none;
  const Head report = modality_mark_of(mark.modality);
  const double scale = head_scale_of(mark, style_);
  const auto joined = [](Head first, Head second) {
    if (first == Head::none) return graphviz_name(second);
    return graphviz_name(first) + (second == Head::none ? "" : graphviz_name(second));
  };
  graph_.set(object, "color", colours_of(mark, emphasis));
  graph_.set(object, "style", stroke_name(plain ? Stroke::solid : look.stroke, mark.doubt));
  graph_.set(object, "penwidth", coordinate(width_of(mark, emphasis)));
  graph_.set(object, "dir", tail == Head::none && report == Head::none ? "forward" : "both");
  graph_.set(object, "arrowsize", coordinate(0.7 * scale));
  graph_.set(object, "arrowhead", joined(head, stop));
  graph_.set(object, "arrowtail", joined(tail, report));
  const double at_begin = head_length(tail, scale) + head_length(report, scale);
  const double at_end = head_length(head, scale) + head_length(stop, scale);
  std::string pos;
  if (at_begin > 0) pos += "s," + at(way.front()) + " ";
  if (at_end > 0) pos += "e," + at(way.back()) + " ";
  for (const Point& point : shortened(way, at_begin, at_end)) pos += at(point) + " ";
  pos.pop_back();
  graph_.set(object, "pos", pos);
}

}  // namespace entente
