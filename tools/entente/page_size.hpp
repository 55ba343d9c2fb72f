#pragma once

/// Sizes of pages as a call writes them.

#include <string>

#include <entente/render/geometry.hpp>

namespace entente::tool {

/// What a size is written in decides the resolution of a PNG: of one in pixels it has as many.
struct PageSize {
  Size points = {};
  enum class Unit { pixels, lengths } unit = Unit::pixels;
  double highest = 0;  ///< points that the page may be high, where only its width is given
};

/// `1200x800` in pixels (1/96 inch), `297x210mm`, `30x20cm`, `8x5in`, `600x400pt`, `a4`,
/// `a3-landscape`, `letter`; `183mm` alone is a width, the height as
/// needed, from three quarters of it (of a narrow column 1.35 times it) to what a sheet of A4
/// holds; `16:9` and `4:3` are screens, `phone` one that scrolls.
/// @throws InvalidArgument `bad-option-value` for anything else.
[[nodiscard]] PageSize page_size(const std::string& text);

}  // namespace entente::tool
