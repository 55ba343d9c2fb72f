#pragma once

/// Dates as spreadsheets hold them: days since an epoch, shown through a number format.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente::tables {

/// What a number format shows of a date and a time.
struct ShownDate {
  bool year = false;
  bool month = false;
  bool day = false;
  bool time = false;
  bool elapsed = false;  ///< hours that go on beyond a day: `[h]:mm`

  [[nodiscard]] bool is_date() const { return year || month || day || time; }
};

/// Of a format's code, such as `d/m/yyyy` or `[$-409]mmm\-yy;@`: letters outside quotes, escapes
/// and brackets. `m` beside hours or seconds is minutes.
[[nodiscard]] ShownDate shown_date(std::string_view format_code);
/// Of a built-in format by its number (ECMA-376, part 1, 18.8.30; those of East Asia with it).
[[nodiscard]] ShownDate shown_date_of_builtin(std::uint32_t format);

enum class Epoch : std::uint8_t { from_1900, from_1904 };

/// A day number as ISO 8601, no more precise than what is shown: a format of `mmm yyyy` gives
/// `2010-05`. Midnight is no time. A time alone is `14:30`, an elapsed one `36:00`. Nothing for
/// what is no day of the years 1900 to 9999, the 29th of February 1900 among it, which spreadsheets
/// only imagine.
[[nodiscard]] std::optional<std::string> iso_of_serial(double serial, Epoch epoch, ShownDate shown);
/// An ISO date or date and time cut to what is shown.
[[nodiscard]] std::string cut_to_shown(std::string_view iso, ShownDate shown);

/// The shortest decimal digits of a number; whole ones without a point or exponent.
[[nodiscard]] std::string number_as_shown(double value);
/// The same of a number that the file writes so: an integer of more digits than a double holds
/// stays as it is written.
[[nodiscard]] std::string number_as_shown(double value, std::string_view written);

}  // namespace entente::tables
