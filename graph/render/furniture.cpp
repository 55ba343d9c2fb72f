#include <algorithm>
#include <cmath>

#include "render/date_marks.hpp"
#include "render/drawing.hpp"
#include "render/label.hpp"

namespace entente {
namespace {

constexpr double margin = 28;
constexpr double narrowest = 420;  // of a page's inner width

/// Sizes of what stands around a body: larger on larger pages, so that it stays in proportion.
struct Measures {
  Measures(double width, double title_size)
      : scale(std::clamp(std::sqrt(width / 1000), 1.0, 2.0)),
        title{title_size * scale, FontWeight::bold} {}

  double scale;
  Font title;
  Font subtitle{11 * scale};
  Font legend{9 * scale};
  Size swatch{34 * scale, 13 * scale};
  double legend_row = 19 * scale;
  double legend_gap = 18 * scale;
};

TextRow one_row(std::string text, const std::string& language, const Font& font, Ink ink) {
  TextRow row;
  row.width = text_width(text, font);
  row.height = line_height(font);
  row.spans.push_back({std::move(text), language, font, ink});
  return row;
}

TextBlock block(const Phrase& phrase, const Font& font, Ink ink, double width, std::size_t lines) {
  TextBlock result;
  if (phrase.text.empty()) return result;
  for (std::string& line : set_in_lines(phrase.text, font, width, lines))
    result.rows.push_back(one_row(std::move(line), phrase.language, font, ink));
  return result;
}

double height_of(const TextBlock& text) {
  return size_of(text.rows).height;
}

/// A sign of a written date or a colour needs less room than a sample of a line.
double swatch_width(const LegendEntry& entry, const Measures& sizes) {
  const bool small = !sign_of(entry.kind).empty() || entry.kind == LegendKind::hue;
  return small ? sizes.swatch.width * 0.4 : sizes.swatch.width;
}

/// Legend entries side by side in rows; returns where they end.
double set_legend(const Diagram& diagram, Furniture& furniture, const Measures& sizes, double width,
                  double top) {
  if (diagram.legend.empty()) return top;
  const double label_most = std::min(330.0 * sizes.scale, width - sizes.swatch.width - 8);
  double x = 0;
  double y = top;
  for (const LegendEntry& entry : diagram.legend) {
    PlacedLegend placed;
    placed.label = one_row(set_in_lines(entry.label.text, sizes.legend, label_most, 1).front(),
                           entry.label.language, sizes.legend, Ink::text);
    const double swatch = swatch_width(entry, sizes);
    const double needed = swatch + 6 + placed.label.width;
    if (x > 0 && x + needed > width) {
      x = 0;
      y += sizes.legend_row;
    }
    placed.swatch = {margin + x, y, margin + x + swatch, y + sizes.swatch.height};
    placed.label_at = {placed.swatch.right + 6,
                       y + (sizes.swatch.height - placed.label.height) / 2};
    x += needed + sizes.legend_gap;
    furniture.legend.push_back(std::move(placed));
  }
  return y + sizes.legend_row;
}

/// Notes one below the other, then the credit at the right; returns where they end.
double set_notes(const Diagram& diagram, Furniture& furniture, const Measures& sizes, double width,
                 double top) {
  double y = top;
  for (const DiagramNote& note : diagram.notes) {
    const Phrase numbered{std::to_string(note.number) + "  " + note.text.text, note.text.language};
    TextBlock text = block(numbered, sizes.legend, Ink::secondary, width, 2);
    text.top_left = {margin, y};
    text.link = safe_link(note.url);
    y += height_of(text);
    furniture.notes.push_back(std::move(text));
  }
  furniture.credit = block(diagram.credit, sizes.legend, Ink::secondary, width, 1);
  if (furniture.credit.rows.empty()) return y;
  furniture.credit.top_left = {margin + width - furniture.credit.rows.front().width, y};
  return y + height_of(furniture.credit);
}

}  // namespace

Furniture furnish(const Diagram& diagram, Size body) {
  Furniture result;
  const double width = std::max(narrowest, body.width);
  const Measures sizes(width, diagram.style.title_size);
  result.title = block(diagram.title, sizes.title, Ink::text, width, 2);
  result.title.top_left = {margin, margin - 8};
  double y = result.title.top_left.y + height_of(result.title);
  result.subtitle = block(diagram.subtitle, sizes.subtitle, Ink::secondary, width, 3);
  result.subtitle.top_left = {margin, y + 2};
  y = result.subtitle.top_left.y + height_of(result.subtitle) + 16;
  result.body = {margin + (width - body.width) / 2, y};
  y += body.height + 18;
  y = set_legend(diagram, result, sizes, width, y);
  y = set_notes(diagram, result, sizes, width, y + 4);
  // Whole points, so that the edges of a page are sharp in pixels.
  result.page = {std::ceil(width + 2 * margin), std::ceil(y + margin - 12)};
  return result;
}

}  // namespace entente
