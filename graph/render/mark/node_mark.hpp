#pragma once

/// Entities as outlines.

#include <string>

#include <entente/render/page.hpp>

#include "render/layout/box.hpp"
#include "render/mark/mark_classes.hpp"
#include "render/svg/svg.hpp"

namespace entente {

/// What an outline is called, apart from being one: "agreement plan possible imprecise".
[[nodiscard]] std::string classes_of(const NodeMark& mark, const Style& style);

/// How thick its outline is, in points.
[[nodiscard]] double outline_width(const DiagramNode& node, const Style& style);

/// A shape with its extra lines.
void draw_shape(SvgWriter& svg, Shape shape, const Box& box);

/// A sample in a group of its own.
void draw_sample(SvgWriter& svg, const NodeMark& mark, const Box& box, const Style& style);

/// Rules for outlines of these classes.
[[nodiscard]] std::string node_rules(const Style& style, const UsedClasses& used);

}  // namespace entente
