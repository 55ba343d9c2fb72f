#pragma once

/// Grounds of entities that belong together, and the lines between them.

#include <cstddef>
#include <string>

#include <entente/render/mark.hpp>
#include <entente/render/theme.hpp>

#include "render/layout/box.hpp"
#include "render/route/route.hpp"
#include "render/svg/svg.hpp"

namespace entente {

/// How wide the line is that stands for so many relations, in points: a step more for each
/// doubling, up to seven.
[[nodiscard]] double bundle_width(std::size_t relations);

/// The ground, as large as the box.
void draw_ground(SvgWriter& svg, const Box& box);
/// The line of so many relations along a way.
void draw_bundle(SvgWriter& svg, const Spline& way, std::size_t relations);

/// As legends show them.
void draw_sample(SvgWriter& svg, const RegionMark& mark, const Box& box);
void draw_sample(SvgWriter& svg, const BundleMark& mark, const Box& box);

/// Rules for both.
[[nodiscard]] std::string region_rules(const Style& style);

}  // namespace entente
