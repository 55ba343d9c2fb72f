#pragma once

/// The part of the facts in which all shortest paths between two entities lie.

#include <optional>
#include <vector>

#include <entente/answer/question.hpp>
#include <entente/facts/selection.hpp>

namespace entente::answers {

/// The entities on some path of the fewest hops, walked as the selection directs and without those
/// to avoid; the two ends alone if there is none. Cost: what is touched growing from both ends.
/// @throws LimitReached, Interrupted; InvalidArgument as Graph::facts.
[[nodiscard]] std::vector<EntityId> on_shortest_paths(const Question& question,
                                                      const Selection& selection, EntityId from,
                                                      EntityId to,
                                                      const std::vector<EntityId>& avoid);

}  // namespace entente::answers
