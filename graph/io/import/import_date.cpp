#include "io/import/import_date.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include <entente/base/json_text.hpp>
#include <entente/time/date_error.hpp>
#include <entente/time/when.hpp>

#include "base/ascii.hpp"
#include "io/formats/found_dates.hpp"
#include "io/formats/time_sets.hpp"
#include "io/import/missing_words.hpp"
#include "text/shortened.hpp"
#include "time/worded_date.hpp"

namespace entente::import {
namespace {

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

/// Nothing is said: empty, zeros, or signs that people put there.
bool is_blank_part(std::string_view part) {
  return part.find_first_not_of("0 .?-xX") == part.npos;
}

int number_of_digits(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) number = number * 10 + (digit - '0');
  return number;
}

std::string year_text(std::string_view year) {
  return year.size() >= 4 ? std::string(year)
                          : std::string(4 - year.size(), '0') + std::string(year);
}

ReadDate day_of(std::string_view year, std::string_view month, std::string_view day) {
  ReadDate date;
  date.edtf = year_text(year);
  if (is_blank_part(month) && is_blank_part(day)) return date;
  date.edtf += is_blank_part(month) ? "-XX" : fmt::format("-{:02}", number_of_digits(month));
  if (!is_blank_part(day)) date.edtf += fmt::format("-{:02}", number_of_digits(day));
  return date;
}

/// `2010.1`, `2010,10`: a year and a month, or a number whose last zeros are gone.
bool is_decimal(std::string_view text) {
  const std::size_t sign = text.find_first_of(".,");
  return sign == 4 && is_digits(text.substr(0, sign)) && is_digits(text.substr(sign + 1));
}

/// Gephi's `<[2010, 2012]>`, `<[2010-01-01]>` and `<2010-01-01>`.
std::optional<ReadDate> of_time_set(std::string_view text) {
  if (!text.starts_with('<') || !text.ends_with('>')) return std::nullopt;
  std::vector<std::string> times;
  for (const TimeSpell& spell : intervals_of(text)) times.push_back(spell.text());
  if (times.empty()) times = instants_of(text);
  if (times.size() != 1)
    return ReadDate{{},
                    "'" + std::string(text) + "' holds several times",
                    "entente convert makes a relation of each; here each needs a row"};
  const FoundDate found = found_date(times.front());
  if (!found.when) return std::nullopt;
  return ReadDate{std::string(found.when->text()), {}, {}, found.whole};
}

/// Three numbers, or fewer with gaps, and `separator` between them.
std::optional<std::array<std::string_view, 3>> three_parts(std::string_view text, char separator) {
  const std::vector<std::string_view> parts = split(text, separator);
  if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
  std::array<std::string_view, 3> three = {};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    three[i] = trimmed(parts[i], ascii_blanks);
    if (!is_digits(three[i]) && !is_blank_part(three[i])) return std::nullopt;
    if (three[i].size() > 4) return std::nullopt;
  }
  return three;
}

/// `2010-00-00`, `2010-5-3`, `2010/05`, `2010--`: the year comes first, with three or four digits.
std::optional<ReadDate> year_first(std::string_view text) {
  for (const char separator : {'-', '/', '.'}) {
    const auto parts = three_parts(text, separator);
    if (!parts) continue;
    const auto [year, month, day] = *parts;
    if (!is_digits(year) || year.size() < 3 || month.size() > 2 || day.size() > 2) continue;
    // `2010-15` may be a range, `2010/05` an interval in EDTF: those are read elsewhere.
    if (separator == '/' && day.empty() && text.find('/') == text.rfind('/')) continue;
    if (number_of_digits(year) == 0) return ReadDate{};
    return day_of(year, month, day);
  }
  return std::nullopt;
}

/// `1/2/1963` and its like, if the order is said or can only be one.
std::optional<ReadDate> year_last(std::string_view text, DateOrder order) {
  for (const char separator : {'/', '.', '-', ' '}) {
    const std::vector<std::string_view> parts = split(text, separator);
    if (parts.size() != 3 || !is_digits(trimmed(parts[2], ascii_blanks))) continue;
    const std::string_view first = trimmed(parts[0], ascii_blanks);
    const std::string_view second = trimmed(parts[1], ascii_blanks);
    const std::string_view year = trimmed(parts[2], ascii_blanks);
    if (!is_digits(first) || !is_digits(second) || first.size() > 2 || second.size() > 2) continue;
    if (year.size() != 4) {
      return ReadDate{{},
                      "the century of '" + std::string(text) + "' is not said",
                      "write the year with four digits"};
    }
    const bool day_possible = number_of_digits(second) <= 12;
    const bool month_possible = number_of_digits(first) <= 12;
    if (order == DateOrder::day_first && day_possible) return day_of(year, second, first);
    if (order == DateOrder::month_first && month_possible) return day_of(year, first, second);
    if (order == DateOrder::day_first || order == DateOrder::month_first)
      return ReadDate{{},
                      "'" + std::string(text) + "' is no date in the order that the mapping says",
                      "is it a slip, or is \"date\" of the column the other order?"};
    const std::string as_day_first = day_of(year, second, first).edtf;
    const std::string as_month_first = day_of(year, first, second).edtf;
    if (day_possible && month_possible && as_day_first != as_month_first)
      return ReadDate{{},
                      "'" + std::string(text) + "' is " + as_day_first + " or " + as_month_first,
                      "say the order of the column in the mapping: \"columns\": {\"…\": "
                      "{\"date\": \"dmy\"}}, or \"mdy\""};
    return day_possible ? day_of(year, second, first) : day_of(year, first, second);
  }
  return std::nullopt;
}

