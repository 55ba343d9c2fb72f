#pragma once

/// Rows of text in SVG.

#include <string>
#include <string_view>
#include <vector>

#include <entente/render/theme.hpp>

#include "render/label/text_row.hpp"
#include "render/svg/svg.hpp"

namespace entente {

/// Rows of text from a top left corner on, or around a centre.
void write_rows(SvgWriter& svg, const std::vector<TextRow>& rows, Point top_left);
void write_centred_rows(SvgWriter& svg, const std::vector<TextRow>& rows, Point centre);

/// Rules for text: its colours, its weights and the faces of its languages.
[[nodiscard]] std::string text_rules(const Style& style);

/// The class of text whose Han characters are not those of Japanese: "SC", "TC", "KR"; else "".
[[nodiscard]] std::string language_class(std::string_view language);

}  // namespace entente
