// U. Brandes, A faster algorithm for betweenness centrality, J. Math. Sociology 25 (2001) 163: from
// every source one breadth-first search that counts shortest paths, then a walk back that adds up
// how much of them each vertex carries.

#include <algorithm>
#include <vector>

#include <entente/algorithm/betweenness.hpp>

#include "algorithm/brandes.hpp"
#include "algorithm/run_guard.hpp"
#include "algorithm/scores.hpp"

namespace entente {

namespace {

double divisor(const Network& g, Scale scale) {
  const double n = g.vertex_count();
  return scale == Scale::raw || n < 3 ? 1.0 : (n - 1) * (n - 2);
}

}  // namespace

Ranking betweenness(const Network& g, const BetweennessOptions& options) {
  kernel::RunGuard guard(options.run);
  auto scores = kernel::dependencies(g, options.cost, guard);
  const double by = divisor(g, options.scale);
  for (double& score : scores) score /= by;
  return kernel::ranking_of(g, "betweenness", scores);
}

}  // namespace entente
