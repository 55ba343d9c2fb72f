#pragma once

/// The period that a question is about.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/export.hpp>
#include <entente/time/date.hpp>
#include <entente/time/day.hpp>

namespace ENTENTE_API entente {

/// All days from `first` to `last`, both included; `day_min` and `day_max` mean "no limit".
/// By default all time.
struct Window {
  Day first = day_min;  ///< the first day asked about
  Day last = day_max;   ///< the last day asked about

  /// One day.
  [[nodiscard]] static constexpr Window on(Day day) noexcept { return {day, day}; }
  /// All days that the date may be: `2014` is 2014-01-01 to 2014-12-31.
  [[nodiscard]] static Window of(const Date& date) noexcept { return {date.lo(), date.hi()}; }
  /// The argument of `--as-of`, `--during` and `--throughout`: a date (`2014`, `2014-05-06`), or
  /// `A/B`, from the first day of A to the last of B, where `..` means no limit. Each is one
  /// bounded stretch of whole days: `201X` and `1960-XX` are, `1960-XX-25` and `XXXX` are not.
  /// @throws DateError of kind `no_period` for dates that are no stretch of whole days (gaps, sets,
  /// qualifiers, clock times, unknown ends, "today"), with the nearest stretch as advice; of
  /// another kind if it is no date or ends before it starts.
  [[nodiscard]] static Window parse(std::string_view text);

  /// Whether it asks about a single day.
  [[nodiscard]] constexpr bool is_one_day() const noexcept { return first == last; }
  /// Whether it asks about that day.
  [[nodiscard]] constexpr bool contains(Day day) const noexcept {
    return first <= day && day <= last;
  }

  /// The same days.
  friend constexpr bool operator==(const Window&, const Window&) = default;
};

/// Refuses a window that no day can lie in. @throws InvalidArgument `period` if its first day is
/// after its last.
void require_order(const Window& window);

/// "2014-05-06" for one day, else "2014-01-01/2014-12-31", "../2014-12-31", "../..".
[[nodiscard]] std::string format(const Window& window);

/// How long a step of a series is.
enum class CalendarStep : std::uint8_t { year, quarter, month };

/// The years, quarters or months that touch the window, each from its first day to its last.
/// @throws InvalidArgument `endless-series` if the window has no first or no last day.
[[nodiscard]] std::vector<Window> calendar_periods(const Window& window, CalendarStep step);

}  // namespace entente
