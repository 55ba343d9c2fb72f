// Well-formed sequences after The Unicode Standard, table 3-7: the lead byte fixes the length and
// the range of the second byte, which alone rules out overlong forms, surrogates and values past
// U+10FFFF.
#include "text/utf8.hpp"

#include <cassert>
#include <cstring>

namespace entente {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct Lead {
  std::uint8_t size = 0;  // 0: no sequence begins with this byte
  std::uint8_t second_min = 0x80;
  std::uint8_t second_max = 0xBF;
};

constexpr Lead lead_of(unsigned char byte) noexcept {
  if (byte < 0x80) return {1};
  if (byte < 0xC2) return {0};
  if (byte < 0xE0) return {2};
  if (byte == 0xE0) return {3, 0xA0};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte < 0xF0) return {3};
  if (byte == 0xF0) return {4, 0x90};
  if (byte < 0xF4) return {4};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {0};
}

unsigned char byte_at(std::string_view text, std::size_t offset) noexcept {
  return static_cast<unsigned char>(text[offset]);
}

/// Bytes of the text from `offset` that agree with a sequence begun by `lead`; `lead.size` if all.
std::uint8_t agreeing_bytes(std::string_view text, std::size_t offset, const Lead& lead) noexcept {
  std::uint8_t size = 1;
  for (; size < lead.size && offset + size < text.size(); ++size) {
    const unsigned char byte = byte_at(text, offset + size);
    const bool fits =
        size == 1 ? byte >= lead.second_min && byte <= lead.second_max : (byte & 0xC0U) == 0x80U;
    if (!fits) break;
  }
  return size;
}

/// A sequence of three bytes whose second byte is not restricted: U+1000 to U+CFFF, U+E000 on.
bool is_plain_triple(std::string_view text, std::size_t offset) noexcept {
  if (offset + 3 > text.size()) return false;
  const unsigned char lead = byte_at(text, offset);
  return lead > 0xE0 && lead < 0xF0 && lead != 0xED &&
         (byte_at(text, offset + 1) & 0xC0U) == 0x80U &&
         (byte_at(text, offset + 2) & 0xC0U) == 0x80U;
}

/// The offset of the first byte from `offset` on with its high bit set, or the size.
std::size_t skip_ascii(std::string_view text, std::size_t offset) noexcept {
  constexpr std::uint64_t high_bits = 0x8080808080808080U;
  for (; offset + 8 <= text.size(); offset += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + offset, 8);
    if ((eight & high_bits) != 0) break;
  }
  while (offset < text.size() && byte_at(text, offset) < 0x80) ++offset;
  return offset;
}

}  // namespace

std::string_view to_string(Encoding encoding) noexcept {
  switch (encoding) {
    case Encoding::utf8:
      return "UTF-8";
    case Encoding::utf8_with_mark:
      return "UTF-8 with a byte-order mark";
    case Encoding::utf16_le:
      return "UTF-16 (little-endian)";
    case Encoding::utf16_be:
      return "UTF-16 (big-endian)";
    case Encoding::utf32_le:
      return "UTF-32 (little-endian)";
    case Encoding::utf32_be:
      return "UTF-32 (big-endian)";
  }
  return "UTF-8";
}

Encoding detect_encoding(std::string_view bytes) noexcept {
  using namespace std::string_view_literals;
  // UTF-32 first: its little-endian mark begins with that of UTF-16.
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return Encoding::utf32_le;
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return Encoding::utf32_be;
  if (bytes.starts_with("\xFF\xFE"sv)) return Encoding::utf16_le;
  if (bytes.starts_with("\xFE\xFF"sv)) return Encoding::utf16_be;
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) return Encoding::utf8_with_mark;

  // Which of the first four bytes are zero: the scheme of RFC 4627, section 3.
  if (bytes.size() < 4) return Encoding::utf8;
  const auto zero = [&](std::size_t at) { return bytes[at] == '\0'; };
  if (zero(0) && zero(1) && zero(2) && !zero(3)) return Encoding::utf32_be;
  if (!zero(0) && zero(1) && zero(2) && zero(3)) return Encoding::utf32_le;
  if (zero(0) && !zero(1) && zero(2) && !zero(3)) return Encoding::utf16_be;
  if (!zero(0) && zero(1) && !zero(2) && zero(3)) return Encoding::utf16_le;
  return Encoding::utf8;
}

std::string_view skip_byte_order_mark(std::string_view bytes) noexcept {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return bytes;
}

bool is_ascii(std::string_view text) noexcept {
  return skip_ascii(text, 0) == text.size();
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) noexcept {
  std::size_t offset = 0;
  while ((offset = skip_ascii(text, offset)) < text.size()) {
    // Within a run of other characters the search for ASCII would only cost time; most of them
    // are in the part of the three-byte range that has no exceptions.
    do {
      if (is_plain_triple(text, offset)) {
        offset += 3;
        continue;
      }
      const Lead lead = lead_of(byte_at(text, offset));
      if (lead.size == 0 || agreeing_bytes(text, offset, lead) != lead.size) return offset;
      offset += lead.size;
    } while (offset < text.size() && byte_at(text, offset) >= 0x80);
  }
  return std::nullopt;
}

CodePoint decode_utf8(std::string_view text, std::size_t offset) noexcept {
  assert(offset < text.size());
  const unsigned char first = byte_at(text, offset);
  if (first < 0x80) return {.value = first, .size = 1, .offset = offset};
  if (is_plain_triple(text, offset))
    return {.value = (first & 0x0FU) << 12U | (byte_at(text, offset + 1) & 0x3FU) << 6U |
                     (byte_at(text, offset + 2) & 0x3FU),
            .size = 3,
            .offset = offset};

  const Lead lead = lead_of(first);
  const std::uint8_t size = agreeing_bytes(text, offset, lead);
  if (lead.size == 0 || size != lead.size)
    return {.value = replacement, .size = size, .malformed = true, .offset = offset};

  char32_t value = first & (0x7FU >> lead.size);
  for (std::uint8_t i = 1; i < size; ++i)
    value = (value << 6U) | (byte_at(text, offset + i) & 0x3FU);
  return {.value = value, .size = size, .offset = offset};
}

std::size_t count_code_points(std::string_view text) noexcept {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count)
    offset += decode_utf8(text, offset).size;
  return count;
}

void append_utf8(std::string& text, char32_t code_point) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF))
    code_point = replacement;
  const auto continuation = [&](unsigned shift) {
    return static_cast<char>(0x80U | ((code_point >> shift) & 0x3FU));
  };
  if (code_point < 0x80) {
    text += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    text += static_cast<char>(0xC0U | (code_point >> 6U));
    text += continuation(0);
  } else if (code_point < 0x10000) {
    text += static_cast<char>(0xE0U | (code_point >> 12U));
    text += continuation(6);
    text += continuation(0);
  } else {
    text += static_cast<char>(0xF0U | (code_point >> 18U));
    text += continuation(12);
    text += continuation(6);
    text += continuation(0);
  }
}

std::u32string to_utf32(std::string_view text) {
  std::u32string result;
  result.reserve(text.size());
  for (const CodePoint c : code_points(text)) result += c.value;
  return result;
}

std::string to_utf8(std::u32string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char32_t c : text) append_utf8(result, c);
  return result;
}

}  // namespace entente
