#include <algorithm>

#include "render/label/label.hpp"
#include "render/layout/box.hpp"
#include "render/route/arrow.hpp"
#include "render/svg/draw_svg.hpp"

namespace entente {
namespace {

/// The classes of a piece of text.
std::string look_of(const TextSpan& span) {
  std::string classes = span.font.weight == FontWeight::bold ? "b" : "";
  for (const std::string& name :
       {std::string(span.ink == Ink::secondary ? "s" : ""), language_class(span.language)})
    if (!name.empty()) classes += (classes.empty() ? "" : " ") + name;
  return classes;
}

void write_row(SvgWriter& svg, const TextRow& row, Point at, std::string_view anchor) {
  double rise = 0;
  for (const TextSpan& span : row.spans) rise = std::max(rise, ascent(span.font));
  svg.open("text", {{"x", at.x}, {"y", at.y + rise}, {"class", anchor}, {"xml:space", "preserve"}});
  for (const TextSpan& span : row.spans) {
    svg.open(
        "tspan",
        {{"class", look_of(span)}, {"font-size", span.font.size}, {"xml:lang", span.language}});
    svg.text(span.text);
    svg.close();
  }
  svg.close();
}

Point towards(Point from, Point to) {
  const double apart = distance(from, to);
  return apart > 1e-9 ? (to - from) * (1 / apart) : Point{1, 0};
}

void write_head(SvgWriter& svg, Head head, double scale, Point tip, Point direction) {
  if (head == Head::none) return;
  const HeadShape shape = head_shape(head, tip, direction, scale);
  svg.empty("polygon", {{"class", shape.filled ? "h" : "o"}, {"points", point_list(shape.points)}});
}

}  // namespace

void write_rows(SvgWriter& svg, const std::vector<TextRow>& rows, Point top_left) {
  for (const TextRow& row : rows) {
    write_row(svg, row, top_left, "");
    top_left.y += row.height;
  }
}

void write_centred_rows(SvgWriter& svg, const std::vector<TextRow>& rows, Point centre) {
  Point at{centre.x, centre.y - size_of(rows).height / 2};
  for (const TextRow& row : rows) {
    write_row(svg, row, at, "m");
    at.y += row.height;
  }
}

void write_shape(SvgWriter& svg, Shape shape, const Box& box) {
  const auto rectangle = [&](const Box& b, double radius) {
    svg.empty("rect", {{"x", b.left},
                       {"y", b.top},
                       {"width", b.width()},
                       {"height", b.height()},
                       {"rx", radius > 0 ? coordinate(radius) : ""}});
  };
  switch (shape) {
    case Shape::rounded_box:
      rectangle(box, std::min(8.0, box.height() / 2));
      return;
    case Shape::box:
      rectangle(box, 0);
      return;
    case Shape::double_box:
      rectangle(box, 0);
      rectangle(box.grown(-3), 0);
      return;
    case Shape::ellipse:
      svg.empty("ellipse", {{"cx", box.centre().x},
                            {"cy", box.centre().y},
                            {"rx", box.width() / 2},
                            {"ry", box.height() / 2}});
      return;
    default:
      break;
  }
  const std::vector<Point> corners = outline(shape, box);
  svg.empty("polygon", {{"points", point_list(corners)}});
  if (shape == Shape::note)
    svg.empty("polyline",
              {{"points", point_list({corners[1], {corners[1].x, corners[2].y}, corners[2]})}});
}

void write_line(SvgWriter& svg, const Spline& spline, const LineEnds& ends) {
  const double of_tail = head_length(ends.tail, ends.scale);
  const double at_begin = of_tail + head_length(ends.mark, ends.scale);
  const double at_end = head_length(ends.head, ends.scale);
  const Spline line = shortened(spline, at_begin, at_end);
  svg.empty("path", {{"d", curve_data(line)}});
  write_head(svg, ends.head, ends.scale, spline.back(), towards(line.back(), spline.back()));
  const Point back = towards(line.front(), spline.front());
  write_head(svg, ends.tail, ends.scale, spline.front(), back);
  write_head(svg, ends.mark, ends.scale, spline.front() - back * of_tail, back);
}

std::string edge_rule(const std::string& selector, const EdgeStyle& look) {
  std::string rule =
      selector + "{color:" + to_string(look.line) + ";stroke-width:" + coordinate(look.width);
  if (look.stroke == Stroke::dashed) rule += ";stroke-dasharray:6 3.5";
  if (look.stroke == Stroke::dotted) rule += ";stroke-dasharray:1.5 3";
  return rule + "}";
}

}  // namespace entente
