#include "render/mark/line_mark.hpp"

#include <algorithm>

#include "render/diagram/colour.hpp"
#include "render/label/label.hpp"
#include "render/mark/mark_classes.hpp"
#include "render/mark/sign.hpp"
#include "render/route/arrow.hpp"

namespace entente {
namespace {

constexpr double pointed_at = 8;  // how wide a line is for a pointer, seen or not

Point towards(Point from, Point to) {
  const double apart = distance(from, to);
  return apart > 1e-9 ? (to - from) * (1 / apart) : Point{1, 0};
}

void write_head(SvgWriter& svg, Head head, double scale, Point tip, Point direction) {
  const HeadShape shape = head_shape(head, tip, direction, scale);
  for (const std::vector<Point>& polygon : shape.polygons)
    svg.empty("polygon", {{"class", shape.filled ? "h" : "o"}, {"points", point_list(polygon)}});
}

bool fades(Why doubt) {
  return doubt == Why::no_start_reported || doubt == Why::no_end_reported;
}

/// A paint for the shaft that pales on the side of which nothing is reported.
std::string define_fade(SvgWriter& svg, Why doubt, const Spline& way, std::string_view name) {
  const bool at_end = doubt == Why::no_end_reported;
  const Point strong = at_end ? way.front() : way.back();
  const Point pale = at_end ? way.back() : way.front();
  svg.open("linearGradient", {{"id", name},
                              {"gradientUnits", "userSpaceOnUse"},
                              {"x1", coordinate(strong.x)},
                              {"y1", coordinate(strong.y)},
                              {"x2", coordinate(pale.x)},
                              {"y2", coordinate(pale.y)}});
  svg.empty("stop", {{"offset", "0.45"}, {"stop-color", "currentColor"}});
  svg.empty("stop", {{"offset", "1"}, {"stop-color", "currentColor"}, {"stop-opacity", "0.12"}});
  svg.close();
  return "stroke:url(#" + std::string(name) + ")";
}

/// The gap within a line of that width that ended: what is drawn on both sides is as wide in all.
double core_of(double width) {
  constexpr double least = 1;
  constexpr double share = 0.4;
  return std::max(least, share * width);
}

/// A short line across the middle of the way.
void write_tick(SvgWriter& svg, const Spline& way) {
  constexpr double half = 4;
  const SplinePoint middle = point_at(way, 0.5);
  const Point across = Point{-middle.direction.y, middle.direction.x} * half;
  const Point from = middle.at + across;
  const Point to = middle.at - across;
  svg.empty("line", {{"class", "tick"},
                     {"x1", coordinate(from.x)},
                     {"y1", coordinate(from.y)},
                     {"x2", coordinate(to.x)},
                     {"y2", coordinate(to.y)}});
}

std::string class_rule(const Style& style, const std::string& name) {
  const EdgeStyle& look = edge_style(style, name);
  const std::string selector = ".edge." + edge_class(style, name);
  std::string rule =
      selector + "{color:" + to_string(look.line) + ";stroke-width:" + coordinate(look.width);
  if (look.stroke == Stroke::dashed) rule += ";stroke-dasharray:" + dash_array(style.dashes.dashed);
  if (look.stroke == Stroke::dotted) rule += ";stroke-dasharray:" + dash_array(style.dashes.dotted);
  return rule + "}" + selector +
         " text{fill:" + to_string(readable(look.line, style.background, style.text)) + "}";
}

}  // namespace

std::string classes_of(const LineMark& mark, const Style& style) {
  return class_list({edge_class(style, mark.drawing_class), to_string(mark.modality),
                     mark.doubt == Why::none ? "" : "possible", to_string(mark.doubt),
                     class_of(mark.change), mark.sureness == Sureness::certain ? "certain" : ""});
}

double width_of(const LineMark& mark, const Style& style) {
  if (mark.width > 0) return mark.width;
  return mark.drawing_class.empty() ? style.widths.plain
                                    : edge_style(style, mark.drawing_class).width;
}

double head_scale_of(const LineMark& mark, const Style& style) {
  constexpr double widest_of_classes = 1.8;
  constexpr double growth = 0.25;  // a point
  const double width = width_of(mark, style);
  return head_scale(width) * (1 + growth * std::max(0.0, width - widest_of_classes));
}

void draw_line(SvgWriter& svg, const LineMark& mark, const Spline& way, const Style& style,
               std::string_view name) {
  const bool plain = mark.drawing_class.empty();
  const EdgeStyle& look = edge_style(style, mark.drawing_class);
  const double scale = head_scale_of(mark, style);
  const Head head = plain ? Head::none : look.head;
  const Head stop = mark.doubt == Why::inferred ? Head::open_tee : Head::none;
  const Head tail = mark.ends == Ends::both_ways ? head : Head::none;
  const Head report = modality_mark_of(mark.modality);
  const double of_tail = head_length(tail, scale);
  const double of_head = head_length(head, scale);
  const Spline shaft =
      shortened(way, of_tail + head_length(report, scale), of_head + head_length(stop, scale));
  std::string paint = fades(mark.doubt) ? define_fade(svg, mark.doubt, shaft, name) : "";
  const bool ended = mark.change == Change::ended;
  const double core = ended && mark.width > 0 ? core_of(mark.width) : 0;
  if (mark.width > 0)
    paint += (paint.empty() ? "" : ";") + ("stroke-width:" + coordinate(mark.width + core));
  if (mark.sureness == Sureness::certain)
    svg.empty("path", {{"class", "sure"}, {"d", curve_data(way)}});
  svg.empty("path", {{"style", paint}, {"d", curve_data(shaft)}});
  if (ended)
    svg.empty("path", {{"class", "core"},
                       {"style", core > 0 ? "stroke-width:" + coordinate(core) : ""},
                       {"d", curve_data(shaft)}});
  const Point ahead = towards(shaft.back(), way.back());
  const Point back = towards(shaft.front(), way.front());
  write_head(svg, head, scale, way.back(), ahead);
  write_head(svg, stop, scale, way.back() - ahead * of_head, ahead);
  write_head(svg, tail, scale, way.front(), back);
  write_head(svg, report, scale, way.front() - back * of_tail, back);
  if (mark.doubt == Why::witness) write_tick(svg, shaft);
}

void draw_sample(SvgWriter& svg, const LineMark& mark, const Box& box, const Style& style) {
  const double y = box.centre().y;
  svg.open("g", {{"class", "edge " + classes_of(mark, style)}});
  draw_line(svg, mark, rounded({{box.left, y}, {box.right, y}}, 0), style,
            "legend-" + std::string(to_string(mark.doubt)));
  if (const auto sign = sign_of(mark.change); !sign.empty()) write_sign(svg, sign, box);
  svg.close();
}

std::string dash_array(const std::vector<double>& dashes) {
  std::string text;
  for (const double length : dashes) text.append(text.empty() ? "" : " ") += coordinate(length);
  return text;
}

std::string line_rules(const Style& style, const UsedClasses& used) {
  std::string rules =
      ".edge path,.edge .tick{fill:none;stroke:currentColor;stroke-linecap:round}.edge "
      ".tick{stroke-dasharray:none;" +
      stroke_width(style.widths.tick) + "}.edge polygon{stroke:currentColor;" +
      stroke_width(style.widths.head) +
      ";stroke-dasharray:none;stroke-linejoin:round}.h{fill:currentColor}.o{fill:" +
      to_string(style.background) + "}.edge.plain{color:" + to_string(style.secondary) +
      ";stroke-width:" + coordinate(style.widths.plain) + "}";
  for (const std::string& name : used.edges) rules += class_rule(style, name);
  const std::string strong = coordinate(style.widths.strong);
  return rules + ".edge.strong,.edge.appeared{stroke-width:" + strong +
         "}.edge.persisted{stroke-width:" + coordinate(style.widths.persisted) +
         ";color:" + to_string(style.faded_line) +
         "}.edge.ended path{stroke-width:" + coordinate(style.widths.ended) +
         "}.edge.ended .core{stroke:" + to_string(style.background) +
         ";stroke-width:" + coordinate(style.widths.ended / 2) +
         "}.edge.undated{color:" + to_string(style.secondary) +
         "}.edge.faded{color:" + to_string(style.faded_line) +
         ";stroke-width:" + coordinate(style.widths.faded) +
         "}.edge.faded text{fill:" + to_string(style.faded_text) + "}.edge path.sure{" +
         stroke_width(style.widths.certain_band) +
         ";stroke-opacity:.24;stroke-linecap:butt;stroke-dasharray:none}.edge path.hit{"
         "stroke:transparent;" +
         stroke_width(pointed_at) + ";stroke-dasharray:none}";
}

std::string doubt_rules(const Style& style) {
  return ".imprecise,.published,.identity{stroke-dasharray:" + dash_array(style.dashes.doubtful) +
         "}.undated{stroke-dasharray:" + dash_array(style.dashes.undated) +
         ";stroke-linecap:round}";
}

}  // namespace entente
