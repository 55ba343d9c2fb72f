#pragma once

/// Sets of times as Gephi writes them into tables and GEXF: `<[2009-01-01, 2009-02-01]; [2010,
/// Infinity)>` holds intervals, `<[2009, 2010, 2011]>` instants.

#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// From one time to another, both in it; empty where there is no end.
struct TimeSpell {
  std::string start = {};
  std::string end = {};

  [[nodiscard]] bool empty() const { return start.empty() && end.empty(); }
  /// As EDTF, if its times are.
  [[nodiscard]] std::string text() const;
  friend bool operator==(const TimeSpell&, const TimeSpell&) = default;
};

/// An end of a spell: what is infinite is none.
[[nodiscard]] std::string_view finite_end(std::string_view text);

/// The intervals of a set; none if it holds anything else. Whether an end is in it is not told.
[[nodiscard]] std::vector<TimeSpell> intervals_of(std::string_view set);

/// The instants of a set, in brackets or not.
[[nodiscard]] std::vector<std::string> instants_of(std::string_view set);

/// One date or all of several, `{2009,2010}`, as EDTF if they are.
[[nodiscard]] std::string all_of(const std::vector<std::string>& instants);

}  // namespace entente
