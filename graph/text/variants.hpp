#pragma once

/// The variants of Chinese characters that Chinese and Japanese write, brought to one form.
///
/// The data is OpenCC's, compiled in (see variant_dictionaries.hpp), so that a program starts
/// without reading a file and a text is unified in well under a microsecond.

#include <string>

namespace entente {

/// The twelve unified ideographs that stand among compatibility ones: 﨑, 﨎 and others of names.
[[nodiscard]] constexpr bool is_unified_among_compatible(char32_t c) noexcept {
  if (c < 0xFA0E || c > 0xFA29) return false;
  constexpr unsigned first = 0xFA0E;
  constexpr unsigned unified = 0xE6A006B;  // U+FA29 … U+FA0E
  return (unified >> (static_cast<unsigned>(c) - first) & 1U) != 0;
}

/// True for a unified ideograph: the characters that variants are about. Compatibility ideographs
/// are none; NFKC brings them to unified ones.
[[nodiscard]] constexpr bool is_ideograph(char32_t c) noexcept {
  if (c >= 0x2F800 && c <= 0x2FA1F) return false;
  if (is_unified_among_compatible(c)) return true;
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x20000 && c <= 0x3FFFD);
}

/// The text with every ideograph in the form of its class, then every phrase. Keeps the number of
/// characters. Unifying twice changes nothing more.
[[nodiscard]] std::u32string unified_variants(std::u32string text);

}  // namespace entente
