#include "entente/text/safe.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>
#include <unicode/uchar.h>

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

}  // namespace

std::string terminal_safe(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), is_plain)) return std::string(text);
  std::string result;
  result.reserve(text.size() + 16);
  for (const CodePoint c : code_points(text)) {
    const std::string_view bytes = text.substr(c.offset, c.size);
    if (c.malformed) {
      for (const char byte : bytes)
        fmt::format_to(std::back_inserter(result), "\\x{{{:02x}}}",
                       static_cast<unsigned char>(byte));
    } else if (must_be_named(c.value)) {
      fmt::format_to(std::back_inserter(result), "\\u{{{:x}}}",
                     static_cast<std::uint32_t>(c.value));
    } else {
      result += bytes;
    }
  }
  return result;
}

}  // namespace entente
