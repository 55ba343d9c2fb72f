#include "words/masked_words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include <entente/time/day.hpp>

#include "words/wording.hpp"

namespace entente {
namespace {

using W = SentenceWord;

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

bool is_masked(std::string_view part) {
  return part.find('X') != std::string_view::npos;
}

bool is_unknown(std::string_view part) {
  return !part.empty() && part.find_first_not_of('X') == std::string_view::npos;
}

/// The text with its unknown digits filled, the last of them with another digit.
std::string with(std::string_view text, char digit, char last) {
  std::string result(text);
  std::replace(result.begin(), result.end(), 'X', digit);
  result[text.rfind('X')] = last;
  return result;
}

/// How the unknown digits of a year lie.
enum class Mask { at_the_end, at_the_beginning, within, scattered };

Mask mask_of(std::string_view digits) {
  const std::size_t first = digits.find('X');
  const std::size_t last = digits.rfind('X');
  if (digits.substr(first, last - first + 1).find_first_not_of('X') != std::string_view::npos)
    return Mask::scattered;
  if (last + 1 == digits.size()) return Mask::at_the_end;
  return first == 0 ? Mask::at_the_beginning : Mask::within;
}

/// Whether the digits of a number agree with the mask.
bool agrees(int number, std::string_view mask) {
  for (std::size_t i = mask.size(); i-- > 0; number /= 10)
    if (mask[i] != 'X' && mask[i] - '0' != number % 10) return false;
  return true;
}

/// Two digits as a number that agree with the mask, from 1 to `most`.
std::vector<int> numbers_of(std::string_view mask, int most) {
  std::vector<int> result;
  for (int n = 1; n <= most; ++n)
    if (agrees(n, mask)) result.push_back(n);
  return result;
}

class MaskedDate {
 public:
  MaskedDate(std::string_view date, const SentenceVoice& voice)
      : date_(parts_of(date)), voice_(voice) {}

  std::string text() const {
    if (!date_.day.empty()) return day();
    if (!date_.month.empty()) return month();
    return year();
  }

 private:
  /// Whether the year is one of a few that are described, which then stand before "of" or "の".
  bool has_several_years() const { return is_masked(date_.year) && date_.year != "XXXX"; }

  std::string year() const {
    if (!is_masked(date_.year)) return std::string(date_.year);
    if (date_.year == "XXXX") return std::string(voice_.text(W::unknown_year));
    const bool before_zero = date_.year.starts_with('-');
    switch (mask_of(date_.year.substr(before_zero ? 1 : 0))) {
      case Mask::at_the_end:
        return year_range(before_zero);
      case Mask::at_the_beginning:
        if (before_zero) break;
        return voice_.filled(W::year_ending, {date_.year.substr(date_.year.rfind('X') + 1)});
      case Mask::within:
        return years_apart(before_zero);
      case Mask::scattered:
        break;
    }
    return voice_.filled(W::year_form, {date_.year});
  }

  std::string year_range(bool before_zero) const {
    std::string first = with(date_.year, '0', '0');
    std::string last = with(date_.year, '9', '9');
    if (!before_zero && std::count(date_.year.begin(), date_.year.end(), 'X') == 1)
      return voice_.filled(W::decade, {first});
    if (first == "-0000") first = "-0001";  // there is no other year 0
    if (before_zero) std::swap(first, last);
    return voice_.filled(W::one_of_years, {first, last});
  }

  /// The first, the second and the last of years that are decades, centuries or millennia apart.
  std::string years_apart(bool before_zero) const {
    std::array<std::string, 3> years = {with(date_.year, '0', '0'), with(date_.year, '0', '1'),
                                        with(date_.year, '9', '9')};
    if (before_zero) {
      std::string last = years[0] == "-0000" ? years[1] : years[0];
      years = {with(date_.year, '9', '9'), with(date_.year, '9', '8'), std::move(last)};
    }
    return voice_.filled(W::year_list,
                         {voice_.filled(W::years_apart, {years[0], years[1], years[2]})});
  }

  /// The year as it stands beside a month or a day.
  std::string year_before() const {
    if (date_.year == "XXXX") return year();
    return voice_.filled(has_several_years() ? W::some_year_of : W::year_of, {year()});
  }

