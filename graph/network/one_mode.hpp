#pragma once

/// One-mode networks: who shares agreements, bodies or events with whom.

#include <entente/facts/graph.hpp>
#include <entente/network/network.hpp>

#include "facts/criteria.hpp"

namespace entente {

/// Entities of the kinds `projection.over`, and below them, are hubs; two other entities are tied
/// by each hub that selected relations tie both to, in whichever direction these run. Merged by
/// type, both relations must be of that type. Folding keeps time: a tie exists only where a
/// relation of each end holds together with one of the other (facts/folding.hpp). An edge leads
/// back to the relations it rests on and is as certain as the best two of them. Cost: O(sum of
/// squares of the hubs' numbers of relations).
/// @throws InvalidArgument `unknown-kind`, `bad-projection` if weights are to come from an
/// attribute; LimitReached `projection-size` past 100 million pairs.
[[nodiscard]] Network one_mode(const Graph& graph, const SelectedFacts& facts,
                               const Projection& projection, const Criteria& criteria);

}  // namespace entente
