#include "words/masked_words.hpp"

#include <algorithm>

#include "words/date_words.hpp"

namespace entente {
namespace {

enum class Part { absent, known, unknown, partly };

/// Year, month and day as written; a part that is not there is empty.
struct Parts {
  std::string_view year, month, day;
};

Parts parts_of(std::string_view date) {
  const std::size_t sign = date.starts_with('-') ? 1 : 0;
  const std::size_t year_end = std::min(date.find('-', sign), date.size());
  const std::size_t month_end = std::min(date.find('-', year_end + 1), date.size());
  const auto between = [&](std::size_t first, std::size_t last) {
    return first < last ? date.substr(first, last - first) : std::string_view();
  };
  return {date.substr(0, year_end), between(year_end + 1, month_end),
          between(month_end + 1, date.size())};
}

Part part_of(std::string_view text) {
  const auto masked = std::count(text.begin(), text.end(), 'X');
  if (text.empty()) return Part::absent;
  if (masked == 0) return Part::known;
  return static_cast<std::size_t>(masked) == text.size() ? Part::unknown : Part::partly;
}

std::string with(std::string_view text, char digit) {
  std::string result(text);
  std::replace(result.begin(), result.end(), 'X', digit);
  return result;
}

/// A month or a day without the zero before it, or as a range of them.
std::string number(std::string_view text, std::string_view most, const MaskedWords& words) {
  const auto plain = [](std::string digits) {
    return digits.starts_with('0') ? digits.substr(1) : digits;
  };
  if (part_of(text) == Part::known) return plain(std::string(text));
  const std::string last = std::min(with(text, '9'), std::string(most));
  return filled(words.between, plain(std::max(with(text, '0'), std::string("01"))), plain(last));
}

/// `201X`.
bool is_decade(std::string_view year) {
  return year.size() == 4 && year.find('X') == 3;
}

/// "2018", "the 2010s", "2000 to 2099", "an unknown year".
std::string year_in_words(std::string_view year, const MaskedWords& words) {
  if (part_of(year) == Part::unknown) return std::string(words.unknown_year);
  if (part_of(year) == Part::known) return std::string(year);
  if (is_decade(year)) return filled(words.decade, with(year, '0'));
  return filled(words.between, with(year, '0'), with(year, '9'));
}

/// The year as it stands beside a month or a day.
std::string year_before(std::string_view year, const MaskedWords& words) {
  const std::string text = year_in_words(year, words);
  return part_of(year) == Part::unknown || is_decade(year) ? text : filled(words.year, text);
}

std::string month_in_words(const Parts& date, const MaskedWords& words) {
  if (part_of(date.year) == Part::known && part_of(date.month) == Part::known)
    return words.known_month.empty()
               ? std::string(date.year) + '-' + std::string(date.month)
               : filled(words.known_month, date.year, number(date.month, "12", words));
  const std::string year = year_before(date.year, words);
  if (part_of(date.month) != Part::unknown)
    return filled(words.month_of, number(date.month, "12", words), year);
  if (part_of(date.year) == Part::unknown) return std::string(words.no_month);
  return filled(words.unknown_month, year);
}

std::string day_in_words(const Parts& date, const MaskedWords& words) {
  const bool no_month = part_of(date.month) == Part::unknown;
  const bool no_year = part_of(date.year) == Part::unknown;
  if (part_of(date.day) == Part::unknown) {
    if (no_month && no_year) return std::string(words.no_day);
    return filled(words.unknown_day,
                  no_month ? year_before(date.year, words) : month_in_words(date, words));
  }
  const std::string day = number(date.day, "31", words);
  if (no_month && no_year) return filled(words.day_of_no_month, day);
  if (no_month) return filled(words.day_of_month, day, year_before(date.year, words));
  return filled(words.day_of, day, month_in_words(date, words));
}

}  // namespace

std::string with_masks_worded(std::string_view date, const MaskedWords& words) {
  if (date.find('X') == std::string_view::npos) return std::string(date);
  const Parts parts = parts_of(date);
  if (!parts.day.empty()) return day_in_words(parts, words);
  if (!parts.month.empty()) return month_in_words(parts, words);
  return year_in_words(parts.year, words);
}

}  // namespace entente
