#pragma once

/// The verdict of a question on every relation of a graph.

#include <vector>

#include <entente/facts/counts.hpp>
#include <entente/facts/selection.hpp>

#include "facts/answers.hpp"
#include "facts/criteria.hpp"
#include "facts/graph_store.hpp"

namespace entente {

/// The relations that a question keeps, in order, and how many of them are certain and possible.
struct JudgedRelations {
  std::vector<SelectedRelation> kept;
  Counts counts;
  std::vector<RelationId> undated;         ///< left out for lack of a date
  std::vector<RelationId> inferred_ended;  ///< left out because they are inferred to have ended
};

/// Cost: one scan.
[[nodiscard]] JudgedRelations judge(const Graph::Store& store, const Criteria& criteria,
                                    const Answers& answers);

}  // namespace entente
