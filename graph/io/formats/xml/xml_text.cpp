#include "io/formats/xml/xml_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "base/ascii.hpp"
#include "base/eight_bytes.hpp"
#include "text/utf8.hpp"

namespace entente {
namespace {

struct Range {
  std::uint32_t first;
  std::uint32_t last;
};

// NameChar of XML 1.0, fifth edition, beyond ASCII.
constexpr std::array<Range, 14> name_characters = {{{0xB7, 0xB7},
                                                    {0xC0, 0xD6},
                                                    {0xD8, 0xF6},
                                                    {0xF8, 0x37D},
                                                    {0x37F, 0x1FFF},
                                                    {0x200C, 0x200D},
                                                    {0x203F, 0x2040},
                                                    {0x2070, 0x218F},
                                                    {0x2C00, 0x2FEF},
                                                    {0x3001, 0xD7FF},
                                                    {0xF900, 0xFDCF},
                                                    {0xFDF0, 0xFFFD},
                                                    {0x10000, 0xEFFFF},
                                                    {0xB7, 0xB7}}};

bool is_name_character(std::uint32_t c) {
  if (c < 0x80) {
    const char letter = static_cast<char>(c);
    return is_ascii_letter(letter) || is_ascii_digit(letter) || letter == '-' || letter == '_' ||
           letter == '.' || letter == ':';
  }
  return std::any_of(name_characters.begin(), name_characters.end(),
                     [c](const Range& range) { return c >= range.first && c <= range.last; });
}

bool is_xml_character(std::uint32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c != 0xFFFE && c != 0xFFFF;
}

/// Whether a character of ASCII is written as it is: most of most texts.
bool stands_as_it_is(char c) {
  return c >= ' ' && c <= '~' && c != '&' && c != '<' && c != '>' && c != '"';
}

/// How many bytes from the beginning stand as they are.
std::size_t plain_size(std::string_view text) {
  const auto looked_at = [](std::uint64_t word) {
    return eight::unprintable(word) | eight::zeros(word ^ eight::repeated('&')) |
           eight::zeros(word ^ eight::repeated('<')) | eight::zeros(word ^ eight::repeated('>')) |
           eight::zeros(word ^ eight::repeated('"'));
  };
  std::size_t at = 0;
  for (std::uint64_t word = 0; at + sizeof word <= text.size(); at += sizeof word) {
    std::memcpy(&word, text.data() + at, sizeof word);
    if (looked_at(word) != 0) break;
  }
  while (at < text.size() && stands_as_it_is(text[at])) ++at;
  return at;
}

/// Appends a character that may not stand as it is. Returns whether XML has it.
bool append_xml_character(std::string& out, std::uint32_t c) {
  switch (c) {
    case '&':
      out += "&amp;";
      return true;
    case '<':
      out += "&lt;";
      return true;
    case '>':
      out += "&gt;";
      return true;
    case '"':
      out += "&quot;";
      return true;
    case '\t':
      out += "&#9;";
      return true;
    case '\n':
      out += "&#10;";
      return true;
    case '\r':
      out += "&#13;";
      return true;
    default:
      append_utf8(out, is_xml_character(c) ? c : 0xFFFD);
      return is_xml_character(c);
  }
}

std::string encoded(std::string_view id) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string token = "n_";
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_ascii_letter(c) || is_ascii_digit(c) || c == '-')
      token += c;
    else
      token += {'_', digits[byte >> 4U], digits[byte & 15U]};
  }
  return token;
}

}  // namespace

bool is_xml_text(std::string_view text) {
  if (eight::nowhere(text, eight::unprintable)) return true;
  if (first_invalid_utf8(text)) return false;
  for (const CodePoint c : code_points(text))
    if (!is_xml_character(c.value)) return false;
  return true;
}

// Line ends are written as references: readers make one of all kinds of them.
bool append_xml(std::string& out, std::string_view text) {
  bool whole = true;
  for (;;) {
    const std::size_t plain = plain_size(text);
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) return whole;
    const CodePoint next = decode_utf8(text, 0);
    whole = append_xml_character(out, next.value) && whole;
    text.remove_prefix(next.size);
  }
}

bool append_xml_attribute(std::string& out, std::string_view name, std::string_view value) {
  ((out += ' ') += name) += "=\"";
  const bool whole = append_xml(out, value);
  out += '"';
  return whole;
}

std::string name_token(std::string_view id) {
  if (id.empty() || id.starts_with("n_")) return encoded(id);
  const auto is_plain = [](char c) {
    return (c & 0x80) == 0 && is_name_character(static_cast<unsigned char>(c));
  };
  if (std::all_of(id.begin(), id.end(), is_plain)) return std::string(id);
  if (first_invalid_utf8(id)) return encoded(id);
  for (const CodePoint c : code_points(id))
    if (!is_name_character(c.value)) return encoded(id);
  return std::string(id);
}

}  // namespace entente
