#pragma once

/// Sets of times as Gephi writes them into tables and GEXF: `<[2009-01-01, 2009-02-01]; [2010,
/// Infinity)>` holds intervals, `<[2009, 2010, 2011]>` instants. Round brackets leave their end
/// out.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// From one time to another; empty where there is no end.
struct TimeSpell {
  /// Whether a time that is an end is in the spell.
  enum class Bound : std::uint8_t { closed, open };

  std::string start = {};
  std::string end = {};
  Bound start_bound = Bound::closed;
  Bound end_bound = Bound::closed;

  [[nodiscard]] bool empty() const { return start.empty() && end.empty(); }
  /// As EDTF, if its times are; of an open bound the period next to it.
  [[nodiscard]] std::string text() const;
  /// As it was found, for times that are no dates.
  [[nodiscard]] std::string raw_text() const;
  friend bool operator==(const TimeSpell&, const TimeSpell&) = default;
};

/// An end of a spell: what is infinite is none.
[[nodiscard]] std::string_view finite_end(std::string_view text);

/// The intervals of a set; none if it holds anything else.
[[nodiscard]] std::vector<TimeSpell> intervals_of(std::string_view set);

/// The instants of a set, in brackets or not.
[[nodiscard]] std::vector<std::string> instants_of(std::string_view set);

/// What the sets of a file hold. One alone may be ambiguous: `<[2009, 2010]>` is either.
enum class TimeSets : std::uint8_t { intervals, instants };

/// What the first set in a text that can only be one of them holds; intervals if there is none.
[[nodiscard]] TimeSets time_sets_in(std::string_view text);

}  // namespace entente
