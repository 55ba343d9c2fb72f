#pragma once

/// Who links those that have no link of their own.

#include <cstdint>
#include <span>
#include <vector>

#include <entente/algorithm/grouping.hpp>
#include <entente/algorithm/ranking.hpp>
#include <entente/algorithm/run_control.hpp>
#include <entente/export.hpp>
#include <entente/network/network.hpp>

namespace ENTENTE_API entente {

/// How ties are weighed.
struct HoleOptions {
  Weights weights = Weights::ignored;  ///< whether ties are counted or weighed
  RunControl run = {};                 ///< stops long work
};

/// Burt's constraint: how much an entity's ties lead back to each other; low is free.
///
/// Ties are weighed both ways together, as in NetworkX. Entities without ties have no constraint
/// and no row. Cost: O(sum of squared degrees).
/// @throws InvalidArgument `bad-weight` if a weight is negative or not finite.
/// @see R. Burt, American Journal of Sociology 110 (2004) 349.
[[nodiscard]] Ranking constraint(const Network& g, const HoleOptions& options = {});

/// Burt's effective size: how many neighbours an entity has, less what they have in common.
/// Rows, cost and errors as constraint(). @see R. Burt, Structural Holes (1992).
[[nodiscard]] Ranking effective_size(const Network& g, const HoleOptions& options = {});

/// How often an entity b stands on a path a → b → c where a has no edge to c.
struct BrokerageRoles {
  EntityId entity = {};              ///< who stands between
  std::uint64_t coordinator = 0;     ///< all three of one group
  std::uint64_t consultant = 0;      ///< a and c of one group, b of another
  std::uint64_t gatekeeper = 0;      ///< b and c of one group: a comes in
  std::uint64_t representative = 0;  ///< a and b of one group: c is outside
  std::uint64_t liaison = 0;         ///< three groups
  /// All five together.
  [[nodiscard]] std::uint64_t total() const {
    return coordinator + consultant + gatekeeper + representative + liaison;
  }
};

/// Gould and Fernandez' roles of every entity, most brokerage first, then by id.
///
/// In an undirected network both ways round count, so totals are even. Cost: O(sum of squared
/// degrees). @throws InvalidArgument `short-grouping` if an entity of the network has no group.
/// @see R. Gould, R. Fernandez, Sociological Methodology 19 (1989) 89.
[[nodiscard]] std::vector<BrokerageRoles> brokerage_roles(const Network& g,
                                                          const Grouping& grouping,
                                                          const RunControl& run = {});

/// How often an entity stands between two others that have no edge from the first to the second:
/// the total of its roles, whatever the groups. Entities without ties score 0. Cost: as above.
[[nodiscard]] Ranking brokerage(const Network& g, const RunControl& run = {});

}  // namespace entente
