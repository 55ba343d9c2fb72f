#pragma once

/// Signs of one or two characters: in samples of marks, and in written dates.

#include <set>
#include <string_view>

#include <entente/render/mark.hpp>

#include "render/svg/svg.hpp"

namespace entente {

/// Whether a `?` stands beside a date or a line of which this is in doubt: where a broken line says
/// that it may not be so at all.
[[nodiscard]] bool has_question_mark(Why doubt);

/// A sign on a cell in the middle of a sample.
void write_sign(SvgWriter& svg, std::string_view sign, const Box& box);

/// The sign itself.
[[nodiscard]] std::string_view text_of(DateSign sign);

/// Which signs stand in a date as pictures write it.
[[nodiscard]] std::set<DateSign> signs_in(std::string_view date);

/// A sample in a group of its own.
void draw_sample(SvgWriter& svg, DateSign sign, const Box& box);

}  // namespace entente
