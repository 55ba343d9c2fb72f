#pragma once

/// Friends of friends and enemies of enemies: balance in signed networks.

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include <entente/algorithm/run_control.hpp>
#include <entente/export.hpp>
#include <entente/model/vocabulary.hpp>
#include <entente/network/network.hpp>

namespace ENTENTE_API entente {

class Graph;

/// The sign of every edge of a network: that of its relations' types. Relations without a sign do
/// not speak; where the others contradict each other the edge has none. Cost: O(relations).
[[nodiscard]] std::vector<Sign> edge_signs(const Graph& graph, const Network& g);

/// Three entities tied to each other with signs; a < b < c by id.
struct SignedTriad {
  EntityId a = {};        ///< smallest id
  EntityId b = {};        ///< next
  EntityId c = {};        ///< largest id
  unsigned negative = 0;  ///< how many of the three ties are negative

  /// Balanced if the product of the signs is positive: no enemy, or two.
  [[nodiscard]] bool balanced() const { return negative % 2 == 0; }
};

/// How triads are sought.
struct BalanceOptions {
  std::size_t limit = 1000;  ///< list no more than this many triads
  /// Which triads count, by their entities; empty: all. triads_in_time() leaves out those whose
  /// ties never held together.
  std::function<bool(EntityId, EntityId, EntityId)> admits = {};
  RunControl run = {};  ///< stops long work
};

/// How many triads there are of each sign pattern.
struct Balance {
  std::array<std::uint64_t, 4> by_negative{};          ///< triads with 0, 1, 2, 3 negative ties
  std::vector<SignedTriad> triads;                     ///< by ids, the first `limit`
  Completeness completeness = Completeness::complete;  ///< whether all are listed

  /// All triads.
  [[nodiscard]] std::uint64_t total() const {
    return by_negative[0] + by_negative[1] + by_negative[2] + by_negative[3];
  }
  /// Triads with an even number of negative ties.
  [[nodiscard]] std::uint64_t balanced() const { return by_negative[0] + by_negative[2]; }
  /// The share of balanced triads; none if there are no triads.
  [[nodiscard]] std::optional<double> share() const;
};

/// The triads of a signed network and how many are balanced. `signs` has one element an edge;
/// edges without a sign are left out, and so are ties whose edges contradict each other. Direction
/// does not count. Cost: O(m^1.5), and sorting the triads.
/// @throws InvalidArgument `short-signs` if there are fewer signs than edges.
/// @see D. Cartwright, F. Harary, Psychological Review 63 (1956) 277.
[[nodiscard]] Balance balance(const Network& g, std::span<const Sign> signs,
                              const BalanceOptions& options = {});

}  // namespace entente
