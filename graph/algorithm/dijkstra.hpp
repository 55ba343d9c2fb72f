#pragma once

/// Least-cost search with non-negative weights.

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include <entente/network/network.hpp>

#include "algorithm/route_dag.hpp"
#include "algorithm/run_guard.hpp"

namespace entente::kernel {

/// How far a vertex is: cost first, then hops.
struct Reach {
  double cost = std::numeric_limits<double>::infinity();
  std::uint32_t hops = std::numeric_limits<std::uint32_t>::max();

  friend bool operator==(const Reach&, const Reach&) = default;
  friend bool operator<(const Reach& a, const Reach& b) {
    return a.cost < b.cost || (a.cost == b.cost && a.hops < b.hops);
  }
};

/// Which weights a question admits.
enum class Admitted : std::uint8_t { non_negative, positive };

/// @throws InvalidArgument `bad-weight` if an edge's weight is not finite or not admitted.
void check_weights(const Network& g, Admitted admitted);

/// The reach of every vertex from `s` around the marked ones, exact for all at most as far as `t`.
[[nodiscard]] std::vector<Reach> dijkstra(const Network& g, Vertex s, Vertex t,
                                          const std::vector<bool>& avoided, RunGuard& guard);

/// Which ties between routes of one cost count as shortest: all, or those of fewest hops.
enum class Ties : std::uint8_t { any_hops, fewest_hops };

/// All routes from `s` to `t` that the reaches allow; empty if `t` was not reached.
[[nodiscard]] RouteDag tight_routes(const Network& g, Vertex s, Vertex t,
                                    std::span<const Reach> reach, Ties ties, RunGuard& guard);

}  // namespace entente::kernel
