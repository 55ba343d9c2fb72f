#pragma once

/// Which of the selected entities a picture draws.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <entente/facts/graph.hpp>
#include <entente/facts/selection.hpp>

namespace entente {

struct DrawnEntities {
  std::vector<EntityId> entities = {};  ///< ascending
  std::vector<EntityId> hubs = {};      ///< tied to more than 25 that were to be drawn; ascending
  std::size_t only_cited = 0;           ///< left out: no relation touches them, evidence names them
  std::map<std::string, std::size_t> least_important = {};  ///< left out: too many; by kind
  std::map<std::string, std::size_t> other_kinds = {};  ///< left out: of kinds drawn when asked for
};

/// Which kinds are drawn: all, or those that an overview shows unasked.
enum class DrawnKinds : std::uint8_t { all, main };

/// What bounds the choice.
struct DrawingLimits {
  std::function<bool(EntityId)> must_stay = {};
  Isolated isolated = Isolated::when_unnarrowed;  ///< always: those only cited stay as well
  std::size_t most = 0;
  DrawnKinds kinds = DrawnKinds::all;
  std::vector<EntityId> among = {};  ///< ascending; if it holds any, others count as too many
  /// If set: which relations the picture is about; who has one of them stays before all others.
  std::function<bool(RelationId)> is_about = {};
};

/// Without those that are only cited; of more than `most` the most important, with a share for
/// every kind. Cost: that of `most_important`.
[[nodiscard]] DrawnEntities drawn_entities(const Graph& graph, const SelectedFacts& facts,
                                           const DrawingLimits& limits);

}  // namespace entente
