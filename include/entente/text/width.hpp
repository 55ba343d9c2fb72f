#pragma once

/// Columns of a terminal: how wide a text is shown, and making it so wide.
///
/// Widths follow UAX #11 and the grapheme clusters of UAX #29 by ICU's properties: East Asian wide
/// and full-width characters take two cells, combining and invisible ones none, an emoji sequence
/// (joined people, flags, key caps, skin tones) two. Ambiguous characters take one. Control
/// characters take none; make text safe (`terminal_safe`) before measuring it.

#include <cstddef>
#include <string>
#include <string_view>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// Cells of a terminal that the text takes.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// The text with spaces after it (before it), at least `width` cells wide.
[[nodiscard]] std::string pad_right(std::string_view text, std::size_t width);
/// The same with blanks before the text.
[[nodiscard]] std::string pad_left(std::string_view text, std::size_t width);

/// The text if it fits, else its longest beginning that fits with `…` after it. No character is
/// cut from its marks; width 0 gives nothing.
[[nodiscard]] std::string truncate_to_width(std::string_view text, std::size_t width);

}  // namespace entente
