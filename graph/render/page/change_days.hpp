#pragma once

/// The days on which the answer about a relation may change.

#include <string_view>
#include <vector>

#include <entente/facts/graph.hpp>
#include <entente/facts/viewpoint.hpp>
#include <entente/time/date.hpp>
#include <entente/time/date_pattern.hpp>
#include <entente/time/when.hpp>
#include <entente/time/window.hpp>

namespace entente {

/// The days on which an answer may change, the first ones of what is said of them.
struct ChangeDays {
  /// Of dates that come again and again, such as `XXXX-03-25`, only these days are among `days`.
  Window near = {};
  std::vector<Day> days = {};
  std::vector<DatePattern> recurring = {};  ///< those dates

  /// Those of something with that date.
  void add(const When& when, Reading reading);
  void add(const Bounds& bounds);

 private:
  void add_stretches(const DateValue& date);
  void add_members(std::string_view text);
};

/// Those of a relation as a selection sees it; `near`: see ChangeDays.
[[nodiscard]] ChangeDays change_days_of(const Graph& graph, const Selection& selection,
                                        const Viewpoint& viewpoint, RelationId relation,
                                        const Window& near);

}  // namespace entente
