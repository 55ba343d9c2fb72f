#pragma once

/// Importance that flows along ties.

#include <utility>
#include <vector>

#include <entente/algorithm/ranking.hpp>
#include <entente/algorithm/run_control.hpp>
#include <entente/export.hpp>
#include <entente/network/network.hpp>

namespace ENTENTE_API entente {

/// How a random walk runs.
struct PageRankOptions {
  double damping = 0.85;  ///< the share of steps that follow an edge, 0 ≤ damping < 1
  /// Stop when one step of all walks would change the scores by less, summed over all entities;
  /// 0: after exactly `max_iterations` steps from where walks start.
  double tolerance = 1e-13;
  unsigned max_iterations = 10'000;    ///< rounds at most
  Weights weights = Weights::ignored;  ///< whether ties are counted or weighed
  /// Where a walk starts anew and where it goes from an entity without onward edges, in
  /// proportion; empty: all entities alike.
  std::vector<std::pair<EntityId, double>> restart = {};
  RunControl run = {};  ///< stops long work
};

/// The share of time a random walk spends at each entity; the scores sum to 1.
///
/// From an entity without onward edges the walk goes anywhere (or where `restart` says), so no
/// mass is lost; NetworkX does the same. Edges are followed as the network directs them.
/// Cost: O(n + m) an iteration; about log(tolerance) / log(damping) of them, a quarter as many in
/// undirected networks.
/// @throws InvalidArgument `bad-damping`, `bad-tolerance`, `bad-weight` or `bad-restart`;
/// LimitReached `not-converged`.
/// @see L. Page et al., The PageRank citation ranking, Stanford (1999).
[[nodiscard]] Ranking pagerank(const Network& g, const PageRankOptions& options = {});

/// The same as a column, by Vertex.
[[nodiscard]] std::vector<double> pagerank_scores(const Network& g,
                                                  const PageRankOptions& options = {});

}  // namespace entente
