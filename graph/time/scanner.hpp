#pragma once

// Reading an expression from left to right, with errors that know their place.

#include <string>
#include <string_view>

#include <entente/time/date.hpp>
#include <entente/time/date_error.hpp>

namespace entente {

class Scanner {
 public:
  explicit Scanner(std::string_view expression) : expression_(expression) {}

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
    throw DateError(DateError::Kind::invalid, expression_, place + 1, reason);
  }
  [[noreturn]] void unsupported(const std::string& reason) const { unsupported_at(at_, reason); }
  [[noreturn]] void unsupported_at(std::size_t place, const std::string& reason) const {
    throw DateError(DateError::Kind::unsupported, expression_, place + 1, reason);
  }

 private:
  std::string_view expression_;
  std::size_t at_ = 0;
};

// Reads one date and stops behind it.
[[nodiscard]] DateValue scan_date(Scanner& scanner);

// Says what is wrong with what follows a complete date, set or end point.
[[noreturn]] void reject_rest(const Scanner& scanner);

// A date with these digits, without doubts and clock time.
// Requires that the calendar has such a day.
[[nodiscard]] DateValue value_of(const DatePattern& pattern) noexcept;

}  // namespace entente
