#pragma once

/// Samples of marks, as legends show them.

#include <entente/render/page.hpp>

#include "render/layout/box.hpp"
#include "render/mark/mark_classes.hpp"
#include "render/svg/svg.hpp"

namespace entente {

/// The mark alone, as large as the box, in a group with the classes it has in a drawing.
void draw(SvgWriter& svg, const Mark& mark, const Box& box, const Style& style);

/// What a square of a table is called.
[[nodiscard]] std::string classes_of(const CountMark& mark);

/// How much of the usual width of a sample it needs.
[[nodiscard]] double sample_width(const Mark& mark);

/// What a square of a table is called by how dark it is, which counts so many of at most so many.
[[nodiscard]] std::string count_class(std::size_t count, std::size_t most);

/// Rules for squares, lines of values and days asked about.
[[nodiscard]] std::string chart_rules(const Style& style);

}  // namespace entente
