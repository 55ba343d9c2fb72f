#pragma once

/// Data shown on a terminal without its being able to command the terminal or to deceive the eye.

#include <string>
#include <string_view>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// The text with every character that acts instead of showing written as `\u{1b}`: C0 (line feed
/// and tab included), DEL, C1, line and paragraph separators, bidirectional controls, zero-width
/// and other invisible characters. Bytes that are not UTF-8 are written as `\x{ff}`. Visible
/// characters, combining marks among them, are kept; so are invisible ones where spelling needs
/// them: ZWNJ and ZWJ between letters of a script that joins (Persian, Indic; also behind a
/// virama), ZWJ between emoji, variation selectors behind a character that has variants (U+E0100
/// behind an ideograph). The result is one line of valid UTF-8.
/// For people, not for reading back: a backslash in the text stays single.
[[nodiscard]] std::string terminal_safe(std::string_view text);

}  // namespace entente
