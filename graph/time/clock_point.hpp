#pragma once

// The clock times of dates, to be compared.

#include <compare>
#include <cstdint>
#include <optional>
#include <utility>

#include <entente/time/date.hpp>
#include <entente/time/when.hpp>

namespace entente {

// A clock time on its day: an instant if its offset is known, else what the clock showed.
struct ClockPoint {
  bool is_instant = false;
  std::int64_t seconds = 0;  // since 1970-01-01T00:00, in UTC or as shown
  std::int64_t shown = 0;    // the same as the clock shows it

  // The same instant, or the same time shown.
  friend bool operator==(const ClockPoint& a, const ClockPoint& b) { return (a <=> b) == 0; }
  friend std::strong_ordering operator<=>(const ClockPoint& a, const ClockPoint& b) {
    return std::pair(a.is_instant, a.seconds) <=> std::pair(b.is_instant, b.seconds);
  }
};

// The clock time of a date; none if it has none.
[[nodiscard]] std::optional<ClockPoint> clock_point(const Date& date);
// The clock time at which it starts, if that is one date with a clock time.
[[nodiscard]] std::optional<ClockPoint> start_clock(const When& when);

}  // namespace entente
