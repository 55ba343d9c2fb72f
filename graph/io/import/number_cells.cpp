#include "io/import/number_cells.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <entente/base/json_text.hpp>
#include <entente/base/read_number.hpp>

#include "base/ascii.hpp"
#include "base/integer_text.hpp"
#include "io/import/missing_words.hpp"
#include "io/tables/table.hpp"
#include "text/shortened.hpp"

namespace entente::import {
namespace {

std::string with_point(std::string_view text) {
  std::string number(text);
  std::replace(number.begin(), number.end(), ',', '.');
  return number;
}

/// Whether an exponent stands there as programs write it; also if there is none.
bool has_normal_exponent(std::string_view digits) {
  const std::size_t at = digits.find_first_of("eE");
  if (at == digits.npos) return true;
  const std::string_view mantissa = digits.substr(0, at);
  const std::string_view exponent = digits.substr(at + 1);
  const bool has_decimals = mantissa.size() > 2 && mantissa[1] == '.';
  const bool is_signed = exponent.starts_with('-') || exponent.starts_with('+');
  return has_decimals || (mantissa.size() == 1 && is_signed);
}

}  // namespace

std::optional<Scalar> number_of(std::string_view text, DecimalSign sign, Exponents exponents) {
  if (sign == DecimalSign::comma) {
    // A point can only stand for thousands there, and those are not read.
    if (text.find('.') != text.npos) return std::nullopt;
    if (text.find(',') != text.npos)
      return number_of(with_point(text), DecimalSign::point, exponents);
  }
  const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
  if (digits.empty() || !is_ascii_digit(digits.front())) return std::nullopt;
  if (digits.size() > 1 && digits.front() == '0' && is_ascii_digit(digits[1])) return std::nullopt;
  const char* const end = text.data() + text.size();
  std::int64_t whole = 0;
  if (const auto parsed = std::from_chars(text.data(), end, whole);
      parsed.ec == std::errc() && parsed.ptr == end)
    return Scalar{whole};
  std::uint64_t large = 0;
  if (const auto parsed = std::from_chars(text.data(), end, large);
      parsed.ec == std::errc() && parsed.ptr == end)
    return Scalar{large};
  // An integer of more digits is an identifier, and rounded it would be another.
  if (is_integer_text(text)) return std::nullopt;
  double real = 0;
  if (const auto parsed = read_number(text.data(), end, real);
      parsed.ec == std::errc() && parsed.ptr == end &&
      (exponents == Exponents::all || has_normal_exponent(digits)))
    return Scalar{real};
  return std::nullopt;
}

std::optional<Scalar> double_of(std::string_view text) {
  double real = 0;
  const char* const end = text.data() + text.size();
  const auto parsed = read_number(text.data(), end, real);
  if (parsed.ec != std::errc() || parsed.ptr != end) return std::nullopt;
  return Scalar{real};
}

bool has_decimal_comma(std::string_view text) {
  return text.find(',') != text.npos && number_of(text, DecimalSign::comma).has_value();
}

bool stands_for_no_number(std::string_view text) {
  constexpr std::array<std::string_view, 12> words = {"nan",  "inf",       "infinity", "null",
                                                      "none", "nil",       "#n/a",     "-nan",
                                                      "-inf", "-infinity", "∞",        "…"};
  if (missing_word(text)) return true;
  const std::string lower = ascii_lowered(text);
  return std::find(words.begin(), words.end(),
                   lower.starts_with('+') ? std::string_view(lower).substr(1) : lower) !=
         words.end();
}

std::string advice_for_number(std::string_view text, const std::string& column) {
  const std::string in_column = "\"columns\": {" + json_quoted(column) + ": {";
  if (stands_for_no_number(text))
    return "say what it stands for: " + in_column + "\"missing\": {" +
           json_quoted(std::string(text)) + ": \"unknown\"}}}";
  if (has_decimal_comma(text))
    return "is that comma before decimals? " + in_column +
           "\"decimal\": \",\"}} says so; a sign for thousands has to go";
  return "is it a slip, or has it a sign for thousands?";
}

void NumberColumns::Cells::add(std::string_view text, std::uint32_t its_row) {
  if (count++ > 0) return;
  first = text;
  row = its_row;
}

void NumberColumns::add_text(std::size_t column, std::string_view text, std::uint32_t row) {
  Count& count = at(column);
  if (stands_for_no_number(text) || has_decimal_comma(text))
    count.odd.add(text, row);
  else
    ++count.texts;
}

void NumberColumns::add_cut_date(std::size_t column, std::string_view text, std::uint32_t row) {
  at(column).cut_dates.add(text, row);
}

void NumberColumns::add_inexact(std::size_t column, std::string_view text, std::uint32_t row) {
  at(column).inexact.add(text, row);
}

/// Whether most of the cells are numbers, and not so many texts that the odd ones are words, too.
bool NumberColumns::is_of_numbers(const Count& count) {
  return (count.numbers > count.texts || has_decimal_comma(count.odd.first)) &&
         count.texts <= count.odd.count + count.numbers;
}

std::vector<std::string> NumberColumns::take_notes(const std::vector<std::string>& names,
                                                   const std::string& table) {
  std::vector<std::string> notes;
  const auto note = [&](const Cells& cells, std::size_t column, const std::string& what) {
    if (cells.count == 0) return;
    const std::string others =
        cells.count > 1 ? ", as are " + std::to_string(cells.count - 1) + " like it" : "";
    notes.push_back(table + "!" + tables::cell_address(column, cells.row) + " is '" +
                    shortened(cells.first) + "'" + others + " in the column '" +
                    shortened(names[column]) + "'" + what);
  };
  for (std::size_t i = 0; i < std::min(counts_.size(), names.size()); ++i) {
    const Count& count = counts_[i];
    note(count.cut_dates, i, " of dates: fractions of seconds are left out, since EDTF has none");
    note(count.inexact, i,
         ": a number keeps the nearest that can be computed with; {\"text\": \"{" +
             shortened(names[i]) + "}\"} in the mapping keeps every digit");
    if (is_of_numbers(count))
      note(count.odd, i,
           " of numbers, and stays a text; " + advice_for_number(count.odd.first, names[i]));
  }
  counts_.clear();
  return notes;
}

}  // namespace entente::import
