#pragma once

/// Which fonts a picture needs and lacks.

#include <string>
#include <string_view>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// What is wrong with the installed fonts for the text of an SVG document, in one line with advice;
/// "" if every character has a face, and Han, kana and Hangul those that widths are measured with.
[[nodiscard]] std::string font_warning(std::string_view svg);

}  // namespace entente
