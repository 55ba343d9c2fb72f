#include "entente/text/safe.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "text/utf8.hpp"

namespace entente {
namespace {

bool is_plain(char byte) {
  return byte >= 0x20 && byte < 0x7F;
}

/// True for characters that act or hide instead of showing.
bool must_be_named(char32_t c) {
  const auto code_point = static_cast<UChar32>(c);
  switch (u_charType(code_point)) {
    case U_CONTROL_CHAR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return true;
    case U_FORMAT_CHAR:
      // The Arabic number signs are format characters, and visible.
      return u_hasBinaryProperty(code_point, UCHAR_PREPENDED_CONCATENATION_MARK) == 0;
    default:
      return u_hasBinaryProperty(code_point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
  }
}

bool has_property(char32_t c, UProperty property) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), property) != 0;
}

bool is_mark(char32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}

/// The script of a letter, digit or mark.
UScriptCode letter_script(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  if (u_isalnum(static_cast<UChar32>(c)) == 0 && !is_mark(c)) return USCRIPT_COMMON;
  return uscript_getScript(static_cast<UChar32>(c), &status);
}

/// Scripts whose spelling needs to say where letters join.
bool has_joiners(UScriptCode script) {
  switch (script) {
    case USCRIPT_ARABIC:
    case USCRIPT_SYRIAC:
    case USCRIPT_MANDAIC:
    case USCRIPT_NKO:
    case USCRIPT_ADLAM:
    case USCRIPT_MONGOLIAN:
    case USCRIPT_PHAGS_PA:
    case USCRIPT_DEVANAGARI:
    case USCRIPT_BENGALI:
    case USCRIPT_GURMUKHI:
    case USCRIPT_GUJARATI:
    case USCRIPT_ORIYA:
    case USCRIPT_TAMIL:
    case USCRIPT_TELUGU:
    case USCRIPT_KANNADA:
    case USCRIPT_MALAYALAM:
    case USCRIPT_SINHALA:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
    case USCRIPT_TIBETAN:
    case USCRIPT_BALINESE:
    case USCRIPT_JAVANESE:
    case USCRIPT_CHAKMA:
    case USCRIPT_MEITEI_MAYEK:
      return true;
    default:
      return false;
  }
}

/// What stands before a character, as far as that decides whether a format character belongs to it.
class FormatContext {
 public:
  void add(char32_t c) {
    const bool joins_on = (is_mark(c) && letter_script(c) == USCRIPT_INHERITED) || is_selector(c);
    if (!joins_on) script_ = letter_script(c);
    const bool goes_on = has_property(c, UCHAR_EMOJI_MODIFIER) || c == emoji_selector;
    pictograph_ = has_property(c, UCHAR_EXTENDED_PICTOGRAPHIC) || (pictograph_ && goes_on);
    last_ = c;
  }

  /// Whether a format character that is followed by `next` is part of how the text is spelt.
  [[nodiscard]] bool needs(char32_t c, char32_t next) const {
    if (c == joiner && pictograph_) return has_property(next, UCHAR_EXTENDED_PICTOGRAPHIC);
    if (c == joiner || c == non_joiner) {
      if (!has_joiners(script_)) return false;
      constexpr int virama = 9;  // canonical combining class
      return letter_script(next) == script_ ||
             u_getCombiningClass(static_cast<UChar32>(last_)) == virama;
    }
    if (c == mongolian_vowel_separator)
      return script_ == USCRIPT_MONGOLIAN && letter_script(next) == USCRIPT_MONGOLIAN;
    return is_selector(c) && selects(c, next);
  }

 private:
  static constexpr char32_t non_joiner = 0x200C;
  static constexpr char32_t joiner = 0x200D;
  static constexpr char32_t mongolian_vowel_separator = 0x180E;
  static constexpr char32_t text_selector = 0xFE0E;
  static constexpr char32_t emoji_selector = 0xFE0F;
  static constexpr char32_t key_cap = 0x20E3;

  static bool is_selector(char32_t c) { return has_property(c, UCHAR_VARIATION_SELECTOR); }

  /// Whether a variation selector chooses among forms of the character before it.
  [[nodiscard]] bool selects(char32_t c, char32_t next) const {
    if (c == text_selector || c == emoji_selector)
      return has_property(last_, UCHAR_EXTENDED_PICTOGRAPHIC) ||
             (has_property(last_, UCHAR_EMOJI) && next == key_cap);
    if (has_property(last_, UCHAR_UNIFIED_IDEOGRAPH)) return true;
    const bool is_mongolian = c >= 0x180B && c <= 0x180F;
    if (is_mongolian) return script_ == USCRIPT_MONGOLIAN && !is_selector(last_);
    return c == 0xFE00 && (script_ == USCRIPT_MYANMAR || script_ == USCRIPT_PHAGS_PA ||
                           u_charType(static_cast<UChar32>(last_)) == U_MATH_SYMBOL);
  }

  UScriptCode script_ = USCRIPT_COMMON;  ///< of the letter before
  bool pictograph_ = false;              ///< an emoji stands before, with what belongs to it
  char32_t last_ = 0;
};

}  // namespace

std::string terminal_safe(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), is_plain)) return std::string(text);
  std::string result;
  result.reserve(text.size() + 16);
  FormatContext before;
  for (const CodePoint c : code_points(text)) {
    const std::string_view bytes = text.substr(c.offset, c.size);
    const std::size_t end = c.offset + c.size;
    const char32_t next = end < text.size() ? decode_utf8(text, end).value : 0;
    if (c.malformed) {
      for (const char byte : bytes)
        fmt::format_to(std::back_inserter(result), "\\x{{{:02x}}}",
                       static_cast<unsigned char>(byte));
    } else if (must_be_named(c.value) && !before.needs(c.value, next)) {
      fmt::format_to(std::back_inserter(result), "\\u{{{:x}}}",
                     static_cast<std::uint32_t>(c.value));
    } else {
      result += bytes;
    }
    before.add(c.value);
  }
  return result;
}

}  // namespace entente
