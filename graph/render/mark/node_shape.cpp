#include "render/mark/node_shape.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "render/label/label.hpp"
#include "render/layout/box.hpp"
#include "render/mark/mark_classes.hpp"

namespace entente {
namespace {

constexpr std::size_t most_name_lines = 3;
constexpr double pin_tip = 7;     // height of the point below the box
constexpr double tab_height = 5;  // of the tab above the box
constexpr double slant = 8;       // of a parallelogram's and a hexagon's sides

/// Countries stand out; statements are whole sentences.
Font font_of_name(const DiagramNode& node, const LetterSizes& sizes) {
  const double own = node.text_size * sizes.name / LetterSizes{}.name;
  if (own > 0) return {std::max(own, sizes.small), FontWeight::bold};
  if (node.drawing_class == "country") return {sizes.name_of_country, FontWeight::bold};
  if (node.drawing_class == "statement") return {sizes.name_of_statement, FontWeight::bold};
  return {sizes.name, FontWeight::bold};
}

/// What became of it, before the first line of its name.
std::string sign_of(const DiagramNode& node, std::size_t name, std::size_t line) {
  if (name > 0 || line > 0) return {};
  const std::string_view sign = sign_of(node.change);
  return sign.empty() ? std::string() : std::string(sign) + " ";
}

}  // namespace

std::string written_year(const DiagramNode& node) {
  if (node.names.empty()) return node.year;
  const std::string& name = node.names.front().text;
  bool has_year = false;
  bool is_said = true;
  for (std::size_t at = 0; at < node.year.size(); ++at) {
    constexpr std::string_view digits = "0123456789";
    if (digits.find(node.year[at]) == std::string_view::npos) continue;
    const std::size_t end = std::min(node.year.find_first_not_of(digits, at), node.year.size());
    has_year = true;
    is_said = is_said && name.find(node.year.substr(at, end - at)) != std::string::npos;
    at = end;
  }
  return has_year && is_said ? std::string() : node.year;
}

std::vector<TextRow> label_rows(const DiagramNode& node, Lettering lettering,
                                Arrangement arrangement) {
  constexpr double of_column = 70;  // so that five stand side by side on 183 mm
  constexpr std::size_t most_lines_in_column = 6;
  std::vector<TextRow> rows;
  LetterSizes sizes = letter_sizes(lettering);
  const bool narrow = arrangement == Arrangement::in_columns && lettering == Lettering::compact;
  if (narrow) sizes.widest_label = of_column;
  const std::size_t most_lines = narrow ? most_lines_in_column : most_name_lines;
  const Font name_font = font_of_name(node, sizes);
  const Font small{sizes.small};
  const std::string year = written_year(node);
  const auto add = [&](const Phrase& phrase, const Font& font, Ink ink, double width,
                       std::size_t most) {
    for (std::string& line : set_in_lines(phrase.text, font, width, most))
      rows.push_back(text_row(line, phrase.language, font, ink));
  };
  for (const Phrase& twin : node.twins)
    add(twin, {std::max(name_font.size - 1, small.size), FontWeight::bold}, Ink::text,
        1.4 * sizes.widest_label, 2);
  for (std::size_t i = 0; i < node.names.size() && node.twins.empty(); ++i) {
    const Phrase& name = node.names[i];
    const Font font = i == 0 ? name_font : small;
    const double width = sizes.widest_label * std::max(1.0, font.size / sizes.name_of_country);
    const auto lines = set_in_lines(name.text, font, width, most_lines);
    for (std::size_t line = 0; line < lines.size(); ++line) {
      std::vector<TextSpan> spans = {{sign_of(node, i, line) + lines[line], name.language, font,
                                      i == 0 ? Ink::text : Ink::secondary}};
      if (i == 0 && line + 1 == lines.size() && !year.empty() && !narrow)
        spans.push_back({" " + set_in_lines(year, small, 90, 1).front(), node.year_language, small,
                         Ink::secondary});
      rows.push_back(text_row(std::move(spans)));
    }
    if (i == 0 && narrow && !year.empty())
      add({year, node.year_language}, small, Ink::secondary, sizes.widest_label, most_lines);
  }
  for (const Phrase& line : node.detail_lines)
    add(line, small, Ink::secondary, sizes.widest_label, most_lines);
  return rows;
}

Size size_around(Size label, Shape shape, Lettering lettering) {
  const LetterSizes sizes = letter_sizes(lettering);
  const Size padded{label.width + sizes.padding.width, label.height + sizes.padding.height};
  switch (shape) {
    case Shape::double_box:
      return {padded.width + sizes.double_line.width, padded.height + sizes.double_line.height};
    case Shape::note:
      return {padded.width + 10, padded.height};  // the fold
    case Shape::ellipse:
      // The smallest ellipse around a box has √2 times its sides; labels have round ends.
      return {padded.width * sizes.round.width, padded.height * sizes.round.height};
    case Shape::hexagon:
    case Shape::parallelogram:
      return {padded.width + 2 * slant, padded.height};
    case Shape::pin:
      return {padded.width, padded.height + pin_tip};
    case Shape::tab:
      return {padded.width, padded.height + tab_height};
    case Shape::rounded_box:
    case Shape::box:
      break;
  }
  return padded;
}

Point label_centre(Point centre, Size, Shape shape) {
  if (shape == Shape::pin) return {centre.x, centre.y - pin_tip / 2};
  if (shape == Shape::tab) return {centre.x, centre.y + tab_height / 2};
  return centre;
}

std::vector<Point> outline(Shape shape, const Box& box) {
  const auto [left, top, right, bottom] = box;
  const Point middle = box.centre();
  switch (shape) {
    case Shape::ellipse: {
      constexpr int corners = 48;
      std::vector<Point> points;
      for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        points.push_back({middle.x + box.width() / 2 * std::cos(angle),
                          middle.y + box.height() / 2 * std::sin(angle)});
      }
      return points;
    }
    case Shape::hexagon:
      return {{left + slant, top},     {right - slant, top},   {right, middle.y},
              {right - slant, bottom}, {left + slant, bottom}, {left, middle.y}};
    case Shape::parallelogram:
      return {{left + slant, top}, {right, top}, {right - slant, bottom}, {left, bottom}};
    case Shape::pin:
      return {{left, top},
              {right, top},
              {right, bottom - pin_tip},
              {middle.x, bottom},
              {left, bottom - pin_tip}};
    case Shape::tab: {
      const double tab = std::min(box.width() / 3, 26.0);
      return {{left, top},
              {left + tab, top},
              {left + tab, top + tab_height},
              {right, top + tab_height},
              {right, bottom},
              {left, bottom}};
    }
    case Shape::note: {
      constexpr double fold = 7;
      return {
          {left, top}, {right - fold, top}, {right, top + fold}, {right, bottom}, {left, bottom}};
    }
    case Shape::rounded_box:
    case Shape::double_box:
    case Shape::box:
      break;
  }
  return {{left, top}, {right, top}, {right, bottom}, {left, bottom}};
}

Point border_point(Shape shape, const Box& box, Point outside) {
  const std::vector<Point> corners = outline(shape, box);
  const Point centre = box.centre();
  const Point ray = outside - centre;
  double farthest = 0;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const Point from = corners[i] - centre;
    const Point side = corners[(i + 1) % corners.size()] - corners[i];
    const double parallel = cross(ray, side);
    if (std::abs(parallel) < 1e-12) continue;
    const double along_ray = cross(from, side) / parallel;
    const double along_side = cross(from, ray) / parallel;
    if (along_ray >= 0 && along_ray <= 1 && along_side >= -1e-9 && along_side <= 1 + 1e-9)
      farthest = std::max(farthest, along_ray);
  }
  return centre + ray * farthest;
}

}  // namespace entente
