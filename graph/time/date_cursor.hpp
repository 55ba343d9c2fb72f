#pragma once

// Reading an expression from left to right, with errors that know their place.

#include <string>
#include <string_view>

#include <entente/time/date.hpp>
#include <entente/time/date_error.hpp>

#include "time/date_advice.hpp"

namespace entente {

class DateCursor {
 public:
  explicit DateCursor(std::string_view expression, DateUse use = DateUse::record)
      : expression_(expression), use_(use) {}

  [[nodiscard]] std::string_view expression() const { return expression_; }
  [[nodiscard]] std::size_t position() const { return at_; }
  [[nodiscard]] bool at_end() const { return at_ == expression_.size(); }
  // The character `ahead` of the place, or NUL past the end.
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < expression_.size() ? expression_[at_ + ahead] : '\0';
  }
  [[nodiscard]] bool sees(std::string_view text) const {
    return expression_.substr(at_, text.size()) == text;
  }
  void skip(std::size_t count = 1) { at_ += count; }
  [[nodiscard]] bool accept(std::string_view text) {
    if (!sees(text)) return false;
    skip(text.size());
    return true;
  }

  [[noreturn]] void invalid(const std::string& reason) const { invalid_at(at_, reason); }
  [[noreturn]] void invalid_at(std::size_t place, const std::string& reason) const {
    reject(DateError::Kind::invalid, place, reason);
  }
  [[noreturn]] void unsupported(const std::string& reason) const { unsupported_at(at_, reason); }
  [[noreturn]] void unsupported_at(std::size_t place, const std::string& reason) const {
    reject(DateError::Kind::unsupported, place, reason);
  }

  // Whether the character `ahead` of the place is one of 0 to 9.
  [[nodiscard]] bool sees_digit(std::size_t ahead = 0) const {
    return peek(ahead) >= '0' && peek(ahead) <= '9';
  }

 private:
  [[noreturn]] void reject(DateError::Kind kind, std::size_t place,
                           const std::string& reason) const {
    throw DateError(kind, expression_, place + 1, reason, date_advice(expression_, use_));
  }

  std::string_view expression_;
  DateUse use_;
  std::size_t at_ = 0;
};

[[nodiscard]] constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Reads a time of day, hh:mm:ss with or without its offset, and stops behind it.
[[nodiscard]] ClockTime scan_clock(DateCursor& cursor);

// Reads one date and stops behind it.
[[nodiscard]] DateValue scan_date(DateCursor& cursor);

// Says what is wrong with what follows a complete date, set or end point.
[[noreturn]] void reject_rest(const DateCursor& cursor);

// A date with these digits, without doubts and clock time.
// Requires that the calendar has such a day.
[[nodiscard]] DateValue value_of(const DatePattern& pattern) noexcept;

}  // namespace entente
