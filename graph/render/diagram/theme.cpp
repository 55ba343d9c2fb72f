#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include <entente/render/theme.hpp>

#include "render/diagram/colour.hpp"

namespace entente {
namespace {

constexpr Colour rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8 & 0xFF),
          static_cast<std::uint8_t>(hex & 0xFF)};
}

struct GroundRow {
  std::string_view name;
  Colour background, text, secondary, grid, faded_line, faded_text, accent;
};

// One row a theme, in the order of the enumeration.
constexpr std::array<GroundRow, 3> grounds = {{
    {"light", rgb(0xFFFFFF), rgb(0x1F2933), rgb(0x52606D), rgb(0xCBD2D9), rgb(0x8A939A),
     rgb(0x6B757E), rgb(0xB3261E)},
    {"dark", rgb(0x11161D), rgb(0xE8EDF2), rgb(0x9AA5B1), rgb(0x323F4B), rgb(0x667481),
     rgb(0x84909C), rgb(0xFFD166)},
    {"print", rgb(0xFFFFFF), rgb(0x000000), rgb(0x3D4852), rgb(0xCBD2D9), rgb(0x8A939A),
     rgb(0x6B757E), rgb(0x000000)},
}};

struct NodeRow {
  std::string_view drawing_class;
  Shape shape;
  std::array<Colour, 3> fill;
  std::array<Colour, 3> line;
};

constexpr NodeRow node_row(std::string_view drawing_class, Shape shape, std::uint32_t light_fill,
                           std::uint32_t light_line, std::uint32_t dark_fill,
                           std::uint32_t dark_line, std::uint32_t print_line) {
  return {drawing_class,
          shape,
          {rgb(light_fill), rgb(dark_fill), rgb(0xFFFFFF)},
          {rgb(light_line), rgb(dark_line), rgb(print_line)}};
}

constexpr std::array node_rows = {
    node_row("country", Shape::rounded_box, 0xDCEAF7, 0x0072B2, 0x12344D, 0x56B4E9, 0x004F7C),
    node_row("organisation", Shape::double_box, 0xD9F0E8, 0x00805D, 0x0B3B30, 0x2BD4A0, 0x005940),
    node_row("body", Shape::double_box, 0xD9F0E8, 0x00805D, 0x0B3B30, 0x2BD4A0, 0x005940),
    node_row("agreement", Shape::note, 0xFFF3D6, 0xB36B00, 0x453200, 0xE69F00, 0x7A4900),
    node_row("document", Shape::note, 0xFFF3D6, 0xB36B00, 0x453200, 0xE69F00, 0x7A4900),
    node_row("person", Shape::ellipse, 0xF6E3EE, 0xA8447C, 0x46203A, 0xE58FC0, 0x7A2A57),
    node_row("post", Shape::ellipse, 0xF6E3EE, 0xA8447C, 0x46203A, 0xE58FC0, 0x7A2A57),
    node_row("event", Shape::hexagon, 0xE9E5F7, 0x5F4BB6, 0x2A2350, 0xA99CF2, 0x42318A),
    node_row("place", Shape::pin, 0xE8ECF0, 0x52606D, 0x232C36, 0x9FB3C8, 0x3D4852),
    node_row("topic", Shape::parallelogram, 0xF2F2CF, 0x6E6B00, 0x35350D, 0xD6D25A, 0x4C4A00),
    node_row("statement", Shape::tab, 0xFDE7DC, 0xB8431A, 0x4A2213, 0xFF9A6B, 0x80290B),
    node_row("other", Shape::box, 0xF1F3F5, 0x616E7C, 0x1D252E, 0x9AA5B1, 0x3D4852),
};

struct EdgeRow {
  std::string_view drawing_class;
  std::array<Colour, 3> line;
  Head head;
  double width;
};

constexpr EdgeRow edge_row(std::string_view drawing_class, std::uint32_t light, std::uint32_t dark,
                           std::uint32_t print, Head head, double width) {
  return {drawing_class, {rgb(light), rgb(dark), rgb(print)}, head, width};
}

