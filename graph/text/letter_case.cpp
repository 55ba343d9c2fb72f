#include "text/letter_case.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace entente {
namespace {

icu::UnicodeString as_unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

std::string as_utf8(const icu::UnicodeString& text) {
  std::string bytes;
  return text.toUTF8String(bytes);
}

}  // namespace

std::string upper_case(std::string_view text) {
  return as_utf8(as_unicode(text).toUpper(icu::Locale::getRoot()));
}

std::string lower_case(std::string_view text) {
  return as_utf8(as_unicode(text).toLower(icu::Locale::getRoot()));
}

}  // namespace entente
