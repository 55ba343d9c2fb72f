#include "render/label.hpp"

#include <algorithm>

#include <entente/text/utf8.hpp>
#include <entente/text/width.hpp>

namespace entente {
namespace {

bool is_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x2028 ||
         c == 0x2029 || c == 0x3000;
}

bool is_left_out(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
  const bool reversing = c == 0x061C || c == 0x200E || c == 0x200F ||
                         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  const bool no_character = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  return control || reversing || no_character || c == 0xFEFF;
}

bool is_wide_script(std::string_view character) {
  return display_width(character) == 2;
}

bool is_hex_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

constexpr std::string_view hex = "0123456789abcdef";

void append_hex(std::string& text, char mark, unsigned char byte) {
  text += mark;
  text += hex[byte >> 4];
  text += hex[byte & 0xF];
}

/// Pieces that a line may end after: words with the space behind them, single wide characters.
std::vector<std::string_view> breakable_pieces(std::string_view text) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  for (const CodePoint c : code_points(text)) {
    const std::size_t end = c.offset + c.size;
    if (c.value != ' ' && !is_wide_script(text.substr(c.offset, c.size))) continue;
    if (c.value != ' ' && c.offset > begin) pieces.push_back(text.substr(begin, c.offset - begin));
    pieces.push_back(c.value == ' ' ? text.substr(begin, end - begin)
                                    : text.substr(c.offset, c.size));
    begin = end;
  }
  if (begin < text.size()) pieces.push_back(text.substr(begin));
  return pieces;
}

std::string without_last_space(std::string line) {
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

bool starts_with_any_case(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() &&
         std::equal(prefix.begin(), prefix.end(), text.begin(), [](char want, char have) {
           return want == (have >= 'A' && have <= 'Z' ? static_cast<char>(have + 32) : have);
         });
}

}  // namespace

std::string drawable(std::string_view text) {
  std::string result;
  for (const CodePoint c : code_points(text)) {
    if (is_space(c.value)) {
      if (!result.empty() && result.back() != ' ') result += ' ';
    } else if (!is_left_out(c.value)) {
      append_utf8(result, c.value);
    }
  }
  return without_last_space(std::move(result));
}

std::vector<std::string> wrapped(std::string_view text, Wrapping wrapping) {
  const std::string line = drawable(text);
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  for (const std::string_view piece : breakable_pieces(line)) {
    const std::size_t full = display_width(piece);
    const std::size_t width = piece.back() == ' ' ? full - 1 : full;
    const bool fits = used + width <= wrapping.width;
    if (!fits && !lines.back().empty() && lines.size() < wrapping.lines) {
      lines.emplace_back();
      used = 0;
    }
    lines.back() += piece;
    used += full;
  }
  for (std::string& each : lines)
    each = truncate_to_width(without_last_space(std::move(each)), wrapping.width);
  return lines;
}

std::string escaped(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&#39;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string safe_link(std::string_view address) {
  if (!starts_with_any_case(address, "http://") && !starts_with_any_case(address, "https://"))
    return {};
  constexpr std::string_view kept = ":/?#[]@!$()*+,;=-._~&";
  std::string result;
  for (std::size_t i = 0; i < address.size(); ++i) {
    const char c = address[i];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    const bool encoded = c == '%' && i + 2 < address.size() && is_hex_digit(address[i + 1]) &&
                         is_hex_digit(address[i + 2]);
    if (letter || encoded || kept.find(c) != std::string_view::npos) {
      result += c;
    } else {
      append_hex(result, '%', static_cast<unsigned char>(c));
    }
  }
  return result;
}

std::string element_name(std::string_view prefix, std::string_view id) {
  std::string result(prefix);
  for (const char c : id) {
    const bool kept =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    if (kept) {
      result += c;
    } else {
      append_hex(result, '_', static_cast<unsigned char>(c));
    }
  }
  return result;
}

}  // namespace entente
