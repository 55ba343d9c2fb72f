#pragma once

/// Signs of one or two characters in samples of marks.

#include <string_view>

#include "render/svg/svg.hpp"

namespace entente {

/// A sign on a cell in the middle of a sample.
void write_sign(SvgWriter& svg, std::string_view sign, const Box& box);

}  // namespace entente
