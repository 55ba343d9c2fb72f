#include "text/language_codes.hpp"

#include <array>

#include <unicode/uloc.h>

#include <entente/text/language.hpp>

namespace entente {

std::string tag_of_language_code(std::string_view code) {
  const std::string text(code);
  if (!is_language_tag(code) || code.find('-') != code.npos) return text;
  std::array<char, ULOC_LANG_CAPACITY> language{};
  UErrorCode status = U_ZERO_ERROR;
  const int size =
      uloc_getLanguage(text.c_str(), language.data(), static_cast<int>(language.size()), &status);
  return U_FAILURE(status) != 0 || size == 0 ? text : std::string(language.data());
}

std::string language_code_of_tag(std::string_view tag) {
  const std::string text(tag);
  if (!is_language_tag(tag)) return text;
  const std::string code = uloc_getISO3Language(text.c_str());
  return code.empty() ? text : code;
}

}  // namespace entente
