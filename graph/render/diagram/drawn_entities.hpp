#pragma once

/// Which of the selected entities a picture draws.

#include <cstddef>
#include <functional>
#include <vector>

#include <entente/facts/graph.hpp>
#include <entente/facts/selection.hpp>

namespace entente {

struct DrawnEntities {
  std::vector<EntityId> entities = {};  ///< ascending
  std::size_t only_cited = 0;           ///< left out: no relation touches them, evidence names them
  std::size_t least_connected = 0;      ///< left out: there were too many
};

/// What bounds the choice.
struct DrawingLimits {
  std::function<bool(EntityId)> must_stay = {};
  Isolated isolated = Isolated::when_unnarrowed;  ///< always: those only cited stay as well
  std::size_t most = 0;
  std::vector<EntityId> among = {};  ///< ascending; if it holds any, others count as too many
};

/// Without those that are only cited; of more than `most`, those left when again and again the one
/// goes that is tied to fewest of the others, so that what stays is tied to what stays.
/// Cost: O(relations log entities).
[[nodiscard]] DrawnEntities drawn_entities(const Graph& graph, const SelectedFacts& facts,
                                           const DrawingLimits& limits);

}  // namespace entente
