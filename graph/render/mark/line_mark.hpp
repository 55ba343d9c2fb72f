#pragma once

/// Relations as lines.

#include <string>
#include <string_view>

#include <entente/render/page.hpp>

#include "render/mark/mark_classes.hpp"
#include "render/route/route.hpp"
#include "render/svg/svg.hpp"

namespace entente {

/// What a line is called, apart from being one: "treaty plan possible no-end appeared".
[[nodiscard]] std::string classes_of(const LineMark& mark, const Style& style);

/// How wide it is, in points: as its values make it, else as its class is.
[[nodiscard]] double width_of(const LineMark& mark, const Style& style);
/// How large its heads are, 1 for the usual size; wide lines have larger ones.
[[nodiscard]] double head_scale_of(const LineMark& mark, const Style& style);

/// The line along a way, inside a group with those classes: its shaft, what it ends and begins in,
/// the signs of its doubt. `name` is that of an element no other has; a line that fades needs it.
void draw_line(SvgWriter& svg, const LineMark& mark, const Spline& way, const Style& style,
               std::string_view name);

/// A sample in a group of its own.
void draw_sample(SvgWriter& svg, const LineMark& mark, const Box& box, const Style& style);

/// Rules for lines of these classes.
[[nodiscard]] std::string line_rules(const Style& style, const UsedClasses& used);

/// Rules for doubt and change, for marks of any kind.
[[nodiscard]] std::string doubt_rules(const Style& style);

/// Lengths drawn and left free, as style sheets write them.
[[nodiscard]] std::string dash_array(const std::vector<double>& dashes);

}  // namespace entente
