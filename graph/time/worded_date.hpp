#pragma once

// Dates as people write them: "24 February 1976", "02/24/1976", "c. 1976", "1976年2月24日".

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "time/date_tokens.hpp"

namespace entente {

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
