#include "render/mark/sample.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "render/diagram/colour.hpp"
#include "render/mark/bar_mark.hpp"
#include "render/mark/line_mark.hpp"
#include "render/mark/node_mark.hpp"
#include "render/mark/node_shape.hpp"
#include "render/mark/region_mark.hpp"
#include "render/svg/svg_text.hpp"

namespace entente {
namespace {

constexpr double value_mark = 3.2;  // radius
constexpr int count_steps = 20;     // between none and the most

/// The colour of a square with that share of the most.
Colour count_colour(const Style& style, double share) {
  constexpr double strongest = 0.94;
  return mixed(style.background, edge_style(style, "cooperation").line, strongest * share);
}

/// The ink of a number on a square: the usual one where it can be read.
Colour count_ink(const Style& style, Colour fill) {
  constexpr Colour black{0, 0, 0};
  constexpr Colour white{255, 255, 255};
  for (const Colour ink : {style.text, style.background})
    if (contrast(ink, fill) >= 4.5) return ink;
  return contrast(black, fill) > contrast(white, fill) ? black : white;
}

/// Squares as of a table, the darker the more; one where only the doubt counts.
void draw_sample(SvgWriter& svg, const CountMark& mark, const Box& box) {
  constexpr std::array<std::size_t, 3> counts = {1, 3, 10};
  const double side = box.width() / counts.size();
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (mark.doubt != Why::none && i != 1) continue;
    svg.open("g", {{"class", classes_of(mark, counts[i], counts.back())}});
    svg.empty("rect", {{"x", box.left + static_cast<double>(i) * side + 0.5},
                       {"y", box.top + 1},
                       {"width", side - 1},
                       {"height", box.height() - 2}});
    svg.close();
  }
}

void write_value_line(SvgWriter& svg, const Box& box, double y, std::string_view look,
                      std::string_view of_mark) {
  svg.empty("polyline", {{"class", look}, {"points", point_list({{box.left, y}, {box.right, y}})}});
  svg.empty("circle", {{"class", of_mark}, {"cx", box.centre().x}, {"cy", y}, {"r", value_mark}});
}

void draw_sample(SvgWriter& svg, const ValueMark& mark, const Box& box) {
  svg.open("g", {{"class", "line plain"}});
  if (mark.kind == ValueKind::possible)
    svg.empty("rect", {{"class", "band"},
                       {"x", box.left},
                       {"y", box.top + 2},
                       {"width", box.width()},
                       {"height", box.height() - 2}});
  if (mark.kind == ValueKind::certain)
    write_value_line(svg, box, box.centre().y, "", "mark");
  else
    write_value_line(svg, box, mark.kind == ValueKind::possible ? box.top + 2 : box.centre().y,
                     "possible", "mark hollow");
  svg.close();
}

void draw_sample(SvgWriter& svg, const DayMark&, const Box& box) {
  svg.open("g", {{"class", "asked"}});
  svg.empty("line",
            {{"x1", box.centre().x}, {"x2", box.centre().x}, {"y1", box.top}, {"y2", box.bottom}});
  svg.close();
}

void draw_sample(SvgWriter& svg, const TintMark& mark, const Box& box) {
  svg.open("g", {{"class", "node plain " + tint_class(mark.tint)}});
  draw_shape(svg, Shape::rounded_box, box);
  svg.close();
}

void draw_sample(SvgWriter& svg, const SizeMark& mark, const Box& box) {
  svg.open("g", {{"class", "node plain"}});
  draw_shape(svg, Shape::rounded_box,
             Box::around(box.centre(), {box.width() * mark.share, box.height() * mark.share}));
  svg.close();
}

void draw_sample(SvgWriter& svg, const WidthMark& mark, const Box& whole) {
  const double cap = mark.width / 2;  // the ends of a line are round
  const Box box{whole.left + cap, whole.top, whole.right - cap, whole.bottom};
  svg.open("g", {{"class", "edge plain"}});
  svg.empty("path", {{"style", "stroke-width:" + coordinate(mark.width)},
                     {"d", curve_data({{box.left, box.centre().y},
                                       {box.left, box.centre().y},
                                       {box.right, box.centre().y},
                                       {box.right, box.centre().y}})}});
  svg.close();
}

void draw_sample(SvgWriter& svg, const GhostMark& mark, const Box& box) {
  svg.open("g", {{"class", classes_of(mark)}});
  draw_shape(svg, Shape::box, box);
  if (const auto sign = sign_of(mark.change); !sign.empty())
    write_centred_rows(svg, {text_row(std::string(sign), "en", Font{8}, Ink::text)}, box.centre());
  svg.close();
}

/// Every kind of mark with what it needs of box and look.
void draw_sample(SvgWriter& svg, const ContextMark&, const Box& box) {
  svg.open("g", {{"class", "node plain faded"}});
  draw_shape(svg, Shape::box, box);
  svg.close();
}

struct Sampler {
  SvgWriter& svg;
  const Box& box;
  const Style& style;

