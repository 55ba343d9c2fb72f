// The grammar of a time of day: EDTF level 0, complete to the second, with a known offset from UTC
// or none.

#include <string>
#include <string_view>

#include "time/date_cursor.hpp"

namespace entente {

namespace {

// A number of two digits up to `most`; `expected` says so in words.
std::uint8_t scan_two_digits(DateCursor& s, int most, std::string_view expected) {
  const bool has_two = s.sees_digit() && s.sees_digit(1);
  const int value = has_two ? (s.peek() - '0') * 10 + (s.peek(1) - '0') : most + 1;
  if (value > most) s.invalid(std::string(expected));
  s.skip(2);
  return static_cast<std::uint8_t>(value);
}

void scan_colon(DateCursor& s) {
  if (s.accept(":")) return;
  const char c = s.peek();
  if (s.at_end() || s.sees_digit() || c == 'Z' || c == '+' || c == '-' || c == '/') {
    s.unsupported("EDTF writes clock times in full, as in T19:15:00");
  }
  s.invalid("expected ':', as in T19:15:00");
}

std::optional<std::int16_t> scan_offset(DateCursor& s) {
  if (s.accept("Z")) return std::int16_t{0};
  const char sign = s.peek();
  if (sign != '+' && sign != '-') return std::nullopt;
  const std::size_t start = s.position();
  s.skip();
  const int hours = scan_two_digits(s, 99, "an offset is written as +hh:mm");
  if (s.sees_digit()) s.unsupported("an offset is written as +hh:mm, with the colon");
  const int minutes =
      s.accept(":") ? scan_two_digits(s, 59, "minutes of an offset are 00 to 59") : 0;
  const int total = hours * 60 + minutes;
  if (total > 14 * 60) s.invalid_at(start, "an offset is -14:00 to +14:00");
  if (sign == '-' && total == 0) s.invalid_at(start, "no offset is written as Z or +00:00");
  return static_cast<std::int16_t>(sign == '-' ? -total : total);
}

/// In a set it is what divides its dates, or a range.
[[noreturn]] void reject_fraction(const DateCursor& s) {
  const char opening = s.expression().front();
  if (opening == '[' || opening == '{') s.invalid("a set takes no clock times");
  s.unsupported("fractions of a second are not supported");
}

}  // namespace

ClockTime scan_clock(DateCursor& s) {
  if (s.sees("24")) s.invalid("24:00 is 00:00:00 of the next day");
  ClockTime clock;
  clock.hour = scan_two_digits(s, 23, "an hour has two digits, 00 to 23");
  scan_colon(s);
  clock.minute = scan_two_digits(s, 59, "a minute has two digits, 00 to 59");
  scan_colon(s);
  clock.second = scan_two_digits(s, 59, "a second has two digits, 00 to 59");
  if (s.peek() == '.' || s.peek() == ',') reject_fraction(s);
  clock.utc_offset_minutes = scan_offset(s);
  return clock;
}

}  // namespace entente
