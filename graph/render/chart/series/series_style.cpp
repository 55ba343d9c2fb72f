#include "render/chart/series/series_style.hpp"

#include <array>
#include <string_view>

#include "render/diagram/colour.hpp"
#include "render/mark/sample.hpp"
#include "render/svg/draw_svg.hpp"

namespace entente {
namespace {

// Whose line colours tell lines apart in every theme.
constexpr std::array<std::string_view, 8> hues = {"country", "agreement", "person", "organisation",
                                                  "event",   "statement", "topic",  "place"};

Colour colour(std::size_t line, const Style& style) {
  return node_style(style, hues[line % hues.size()]).line;
}

}  // namespace

std::string series_rules(const Style& style, std::size_t lines) {
  std::string text = chart_rules(style) + ".grid{stroke:" + to_string(style.grid) + ";" +
                     stroke_width(style.widths.scale) +
                     "}.axis{stroke:" + to_string(style.secondary) + ";" +
                     stroke_width(style.widths.axis) + "}.line.strong polyline{" +
                     stroke_width(style.widths.strong_series) +
                     "}.line text{fill:"
                     "currentColor}.line .leader{stroke:currentColor;" +
                     stroke_width(style.widths.leader) +
                     ";"
                     "stroke-opacity:.7}.line .reach{fill:#000;fill-opacity:0}";
  if (lines > 1) text += ".line .band{fill-opacity:.09}.line.plain .band{fill-opacity:.16}";
  for (std::size_t i = 0; i < lines; ++i)
    text += ".line.l" + std::to_string(i + 1) +
            "{color:" + to_string(readable(colour(i, style), style.background, style.text)) + "}";
  return text;
}

}  // namespace entente
