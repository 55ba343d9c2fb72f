#pragma once

/// One end of an interval: known, open, or unknown. The last two are never merged.

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include <entente/export.hpp>
#include <entente/time/date.hpp>
#include <entente/time/date_set.hpp>

namespace ENTENTE_API entente {

/// What is said of an end.
enum class EndState : std::uint8_t {
  known,    ///< there is one, and we know something of its date
  open,     ///< `..`: asserted to have none
  unknown,  ///< blank: there is one, and we do not know its date
};

/// "known", "open", "unknown".
[[nodiscard]] constexpr std::string_view to_string(EndState state) noexcept {
  return state == EndState::known ? "known" : state == EndState::open ? "open" : "unknown";
}

/// Start or end of an interval.
class Endpoint {
 public:
  /// An unknown end.
  Endpoint() = default;
  /// A known end: on that date.
  explicit Endpoint(Date date) : what_(std::move(date)) {}
  /// A known end: on one of the dates of a `[..]` set.
  /// @throws InvalidArgument for a `{..}` set.
  explicit Endpoint(DateSet one_of);

  /// An end asserted not to exist.
  [[nodiscard]] static Endpoint open();
  /// An end of which nothing is known.
  [[nodiscard]] static Endpoint unknown() { return {}; }
  /// "" is unknown, ".." open, `[…]` one of these, anything else a date.
  /// @throws DateError if it is none of these.
  [[nodiscard]] static Endpoint parse(std::string_view text);

  /// What is said of it.
  [[nodiscard]] EndState state() const noexcept;
  /// As written; "" if unknown, ".." if open.
  [[nodiscard]] std::string_view text() const noexcept ENTENTE_LIFETIMEBOUND;
  /// Its date, if one date is known.
  [[nodiscard]] const Date* date() const noexcept ENTENTE_LIFETIMEBOUND {
    return std::get_if<Date>(&what_);
  }
  /// Its dates, if one of several is known to be it.
  [[nodiscard]] const DateSet* one_of() const noexcept ENTENTE_LIFETIMEBOUND {
    return std::get_if<DateSet>(&what_);
  }
  /// First and last day of a known end; no limits otherwise.
  [[nodiscard]] DayRange days() const noexcept;
  /// The doubts about a known end.
  [[nodiscard]] Qualifier qualifier() const noexcept;
  /// The earliest day of a known end not before `day`; `day` itself otherwise.
  [[nodiscard]] std::optional<Day> first_from(Day day) const noexcept;
  /// The latest day of a known end not after `day`; `day` itself otherwise.
  [[nodiscard]] std::optional<Day> last_until(Day day) const noexcept;
  /// The same end with the qualified parts of its dates unknown.
  [[nodiscard]] Endpoint loosened() const;

  /// Written the same.
  friend bool operator==(const Endpoint& a, const Endpoint& b) noexcept {
    return a.state() == b.state() && a.text() == b.text();
  }

 private:
  struct Open {};
  struct Unknown {};
  std::variant<Unknown, Open, Date, DateSet> what_;
};

}  // namespace entente
