#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

#include "render/diagram/drawing.hpp"
#include "render/diagram/page_for.hpp"
#include "render/label/label.hpp"
#include "render/label/lettering.hpp"
#include "render/mark/sample.hpp"
#include "words/picture_titles.hpp"

namespace entente {
namespace {

constexpr double narrowest = 420;  // of a page's inner width, unless a narrower one is asked for
constexpr double least_shrunk = 0.82;  // what a drawing may be made smaller for its page

/// At each side of a page.
double margin_of(const Page& page) {
  return page.lettering == Lettering::usual ? 28 : 15;
}

struct LegendSizes {
  explicit LegendSizes(double scale)
      : text{9 * scale},
        swatch{34 * scale, 13 * scale},
        row(19 * scale),
        gap(18 * scale),
        label_most(330 * scale) {}

  Font text;
  Size swatch;
  double row;
  double gap;
  double label_most;  ///< width of a label
};

/// Sizes of what stands around a body: larger on larger pages, so that it stays in proportion.
struct Measures {
  Measures(const Page& page, double width)
      : scale(letter_sizes(page.lettering).furniture *
              std::clamp(std::sqrt(width / 1000), 1.0, 2.0)),
        margin(margin_of(page)),
        title{page.style.title_size * scale * letter_sizes(page.lettering).title,
              FontWeight::bold} {}

