#pragma once

/// What changed between two days.

#include <string_view>
#include <vector>

#include <entente/export.hpp>
#include <entente/facts/graph.hpp>

namespace ENTENTE_API entente {

/// Ties by what became of them, and what happened meanwhile, each in order of time. A tie of
/// several records (query/spells.hpp) is one row: the record that says most of it. A verdict of yes
/// means that it is certain; of maybe, that it depends on days that are not known.
struct Difference {
  std::vector<SelectedRelation> appeared;   ///< only on the second day
  std::vector<SelectedRelation> ended;      ///< only on the first day
  std::vector<SelectedRelation> happened;   ///< acts after the first day, no later than the second
  std::vector<SelectedRelation> persisted;  ///< on both days
  Counts counts;  ///< of the relations of all rows; the undated ones are counted and in no list
  /// Those among the ended of which no source says so: it is inferred. Ascending.
  std::vector<RelationId> ended_by_inference;
  /// Those among the ended whose own dates let them go on: an entity that they tie ended.
  /// Ascending.
  std::vector<RelationId> ended_with_an_end;
  std::vector<RelationId> undated;  ///< ascending
  std::vector<RelationId>
      accounts_differ;  ///< records of the rows' ties that contradict each other
};

/// With the verdicts v1 and v2 of a tie on two days (or coarser dates): appeared if v1 is no and v2
/// is not, ended if v2 is no and v1 is not, persisted if neither is no. Acts happen: those that
/// fall, or may fall, after the first date and no later than the second. Undated relations are in
/// no list. The selection must name no period of its own. Cost: a few scans, and a sort of what
/// changed.
/// @throws InvalidArgument as `Graph::facts` does, `period-given`, `overlapping-dates` if the
/// two dates have a day in common, and `reversed-dates` if the first is the later one.
[[nodiscard]] Difference difference(const Graph& graph, std::string_view first,
                                    std::string_view second, const Selection& selection = {});

}  // namespace entente