  /// Whether a year that the date admits is a leap year.
  bool may_be_leap() const {
    const bool before_zero = date_.year.starts_with('-');
    const std::string_view digits = date_.year.substr(before_zero ? 1 : 0);
    for (int year = before_zero ? 1 : 0; year <= year_max; ++year)
      if (is_leap_year(before_zero ? -year : year) && agrees(year, digits)) return true;
    return false;
  }

  int days_in(int month) const { return days_in_month(may_be_leap() ? 2000 : 2001, month); }

  /// Months that agree with the mask and have such a day.
  std::vector<int> months() const {
    std::vector<int> result = numbers_of(date_.month, 12);
    if (!date_.day.empty())
      std::erase_if(result,
                    [&](int month) { return numbers_of(date_.day, days_in(month)).empty(); });
    return result;
  }

  std::vector<int> days() const {
    int most = 0;
    for (const int month : months()) most = std::max(most, days_in(month));
    return numbers_of(date_.day, most);
  }

  static bool is_range(const std::vector<int>& numbers) {
    const auto count = static_cast<int>(numbers.size());
    return count > 2 && numbers.back() - numbers.front() + 1 == count;
  }

  /// "3", "10 to 12", "1, 11 or 21"; `behind` stands behind each of a list.
  std::string listed(const std::vector<int>& numbers, W unit, std::string_view behind = {}) const {
    if (is_range(numbers))
      return voice_.filled(unit, {voice_.filled(W::between, {std::to_string(numbers.front()),
                                                             std::to_string(numbers.back())})});
    const auto one = [&](int number) {
      return voice_.filled(unit, {std::to_string(number)}).append(behind);
    };
    std::string list = one(numbers.front());
    for (std::size_t i = 1; i < numbers.size(); ++i) {
      if (i + 1 == numbers.size())
        list = voice_.filled(W::either, {list, one(numbers[i])});
      else
        list.append(list_comma_of(voice_.language())) += one(numbers[i]);
    }
    return list;
  }

  /// As where it stands alone: that it is one of those from the first to the last is said.
  std::string one_of(std::string text, const std::vector<int>& numbers, W some) const {
    return is_range(numbers) ? voice_.filled(some, {text}) : text;
  }

  std::string month() const {
    const std::string text = month_before_day();
    const bool is_partly_known = is_masked(date_.month) && !is_unknown(date_.month);
    return is_partly_known ? one_of(text, months(), W::some_month) : text;
  }

  std::string month_before_day() const {
    if (!is_masked(date_.year) && !is_masked(date_.month)) {
      const std::string written = std::string(date_.year).append("-").append(date_.month);
      if (std::string worded = voice_.date(written); worded != written) return worded;
      return voice_.filled(W::year_month,
                           {date_.year, date_.month, std::to_string(months().front())});
    }
    if (!is_unknown(date_.month))
      return voice_.filled(W::month_of, {listed(months(), W::month_number), year_before()});
    if (date_.year == "XXXX") return std::string(voice_.text(W::no_month));
    return voice_.filled(W::unknown_month, {year_before()});
  }

  std::string day() const {
    const bool no_month = is_unknown(date_.month);
    const bool no_year = date_.year == "XXXX";
    if (is_unknown(date_.day)) {
      if (no_month && no_year) return std::string(voice_.text(W::no_day));
      return voice_.filled(W::unknown_day, {no_month ? year_before() : month_before_day()});
    }
    return one_of(known_day(), days(), W::some_day);
  }

  /// A day that is not unknown, though it may be one of several.
  std::string known_day() const {
    const bool no_month = is_unknown(date_.month);
    const bool no_year = date_.year == "XXXX";
    const std::string day = listed(days(), W::day_number);
    if (no_month && no_year) return voice_.filled(W::day_of_no_month, {day});
    if (no_month) return voice_.filled(W::day_of_unknown_month, {day, year_before()});
    const std::vector<int> months = this->months();
    if (months.size() == 1 || !is_written_in_han(voice_.language()))
      return voice_.filled(W::day_of, {day, month_before_day()});
    // Written behind the last of several months, a day would be one of that month alone.
    if (days().size() == 1 && !is_range(months))
      return voice_.filled(W::month_of, {listed(months, W::month_number, day), year_before()});
    return voice_.filled(W::day_of_several, {day, month_before_day()});
  }

  Parts date_;
  const SentenceVoice& voice_;
};

}  // namespace

std::string with_masks_worded(std::string_view date, const SentenceVoice& voice) {
  if (!is_masked(date)) return std::string(date);
  return MaskedDate(date, voice).text();
}

}  // namespace entente
