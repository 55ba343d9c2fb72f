#pragma once

/// Samples of marks, as legends show them.

#include <entente/render/page.hpp>

#include "render/layout/box.hpp"
#include "render/mark/mark_classes.hpp"
#include "render/svg/svg.hpp"

namespace entente {

/// The mark alone, as large as the box, in a group with the classes it has in a drawing.
void draw(SvgWriter& svg, const Mark& mark, const Box& box, const Style& style);

/// What a square of a table is called that counts so many of at most so many: its colour goes with
/// the count.
[[nodiscard]] std::string classes_of(const CountMark& mark, std::size_t count, std::size_t most);

/// What the outline of somebody absent is called.
[[nodiscard]] std::string classes_of(const GhostMark& mark);

/// How much of the usual width of a sample it needs.
[[nodiscard]] double sample_width(const Mark& mark);

/// Rules for squares, lines of values and days asked about.
[[nodiscard]] std::string chart_rules(const Style& style);

}  // namespace entente