/// `1990-1995`, also with a dash.
std::optional<ReadDate> range_of_years(std::string text) {
  for (const std::string_view dash : {"\u2013", "\u2014", " - ", "-"}) {
    const std::size_t at = text.find(dash);
    if (at == text.npos) continue;
    const std::string_view whole = text;
    const std::string_view first = trimmed(whole.substr(0, at), ascii_blanks);
    const std::string_view last = trimmed(whole.substr(at + dash.size()), ascii_blanks);
    if (first.size() == 4 && last.size() == 4 && is_digits(first) && is_digits(last))
      return ReadDate{std::string(first) + "/" + std::string(last)};
  }
  return std::nullopt;
}

std::optional<ReadDate> in_words(std::string_view text, DateOrder order) {
  const auto meant = meant_date(date_tokens(text));
  if (!meant) return std::nullopt;
  const std::string quoted = "'" + std::string(text) + "'";
  switch (meant->clarity) {
    case MeantDate::Clarity::clear:
      break;
    case MeantDate::Clarity::two_orders:
      if (order == DateOrder::day_first) break;
      if (order == DateOrder::month_first)
        return ReadDate{meant->other + (meant->approximate ? "~" : "")};
      return ReadDate{{},
                      quoted + " is " + meant->text + " or " + meant->other,
                      "say the order of the column in the mapping, \"dmy\" or \"mdy\""};
    case MeantDate::Clarity::year_or_month:
      return ReadDate{
          {}, quoted + " is " + meant->text + " or " + meant->other, "write the one that is meant"};
    case MeantDate::Clarity::two_digit_year:
      return ReadDate{
          {}, "the century of " + quoted + " is not said", "write the year with four digits"};
  }
  return ReadDate{meant->text + (meant->approximate ? "~" : "")};
}

std::optional<std::string> refusal_of(const std::string& edtf) {
  try {
    static_cast<void>(When::parse(edtf));
    return std::nullopt;
  } catch (const DateError& error) {
    return error.reason();
  }
}

std::string not_understood(std::string_view text) {
  return "'" + std::string(text) + "' is no date that is understood";
}

/// What to write instead, or into the mapping.
std::string hint_for(std::string_view text) {
  const auto says = [&](MissingCode meaning) {
    return "\"missing\": {" + json_quoted(shortened(text)) + ": \"" +
           std::string(to_string(meaning)) + "\"}";
  };
  if (const auto meaning = missing_word(text))
    return "if it stands for " +
           std::string(*meaning == MissingCode::none ? "no end" : "what is not known") +
           ", the mapping says so: " + says(*meaning);
  return "dates are written as 2010, 2010-05, 2010-05-01, or in EDTF; of words that stand for none "
         "the mapping says what they mean: " +
         says(MissingCode::unknown) + ", or \"none\" where there is no end";
}

/// A day with a clock behind it: a blank for a T, seconds that EDTF wants, no fractions of them.
std::optional<ReadDate> with_clock(std::string_view text) {
  if (text.find(':') == text.npos) return std::nullopt;
  std::string written(text);
  if (const std::size_t blank = written.find(' '); blank != written.npos) written[blank] = 'T';
  if (!refusal_of(written)) return ReadDate{written};
  constexpr std::size_t minutes_size = 6;  // "T10:00"
  if (const std::size_t clock = written.find('T'); clock + minutes_size <= written.size()) {
    written.insert(clock + minutes_size, ":00");
    if (!refusal_of(written)) return ReadDate{written};
  }
  if (const FoundDate found = found_date(text);
      found.when && found.when->text().find('T') != std::string::npos)
    return ReadDate{std::string(found.when->text()), {}, {}, found.whole};
  return std::nullopt;
}

/// `[..1816-1-1]`, `[2012-12-31..]`: on that day or before, or on it or later.
std::optional<ReadDate> up_to_or_from(std::string_view text, DateOrder order) {
  constexpr std::string_view dots = "..";
  if (!text.starts_with('[') || !text.ends_with(']')) return std::nullopt;
  const std::string_view inside = text.substr(1, text.size() - 2);
  const bool up_to = inside.starts_with(dots);
  if (inside.size() <= dots.size() || (!up_to && !inside.ends_with(dots))) return std::nullopt;
  ReadDate read = edtf_of(
      up_to ? inside.substr(dots.size()) : inside.substr(0, inside.size() - dots.size()), order);
  if (!read.edtf.empty()) read.edtf = up_to ? "[.." + read.edtf + "]" : "[" + read.edtf + "..]";
  return read;
}

}  // namespace

ReadDate edtf_of(std::string_view text, DateOrder order) {
  text = trimmed(text, ascii_blanks);
  if (text.empty() || text == "..") return {std::string(text)};
  if (is_decimal(text))
    return {{},
            "'" + std::string(text) + "' is a number with decimals, and no date",
            "a number cannot tell 2010.1 from 2010.10: write 2010-10, or keep year and month in "
            "columns of their own (\"{year}-{month}\")"};
  std::optional<ReadDate> read = of_time_set(text);
  if (!read) read = year_first(text);
  if (!read && !refusal_of(std::string(text))) return {std::string(text)};
  if (!read) read = with_clock(text);
  if (!read) read = up_to_or_from(text, order);
  if (!read && is_digits(text) && text.size() == 3) read = ReadDate{year_text(text)};
  if (!read) read = year_last(text, order);
  if (!read) read = range_of_years(std::string(text));
  if (!read) read = in_words(text, order);
  if (!read) return {{}, not_understood(text), hint_for(text)};
  if (!read->reason.empty() || read->edtf.empty()) return *read;
  if (const auto refusal = refusal_of(read->edtf))
    return {{}, "'" + std::string(text) + "': " + *refusal, "is it a slip?"};
  return *read;
}

}  // namespace entente::import