  void operator()(const NodeMark& mark) const { draw_sample(svg, mark, box, style); }
  void operator()(const LineMark& mark) const { draw_sample(svg, mark, box, style); }
  void operator()(const BarMark& mark) const { draw_sample(svg, mark, box, style); }
  void operator()(const MomentMark& mark) const { draw_sample(svg, mark, box, style); }
  void operator()(const CountMark& mark) const { draw_sample(svg, mark, box); }
  void operator()(const ValueMark& mark) const { draw_sample(svg, mark, box); }
  void operator()(const DayMark& mark) const { draw_sample(svg, mark, box); }
  void operator()(const TintMark& mark) const { draw_sample(svg, mark, box); }
  void operator()(const SizeMark& mark) const { draw_sample(svg, mark, box); }
  void operator()(const WidthMark& mark) const { draw_sample(svg, mark, box); }
  void operator()(const RegionMark& mark) const { draw_sample(svg, mark, box); }
  void operator()(const BundleMark& mark) const { draw_sample(svg, mark, box); }
  void operator()(const GhostMark& mark) const { draw_sample(svg, mark, box); }
  void operator()(const ContextMark& mark) const { draw_sample(svg, mark, box); }
};

}  // namespace

void draw(SvgWriter& svg, const Mark& mark, const Box& box, const Style& style) {
  std::visit(Sampler{svg, box, style}, mark);
}

std::string classes_of(const CountMark& mark, std::size_t count, std::size_t most) {
  constexpr std::size_t least_scale = 4;  // one tie is never among the strong
  const double scale = static_cast<double>(std::max(most, least_scale));
  const double share = std::log1p(static_cast<double>(count)) / std::log1p(scale);
  return class_list({"dyad", mark.doubt == Why::none ? "" : "possible", to_string(mark.doubt),
                     "k" + std::to_string(std::lround(share * count_steps))});
}

std::string classes_of(const GhostMark& mark) {
  return class_list({"ghost", class_of(mark.change)});
}

double sample_width(const Mark& mark) {
  const bool small =
      std::holds_alternative<MomentMark>(mark) || std::holds_alternative<DayMark>(mark);
  return small ? 0.4 : 1;
}

std::string chart_rules(const Style& style) {
  const std::string accent = to_string(style.accent);
  std::string rules;
  for (int step = 1; step <= count_steps; ++step) {
    const Colour fill = count_colour(style, static_cast<double>(step) / count_steps);
    const std::string of_step = ".k" + std::to_string(step);
    rules += of_step + " rect{fill:" + to_string(fill) + "}" + of_step +
             " text{fill:" + to_string(count_ink(style, fill)) + "}";
  }
  return rules + ".dyad rect{stroke:" + to_string(edge_style(style, "cooperation").line) + ";" +
         stroke_width(style.widths.cell) + "}.dyad.possible rect{" +
         stroke_width(style.widths.doubtful_cell) +
         "}.line.plain{color:" + to_string(style.secondary) +
         "}.line polyline{fill:none;stroke:currentColor;" + stroke_width(style.widths.series) +
         ";stroke-linejoin:round;stroke-linecap:round}.line .possible{" +
         stroke_width(style.widths.doubtful_series) +
         ";stroke-dasharray:" + dash_array(style.dashes.doubtful) +
         "}.line .band{fill:currentColor;fill-opacity:.16}.line .mark{fill:currentColor}.line "
         ".hollow{fill:" +
         to_string(style.background) + ";stroke:currentColor;" + stroke_width(style.widths.hollow) +
         "}.asked line{stroke:" + accent + ";" + stroke_width(style.widths.asked) +
         "}.asked rect{fill:" + accent + ";fill-opacity:.1}";
}

}  // namespace entente
