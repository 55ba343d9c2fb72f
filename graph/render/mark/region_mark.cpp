#include "render/mark/region_mark.hpp"

#include <algorithm>
#include <cmath>

#include "render/diagram/colour.hpp"

namespace entente {

double bundle_width(std::size_t relations) {
  constexpr double widest = 7;
  return std::min(widest,
                  1 + 0.9 * std::log2(static_cast<double>(std::max<std::size_t>(1, relations))));
}

void draw_ground(SvgWriter& svg, const Box& box) {
  constexpr double roundness = 16;
  svg.empty("rect", {{"x", box.left},
                     {"y", box.top},
                     {"width", box.width()},
                     {"height", box.height()},
                     {"rx", std::min(roundness, box.height() / 3)}});
}

void draw_bundle(SvgWriter& svg, const Spline& way, std::size_t relations) {
  svg.empty("path", {{"style", "stroke-width:" + coordinate(bundle_width(relations))},
                     {"d", curve_data(way)}});
}

void draw_sample(SvgWriter& svg, const RegionMark&, const Box& box) {
  svg.open("g", {{"class", "region"}});
  draw_ground(svg, box);
  svg.close();
}

void draw_sample(SvgWriter& svg, const BundleMark&, const Box& box) {
  constexpr std::size_t some = 8;
  const double y = box.centre().y;
  svg.open("g", {{"class", "bundle"}});
  draw_bundle(svg, rounded({{box.left, y}, {box.right, y}}, 0), some);
  svg.close();
}

std::string region_rules(const Style& style) {
  constexpr double tint = 0.07;
  constexpr double outline = 0.28;
  return ".region rect,.region polygon{fill:" +
         to_string(mixed(style.background, style.secondary, tint)) +
         ";stroke:" + to_string(mixed(style.background, style.secondary, outline)) + ";" +
         stroke_width(style.widths.frame) +
         "}.bundle path{fill:none;stroke:" + to_string(style.faded_line) +
         "}.bundle text{fill:" + to_string(style.text) + "}";
}

}  // namespace entente
