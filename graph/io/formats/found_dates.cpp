#include "io/formats/found_dates.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>

#include <entente/time/date_error.hpp>
#include <entente/time/day.hpp>

#include "base/ascii.hpp"
#include "io/json/json_scanner.hpp"
#include "io/json/tape_sink.hpp"

namespace entente {
namespace {

constexpr std::size_t year_size = 4;
constexpr std::size_t month_size = 7;
constexpr std::size_t day_size = 10;

/// A text in the form of EDTF.
struct Formed {
  std::string text = {};
  bool whole = true;
};

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

/// A year, month or day whose last parts are zeros without these: `2010-00-00` is 2010.
std::string_view without_zero_parts(std::string_view date) {
  if (date.size() == day_size && date.ends_with("-00")) date.remove_suffix(3);
  if (date.size() == month_size && date.ends_with("-00")) date.remove_suffix(3);
  return date;
}

/// `2010-5-3` or `2010/05/03` as `2010-05-03`; empty for all else.
std::string padded_day(std::string_view text) {
  if (text.size() < year_size + 4 || !all_digits(text.substr(0, year_size))) return {};
  const char divider = text[year_size];
  if (divider != '-' && divider != '/') return {};
  const std::size_t second = text.find(divider, year_size + 1);
  if (second == text.npos) return {};
  std::string day(text.substr(0, year_size));
  for (const std::string_view part :
       {text.substr(year_size + 1, second - year_size - 1), text.substr(second + 1)}) {
    if (!all_digits(part) || part.size() > 2) return {};
    day += part.size() == 1 ? "-0" : "-";
    day += part;
  }
  return day;
}

/// Whether nothing, or the name of a zone as ISO 8601 has it, stands behind a clock.
bool is_zone(std::string_view text) {
  if (text.empty() || text == "Z") return true;
  const bool is_signed = text.front() == '+' || text.front() == '-';
  return is_signed && text.size() <= 6 && text.find_first_not_of("0123456789:", 1) == text.npos;
}

/// A clock behind a day: `T10:00:00.5Z` as `T10:00:00Z`. Without seconds it is left out.
Formed formed_clock(std::string_view clock) {
  constexpr std::size_t minutes_size = 5;
  constexpr std::size_t seconds_size = 8;
  const auto is_clock = [clock](std::size_t size) {
    if (clock.size() < size) return false;
    for (std::size_t i = 0; i < size; ++i)
      if (i % 3 == 2 ? clock[i] != ':' : !is_ascii_digit(clock[i])) return false;
    return true;
  };
  if (!is_clock(minutes_size)) return {std::string(clock), true};
  if (!is_clock(seconds_size))
    return is_zone(clock.substr(minutes_size)) ? Formed{{}, false} : Formed{std::string(clock)};
  std::string_view zone = clock.substr(seconds_size);
  bool whole = true;
  if (zone.starts_with('.') || zone.starts_with(',')) {
    std::size_t end = 1;
    while (end < zone.size() && is_ascii_digit(zone[end])) whole &= zone[end++] == '0';
    zone.remove_prefix(end);
  }
  return {"T" + std::string(clock.substr(0, seconds_size)) + std::string(zone), whole};
}

/// One date, not an interval.
Formed formed(std::string_view text) {
  const std::size_t clock = std::min(text.find_first_of("T "), text.size());
  std::string day = padded_day(text.substr(0, clock));
  if (day.empty()) day = text.substr(0, clock);
  day.resize(without_zero_parts(day).size());
  if (clock == text.size() || day.size() != day_size)
    return {day + std::string(text.substr(clock)), true};
  const Formed behind = formed_clock(text.substr(clock + 1));
  return {day + behind.text, behind.whole};
}

std::optional<When> exactly(std::string_view text) {
  try {
    return When::from_text(text);
  } catch (const DateError&) {
    return std::nullopt;
  }
}

std::optional<When> between(std::string_view start, std::string_view end) {
  try {
    return When::between(start, end);
  } catch (const DateError&) {
    return std::nullopt;
  }
}

bool is_end(std::string_view text) {
  if (text.empty() || text == "..") return true;
  const auto when = exactly(text);
  return when && !when->is_interval();
}

int number_at(std::string_view text, std::size_t at) {
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

/// The day, month or year next to one that is written in full; empty if it is none.
std::string next_period(std::string_view date, int step) {
  if (date.size() < year_size || !all_digits(date.substr(0, year_size))) return {};
  int year = number_at(date, 0) * 100 + number_at(date, 2);
  if (date.size() == day_size) {
    const auto day = exactly(date);
    return day && day->earliest() ? format_day(*day->earliest() + step) : std::string();
  }
  if (date.size() == year_size) {
    year += step;
    return year < 0 || year > 9999 ? std::string() : fmt::format("{:04}", year);
  }
  constexpr int months = 12;
  if (date.size() != month_size || !exactly(date)) return {};
  const int month = year * months + number_at(date, year_size + 1) - 1 + step;
  return month < 0 ? std::string() : fmt::format("{:04}-{:02}", month / months, month % months + 1);
}

/// The second next to a clock behind a day; empty if it is none.
std::string next_second(std::string_view day, std::string_view clock, int step) {
  constexpr std::size_t minutes_size = 5;
  constexpr std::size_t seconds_size = 8;
  constexpr int seconds = 86400;
  const std::string full =
      clock.size() == minutes_size ? std::string(clock) + ":00" : std::string(clock);
  const Formed formed = formed_clock(full);
  if (day.size() != day_size || formed.text.size() <= seconds_size) return {};
  const std::string_view digits = std::string_view(formed.text).substr(1, seconds_size);
  // Of a second that has begun, a part is before it and a part after.
  const int moved = formed.whole ? step : 0;
  const int second =
      number_at(digits, 0) * 3600 + number_at(digits, 3) * 60 + number_at(digits, 6) + moved;
  std::string on_day(day);
  if (second < 0 || second >= seconds) on_day = next_period(day, step);
  if (on_day.empty()) return {};
  const int of_day = (second + seconds) % seconds;
  return on_day + fmt::format("T{:02}:{:02}:{:02}", of_day / 3600, of_day / 60 % 60, of_day % 60) +
         formed.text.substr(seconds_size + 1);
}

bool has_zero_parts(std::string_view text) {
  return text.find("-00") != text.npos;
}

}  // namespace

FoundDate found_date(std::string_view text) {
  if (!has_zero_parts(text))
    if (auto when = exactly(text)) return {std::move(when)};
  if (text.empty() || text.find_first_of("0123456789") == text.npos) return {};
  const Formed whole = formed(text);
  if (auto when = exactly(whole.text)) return {std::move(when), whole.whole};
  // Days may have slashes of their own: `2010/03/04/..`.
  for (std::size_t slash = text.find('/'); slash != text.npos; slash = text.find('/', slash + 1))
    if (FoundDate state = found_state(text.substr(0, slash), text.substr(slash + 1)); state.when)
      return state;
  return {};
}

FoundDate found_state(std::string_view start, std::string_view end) {
  if (is_end(start) && is_end(end) && !has_zero_parts(start) && !has_zero_parts(end))
    return {between(start, end)};
  const Formed first = formed(start);
  const Formed last = formed(end);
  if (!is_end(first.text) || !is_end(last.text)) return {};
  return {between(first.text, last.text), first.whole && last.whole};
}

FoundDate found_ends(const std::string& json) {
  constexpr std::size_t most_values = 3;
  constexpr std::size_t most_deep = 2;
  JsonTape tape(json);
  TapeSink sink(tape, most_values);
  if (!json.starts_with('{') || scan_json(json, 0, json.size(), sink, most_deep) == Scan::refused ||
      tape.size() > most_values)
    return {};
  std::string_view start;
  std::string_view end;
  for (const JsonValue member : tape.root()) {
    const bool is_start = member.key() == "start";
    if (member.kind() != JsonKind::text || (!is_start && member.key() != "end")) return {};
    (is_start ? start : end) = member.text();
  }
  return start.empty() && end.empty() ? FoundDate{} : found_state(start, end);
}

std::string neighbour_of(std::string_view date, Side side) {
  const int step = side == Side::before ? -1 : 1;
  const std::size_t clock = std::min(date.find_first_of("T "), date.size());
  const Formed day = formed(date.substr(0, clock));
  const std::string next = clock == date.size()
                               ? next_period(day.text, step)
                               : next_second(day.text, date.substr(clock + 1), step);
  return next.empty() ? std::string(date) : next;
}

}  // namespace entente
