#pragma once

/// The full days that a file shows beside a date that says it better.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/time/when.hpp>

namespace entente {

/// A stretch of days as it is written: two dates, `..` (none) or empty (not said).
struct VisibleDays {
  std::string start = {};
  std::string end = {};
};

/// The days of `a/b` or of one date; of several, `;` stands between.
[[nodiscard]] std::vector<VisibleDays> visible_days(std::string_view text);
/// For messages: `a/b; c/d`.
[[nodiscard]] std::string to_text(const std::vector<VisibleDays>& days);

/// Whether they are what a writer of days makes of the date: its stretches, or all from the first
/// day to the last. Nothing if they are no dates.
[[nodiscard]] std::optional<bool> are_days_of(const std::vector<VisibleDays>& days,
                                              const std::optional<When>& when);

/// The date that they say. An end that is still that of `when` stays as it is there.
[[nodiscard]] std::optional<When> edited_when(const std::vector<VisibleDays>& days,
                                              const std::optional<When>& when);

}  // namespace entente
