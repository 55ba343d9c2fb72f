#pragma once

/// Importance that comes from the importance of those one is tied to.

#include <optional>

#include <entente/algorithm/ranking.hpp>
#include <entente/algorithm/run_control.hpp>
#include <entente/export.hpp>
#include <entente/network/network.hpp>

namespace ENTENTE_API entente {

/// How the eigenvector is sought.
struct EigenvectorOptions {
  Weights weights = Weights::ignored;  ///< whether ties are counted or weighed
  unsigned max_iterations = 100'000;   ///< rounds at most
  RunControl run = {};                 ///< stops long work
};

/// Eigenvector centrality: the principal eigenvector of the adjacency matrix, of unit length.
///
/// Importance comes in along directed edges, as in NetworkX. Of several components only those of
/// the largest eigenvalue score, as much as powers of the matrix make of the vector of ones; where
/// directed ones of that eigenvalue lie one behind the other, the last and what follows from it.
/// All others score exactly 0, and everything does where no walk is endless (no edges, or directed
/// edges without a cycle).
/// Cost: O(n + m) an iteration. @throws InvalidArgument `bad-weight` if a weight is negative;
/// LimitReached `not-converged`.
/// @see P. Bonacich, American Journal of Sociology 92 (1987) 1170.
[[nodiscard]] Ranking eigenvector(const Network& g, const EigenvectorOptions& options = {});

/// How walks are weighed.
struct KatzOptions {
  /// How much a tie passes on; none: 0.85 / the largest eigenvalue (0.85 where that is 0).
  std::optional<double> alpha = {};
  double beta = 1;                     ///< what everyone has
  Weights weights = Weights::ignored;  ///< whether ties are counted or weighed
  unsigned max_iterations = 100'000;   ///< rounds at most
  RunControl run = {};                 ///< stops long work
};

/// Katz centrality: beta for everyone plus alpha times the scores of those whose edges lead here;
/// not scaled.
/// Cost: O(n + m) an iteration. @throws InvalidArgument `bad-alpha` if alpha is negative or so
/// large that walks do not fade, `bad-beta`, `bad-weight`; LimitReached `not-converged`.
/// @see L. Katz, Psychometrika 18 (1953) 39.
[[nodiscard]] Ranking katz(const Network& g, const KatzOptions& options = {});

/// Both scores of HITS.
struct Hits {
  Ranking hubs;         ///< those that point to authorities
  Ranking authorities;  ///< those that hubs point to
};

/// Hubs and authorities; the scores of each sum to 1. Without edges all are 0. In an undirected
/// network both are the same.
/// Cost, errors: as eigenvector(). @see J. Kleinberg, J. ACM 46 (1999) 604.
[[nodiscard]] Hits hits(const Network& g, const EigenvectorOptions& options = {});

/// The largest eigenvalue of the adjacency matrix. Cost and errors: as eigenvector().
[[nodiscard]] double largest_eigenvalue(const Network& g, const EigenvectorOptions& options = {});

}  // namespace entente
