#pragma once

// The words, numbers and signs of a date as a person writes it.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

// A run of digits, of letters (in lower case), or one sign.
struct DateToken {
  enum class Kind : std::uint8_t { number, word, sign };

  Kind kind = Kind::sign;
  std::string text = {};
  bool after_blank = false;

  [[nodiscard]] bool is(std::string_view sign_or_word) const { return text == sign_or_word; }
};

// The tokens of a text, known words and signs of Chinese and Japanese put into English. None if
// the text is too long for a date or holds other letters.
[[nodiscard]] std::vector<DateToken> date_tokens(std::string_view text);

}  // namespace entente
