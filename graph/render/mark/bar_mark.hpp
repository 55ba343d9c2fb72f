#pragma once

/// States and acts along a time axis.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/render/page.hpp>

#include "render/layout/box.hpp"
#include "render/mark/mark_classes.hpp"
#include "render/svg/svg.hpp"

namespace entente {

/// Whether a state held on all days of a stretch, or on some of them.
enum class Lasted : std::uint8_t { throughout, at_some_time };

/// A part of an axis, in points.
struct AxisPart {
  double from = 0;
  double to = 0;
};

/// Where a bar lies, in points.
struct BarPlace {
  double from = 0;       ///< where it may have begun
  double sure_from = 0;  ///< where it lasted
  double sure_to = 0;
  double to = 0;
  std::vector<AxisPart> attested = {};  ///< where it is known to have lasted at some time
  bool lasted_between = false;          ///< whether it lasted from the first of them to the last
  double y = 0;                         ///< its middle
  Lasted lasted = Lasted::throughout;   ///< from sure_from to sure_to
};

inline constexpr double bar_height = 9;
inline constexpr double bar_arrow = 8;  // of an open end
inline constexpr double half_diamond = 4.5;

/// What a bar is called, apart from being one: "treaty plan".
[[nodiscard]] std::string classes_of(const BarMark& mark, const Style& style);
[[nodiscard]] std::string classes_of(const MomentMark& mark, const Style& style);

/// The bar, inside a group with those classes. `name` is that of an element no other has; a bar
/// that fades needs it.
void draw_bar(SvgWriter& svg, const BarMark& mark, const BarPlace& place, std::string_view name);

/// A diamond for an act, an upright bar for a state, inside a group with those classes.
void draw_moment(SvgWriter& svg, const MomentMark& mark, Point at);

/// Samples in groups of their own.
void draw_sample(SvgWriter& svg, const BarMark& mark, const Box& box, const Style& style);
void draw_sample(SvgWriter& svg, const MomentMark& mark, const Box& box, const Style& style);

/// Rules for bars and moments of these classes of relations.
[[nodiscard]] std::string bar_rules(const Style& style, const UsedClasses& used);

}  // namespace entente
