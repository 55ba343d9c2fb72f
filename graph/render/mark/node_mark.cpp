#include "render/mark/node_mark.hpp"

#include <algorithm>

#include "render/diagram/colour.hpp"
#include "render/mark/node_shape.hpp"

namespace entente {
namespace {

Colour legible_on(Colour fill) {
  constexpr Colour black{0, 0, 0};
  constexpr Colour white{255, 255, 255};
  return contrast(black, fill) > contrast(white, fill) ? black : white;
}

std::string outline_rule(const Style& style, const std::string& name) {
  const NodeStyle& look = node_style(style, name);
  const std::string selector = ".node." + node_class(style, name);
  std::string rule =
      selector + "{fill:" + to_string(look.fill) + ";stroke:" + to_string(look.line) + "}";
  if (contrast(style.text, look.fill) < 4.5)  // a fill of one's own
    rule += selector + " text," + selector + " .s{fill:" + to_string(legible_on(look.fill)) + "}";
  return rule;
}

/// Text on a tint is of the strongest ink.
std::string tint_rule(const Style& style, std::size_t tint) {
  if (tint > style.tints.size()) return {};
  const Tint& look = style.tints[tint - 1];
  const std::string selector = ".node." + tint_class(tint);
  return selector + "{fill:" + to_string(look.fill) + ";stroke:" + to_string(look.line) + "}" +
         selector + " .s{fill:" + to_string(style.text) + "}";
}

}  // namespace

std::string classes_of(const NodeMark& mark, const Style& style) {
  return class_list({node_class(style, mark.drawing_class),
                     mark.modality == Modality::fact ? "" : to_string(mark.modality),
                     mark.doubt == Why::none ? "" : "possible", to_string(mark.doubt),
                     mark.certainty == Verdict::yes ? "" : "uncertain"});
}

void draw_shape(SvgWriter& svg, Shape shape, const Box& box) {
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

void draw_sample(SvgWriter& svg, const NodeMark& mark, const Box& box, const Style& style) {
  const bool plain = mark.drawing_class.empty();
  svg.open("g", {{"class", "node " + classes_of(mark, style)}});
  draw_shape(svg, plain ? Shape::box : node_style(style, mark.drawing_class).shape, box);
  svg.close();
}

namespace {

constexpr double stronger = 1.4;  // of what appeared

}  // namespace

double outline_width(const DiagramNode& node, const Style& style) {
  if (node.emphasis == Emphasis::strong) return style.widths.strong_outline;
  if (node.emphasis == Emphasis::faded) return style.widths.faded_outline;
  return style.widths.outline * (node.change == Change::appeared ? stronger : 1);
}

std::string node_rules(const Style& style, const UsedClasses& used) {
  const std::string background = to_string(style.background);
  std::string rules =
      ".node{stroke-width:" + coordinate(style.widths.outline) +
      ";stroke-linejoin:round}.node text{stroke:none}.node.plain{fill:" + background +
      ";stroke:" + to_string(style.secondary) + "}";
  for (const std::string& name : used.nodes) rules += outline_rule(style, name);
  for (const Modality modality :
       {Modality::plan, Modality::expectation, Modality::claim, Modality::derived})
    rules += (modality == Modality::plan ? ".node." : ",.node.") + std::string(to_string(modality));
  rules += "{fill:" + background + "}";
  for (const std::size_t tint : used.tints) rules += tint_rule(style, tint);
  rules += ".node.appeared{stroke-width:" + coordinate(stronger * style.widths.outline) +
           "}.node.ended{fill:" + background + "}.node.ended .b{text-decoration:line-through}";
  rules += ".node.uncertain{fill:" + background +
           ";stroke-width:" + coordinate(style.widths.faded_outline) +
           "}.node.uncertain .b{fill:" + to_string(style.secondary) + "}";
  return rules + ".node.faded{fill:" + background + ";stroke:" + to_string(style.faded_line) +
         ";stroke-width:" + coordinate(style.widths.faded_outline) +
         "}.node.faded text,.node.faded tspan{fill:" + to_string(style.faded_text) +
         "}.node.strong{stroke-width:" + coordinate(style.widths.strong_outline) + "}";
}

}  // namespace entente
