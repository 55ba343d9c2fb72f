#pragma once

/// Which relations carry an entity's score.

#include <map>
#include <vector>

#include <entente/algorithm/measures.hpp>
#include <entente/answer/answer.hpp>
#include <entente/network/network.hpp>

#include "answer/rows/rows.hpp"

namespace entente::answers {

/// Says of an entity of a network which of its relations carry its score most: of measures of
/// shortest paths, those that most of these use; of all others, those that tie it to the entities
/// of the highest scores.
class Explanation {
 public:
  Explanation(const Question& question, const Network& network, const Measure& measure,
              const RankOptions& options);

  /// At most so many relations, the weightiest first, each from another neighbour.
  [[nodiscard]] RelationRows relations_of(EntityId entity, std::size_t most) const;

 private:
  const Network& network_;
  SelectedFacts facts_;
  std::map<EdgeIndex, double> by_edge_;
  std::map<EntityId, double> by_entity_;
};

}  // namespace entente::answers
