#pragma once

/// Sizes of pages as a call writes them.

#include <string>

#include <entente/render/geometry.hpp>

namespace entente::tool {

/// What a size is written in decides the resolution of a PNG: of one in pixels it has as many.
struct PageSize {
  Size points = {};
  enum class Unit { pixels, lengths } unit = Unit::pixels;
};

/// `1200x800` in pixels (1/96 inch), `297x210mm`, `30x20cm`, `8x5in`, `600x400pt`, `a4`,
/// `a3-landscape`, `letter`; `183mm` alone is a width, the height three quarters of it; `16:9`,
/// `4:3` and `phone` are screens. @throws InvalidArgument `bad-option-value` for anything else.
[[nodiscard]] PageSize page_size(const std::string& text);

}  // namespace entente::tool
