#pragma once

/// Dates as labels have room for them, in words and in the reader's language.

#include <string>
#include <string_view>

#include <entente/export.hpp>
#include <entente/text/language.hpp>
#include <entente/time/when.hpp>

namespace ENTENTE_API entente {

/// How much of a date is written; never the time of day.
enum class DateDetail : std::uint8_t { years, full };

/// "2014", "6 May 2014", "2014–2018", "since 2014", "until 2018", "c. 2014", "perhaps 2014",
/// "2010s", "2018 or later", "between 2016 and 2018", "2013 or 2016"; of several the first and the
/// last, the earlier first: "2013, 2016". An end that is asserted not to come is "from 2014 on".
/// Doubts of any part count for the whole; what is unknown of a date is not mentioned, and "" is
/// said of what nothing is known of.
[[nodiscard]] std::string short_date(const When& when, DateDetail detail,
                                     const LanguagePreference& languages);

/// The same of something that has a beginning, for beside its name: an unknown end is not
/// mentioned.
[[nodiscard]] std::string short_date_beside_name(const When& when,
                                                 const LanguagePreference& languages);

/// Of a text, which may be a period of a series: "Q1 2012" of 2012-Q1. What is no date is returned
/// as it is.
[[nodiscard]] std::string short_date_of(std::string_view text, const LanguagePreference& languages);

/// The language that these dates are in.
[[nodiscard]] std::string_view language_of_dates(const LanguagePreference& languages);

}  // namespace entente
