#pragma once

/// Who stands between the others.

#include <cstddef>
#include <cstdint>

#include <entente/algorithm/path.hpp>
#include <entente/algorithm/ranking.hpp>
#include <entente/algorithm/run_control.hpp>
#include <entente/export.hpp>
#include <entente/network/network.hpp>

namespace ENTENTE_API entente {

/// Whether a score is divided by the largest it could be.
enum class Scale : std::uint8_t { normalized, raw };

/// What betweenness counts and how it is scaled.
struct BetweennessOptions {
  Scale scale = Scale::normalized;  ///< raw or normalised
  Cost cost = Cost::hops;           ///< hops or weights
  RunControl run = {};              ///< stops long work
};

/// Betweenness of every vertex: the share of shortest paths that pass through it.
///
/// `Scale::raw` sums over ordered pairs (in an undirected network twice what NetworkX gives);
/// `Scale::normalized` divides by (n-1)(n-2). Parallel edges count once, self-loops not at all;
/// fewer than three vertices score 0.
/// Cost: O(n m) time (O(n m + n² log n) by weight), O(n + m) memory per thread.
/// @throws InvalidArgument `bad-weight` if a weight is negative or not finite, `zero-weight` if one
/// is 0 (by weight only).
/// @see U. Brandes, J. Math. Sociology 25 (2001) 163.
[[nodiscard]] Ranking betweenness(const Network& g, const BetweennessOptions& options = {});

/// Betweenness of every edge: the share of shortest paths that run along it.
///
/// Scaled as above, but `Scale::normalized` divides by n(n-1). Of parallel edges only the cheapest
/// has a row; self-loops have none. Cost and errors as betweenness().
/// @see M. Girvan, M. Newman, PNAS 99 (2002) 7821.
[[nodiscard]] EdgeRanking edge_betweenness(const Network& g,
                                           const BetweennessOptions& options = {});

/// How sources are drawn.
struct SampleOptions {
  std::size_t sources = 100;        ///< how many entities to search from, drawn without replacement
  std::uint64_t seed = 1;           ///< the same seed, the same answer
  double confidence = 0.95;         ///< 0 < confidence < 1
  Scale scale = Scale::normalized;  ///< raw or normalised
  Cost cost = Cost::hops;           ///< hops or weights
  RunControl run = {};              ///< stops long work
};

/// An estimate and how far it may be off.
struct SampledRanking {
  Ranking ranking;  ///< the estimate
  /// With the asked confidence no score is further than this from the true one (Hoeffding's
  /// inequality for all entities together); 0 if every entity was a source.
  double error = 0;
};

/// Betweenness estimated from shortest paths out of a sample of entities. The same seed draws the
/// same sample. Cost: O(sources · m).
/// @throws InvalidArgument `bad-sample` if there are no sources or the confidence is not between 0
/// and 1; `bad-weight`, `zero-weight`.
/// @see U. Brandes, C. Pich, Int. J. Bifurcation and Chaos 17 (2007) 2303.
[[nodiscard]] SampledRanking sampled_betweenness(const Network& g,
                                                 const SampleOptions& options = {});

}  // namespace entente
