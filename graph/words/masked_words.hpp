#pragma once

/// Dates of which parts are unknown (`XXXX-XX-23`), in words.

#include <string>
#include <string_view>

namespace entente {

/// Patterns with {a} and {b} for dates with unknown parts.
struct MaskedWords {
  std::string_view unknown_year;     ///< where a year stands
  std::string_view year;             ///< a known year {a} before what follows
  std::string_view known_month;      ///< month {b} of the year {a}; nothing: `2018-05`
  std::string_view month_of;         ///< month {a} of {b}
  std::string_view unknown_month;    ///< of {a}
  std::string_view day_of;           ///< day {a} of {b}, a month
  std::string_view day_of_month;     ///< day {a} of an unknown month of {b}
  std::string_view unknown_day;      ///< of {a}, a year or a month of one
  std::string_view no_month;         ///< an unknown month of no known year
  std::string_view day_of_no_month;  ///< day {a} of an unknown month and year
  std::string_view no_day;           ///< nothing is known
  std::string_view decade;           ///< that begins in {a}
  std::string_view between;          ///< {a} and {b}, both included
};

/// A date as it is written, without marks of doubt: in words if a part of it is masked, else as it
/// is.
[[nodiscard]] std::string with_masks_worded(std::string_view date, const MaskedWords& words);

}  // namespace entente