// All solid: a broken line is in doubt.
constexpr std::array edge_rows = {
    edge_row("treaty", 0xB36B00, 0xE69F00, 0x7A4900, Head::filled, 1.2),
    edge_row("membership", 0x00805D, 0x2BD4A0, 0x005940, Head::none, 1.2),
    edge_row("office", 0xA8447C, 0xE58FC0, 0x7A2A57, Head::vee, 1.0),
    edge_row("meeting", 0xA8447C, 0xE58FC0, 0x7A2A57, Head::double_vee, 1.0),
    edge_row("conflict", 0xC0392B, 0xFF7B6B, 0x8E1F14, Head::double_tee, 1.8),
    edge_row("stance", 0xC0392B, 0xFF7B6B, 0x8E1F14, Head::tee, 1.0),
    edge_row("cooperation", 0x0072B2, 0x56B4E9, 0x004F7C, Head::dot, 1.2),
    edge_row("aid", 0x0072B2, 0x56B4E9, 0x004F7C, Head::open, 1.2),
    edge_row("finance", 0x0072B2, 0x56B4E9, 0x004F7C, Head::double_filled, 1.2),
    edge_row("personnel", 0x0072B2, 0x56B4E9, 0x004F7C, Head::diamond, 1.2),
    edge_row("kinship", 0xA8447C, 0xE58FC0, 0x7A2A57, Head::double_open_dot, 1.0),
    edge_row("succession", 0x616E7C, 0x9AA5B1, 0x3D4852, Head::double_open, 1.4),
    edge_row("event", 0x5F4BB6, 0xA99CF2, 0x42318A, Head::open_dot, 1.0),
    edge_row("location", 0x52606D, 0x9FB3C8, 0x3D4852, Head::inverse, 0.8),
    edge_row("topic", 0x6E6B00, 0xD6D25A, 0x4C4A00, Head::double_dot, 0.8),
    edge_row("statement", 0xB8431A, 0xFF9A6B, 0x80290B, Head::crow, 0.8),
    edge_row("provenance", 0x7B8794, 0x7B8794, 0x616E7C, Head::open_box, 0.6),
    edge_row("other", 0x616E7C, 0x9AA5B1, 0x3D4852, Head::half_vee, 1.0),
};

double linear(std::uint8_t channel) {
  const double c = channel / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Colour c) {
  return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue);
}

std::uint8_t mix(std::uint8_t a, std::uint8_t b, double share) {
  return static_cast<std::uint8_t>(std::lround(a + (b - a) * share));
}

template <typename Rows>
const auto& find_or_last(const Rows& rows, std::string_view drawing_class) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto& row) {
    return row.drawing_class == drawing_class;
  });
  return found == rows.end() ? rows.back() : *found;
}

}  // namespace

std::string_view to_string(Theme theme) {
  return grounds[static_cast<std::size_t>(theme)].name;
}

std::string to_string(Colour colour) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text = "#";
  for (const std::uint8_t channel : {colour.red, colour.green, colour.blue}) {
    text += digits[channel >> 4];
    text += digits[channel & 0xF];
  }
  return text;
}

double contrast(Colour a, Colour b) {
  const double la = luminance(a);
  const double lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

Colour mixed(Colour a, Colour b, double share) {
  return {mix(a.red, b.red, share), mix(a.green, b.green, share), mix(a.blue, b.blue, share)};
}

Colour readable(Colour wanted, Colour background, Colour strong, double ratio) {
  constexpr int steps = 20;
  for (int step = 0; step < steps; ++step) {
    const double share = static_cast<double>(step) / steps;
    const Colour candidate = mixed(wanted, strong, share);
    if (contrast(candidate, background) >= ratio) return candidate;
  }
  return strong;
}

Style style(Theme theme) {
  const auto at = static_cast<std::size_t>(theme);
  const GroundRow& ground = grounds[at];
  Style result{.name = std::string(ground.name),
               .background = ground.background,
               .text = ground.text,
               .secondary = ground.secondary,
               .grid = ground.grid,
               .faded_line = ground.faded_line,
               .faded_text = ground.faded_text,
               .accent = ground.accent,
               .font = "Noto Sans"};
  for (const NodeRow& row : node_rows)
    result.nodes.push_back({.drawing_class = std::string(row.drawing_class),
                            .shape = row.shape,
                            .fill = row.fill[at],
                            .line = row.line[at]});
  for (const EdgeRow& row : edge_rows)
    result.edges.push_back({.drawing_class = std::string(row.drawing_class),
                            .line = row.line[at],
                            .head = row.head,
                            .width = row.width});
  return result;
}

const NodeStyle& node_style(const Style& style, std::string_view drawing_class) {
  return find_or_last(style.nodes, drawing_class);
}

const EdgeStyle& edge_style(const Style& style, std::string_view drawing_class) {
  return find_or_last(style.edges, drawing_class);
}

std::string font_families(const Style& style, std::string_view language) {
  const auto begins = [&](std::string_view prefix) {
    return language.substr(0, prefix.size()) == prefix;
  };
  std::string_view face = "JP";
  if (begins("zh-Hant") || begins("zh-TW") || begins("zh-HK")) {
    face = "TC";
  } else if (begins("zh")) {
    face = "SC";
  } else if (begins("ko")) {
    face = "KR";
  }
  return style.font + ",Noto Sans CJK " + std::string(face);
}

}  // namespace entente
