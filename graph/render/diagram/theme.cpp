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

// Fills of what is drawn unasked differ by 10 in CIELAB, for colour-blind readers too.
constexpr std::array node_rows = {
    node_row("country", Shape::rounded_box, 0xC1DEFD, 0x006AA9, 0x133A5B, 0x56B0E4, 0x0A4F79),
    node_row("organisation", Shape::double_box, 0xEFFEF6, 0x007E5D, 0x104234, 0x1DCF9D, 0x056248),
    node_row("body", Shape::double_box, 0xEFFEF6, 0x007E5D, 0x104234, 0x1DCF9D, 0x056248),
    node_row("agreement", Shape::note, 0xFEF5D6, 0xBD750F, 0x4A3800, 0xE19D08, 0xA4660F),
    node_row("document", Shape::note, 0xFEF5D6, 0xBD750F, 0x4A3800, 0xE19D08, 0xA4660F),
    node_row("person", Shape::ellipse, 0xFACDDA, 0x86285B, 0x450439, 0xC86BA6, 0x661A4A),
    node_row("post", Shape::ellipse, 0xFACDDA, 0x86285B, 0x450439, 0xC86BA6, 0x661A4A),
    node_row("event", Shape::hexagon, 0xEDEEFF, 0x5D48B4, 0x2E2567, 0x9480EA, 0x392B85),
    node_row("place", Shape::pin, 0xE8ECF0, 0x445A70, 0x28343E, 0xBEC7CE, 0x212733),
    node_row("topic", Shape::parallelogram, 0xF2F2CF, 0x838032, 0x343309, 0xD6D358, 0x6B6A29),
    node_row("statement", Shape::tab, 0xFDE7DC, 0xBC4818, 0x5F2C16, 0xFA9964, 0x9F3306),
    node_row("other", Shape::box, 0xF1F3F5, 0x60737F, 0x1B1F29, 0x9EA6AA, 0x626D6B),
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
    edge_row("treaty", 0xBD750F, 0xE19D08, 0xA4660F, Head::filled, 1.2),
    edge_row("membership", 0x007E5D, 0x1DCF9D, 0x056248, Head::none, 1.2),
    edge_row("office", 0x86285B, 0xC86BA6, 0x661A4A, Head::vee, 1.0),
    edge_row("meeting", 0xC574A7, 0xFFC6F4, 0xB86396, Head::double_vee, 1.0),
    edge_row("conflict", 0xAC241C, 0xF67165, 0x891C11, Head::double_tee, 1.8),
    edge_row("stance", 0xAC241C, 0xF67165, 0x891C11, Head::tee, 1.0),
    edge_row("cooperation", 0x006AA9, 0x56B0E4, 0x0A4F79, Head::dot, 1.2),
    edge_row("aid", 0x006AA9, 0x56B0E4, 0x0A4F79, Head::open, 1.2),
    edge_row("finance", 0x006AA9, 0x56B0E4, 0x0A4F79, Head::double_filled, 1.2),
    edge_row("personnel", 0x006AA9, 0x56B0E4, 0x0A4F79, Head::diamond, 1.2),
    edge_row("kinship", 0x86285B, 0xC86BA6, 0x661A4A, Head::double_open_dot, 1.0),
    edge_row("succession", 0x60737F, 0x9EA6AA, 0x626D6B, Head::double_open, 1.4),
    edge_row("event", 0x5D48B4, 0x9480EA, 0x392B85, Head::open_dot, 1.0),
    edge_row("location", 0x445A70, 0xBEC7CE, 0x212733, Head::inverse, 0.8),
    edge_row("topic", 0x838032, 0xD6D358, 0x6B6A29, Head::double_dot, 0.8),
    edge_row("statement", 0xBC4818, 0xFA9964, 0x9F3306, Head::crow, 0.8),
    edge_row("provenance", 0x858686, 0x697483, 0x566171, Head::open_box, 0.6),
    edge_row("other", 0x60737F, 0x9EA6AA, 0x626D6B, Head::half_vee, 1.0),
};

struct TintRow {
  Colour light_fill, light_line, dark_fill, dark_line;
};

constexpr TintRow tint_row(std::uint32_t light_fill, std::uint32_t light_line,
                           std::uint32_t dark_fill, std::uint32_t dark_line) {
  return {rgb(light_fill), rgb(light_line), rgb(dark_fill), rgb(dark_line)};
}

// Any two differ by 14 in CIELAB, for colour-blind readers too; paper has the light ones.
constexpr std::array<TintRow, qualitative_tints> tint_rows = {{
    tint_row(0xFAC968, 0xA28344, 0x835809, 0xB29765),
    tint_row(0xB8FAE0, 0x6A9081, 0x025D66, 0x5B969C),
    tint_row(0x92B8E0, 0x5F7892, 0x0A487E, 0x547FA5),
    tint_row(0xC884B3, 0x7D5270, 0x610241, 0x985B84),
    tint_row(0xEEE6A3, 0x8F8A62, 0x60612D, 0x9C9C7C),
    tint_row(0xC9DBE8, 0x838E97, 0x495249, 0x848A84),
    tint_row(0xF1A48D, 0x9D6B5C, 0x782008, 0xA46858),
    tint_row(0xA09FEC, 0x646394, 0x352A86, 0x726AAA),
}};

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

/// From nearly the background to as strong as text on it allows.
std::vector<Tint> step_tints(const Style& style) {
  std::vector<Tint> steps;
  const Colour full = find_or_last(style.nodes, "country").line;
  double most = 1;
  while (most > 0.1 && contrast(mixed(style.background, full, most), style.text) < 5) most -= 0.05;
  for (std::size_t i = 0; i < sequential_tints; ++i) {
    const double share =
        most * (0.12 + 0.88 * static_cast<double>(i) / static_cast<double>(sequential_tints - 1));
    steps.push_back({mixed(style.background, full, share), full});
  }
  return steps;
}

}  // namespace

std::string_view to_string(Theme theme) {
  if (theme == Theme::automatic) return "auto";
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
  if (theme == Theme::automatic) return style(Theme::light);
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
  for (const TintRow& row : tint_rows)
    result.tints.push_back(theme == Theme::dark ? Tint{row.dark_fill, row.dark_line}
                                                : Tint{row.light_fill, row.light_line});
  for (const Tint& step : step_tints(result)) result.tints.push_back(step);
  return result;
}

std::optional<Style> dark_style(Theme theme) {
  return theme == Theme::automatic ? std::optional(style(Theme::dark)) : std::nullopt;
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
