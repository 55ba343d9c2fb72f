#pragma once

// Dates as people write them: "24 February 1976", "02/24/1976", "c. 1976", "1976年2月24日".

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
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

// What somebody seems to have meant, in EDTF.
struct MeantDate {
  enum class Clarity : std::uint8_t {
    clear,
    two_orders,      // `text` if the day comes first, `other` if the month does
    year_or_month,   // `text` if the second number is a month, `other` if it is a year
    two_digit_year,  // no text: the century is not said
  };

  std::string text = {};
  std::string other = {};
  Clarity clarity = Clarity::clear;
  bool approximate = false;
};

// The date that all of the tokens together say, if they say one that the calendar has.
[[nodiscard]] std::optional<MeantDate> meant_date(std::span<const DateToken> tokens);

}  // namespace entente
