#pragma once

/// How many relations a selection keeps in each of many periods, from one scan.

#include <vector>

#include <entente/facts/counts.hpp>
#include <entente/facts/graph.hpp>
#include <entente/time/window.hpp>

namespace entente {

/// Of each period, what Graph::facts counts with the period as Selection::during; the selection's
/// own periods must hold too. The periods begin and end in order; they may overlap. Cost: a few
/// snapshots, whatever the number of periods; relations whose dates have gaps, sets or doubts cost
/// a question for each period.
/// @throws InvalidArgument as Graph::facts, and `unordered-periods`.
[[nodiscard]] std::vector<Counts> counts_by_period(const Graph& graph, const Selection& selection,
                                                   const std::vector<Window>& periods);

}  // namespace entente
