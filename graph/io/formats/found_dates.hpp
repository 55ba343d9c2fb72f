#pragma once

/// Dates as other programs write them, never made more precise than they are.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <entente/time/when.hpp>

namespace entente {

/// A date that was found; nothing if the text is none.
struct FoundDate {
  std::optional<When> when = {};
  /// Whether it says all that the text does. Fractions of seconds and clocks without seconds are
  /// left out, so that the text is worth keeping beside it.
  bool whole = true;
};

/// EDTF, and what is EDTF but for its form: `2010-00-00` is 2010, `2010-5-3` and `2010/05/03` are
/// days, `2010-05-03 10:00:00` has a blank for a T. The same of both ends of an interval.
[[nodiscard]] FoundDate found_date(std::string_view text);

/// What is between two ends, each a date, `..` (none) or empty (unknown); nothing if one is none of
/// these, or they contradict.
[[nodiscard]] FoundDate found_state(std::string_view start, std::string_view end);

/// The same of ends in a JSON object, as our formats have them where EDTF has no interval:
/// `{"start": "[2018..]", "end": ".."}`.
[[nodiscard]] FoundDate found_ends(const std::string& json);

/// On which side of a date.
enum class Side : std::uint8_t { before, after };

/// The last period before a date or the first after it, as precise as the date: the day of a day,
/// the year of a year, the second of a clock. What is no plain date stays.
[[nodiscard]] std::string neighbour_of(std::string_view date, Side side);

}  // namespace entente
