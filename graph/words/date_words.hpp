#pragma once

/// The words around dates and sources, by language.

#include <array>
#include <string>
#include <string_view>

#include <entente/model/record.hpp>
#include <entente/text/language.hpp>
#include <entente/time/when.hpp>

#include "words/masked_words.hpp"

namespace entente {

/// Patterns with {a} and {b} for dates.
struct SentenceWords {
  std::string_view language;
  // Intervals.
  std::string_view since, since_endless, until, from_to;
  std::string_view always, sometime, since_unknown_endless, until_unknown;
  std::string_view some_time;  ///< before an interval that holds one unknown day
  // Single dates, sets, doubts.
  std::string_view on_day, in_period;
  std::string_view or_later, or_earlier, either, both;
  std::string_view about, possibly, at_clock;
  MaskedWords masked;
  // Around the sentence.
  std::string_view date_bracket, asserted_by, dated;
  std::array<std::string_view, 5> modality;  ///< by Modality; nothing for a fact
};

/// The words that serve the preference best, English if none does.
[[nodiscard]] const SentenceWords& words_for(const LanguagePreference& languages);

/// The pattern with its places filled.
[[nodiscard]] std::string filled(std::string_view pattern, std::string_view a,
                                 std::string_view b = {});

/// The date as a phrase: "since 2014-05-06".
[[nodiscard]] std::string date_phrase(const When& when, Reading reading,
                                      const SentenceWords& words);

}  // namespace entente