  double scale;
  double margin;
  Font title;
  Font subtitle{11 * scale};
  LegendSizes legend{scale};
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

/// A title that is not cut: smaller where the page is too narrow for its words, then in more lines.
TextBlock title_block(const Phrase& title, Font font, double width) {
  constexpr double smallest = 12;
  constexpr double step = 0.92;
  constexpr std::size_t usual_lines = 2;
  constexpr std::size_t most_lines = 24;
  const auto cut_in = [&](std::size_t lines) {
    return is_cut(title.text, set_in_lines(title.text, font, width, lines));
  };
  while (font.size * step >= smallest && cut_in(usual_lines)) font.size *= step;
  std::size_t lines = usual_lines;
  while (lines < most_lines && cut_in(lines)) ++lines;
  return block(title, font, Ink::text, width, lines);
}

double height_of(const TextBlock& text) {
  return size_of(text.rows).height;
}

PlacedLegend placed_entry(const LegendEntry& entry, const LegendSizes& sizes, Point at,
                          double swatch, double label_most) {
  PlacedLegend placed;
  placed.label = one_row(set_in_lines(entry.label.text, sizes.text, label_most, 1).front(),
                         entry.label.language, sizes.text, Ink::text);
  placed.swatch = {at.x, at.y, at.x + swatch, at.y + sizes.swatch.height};
  placed.label_at = {placed.swatch.right + sizes.gap / 3,
                     at.y + (sizes.swatch.height - placed.label.height) / 2};
  return placed;
}

/// Legend entries side by side in rows; returns where they end.
double set_legend(const Page& page, Furniture& furniture, const LegendSizes& sizes, double width,
                  double top) {
  const double margin = margin_of(page);
  if (page.legend.empty()) return top;
  const double label_most = std::min(sizes.label_most, width - sizes.swatch.width - 8);
  Point at{margin, top};
  for (const LegendEntry& entry : page.legend) {
    const double swatch = sizes.swatch.width * sample_width(entry.mark);
    PlacedLegend placed = placed_entry(entry, sizes, at, swatch, label_most);
    const double needed = placed.label_at.x - at.x + placed.label.width;
    if (at.x > margin && at.x + needed > margin + width) {
      at = {margin, at.y + sizes.row};
      placed = placed_entry(entry, sizes, at, swatch, label_most);
    }
    at.x += needed + sizes.gap;
    furniture.legend.push_back(std::move(placed));
  }
  return at.y + sizes.row;
}

/// The legend in columns of about one height; empty if it is larger than the room.
std::vector<PlacedLegend> legend_columns(const Page& page, const Box& room,
                                         const LegendSizes& sizes) {
  const std::size_t entries = page.legend.size();
  const auto most_rows = static_cast<std::size_t>(room.height() / sizes.row);
  if (most_rows == 0 || entries == 0) return {};
  const std::size_t columns = (entries + most_rows - 1) / most_rows;
  const std::size_t rows = (entries + columns - 1) / columns;
  std::vector<PlacedLegend> result;
  double left = room.left;
  double right = left;
  for (const LegendEntry& entry : page.legend) {
    const std::size_t row = result.size() % rows;
    if (row == 0 && !result.empty()) left = right + sizes.gap;
    const Point at{left, room.top + static_cast<double>(row) * sizes.row};
    result.push_back(placed_entry(entry, sizes, at, sizes.swatch.width, sizes.label_most));
    right = std::max(right, result.back().label_at.x + result.back().label.width);
  }
  return right <= room.right ? result : std::vector<PlacedLegend>{};
}

/// The least height of so many columns that holds blocks of these heights in their order.
double least_column_height(const std::vector<double>& heights, std::size_t columns) {
  const auto columns_of = [&](double height) {
    std::size_t count = 1;
    double filled = 0;
    for (const double each : heights) {
      if (filled > 0 && filled + each > height) {
        ++count;
        filled = 0;
      }
      filled += each;
    }
    return count;
  };
  double low = *std::max_element(heights.begin(), heights.end());
  double high = std::accumulate(heights.begin(), heights.end(), 0.0);
  while (high - low > 0.25) {
    const double middle = (low + high) / 2;
    (columns_of(middle) <= columns ? high : low) = middle;
  }
  return high;
}

/// Lines of a list in as many columns as are wide enough, of about one height; returns where they
/// end.
double set_list(const Page& page, Furniture& furniture, const Measures& sizes, double width,
                double top) {
  if (page.list.empty()) return top;
  constexpr double least_column = 300;
  constexpr double rounding = 0.01;
  const double gap = sizes.legend.gap;
  const double apart = gap / 6;  // so that a sentence of two lines is one
  const double margin = sizes.margin;
  const auto columns = static_cast<std::size_t>(
      std::clamp(std::floor((width + gap) / (least_column * sizes.scale + gap)), 1.0, 4.0));
  const double column =
      (width - gap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
  std::vector<double> heights;
  for (const Phrase& line : page.list) {
    furniture.list.push_back(block(line, sizes.legend.text, Ink::text, column, 2));
    heights.push_back(height_of(furniture.list.back()) + apart);
  }
  const double bottom = top + least_column_height(heights, columns);
  Point at{margin, top};
  for (std::size_t i = 0; i < heights.size(); ++i) {
    if (at.y > top && at.y + heights[i] > bottom + rounding) at = {at.x + column + gap, top};
    furniture.list[i].top_left = at;
    at.y += heights[i];
  }
  return bottom + sizes.legend.gap / 2;
}

/// Notes one below the other, then the sources at the left and the credit at the right; returns
/// where they end.
double set_notes(const Page& page, Furniture& furniture, const Measures& sizes, double width,
                 double top) {
  const double margin = sizes.margin;
  double y = top;
  for (const PageNote& note : page.notes) {
    const Phrase numbered{std::to_string(note.number) + "  " + note.text.text, note.text.language};
    TextBlock text = block(numbered, sizes.legend.text, Ink::secondary, width, 2);
    text.top_left = {margin, y};
    text.link = safe_link(note.url);
    y += height_of(text);
    furniture.notes.push_back(std::move(text));
  }
  furniture.credit = block(page.credit, sizes.legend.text, Ink::secondary, width, 1);
  const double credit = size_of(furniture.credit.rows).width;
  if (page.notes.empty()) {
    const double beside = width - (credit > 0 ? credit + sizes.legend.gap : 0);
    const bool fits = credit == 0 || beside > width / 2;
    furniture.sources =
        block(page.sources, sizes.legend.text, Ink::secondary, fits ? beside : width, 2);
    furniture.sources.top_left = {margin, y};
    if (!fits) y += height_of(furniture.sources);
  }
  furniture.credit.top_left = {margin + width - credit, y};
  return std::max(y + height_of(furniture.credit),
                  furniture.sources.top_left.y + height_of(furniture.sources));
}

double inner_width(const Page& page, Size body) {
  const double asked =
      page.size ? page.size->width / least_shrunk - 2 * margin_of(page) : narrowest;
  return std::max(std::min(narrowest, asked), body.width);
}

}  // namespace

std::vector<PlacedLegend> legend_in(const Page& page, const Box& room, double largest_scale) {
  constexpr double step = 0.9;
  for (double scale = largest_scale; scale >= 1; scale *= step)
    if (auto placed = legend_columns(page, room, LegendSizes(scale)); !placed.empty())
      return placed;
  return {};
}

Page page_for(const DiagramOptions& options, const LanguagePreference& languages, Phrase title) {
  return {.title = std::move(title),
          .credit = {drawable(options.credit), languages.tags().front()},
          .languages = options.languages,
          .style = options.style.value_or(style(options.theme)),
          .dark = dark_style(options.theme),
          .size = options.page,
          .height = options.page_height};
}

Phrase whole_title(const Page& page) {
  Phrase title = with_period(page.title, page.period);
  if (!page.part.empty()) title.text += " " + page.part;
  return title;
}

Phrase whole_subtitle(const Page& page) {
  if (page.dossier.empty()) return page.subtitle;
  const char* between = page.subtitle.text.empty() ? "" : " \u00B7 ";
  return {page.dossier + between + page.subtitle.text, page.subtitle.language};
}

double inner_width_of(const Page& page, double width) {
  return width - 2 * margin_of(page);
}

Page page_of_several(const Page& page, std::size_t number, std::size_t count) {
  Page result = page;
  if (count < 2) return result;
  result.part = std::to_string(number) + "/" + std::to_string(count);
  return result;
}

Furniture furnish(const Page& page, Size body) {
  Furniture result;
  const double width = inner_width(page, body);
  const Measures sizes(page, width);
  const double margin = sizes.margin;
  const bool compact = page.lettering == Lettering::compact;
  result.title = title_block(whole_title(page), sizes.title, width);
  result.title.top_left = {margin, margin * 5 / 7};
  double y = result.title.top_left.y + height_of(result.title);
  result.subtitle =
      block(whole_subtitle(page), sizes.subtitle, Ink::secondary, width, width < narrowest ? 9 : 3);
  result.subtitle.top_left = {margin, y + 2};
  y = result.subtitle.top_left.y + height_of(result.subtitle) + (compact ? 9 : 16);
  result.body = {margin + (width - body.width) / 2, y};
  y += body.height + (compact ? 11 : 18);
  y = set_legend(page, result, sizes.legend, width, y);
  y = set_list(page, result, sizes, width, y + 2);
  y = set_notes(page, result, sizes, width, y + 4);
  // Whole points, so that the edges of a page are sharp in pixels.
  result.size = {std::ceil(width + 2 * margin), std::ceil(y + margin * 4 / 7)};
  return result;
}

}  // namespace entente
