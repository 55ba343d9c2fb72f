// The grammar of one date: EDTF levels 0 to 2 (Library of Congress, 4 February 2019; ISO
// 8601-2:2019) but for seasons, years behind Y, exponents and significant digits.

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include <fmt/format.h>

#include "time/date_cursor.hpp"

namespace entente {

namespace {

constexpr std::array<std::string_view, 12> month_names = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

bool is_digit_or_x(char c) {
  return (c >= '0' && c <= '9') || c == 'X';
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

Qualifier qualifier_of(char c) {
  if (c == '?') return Qualifier::uncertain;
  if (c == '~') return Qualifier::approximate;
  if (c == '%') return Qualifier::both;
  return Qualifier::none;
}

class DateScanner {
 public:
  explicit DateScanner(DateCursor& cursor) : s_(cursor) {}

  DateValue scan() {
    reject_other_forms();
    scan_year();
    if (s_.peek() == '-') scan_month();
    if (part_ == 2 && s_.peek() == '-') scan_day();
    if (s_.peek() == 'T') scan_clock_time();
    finish();
    return value_;
  }

 private:
  void reject_other_forms() const {
    const char c = s_.peek();
    const bool before_digit = s_.sees_digit(1);
    if ((c == 'Y' && (before_digit || s_.peek(1) == '-')) || (c == '-' && s_.peek(1) == 'Y')) {
      s_.unsupported("years written with Y are not supported; years are -9999 to 9999");
    }
    if (c == 'P' && (before_digit || s_.peek(1) == 'T')) {
      s_.unsupported("durations are not supported; write both ends, as in 2014/2016");
    }
    if (c == 'R' && before_digit) s_.unsupported("repeated intervals are not supported");
    if (s_.at_end()) s_.invalid("expected a date, such as 2014, 2014-05 or 2014-05-06");
  }

  void scan_year() {
    scan_left_qualifier();
    value_.pattern.before_zero = s_.accept("-");
    const std::size_t start = s_.position();
    std::size_t count = 0;
    while (is_digit_or_x(s_.peek(count))) ++count;
    if (count != 4) reject_year(count);
    copy_digits(start, 0, 4);
    const auto& digits = value_.pattern.digits;
    if (value_.pattern.before_zero &&
        std::all_of(digits.begin(), digits.begin() + 4, [](char digit) { return digit == '0'; })) {
      s_.invalid_at(start, "the year 0000 has no sign");
    }
    part_ = 1;
    scan_right_qualifier();
  }

  [[noreturn]] void reject_year(std::size_t count) const {
    if (is_blank(s_.peek())) s_.invalid("blanks are not part of a date");
    if (count == 0) s_.invalid("expected a year of four digits, such as 2014 or 201X");
    if (count == 8) {
      s_.unsupported("dates without hyphens are not supported; write YYYY-MM-DD");
    }
    if (count < 3 && s_.peek(count) != '\0') {
      s_.invalid("a date begins with its year of four digits, as in 2014, 2014-05 or 2014-05-06");
    }
    if (count > 4) s_.invalid("a year has four digits, from -9999 to 9999");
    s_.invalid("a year has four digits, such as 0044 or, if some are unknown, 19XX");
  }

  void scan_month() {
    s_.skip();
    scan_left_qualifier();
    if (s_.peek() == 'W') s_.unsupported("weeks are not supported; write a month or a day");
    if (s_.sees_digit() && s_.sees_digit(1) && s_.sees_digit(2) && !is_digit_or_x(s_.peek(3))) {
      s_.unsupported("days of the year are not supported; write YYYY-MM-DD");
    }
    const std::size_t start = s_.position();
    scan_two_digits(4, "a month has two digits, 01 to 12");
    if (!fits(4, 12)) reject_month(start);
    scan_right_qualifier();
  }

  [[noreturn]] void reject_month(std::size_t start) const {
    const int month = number(4);
    if (month >= 21 && month <= 41) {
      s_.unsupported_at(start,
                        "seasons, quarters and halves (21 to 41) are not supported; write " +
                            std::string("the first and the last month, as in 2001-03/2001-05"));
    }
    s_.invalid_at(start, fmt::format("a month is 01 to 12, not {}{}", value_.pattern.digits[4],
                                     value_.pattern.digits[5]));
  }

  void scan_day() {
    s_.skip();
    scan_left_qualifier();
    day_at_ = s_.position();
    scan_two_digits(6, "a day has two digits, 01 to 31");
    if (!fits(6, 31)) {
      s_.invalid_at(day_at_, fmt::format("a day is 01 to 31, not {}{}", value_.pattern.digits[6],
                                         value_.pattern.digits[7]));
    }
    scan_right_qualifier();
  }

  void scan_two_digits(std::size_t digit, std::string_view expected) {
    if (!is_digit_or_x(s_.peek()) || !is_digit_or_x(s_.peek(1))) s_.invalid(std::string(expected));
    if (is_digit_or_x(s_.peek(2))) s_.invalid(std::string(expected));
    copy_digits(s_.position(), digit, 2);
    ++part_;
  }

  void copy_digits(std::size_t from, std::size_t to, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      const char c = s_.expression()[from + i];
      value_.pattern.digits[to + i] = c;
      masked_ = masked_ || c == 'X';
    }
    s_.skip(count);
  }

  // Left of a part: a doubt about this part alone.
  void scan_left_qualifier() {
    const Qualifier q = qualifier_of(s_.peek());
    if (q == Qualifier::none) return;
    s_.skip();
    reject_second_qualifier();
    value_.qualifiers[part_] = value_.qualifiers[part_] | q;
  }

  // Right of a part: a doubt about it and everything before it.
  void scan_right_qualifier() {
    const Qualifier q = qualifier_of(s_.peek());
    if (q == Qualifier::none) return;
    s_.skip();
    reject_second_qualifier();
    for (std::size_t i = 0; i < part_; ++i) value_.qualifiers[i] = value_.qualifiers[i] | q;
  }

  void reject_second_qualifier() const {
    if (qualifier_of(s_.peek()) != Qualifier::none) {
      s_.invalid("one of '?', '~' and '%' is enough; '%' is both uncertain and approximate");
    }
  }

  void scan_clock_time() {
    if (part_ != 3 || masked_) s_.invalid("a clock time needs a full day before it");
    if (value_.qualifier() != Qualifier::none) {
      s_.invalid("a date with a clock time takes no qualifier");
    }
    s_.skip();
    value_.clock = scan_clock(s_);
  }

  // Whether a two-digit part agrees with some number from 1 to `most`.
  [[nodiscard]] bool fits(std::size_t digit, int most) const {
    const char tens = value_.pattern.digits[digit];
    const char units = value_.pattern.digits[digit + 1];
    if (tens != 'X' && units != 'X') return number(digit) >= 1 && number(digit) <= most;
    for (int n = 1; n <= most; ++n) {
      if ((tens == 'X' || tens - '0' == n / 10) && (units == 'X' || units - '0' == n % 10)) {
        return true;
      }
    }
    return false;
  }

  // A part without X.
  [[nodiscard]] int number(std::size_t digit, std::size_t count = 2) const {
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      value = value * 10 + (value_.pattern.digits[digit + i] - '0');
    }
    return value;
  }

