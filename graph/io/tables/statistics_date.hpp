#pragma once

/// Dates of Stata and SPSS, which are numbers that a format says how to read.
/// @see Stata 18, [D] Datetime display formats; IBM SPSS Statistics, "Date and Time Formats"

#include <cstdint>
#include <string>
#include <string_view>

#include "io/tables/table.hpp"

namespace entente::tables {

/// How the numbers of a variable are to be read.
struct StatisticsDate {
  enum class Unit : std::uint8_t {
    number,  ///< no date
    days,
    weeks,  ///< of 7 days from 1 January on, 52 a year: the last has 8 or 9
    months,
    quarters,
    half_years,
    years,
    seconds,
    duration,  ///< seconds that are no time of any day
    unread     ///< a calendar that the file does not hold
  };
  /// What of a time is shown.
  enum class Shown : std::uint8_t { clock, day, week, month, quarter };

  Unit unit = Unit::number;
  Shown shown = Shown::day;
  double per_second = 1;
  long long day_zero = 0;     ///< since 1970
  bool leap_seconds = false;  ///< whether they are counted
  std::string format = {};    ///< of what is unread

  [[nodiscard]] CellKind kind() const;
  /// As EDTF, as precise as it is shown; of durations `HH:MM:SS`; as a number with its format where
  /// it is no date that a calendar has.
  [[nodiscard]] std::string text(double value) const;
};

/// Of a format such as `%tdCCYY`, `%tq`.
[[nodiscard]] StatisticsDate stata_date(std::string_view format);
/// Of a format such as `DATE11`, `MOYR8`.
[[nodiscard]] StatisticsDate spss_date(std::string_view format);

}  // namespace entente::tables
