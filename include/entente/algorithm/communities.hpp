#pragma once

/// Groups that are tied among themselves more than to others.

#include <cstdint>

#include <entente/algorithm/components.hpp>
#include <entente/algorithm/run_control.hpp>
#include <entente/export.hpp>
#include <entente/network/network.hpp>

namespace ENTENTE_API entente {

/// How groups are sought.
struct CommunityOptions {
  Weights weights = Weights::ignored;  ///< whether ties are counted or weighed
  double resolution = 1;               ///< above 1 prefers small groups, below 1 large ones
  std::uint64_t seed = 1;              ///< of the order in which entities are looked at
  RunControl run = {};                 ///< stops long work
};

/// Groups of entities, every entity in one, and how good they are.
struct Communities {
  Groups groups;          ///< largest first
  double modularity = 0;  ///< of this partition
};

/// Modularity of groups: the share of ties inside them, less what chance would put there.
///
/// Direction and self-loops do not count; edges both ways between two entities add up. 0 without
/// edges. Entities that no group names are groups of their own. Cost: O(n + m).
/// @throws InvalidArgument `overlapping-groups` if an entity is in two groups; `out-of-range` for
/// `EntityId{}`; `bad-weight`.
/// @see M. Newman, M. Girvan, Physical Review E 69 (2004) 026113.
[[nodiscard]] double modularity(const Network& g, const Groups& groups,
                                const CommunityOptions& options = {});

/// The Louvain method: entities move to the neighbouring group that gains most modularity until
/// none gains, groups become entities, and again; then once more from the groups found, which frees
/// entities that went with the wrong one. Below a thousand entities this is done from 20 to 200
/// starts, with lots drawn between equal gains, and the best kept. The same seed gives the same
/// groups, whatever the order of relations. Cost: about O(m) a level. @throws InvalidArgument
/// `bad-weight`, `bad-resolution`.
/// @see V. Blondel et al., J. Stat. Mech. (2008) P10008.
[[nodiscard]] Communities louvain(const Network& g, const CommunityOptions& options = {});

/// The Leiden method: as Louvain, but groups are refined before they become entities, so that each
/// hangs together; up to three times over, six below a thousand entities. Starts, cost, errors: as
/// louvain().
/// @see V. Traag, L. Waltman, N. van Eck, Scientific Reports 9 (2019) 5233.
[[nodiscard]] Communities leiden(const Network& g, const CommunityOptions& options = {});

/// Label propagation: everyone takes the label that weighs most among their neighbours, until all
/// have it. Fast and rough. A label that is among the heaviest is kept; among others the
/// smallest id wins. Cost: O(m) a round. @throws InvalidArgument `bad-weight`.
/// @see U. Raghavan, R. Albert, S. Kumara, Physical Review E 76 (2007) 036106.
[[nodiscard]] Communities label_propagation(const Network& g, const CommunityOptions& options = {});

}  // namespace entente
