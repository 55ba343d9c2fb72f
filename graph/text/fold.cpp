#include "entente/text/fold.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "text/normal_forms.hpp"
#include "text/utf8.hpp"
#include "text/variants.hpp"

namespace entente {
namespace {

bool is_ascii_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

std::string fold_ascii(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    if (!is_ascii_space(c))
      result += ascii_lower(c);
    else if (!result.empty() && result.back() != ' ')
      result += ' ';
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

/// Kana and ideographs that NFKC and case folding leave alone, next to whatever of their kind.
/// The marks U+3099 and U+309A, which compose with kana, are not among them.
bool is_plain_cjk(char32_t c) {
  return is_ideograph(c) || (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FC);
}

bool is_plain_cjk(std::string_view text) {
  const CodePoints characters(text);
  return std::all_of(characters.begin(), characters.end(),
                     [](const CodePoint& c) { return is_plain_cjk(c.value); });
}

}  // namespace

std::string fold(std::string_view text, HanVariants variants) {
  if (is_ascii(text)) return fold_ascii(text);
  // Dropping an invisible character between stray bytes could join them to another character.
  if (first_invalid_utf8(text)) return fold(to_utf8(to_utf32(text)), variants);
  std::string folded = is_plain_cjk(text) ? std::string(text) : squeezed(nfkc_casefold(text));
  if (variants == HanVariants::keep) return folded;
  return to_utf8(unified_variants(to_utf32(folded)));
}

}  // namespace entente
