#pragma once

/// How things look: every colour, shape, line and font of a picture in one value.
///
/// The hues are those of Okabe and Ito ("Color universal design", 2008), darkened or lightened for
/// contrast: lines reach 3:1 and text 4.5:1 (WCAG 2.1) against what is behind them. Colour never
/// carries meaning alone: shape, line style and arrow head say the class too.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// The built-in looks: for screens by day and by night, and for paper (no fills, darker lines).
/// Pictures of `automatic` are light, and dark where an SVG's reader has a dark screen.
enum class Theme : std::uint8_t { light, dark, print, automatic };

/// Its name.
[[nodiscard]] std::string_view to_string(Theme theme);

/// A colour in sRGB.
struct Colour {
  std::uint8_t red = 0;    ///< 0 to 255
  std::uint8_t green = 0;  ///< 0 to 255
  std::uint8_t blue = 0;   ///< 0 to 255

  /// The same value.
  friend bool operator==(const Colour&, const Colour&) = default;
};

/// `#RRGGBB`.
[[nodiscard]] std::string to_string(Colour colour);

/// Outlines of entities.
enum class Shape : std::uint8_t {
  rounded_box,
  double_box,
  note,
  ellipse,
  hexagon,
  pin,  ///< a box that points down, as on a map
  parallelogram,
  tab,
  box,
};

/// Strokes of relations. The built-in looks draw all of them solid: broken lines mean doubt.
enum class Stroke : std::uint8_t { solid, dashed, dotted };

/// What an edge ends in. `open_diamond`, `open_dot`, `open_inverse` and `box` also mark relations
/// that are not reported as fact, at their beginning, and `open_tee` an end that is inferred.
enum class Head : std::uint8_t {
  none,
  filled,
  vee,
  open,
  tee,
  double_tee,
  dot,
  open_dot,
  diamond,
  open_box,
  open_diamond,
  box,
  open_inverse,
  double_vee,
  double_open,
  double_dot,
  half_vee,
  crow,
  inverse,
  double_filled,
  double_open_dot,
  open_tee,
};

/// How entities of one drawing class look.
struct NodeStyle {
  std::string drawing_class = {};  ///< what the theme draws it as
  Shape shape = Shape::box;        ///< its outline
  Colour fill = {};                ///< colour inside
  Colour line = {};                ///< colour of the outline
  double text_size = 0;            ///< of names, in points; 0: what suits the class
};

/// How relations of one drawing class look. Width in points.
struct EdgeStyle {
  std::string drawing_class = {};  ///< what the theme draws it as
  Colour line = {};                ///< its colour
  Stroke stroke = Stroke::solid;   ///< solid or broken
  Head head = Head::none;          ///< what it ends in
  double width = 1.2;              ///< points
};

/// Colours of boxes that show a group or a step of a scale and not a kind.
struct Tint {
  Colour fill = {};  ///< colour inside
  Colour line = {};  ///< colour of the outline
};

/// How many of Style::tints are for groups; those behind them are for steps, from low to high.
inline constexpr std::size_t qualitative_tints = 8;
/// How many are for steps.
inline constexpr std::size_t sequential_tints = 5;

/// Broken lines: what is drawn and what is left free in turn, in points. Each means one thing.
struct Dashes {
  std::vector<double> doubtful = {4, 3};     ///< a date, a source or an identity is in doubt
  std::vector<double> undated = {0.1, 3.4};  ///< no date at all
  std::vector<double> dashed = {6, 3.5};     ///< of Stroke::dashed, in styles of one's own
  std::vector<double> dotted = {1.5, 3};     ///< of Stroke::dotted, in styles of one's own
};

/// Widths of lines in points, where they are not those of a class.
struct Widths {
  double outline = 1.4;          ///< of entities
  double strong_outline = 3;     ///< of those in question
  double faded_outline = 0.8;    ///< of those in the background
  double strong = 2.4;           ///< of relations in question, and of those that appeared
  double faded = 0.6;            ///< of those in the background
  double persisted = 0.7;        ///< of those that stayed
  double ended = 2.6;            ///< of those that ended, which are two thin lines
  double plain = 1.2;            ///< of samples of no class
  double outlined_bar = 1.2;     ///< of bars without a fill
  double doubtful_bar = 0.9;     ///< of bars whose dates are in doubt
  double tick = 1.6;             ///< of short strokes across a line or a bar
  double head = 1;               ///< of the outlines of arrow heads
  double series = 2;             ///< of the lines of a chart of measures
  double strong_series = 3.4;    ///< of those in question
  double doubtful_series = 1.3;  ///< of those that only may be so
  double hollow = 1.1;           ///< of the outlines of hollow points
  double leader = 0.6;           ///< from a line to its name
  double asked = 0.8;            ///< of the limits of the period asked for
  double cell = 0.5;             ///< of the squares of a table
  double doubtful_cell = 1.2;    ///< of those that only may be so
  double time_axis = 2;          ///< of the line that years stand at
  double axis = 1;               ///< of the axes of a scale
  double scale = 0.7;            ///< of the lines across a scale
  double grid = 0.6;             ///< of the lines between rows and columns
  double year = 1;               ///< from a year to its first card
  double frame = 1;              ///< around panels, regions and the chips of cards
  double ghost = 0.8;            ///< of the outlines of who is absent
  double certain_band = 9;       ///< of the pale band below certain lines among doubtful ones
};

/// A whole look. Drawing classes that the tables do not know are drawn as `other`, their last row.
struct Style {
  std::string name = {};              ///< of the look
  Colour background = {};             ///< of the page
  Colour text = {};                   ///< names, titles
  Colour secondary = {};              ///< dates, notes
  Colour grid = {};                   ///< thin lines of axes
  Colour faded_line = {};             ///< what is not in question, in views with a centre
  Colour faded_text = {};             ///< what is not in question
  Colour accent = {};                 ///< what is highlighted
  std::string font = {};              ///< family for scripts without a face of their own
  double title_size = 20;             ///< points, on a page of usual width
  std::vector<NodeStyle> nodes = {};  ///< by drawing class
  std::vector<EdgeStyle> edges = {};  ///< by drawing class
  std::vector<Tint> tints = {};       ///< of groups, then of steps
  Dashes dashes = {};                 ///< broken lines
  Widths widths = {};                 ///< of lines that no class gives one
};

/// The built-in look of that name.
[[nodiscard]] Style style(Theme theme);

/// What dark screens show of a picture in that look, if it is another.
[[nodiscard]] std::optional<Style> dark_style(Theme theme);

/// How the class is drawn; `other` if the look does not know it.
[[nodiscard]] const NodeStyle& node_style(const Style& style, std::string_view drawing_class);
/// How the class is drawn; `other` if the look does not know it.
[[nodiscard]] const EdgeStyle& edge_style(const Style& style, std::string_view drawing_class);

/// Font families for text of a language, best first, as CSS and Pango read them: Han characters
/// have other shapes in Japanese, Korean and the two Chinese scripts.
[[nodiscard]] std::string font_families(const Style& style, std::string_view language);

}  // namespace entente
