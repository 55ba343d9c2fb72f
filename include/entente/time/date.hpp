#pragma once

/// One date of EDTF (ISO 8601-2:2019; Library of Congress, levels 0 to 2) with all that its
/// writer left open: missing parts, unknown digits, doubts.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <entente/export.hpp>
#include <entente/time/date_error.hpp>
#include <entente/time/date_pattern.hpp>
#include <entente/time/day.hpp>

namespace ENTENTE_API entente {

/// How far a date is written out; `masked` if a digit is an `X`.
enum class Precision : std::uint8_t { masked, year, month, day };

/// The writer's doubt: `?` uncertain, `~` approximate, `%` both.
enum class Qualifier : std::uint8_t { none = 0, uncertain = 1, approximate = 2, both = 3 };

/// The doubts of either.
[[nodiscard]] constexpr Qualifier operator|(Qualifier a, Qualifier b) noexcept {
  return static_cast<Qualifier>(static_cast<std::uint8_t>(a) | static_cast<std::uint8_t>(b));
}

/// A time of day as a source gives it; never converted to another zone.
struct ClockTime {
  std::uint8_t hour = 0;                                          ///< 0 to 23
  std::uint8_t minute = 0;                                        ///< 0 to 59
  std::uint8_t second = 0;                                        ///< 0 to 59
  std::optional<std::int16_t> utc_offset_minutes = std::nullopt;  ///< ±840; none if not given

  /// The same clock time of the same offset.
  friend constexpr bool operator==(const ClockTime&, const ClockTime&) = default;
};

/// What a date says, apart from its text. `DateValue{}` is a wholly unknown date.
struct DateValue {
  Day lo = day_min;                               ///< the first day it may be
  Day hi = day_max;                               ///< the last day it may be
  DatePattern pattern{};                          ///< exactly which days it may be
  Precision precision = Precision::masked;        ///< how far it is written out
  bool gapless = true;                            ///< all days from lo to hi are admitted
  std::array<Qualifier, 3> qualifiers{};          ///< of year, month and day
  std::optional<ClockTime> clock = std::nullopt;  ///< the time of day, if given

  /// The doubts of all parts together.
  [[nodiscard]] constexpr Qualifier qualifier() const noexcept {
    return qualifiers[0] | qualifiers[1] | qualifiers[2];
  }
  /// Whether it may be that day.
  [[nodiscard]] bool admits(Day day) const noexcept {
    return day >= lo && day <= hi && (gapless || pattern.admits(day));
  }
  /// Whether it may be some day from `first` to `last`.
  [[nodiscard]] bool may_fall_within(Day first, Day last) const noexcept;
  /// The earliest day it may be, not before `day`.
  [[nodiscard]] std::optional<Day> first_from(Day day) const noexcept;
  /// The latest day it may be, not after `day`.
  [[nodiscard]] std::optional<Day> last_until(Day day) const noexcept;
  /// The same date with its qualified parts unknown: what is left if the doubts are justified.
  [[nodiscard]] DateValue loosened() const noexcept;
};

/// A date as written, and what it says. Cheap to copy.
class Date {
 public:
  /// Parses one date: `2014`, `2014-05`, `2014-05-06`, `201X`, `1960-XX-25`, `2014-05~`,
  /// `2014-?05`, `-0044-03-15`, `2023-12-02T19:15:00+04:00`.
  /// @throws DateError if it is none.
  [[nodiscard]] static Date parse(std::string_view text);

  /// The text as written; parsing it again gives the same date.
  [[nodiscard]] const std::string& text() const& noexcept ENTENTE_LIFETIMEBOUND { return text_; }
  /// The same of a temporary, handed over.
  [[nodiscard]] std::string text() && noexcept { return std::move(text_); }
  /// The first day it may be; `day_min` if without limit.
  [[nodiscard]] Day lo() const noexcept { return value_.lo; }
  /// The last day it may be; `day_max` if without limit.
  [[nodiscard]] Day hi() const noexcept { return value_.hi; }
  /// How far it is written out.
  [[nodiscard]] Precision precision() const noexcept { return value_.precision; }
  /// The doubts of all its parts together.
  [[nodiscard]] Qualifier qualifier() const noexcept { return value_.qualifier(); }
  /// Whether some part is doubted.
  [[nodiscard]] bool qualified() const noexcept { return qualifier() != Qualifier::none; }
  /// The time of day, if it has one.
  [[nodiscard]] const std::optional<ClockTime>& clock() const& noexcept ENTENTE_LIFETIMEBOUND {
    return value_.clock;
  }
  /// The same of a temporary, handed over.
  [[nodiscard]] std::optional<ClockTime> clock() && noexcept { return value_.clock; }
  /// Whether it may be that day, to the digit: `1960-XX-25` admits only the 25th of a month.
  [[nodiscard]] bool admits(Day day) const noexcept { return value_.admits(day); }
  /// The same text with its qualified parts unknown: what is left if the doubts are justified.
  [[nodiscard]] Date loosened() const { return {text_, value_.loosened()}; }
  /// Everything but the text.
  [[nodiscard]] const DateValue& value() const& noexcept ENTENTE_LIFETIMEBOUND { return value_; }
  /// The same of a temporary, handed over.
  [[nodiscard]] DateValue value() && noexcept { return value_; }

  /// Written the same.
  friend bool operator==(const Date& a, const Date& b) noexcept { return a.text_ == b.text_; }

 private:
  Date(std::string_view text, const DateValue& value) : text_(text), value_(value) {}

  std::string text_;
  DateValue value_;
};

/// An order for lists, by (first day ascending, last day descending, qualifier, text). It is
/// total, and it is not *before*: see `before` in `interval.hpp`.
[[nodiscard]] bool sorts_before(const Date& a, const Date& b) noexcept;

}  // namespace entente
