#pragma once

/// How wide the characters of the fonts used are.

#include <cstdint>
#include <optional>

namespace entente {

enum class FontWeight : std::uint8_t { regular, bold };

/// The advance of a character of Noto Sans in thousandths of an em; none if the table has it not.
[[nodiscard]] std::optional<std::uint16_t> noto_sans_width(char32_t character, FontWeight weight);

}  // namespace entente
