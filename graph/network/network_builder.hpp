#pragma once

/// Folds lists of edges into a Network.

#include <cstdint>
#include <span>

#include <entente/network/network.hpp>

#include "system/scratch.hpp"

namespace entente {

/// Edges before folding, a column each. Beside the ends a column may stay empty: weights 1, all
/// certain, one group, no dossier.
struct EdgeColumns {
  Scratch<EntityId> from;
  Scratch<EntityId> to;
  Scratch<double> weight;
  Scratch<RelationId> relation;
  Scratch<Verdict> verdict;
  Scratch<std::uint32_t> group;       ///< ascending; only edges of one group merge
  Scratch<std::uint64_t> precedence;  ///< smaller stands first among merged relations
};

/// How the weights of edges that merge become one: by counting them, or from their values.
enum class WeightFold : std::uint8_t { count, min, max, sum };

/// What a network is built for.
struct NetworkPlan {
  Direction direction = Direction::both;
  Parallels parallels = Parallels::merged;
  SelfLoops self_loops = SelfLoops::dropped;
  WeightFold weights = WeightFold::min;
  Projection recorded = {};  ///< the rule that the network reports
  Counts counts = {};
  std::vector<ApartPair> apart = {};
};

/// The plan that a projection of relations themselves asks for.
[[nodiscard]] NetworkPlan plan_for(Direction direction, const Projection& projection,
                                   Counts counts);

/// The network of these entities (ascending) and the edges among them.
/// Two counting passes give sorted rows; nothing is compared. Cost: O(entities + edges).
[[nodiscard]] Network build_network(std::span<const EntityId> entities, const EdgeColumns& edges,
                                    NetworkPlan plan);

}  // namespace entente
