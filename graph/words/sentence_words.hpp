#pragma once

/// The words around dates and sources.

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include <entente/text/language.hpp>

namespace entente {

/// Texts with gaps {a}, {b}, {c} for dates and the like.
enum class SentenceWord : std::uint8_t {
  // Intervals.
  since,
  since_endless,
  until,
  until_beginningless,
  from_to,
  always,
  sometime,
  since_unknown_endless,
  until_unknown,
  until_unknown_beginningless,
  // Acts on one unknown day of an interval.
  some_time_within,
  some_time_since,
  some_time_until,
  // Single dates and doubts.
  on_day,
  in_period,
  about,
  possibly,
  possibly_end,
  at_clock,
  // Sets. Of years, months, days in this order.
  either,
  both,
  or_later,
  or_earlier,
  one_of_years,
  one_of_months,
  one_of_days,
  each_of_years,
  each_of_months,
  each_of_days,
  years_from,
  months_from,
  days_from,
  years_until,
  months_until,
  days_until,
  // Years with unknown digits.
  unknown_year,
  decade,
  year_ending,
  years_apart,
  year_list,
  year_form,
  // What stands before a month or a day.
  year_of,       ///< a known year, an unknown one
  some_year_of,  ///< one of several years
  year_month,
  month_number,
  day_number,
  between,
  month_of,
  unknown_month,
  no_month,
  day_of,
  day_of_several,  ///< of one of several months
  some_month,      ///< one of months that follow one another
  some_day,        ///< one of days that follow one another
  day_of_unknown_month,
  day_of_no_month,
  unknown_day,
  no_day,
  // Around the sentence.
  date_bracket,
  asserted_by,
  dated,
  inferred_end,
  inferred_end_undated,
  plan,
  expectation,
  claim,
  derived,
};

/// How the dates of a sentence stand: as the record writes them, "2014-05-06", or as labels do, "6
/// May 2014".
enum class DateForm : std::uint8_t { written, worded };

/// Says these words in one language.
class SentenceVoice {
 public:
  /// In the language that serves best, English if none does.
  explicit SentenceVoice(const LanguagePreference& languages, DateForm form = DateForm::written);

  [[nodiscard]] std::string_view language() const;
  [[nodiscard]] std::string_view text(SentenceWord word) const;
  /// The text with its gaps filled.
  [[nodiscard]] std::string filled(SentenceWord word,
                                   std::initializer_list<std::string_view> values) const;
  /// A date without doubts and unknown digits, or a whole one, in the form of this voice.
  [[nodiscard]] std::string date(std::string_view written) const;

 private:
  std::size_t column_;
  DateForm form_;
};

}  // namespace entente
