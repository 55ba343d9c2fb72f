#pragma once

/// How much room text takes, in the fonts that pictures are drawn with: Noto Sans and, for Han,
/// kana and Hangul, the faces of Noto Sans CJK. Known without opening a font, so that a picture is
/// the same wherever it is made; kerning (at most a few percent) is left out.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "render/label/noto_sans_widths.hpp"

namespace entente {

/// The size and weight of a line of text.
struct Font {
  double size = 10;  ///< points an em
  FontWeight weight = FontWeight::regular;
};

/// Width in points.
[[nodiscard]] double text_width(std::string_view text, const Font& font);

/// From one base line to the next, and from a line's top to its base line, in points.
[[nodiscard]] constexpr double line_height(const Font& font) {
  return font.size * 1.3;
}
[[nodiscard]] constexpr double ascent(const Font& font) {
  return font.size * 1.02;
}

/// The drawable text in at most `lines` lines of at most `width` points, with `…` instead of its
/// middle where it must be shortened, or of its end where there is room for a few letters only.
/// Lines are about equally long.
[[nodiscard]] std::vector<std::string> set_in_lines(std::string_view text, const Font& font,
                                                    double width, std::size_t lines);

/// Whether lines that were set leave out some of their text.
[[nodiscard]] bool is_cut(std::string_view text, const std::vector<std::string>& lines);

}  // namespace entente
