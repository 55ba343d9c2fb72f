#pragma once

/// One-mode networks: who shares agreements, bodies or events with whom.

#include <entente/facts/graph.hpp>
#include <entente/network/network.hpp>

namespace entente {

/// Entities of the kinds `projection.over`, and below them, are hubs; two other entities are tied
/// by each hub that selected relations tie both to, in whichever direction these run. Merged by
/// type, both relations must be of that type. An edge leads back to the relations of both ends and
/// is as certain as its best hub, a hub as the worse of its two ties.
/// Cost: O(sum of squares of the hubs' numbers of members).
/// @throws InvalidArgument `unknown-kind`, `bad-projection` if weights are to come from an
/// attribute; LimitReached `projection-size` past 100 million pairs.
[[nodiscard]] Network one_mode(const Graph& graph, const SelectedFacts& facts,
                               const Projection& projection);

}  // namespace entente
