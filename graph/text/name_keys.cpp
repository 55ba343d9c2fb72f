#include "text/name_keys.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "text/kana.hpp"
#include "text/normal_forms.hpp"
#include "text/utf8.hpp"
#include "text/variant_data.hpp"
#include "text/variant_pairs.hpp"
#include "text/variants.hpp"

namespace entente {
namespace {

/// Ideographs, kana and syllables of Hangul, which have no accents, and ASCII.
bool is_without_accent(char32_t c) {
  return c < 0x80 || is_ideograph(c) || (c >= 0x3041 && c <= 0x3096) ||
         (c >= 0x30A1 && c <= 0x30FC) || (c >= 0xAC00 && c <= 0xD7A3);
}

bool is_accent(char32_t c) {
  const auto mark = static_cast<UChar32>(c);
  const int combining = u_getCombiningClass(mark);
  constexpr int nukta = 7;
  if (combining == 0 || c == 0x3099 || c == 0x309A) return false;
  if (combining == nukta) return true;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(mark, &status)) {
    case USCRIPT_INHERITED:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_HEBREW:
    case USCRIPT_ARABIC:
    case USCRIPT_SYRIAC:
      return true;
    default:
      return false;
  }
}

/// The letter in ASCII, or itself.
std::u32string_view plain_letter(const char32_t& c) {
  if (c == U'ə') return U"e";  // of Azerbaijani, which Latin-ASCII leaves
  const auto letters = variant_data::letters();
  const auto found = std::lower_bound(
      letters.begin(), letters.end(), c,
      [](const variant_data::Letter& each, char32_t wanted) { return each.letter < wanted; });
  if (found != letters.end() && found->letter == c) return found->plain;
  return {&c, 1};
}

struct Spelling {
  char32_t letter;
  std::string_view spelt;
};

constexpr std::array<Spelling, 6> spellings = {
    {{U'ä', "ae"}, {U'ö', "oe"}, {U'ü', "ue"}, {U'å', "aa"}, {U'ø', "oe"}, {U'đ', "dj"}}};

/// Letters of one sound that languages of one script write apart: forms of yeh, kaf, heh and alef,
/// candrabindu and anusvara.
constexpr std::u32string_view letter_pairs =
    U"\u06CC\u064A\u0649\u064A\u06A9\u0643\u0629\u0647\u06C1\u0647\u06BE\u0647\u0671\u0627\u0901"
    U"\u0902";

char32_t unified_letter(char32_t c) {
  if (c < 0x80) return c;
  for (const std::u32string_view pairs : {name_variants, letter_pairs})
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2)
      if (pairs[i] == c) return pairs[i + 1];
  const int digit = u_charDigitValue(static_cast<UChar32>(c));
  return digit < 0 ? c : U'0' + static_cast<char32_t>(digit);
}

bool is_space(char32_t c) {
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

/// Punctuation that only separates or joins, and letters that stand for apostrophes. Not `#` and
/// the like, which tell names apart (C and C#).
bool is_punctuation(char32_t c) {
  constexpr std::u32string_view distinctive = U"#%*@&";
  constexpr std::u32string_view more =
      U"`\u00B4\u02B9\u02BA\u02BB\u02BC\u02BD\u02BE\u02BF\u02C8\u02CA\u02CB\u02EE=\u0640";
  if (distinctive.find(c) != std::u32string_view::npos) return false;
  if (more.find(c) != std::u32string_view::npos) return true;
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_P_MASK) != 0;
}

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

/// Devanagari writes a nasal before a consonant of its own class as that nasal and a virama, or as
/// a dot: नरेन्द्र, नरेंद्र. The text with the dot.
std::u32string with_anusvara(const std::u32string& text) {
  constexpr char32_t first_consonant = 0x0915;
  constexpr char32_t virama = 0x094D;
  constexpr char32_t anusvara = 0x0902;
  // The fifth of each of the first five classes of five; one code point parts the last two.
  const auto place_of = [](char32_t c) -> std::size_t {
    const bool is_consonant = c >= first_consonant && c <= 0x092E && c != 0x0929;
    if (!is_consonant) return 25;
    return static_cast<std::size_t>(c - first_consonant) - (c > 0x0929 ? 1 : 0);
  };
  std::u32string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t nasal = place_of(text[i]);
    const bool before_another = i + 2 < text.size() && text[i + 1] == virama && nasal % 5 == 4 &&
                                place_of(text[i + 2]) / 5 == nasal / 5 &&
                                place_of(text[i + 2]) % 5 != 4;
    result += before_another ? anusvara : text[i];
    if (before_another) ++i;
  }
  return result;
}

/// What stands between words of a name.
bool separates_words(char32_t c) {
  constexpr std::u32string_view separators = U",、，،・·‧•=゠;/";
  return is_space(c) || separators.find(c) != std::u32string_view::npos;
}

}  // namespace

std::string without_accents(std::string_view folded) {
  const CodePoints characters(folded);
  if (std::all_of(characters.begin(), characters.end(),
                  [](const CodePoint& c) { return is_without_accent(c.value); }))
    return std::string(folded);
  std::u32string plain;
  const std::string decomposed = nfd(folded);
  for (const CodePoint c : code_points(decomposed))
    if (!is_accent(c.value)) plain += plain_letter(c.value);
  return squeezed(nfc(to_utf8(plain)));
}

std::string with_umlauts_spelt(std::string_view folded) {
  std::string spelt;
  for (const CodePoint c : code_points(folded)) {
    const auto found = std::find_if(spellings.begin(), spellings.end(),
                                    [&](const Spelling& each) { return each.letter == c.value; });
    spelt += found != spellings.end() ? found->spelt : folded.substr(c.offset, c.size);
  }
  return without_accents(spelt);
}

std::string spelling_key(std::string_view accent_free) {
  std::u32string letters;
  bool separated = false;
  for (const CodePoint each : code_points(accent_free)) {
    if (is_space(each.value) || is_punctuation(each.value)) {
      separated = true;
      continue;
    }
    const char32_t c = unified_letter(each.value);
    // 1.2 is not 12.
    if (separated && is_digit(c) && !letters.empty() && is_digit(letters.back())) letters += U' ';
    letters += c;
    separated = false;
  }
  return nfc(to_utf8(unified_kana(with_anusvara(letters))));
}

std::vector<std::string> word_keys(std::string_view accent_free) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (std::string key = spelling_key(word); !key.empty()) words.push_back(std::move(key));
    word.clear();
  };
  for (const CodePoint c : code_points(accent_free)) {
    if (separates_words(c.value))
      end_word();
    else
      word += accent_free.substr(c.offset, c.size);
  }
  end_word();
  return words;
}

}  // namespace entente
