#pragma once

/// What changed between two days, or between two dossiers.

#include <string_view>
#include <vector>

#include <entente/export.hpp>
#include <entente/facts/graph.hpp>

namespace ENTENTE_API entente {

/// Relations by what became of them, each in order of time. A verdict of yes means that it is
/// certain; of maybe, that it depends on days that are not known.
struct Difference {
  std::vector<SelectedRelation> appeared;   ///< only on the second day
  std::vector<SelectedRelation> ended;      ///< only on the first day
  std::vector<SelectedRelation> persisted;  ///< on both
};

/// With the verdicts v1 and v2 on two days (or coarser dates): appeared if v1 is no and v2 is not,
/// ended if v2 is no and v1 is not, persisted if neither is no. Undated relations persist,
/// possibly. The selection must name no period of its own. Cost: two scans.
/// @throws InvalidArgument as `Graph::facts` does, and `period-given`.
[[nodiscard]] Difference difference(const Graph& graph, std::string_view first,
                                    std::string_view second, const Selection& selection = {});

/// What one dossier has and the other has not: `ended` and `persisted` are relations of the first,
/// `appeared` of the second. A relation whose record changed has ended and appeared.
[[nodiscard]] Difference difference(const Graph& first, const Graph& second,
                                    const Selection& selection = {});

}  // namespace entente
