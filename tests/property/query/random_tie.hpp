#pragma once

/// One tie told by several records, and what holds of it in a world.

#include <random>
#include <string>
#include <vector>

#include <entente/facts/graph.hpp>
#include <entente/time/day.hpp>

#include "small_calendar.hpp"

namespace entente::verify {

/// A world chosen for each of several dates.
using WorldOfEach = std::vector<const testing_support::World*>;

struct Tie {
  std::vector<SmallDate> dates;
  std::string lines = "country a\norganisation o\n";
};

[[nodiscard]] Tie random_tie(std::mt19937& chance);
/// The dates of those records.
[[nodiscard]] std::vector<const SmallDate*> dates_of(const Tie& tie,
                                                     const std::vector<RelationId>& relations);
/// All relations of a graph.
[[nodiscard]] std::vector<RelationId> all_of(const Graph& graph);
/// Whether each of those days is in one of the worlds.
[[nodiscard]] bool holds_on_all(const WorldOfEach& worlds, Day first, Day last);

}  // namespace entente::verify
