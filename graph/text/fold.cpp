#include "entente/text/fold.hpp"

#include <algorithm>
#include <new>
#include <stdexcept>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>

#include "entente/text/utf8.hpp"
#include "text/han_table.hpp"

namespace entente {
namespace {

bool is_ascii_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
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

/// White space trimmed and each run of it one space.
std::string squeeze(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const CodePoint c : code_points(text)) {
    if (u_isUWhiteSpace(static_cast<UChar32>(c.value)) == 0)
      result += text.substr(c.offset, c.size);
    else if (!result.empty() && result.back() != ' ')
      result += ' ';
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

using NormalizerOf = const icu::Normalizer2* (*)(UErrorCode&);

[[noreturn]] void throw_icu_error(UErrorCode status) {
  if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
  throw std::runtime_error(std::string("ICU: ") + u_errorName(status));
}

std::string normalized(std::string_view text, NormalizerOf normalizer_of) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = normalizer_of(status);
  std::string result;
  icu::StringByteSink<std::string> sink(&result, static_cast<int32_t>(text.size()));
  if (U_SUCCESS(status))
    normalizer->normalizeUTF8(0, {text.data(), static_cast<int32_t>(text.size())}, sink, nullptr,
                              status);
  if (U_FAILURE(status)) throw_icu_error(status);
  return result;
}

std::string nfkc_casefold(std::string_view text) {
  return normalized(text, icu::Normalizer2::getNFKCCasefoldInstance);
}
std::string nfkc(std::string_view text) {
  return normalized(text, icu::Normalizer2::getNFKCInstance);
}
std::string nfc(std::string_view text) {
  return normalized(text, icu::Normalizer2::getNFCInstance);
}

std::string without_invisible(std::string_view text) {
  std::string result;
  for (const CodePoint c : code_points(text))
    if (u_hasBinaryProperty(static_cast<UChar32>(c.value), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0)
      result += text.substr(c.offset, c.size);
  return result;
}

std::string case_folded(std::string_view text) {
  std::string result;
  for (const CodePoint c : code_points(nfc(text)))
    append_utf8(result, static_cast<char32_t>(
                            u_foldCase(static_cast<UChar32>(c.value), U_FOLD_CASE_DEFAULT)));
  return result;
}

/// Kana and ideographs that NFKC and case folding leave alone, next to whatever of their kind.
/// The marks U+3099 and U+309A, which compose with kana, are not among them.
bool is_plain_cjk(char32_t c) {
  return is_ideograph(c) || (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FC);
}

}  // namespace

std::string fold(std::string_view text, HanVariants variants) {
  if (is_ascii(text)) return fold_ascii(text);
  bool plain = true;
  for (const CodePoint c : code_points(text))
    if (!is_plain_cjk(c.value)) {
      plain = false;
      break;
    }
  std::string folded = plain ? std::string(text) : squeeze(nfkc_casefold(text));
  if (variants == HanVariants::keep) return folded;
  const std::u32string characters = to_utf32(folded);
  if (std::none_of(characters.begin(), characters.end(), is_ideograph)) return folded;
  return to_utf8(HanTable::instance().unified(characters));
}

NameDifference name_difference(std::string_view a, std::string_view b) {
  if (a == b) return NameDifference::none;
  if (fold(a, HanVariants::keep) != fold(b, HanVariants::keep)) return NameDifference::other;
  if (nfc(a) == nfc(b)) return NameDifference::normalization;
  if (without_invisible(a) == without_invisible(b)) return NameDifference::invisible;
  if (squeeze(a) == squeeze(b)) return NameDifference::spacing;
  if (case_folded(a) == case_folded(b)) return NameDifference::letter_case;
  if (nfkc(a) == nfkc(b)) return NameDifference::width;
  return NameDifference::several;
}

std::string_view to_string(NameDifference difference) noexcept {
  switch (difference) {
    case NameDifference::none:
      return "nothing";
    case NameDifference::normalization:
      return "normalization (NFC and NFD)";
    case NameDifference::invisible:
      return "invisible characters";
    case NameDifference::spacing:
      return "spaces";
    case NameDifference::letter_case:
      return "case";
    case NameDifference::width:
      return "width";
    case NameDifference::several:
      return "case, width, spaces or invisible characters";
    case NameDifference::other:
      return "more than writing";
  }
  return "more than writing";
}

}  // namespace entente