  void finish() {
    if (masked_) {
      finish_masked();
      return;
    }
    const int year = value_.pattern.before_zero ? -number(0, 4) : number(0, 4);
    const int month = part_ > 1 ? number(4) : 1;
    const int last_month = part_ > 1 ? month : 12;
    const int month_length = days_in_month(year, last_month);
    const int day = part_ > 2 ? number(6) : 1;
    if (day > month_length) {
      s_.invalid_at(day_at_, fmt::format("{} {}{:04} has {} days",
                                         month_names[static_cast<std::size_t>(month) - 1],
                                         year < 0 ? "-" : "", std::abs(year), month_length));
    }
    value_.lo = to_day({year, month, day});
    value_.hi = part_ > 2 ? value_.lo : to_day({year, last_month, month_length});
    value_.precision = static_cast<Precision>(part_);
  }

  void finish_masked() {
    const auto days = value_.pattern.hull();
    if (!days) s_.invalid_at(day_at_, "no month that agrees with this date has such a day");
    value_.lo = days->lo;
    value_.hi = days->hi;
    value_.precision = Precision::masked;
    value_.gapless = value_.pattern.is_gapless();
  }

  DateCursor& s_;
  DateValue value_;
  std::size_t part_ = 0;  // how many parts are read: year, month, day
  std::size_t day_at_ = 0;
  bool masked_ = false;
};

// `..1984` is distinguished from `..` alone and from what is no date at all.
[[noreturn]] void reject_leading_dots(const DateCursor& cursor) {
  DateCursor rest = cursor;
  rest.skip(2);
  if (is_digit_or_x(rest.peek()) || rest.peek() == '-') {
    (void)DateScanner(rest).scan();
    cursor.unsupported(
        "'..' before a date is a form of ISO 8601 that EDTF has only in sets; write '[..1984]', "
        "or '../1984' for an interval");
  }
  cursor.invalid("'..' stands for an open end, as in '../2014' or '../..'");
}

}  // namespace

DateValue scan_date(DateCursor& cursor) {
  if (cursor.sees("..")) reject_leading_dots(cursor);
  return DateScanner(cursor).scan();
}

void reject_rest(const DateCursor& cursor) {
  const char c = cursor.peek();
  if (cursor.sees("..")) {
    if (cursor.position() + 2 == cursor.expression().size()) {
      cursor.unsupported(
          "'..' behind a date is a form of ISO 8601 that EDTF has only in sets; "
          "write '[1984..]', or '1984/..' for an interval");
    }
    cursor.invalid("'..' stands only in sets; write an interval as 2014/2016");
  }
  const bool before_digit = cursor.sees_digit(1);
  if ((c == 'E' || c == 'S') && before_digit) {
    cursor.unsupported("exponents and significant digits are not supported; use X, as in 19XX");
  }
  if (c == 'W' && before_digit) {
    cursor.unsupported("weeks are not supported; write a month or a day");
  }
  if (c == '/') cursor.invalid("an interval has one '/', between its start and its end");
  if (c == 'T') cursor.invalid("a clock time needs a full day before it");
  if (is_blank(c)) cursor.invalid("blanks are not part of a date");
  if (c == 'x' || c == 'u') cursor.invalid("an unknown digit is written as X");
  cursor.invalid("expected the end of the date");
}

}  // namespace entente
