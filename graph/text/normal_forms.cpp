#include "text/normal_forms.hpp"

#include <limits>
#include <new>

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>

#include "entente/error.hpp"
#include "text/utf8.hpp"

namespace entente {
namespace {

using NormalizerOf = const icu::Normalizer2* (*)(UErrorCode&);

[[noreturn]] void throw_icu_error(UErrorCode status) {
  if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
  throw Error(Exit::internal, "icu-failed",
              std::string("the Unicode library ICU failed with ") + u_errorName(status) +
                  "; reinstall it with its data");
}

icu::StringPiece piece_of(std::string_view text) {
  if (text.size() > std::numeric_limits<int32_t>::max() / 4)
    throw LimitReached("text-too-long", "a text of more than 512 MiB cannot be folded; shorten it");
  return {text.data(), static_cast<int32_t>(text.size())};
}

std::string normalized(std::string_view text, NormalizerOf normalizer_of) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = normalizer_of(status);
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  if (U_SUCCESS(status)) normalizer->normalizeUTF8(0, piece_of(text), sink, nullptr, status);
  if (U_FAILURE(status)) throw_icu_error(status);
  return result;
}

/// Ideographs that NFC replaces by others, which look different.
constexpr bool is_compatibility_ideograph(char32_t c) {
  return (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

}  // namespace

std::string nfkc_casefold(std::string_view text) {
  return normalized(text, icu::Normalizer2::getNFKCCasefoldInstance);
}
std::string nfkc(std::string_view text) {
  return normalized(text, icu::Normalizer2::getNFKCInstance);
}
std::string nfd(std::string_view text) {
  return normalized(text, icu::Normalizer2::getNFDInstance);
}
std::string nfc(std::string_view text) {
  return normalized(text, icu::Normalizer2::getNFCInstance);
}

bool is_composed(std::string_view text) {
  if (is_ascii(text)) return true;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  const bool composes_to_itself =
      U_SUCCESS(status) && normalizer->isNormalizedUTF8(piece_of(text), status) != 0;
  if (U_FAILURE(status)) throw_icu_error(status);
  return composes_to_itself;
}

std::string composed(std::string_view text) {
  if (is_composed(text)) return std::string(text);
  std::string result;
  std::size_t written = 0;
  for (const CodePoint c : code_points(text)) {
    if (!is_compatibility_ideograph(c.value)) continue;
    result += nfc(text.substr(written, c.offset - written));
    result += text.substr(c.offset, c.size);
    written = c.offset + c.size;
  }
  return result + nfc(text.substr(written));
}

std::string without_invisible(std::string_view text) {
  std::string result;
  for (const CodePoint c : code_points(text))
    if (u_hasBinaryProperty(static_cast<UChar32>(c.value), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0)
      result += text.substr(c.offset, c.size);
  return result;
}

std::string case_folded(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  icu::CaseMap::utf8Fold(U_FOLD_CASE_DEFAULT, piece_of(text), sink, nullptr, status);
  if (U_FAILURE(status)) throw_icu_error(status);
  return result;
}

std::string squeezed(std::string_view text) {
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

}  // namespace entente
