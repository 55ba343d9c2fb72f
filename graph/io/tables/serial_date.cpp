#include "io/tables/serial_date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

#include <fmt/format.h>

#include "base/ascii.hpp"
#include "base/integer_text.hpp"

namespace entente::tables {
namespace {

constexpr long long seconds_of_day = 86'400;

/// Whether what stands in brackets counts time that has passed: `[h]`, `[mm]`, `[s]`.
bool is_elapsed(std::string_view inside) {
  return !inside.empty() &&
         std::string_view("hms").find(inside.front()) != std::string_view::npos &&
         inside.find_first_not_of(inside.front()) == inside.npos;
}

/// The letters of a format's first section that stand for something.
std::string meaning_letters(std::string_view code) {
  std::string letters;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = ascii_lower(code[i]);
    if (c == '"') {
      i = std::min(code.find('"', i + 1), code.size());
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '[') {
      const std::size_t end = std::min(code.find(']', i), code.size());
      const std::string inside = ascii_lowered(code.substr(i + 1, end - i - 1));
      if (is_elapsed(inside)) letters += 'h';
      i = end;
    } else if (c == 'y' || c == 'm' || c == 'd' || c == 'h' || c == 's' || c == 'e') {
      // Runs are kept: `mmm` is a month's name.
      letters += c;
    } else if (c == '0' || c == '#') {
      letters += '0';
    } else if (c == 'g') {
      letters += 'g';  // "General", or an era
    }
  }
  return letters;
}

bool counts_elapsed(std::string_view code) {
  code = code.substr(0, code.find(';'));
  for (std::size_t open = code.find('['); open != code.npos; open = code.find('[', open + 1))
    if (is_elapsed(ascii_lowered(code.substr(open + 1, code.find(']', open) - open - 1))))
      return true;
  return false;
}

std::string days_as_iso(long long days_since_1970, ShownDate shown) {
  const std::chrono::year_month_day day{std::chrono::sys_days{std::chrono::days{days_since_1970}}};
  std::string text = fmt::format("{:04}", static_cast<int>(day.year()));
  if (!shown.month && !shown.day) return text;
  text += fmt::format("-{:02}", static_cast<unsigned>(day.month()));
  if (shown.day) text += fmt::format("-{:02}", static_cast<unsigned>(day.day()));
  return text;
}

std::string clock_of(long long seconds) {
  std::string text = fmt::format("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
  if (seconds % 60 != 0) text += fmt::format(":{:02}", seconds % 60);
  return text;
}

}  // namespace

ShownDate shown_date(std::string_view format_code) {
  if (ascii_lowered(format_code.substr(0, 7)) == "general") return {};
  const std::string letters = meaning_letters(format_code);
  ShownDate shown;
  shown.elapsed = counts_elapsed(format_code);
  char clock_before = 0;
  for (std::size_t i = 0; i < letters.size();) {
    const std::size_t end = std::min(letters.find_first_not_of(letters[i], i), letters.size());
    const char c = letters[i];
    const char behind = end < letters.size() ? letters[end] : '\0';
    shown.year |= c == 'y' || c == 'e';
    shown.day |= c == 'd' && end - i <= 2;
    shown.time |= c == 'h' || c == 's';
    if (c == 'm' && (clock_before == 'h' || behind == 's'))
      shown.time = true;
    else if (c == 'm')
      shown.month = true;
    if (c != '0') clock_before = c;
    i = end;
  }
  // Number formats have zeros, and an `e` for the exponent.
  if (letters.find('0') != letters.npos && letters.find_first_of("ymdhs") == letters.npos)
    return {};
  return shown;
}

ShownDate shown_date_of_builtin(std::uint32_t format) {
  constexpr ShownDate day = {true, true, true, false};
  constexpr ShownDate month = {true, true, false, false};
  constexpr ShownDate time = {false, false, false, true};
  constexpr ShownDate both = {true, true, true, true};
  if (format == 17 || format == 55) return month;
  if (format == 16) return {false, true, true, false};
  if (format == 14 || format == 15) return day;
  if (format == 46) return {false, false, false, true, true};
  if (format >= 18 && format <= 21) return time;
  if (format == 22) return both;
  if (format == 32 || format == 33 || (format >= 45 && format <= 47)) return time;
  if ((format >= 27 && format <= 36) || (format >= 50 && format <= 58)) return day;
  return {};
}

std::optional<std::string> iso_of_serial(double serial, Epoch epoch, ShownDate shown) {
  constexpr double last_serial = 2'958'466;  // behind 9999-12-31
  if (!(serial >= 0 && serial < last_serial)) return std::nullopt;
  const auto seconds = static_cast<long long>(std::llround(serial * seconds_of_day));
  long long day = seconds / seconds_of_day;
  const long long clock = seconds % seconds_of_day;
  if (!shown.year && !shown.month && !shown.day) return clock_of(shown.elapsed ? seconds : clock);
  constexpr long long day_zero_1904 = -24'107;
  constexpr long long day_zero_1900 = -25'569;
  constexpr long long imagined = 60;  // the 29th of February 1900
  if (epoch == Epoch::from_1900) {
    if (day == imagined || day == 0) return std::nullopt;
    if (day < imagined) ++day;
  }
  day += epoch == Epoch::from_1900 ? day_zero_1900 : day_zero_1904;
  // What shows a day and no year is a day of that year all the same.
  std::string iso = days_as_iso(day, shown);
  if (shown.time && shown.day && clock != 0) iso += 'T' + clock_of(clock);
  return iso;
}

std::string cut_to_shown(std::string_view iso, ShownDate shown) {
  constexpr std::size_t year = 4;
  constexpr std::size_t month = 7;
  constexpr std::size_t day = 10;
  std::size_t keep = iso.size();
  if (!shown.month && !shown.day && shown.year)
    keep = year;
  else if (!shown.day && shown.month)
    keep = month;
  else if (!shown.time && shown.day)
    keep = day;
  std::string_view cut = iso.substr(0, keep);
  for (const std::string_view midnight : {"T00:00:00", "T00:00"})
    if (cut.size() == day + midnight.size() && cut.ends_with(midnight)) cut = cut.substr(0, day);
  return std::string(cut);
}

std::string number_as_shown(double value) {
  constexpr double largest_exact = 0x1p53;
  std::array<char, 400> buffer{};
  if (std::trunc(value) == value && std::abs(value) <= largest_exact)
    return std::to_string(static_cast<long long>(value));
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  return {buffer.data(), end};
}

std::string number_as_shown(double value, std::string_view written) {
  constexpr std::size_t always_exact = 15;
  const bool is_long = is_integer_text(written) && written.size() > always_exact;
  return is_long ? std::string(written) : number_as_shown(value);
}

}  // namespace entente::tables
