#include "time/date_tokens.hpp"

#include <algorithm>
#include <array>

namespace entente {
namespace {

constexpr std::size_t longest_wording = 100;

struct Rewording {
  std::string_view from;
  std::string_view to;
};

// Longer words before the shorter ones that begin them.
constexpr std::array<Rewording, 36> rewordings = {{
    // the parts of a date
    {"年代", "s"},
    {"年", " year "},
    {"月", " month "},
    {"日", " day "},
    // about
    {"頃", " about "},
    {"ごろ", " about "},
    {"約", " about "},
    {"约", " about "},
    // years of reigns, the first of which has a word of its own
    {"元", "1"},
    {"令和", " reiwa "},
    {"平成", " heisei "},
    {"昭和", " showa "},
    {"大正", " taisho "},
    // from one to another
    {"至今", " - present "},
    {"現在", " present "},
    {"现在", " present "},
    {"から", " to "},
    {"至", " to "},
    {"–", " to "},
    {"—", " to "},
    {"〜", " to "},
    {"～", " to "},
    // spaces and signs of other widths
    {"\u3000", " "},
    {"\u00A0", " "},
    {"．", "."},
    {"／", "/"},
    {"－", "-"},
    {"−", "-"},
    // letters with accents, in names of months
    {"ä", "a"},
    {"Ä", "a"},
    {"é", "e"},
    {"É", "e"},
    {"è", "e"},
    {"û", "u"},
    {"Û", "u"},
    {"ì", "i"},
}};

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}
bool is_digit_sign(char c) {
  return c >= '0' && c <= '9';
}
// The last byte of a full-width digit, U+FF10 to U+FF19.
bool is_wide_digit(char c) {
  return c >= '\x90' && c <= '\x99';
}
bool is_small_letter(char c) {
  return c >= 'a' && c <= 'z';
}

// In small ASCII letters; nothing if that cannot be done.
std::string in_plain_words(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    const auto known = std::find_if(rewordings.begin(), rewordings.end(),
                                    [&](const auto& one) { return text.starts_with(one.from); });
    if (known != rewordings.end()) {
      plain += known->to;
      text.remove_prefix(known->from.size());
    } else if (text.starts_with("\xEF\xBC") && text.size() > 2 && is_wide_digit(text[2])) {
      plain += static_cast<char>(text[2] - '\x90' + '0');
      text.remove_prefix(3);
    } else if (!is_ascii(text.front())) {
      return {};
    } else {
      const char c = text.front();
      plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      text.remove_prefix(1);
    }
  }
  return plain;
}

}  // namespace

std::vector<DateToken> date_tokens(std::string_view text) {
  if (text.size() > longest_wording) return {};
  const std::string plain = in_plain_words(text);
  std::vector<DateToken> tokens;
  bool after_blank = false;
  for (std::size_t i = 0; i < plain.size();) {
    std::size_t end = i + 1;
    const bool number = is_digit_sign(plain[i]);
    const bool word = is_small_letter(plain[i]);
    const auto goes_on = [&](char c) { return number ? is_digit_sign(c) : is_small_letter(c); };
    while ((number || word) && end < plain.size() && goes_on(plain[end])) ++end;
    if (plain[i] != ' ') {
      const auto kind = number ? DateToken::Kind::number
                        : word ? DateToken::Kind::word
                               : DateToken::Kind::sign;
      tokens.push_back({kind, plain.substr(i, end - i), after_blank});
    }
    after_blank = plain[i] == ' ';
    i = end;
  }
  return tokens;
}

}  // namespace entente
