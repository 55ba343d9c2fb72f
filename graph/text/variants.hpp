#pragma once

/// The variants of Chinese characters that Chinese and Japanese write, brought to one form.
///
/// The data is OpenCC's, compiled in (see variant_dictionaries.hpp), so that a program starts
/// without reading a file and a text is unified in well under a microsecond.

#include <string>

namespace entente {

/// True for a unified ideograph: the characters that variants are about. Compatibility ideographs
/// are none; NFKC brings them to unified ones.
[[nodiscard]] constexpr bool is_ideograph(char32_t c) noexcept {
  if (c >= 0x2F800 && c <= 0x2FA1F) return false;
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x20000 && c <= 0x3FFFD);
}

/// The text with every ideograph in the form of its class, then every phrase. Keeps the number of
/// characters. Unifying twice changes nothing more.
[[nodiscard]] std::u32string unified_variants(std::u32string text);

}  // namespace entente
