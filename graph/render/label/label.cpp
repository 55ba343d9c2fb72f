#include "render/label/label.hpp"

#include <algorithm>

#include "text/utf8.hpp"

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

bool is_hex_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

constexpr std::string_view hex = "0123456789abcdef";

void append_hex(std::string& text, char mark, unsigned char byte) {
  text += mark;
  text += hex[byte >> 4];
  text += hex[byte & 0xF];
}

bool starts_with_any_case(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() &&
         std::equal(prefix.begin(), prefix.end(), text.begin(), [](char want, char have) {
           return want == (have >= 'A' && have <= 'Z' ? static_cast<char>(have + 32) : have);
         });
}

}  // namespace

std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const CodePoint c : code_points(text)) {
    if (is_space(c.value)) {
      result += ' ';
    } else if (!is_left_out(c.value)) {
      append_utf8(result, c.value);
    }
  }
  return result;
}

std::string drawable(std::string_view text) {
  std::string result;
  for (const char c : printable(text))
    if (c != ' ' || (!result.empty() && result.back() != ' ')) result += c;
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
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
