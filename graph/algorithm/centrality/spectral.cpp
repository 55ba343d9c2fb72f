#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <entente/algorithm/spectral.hpp>

#include "algorithm/centrality/directed_principal.hpp"
#include "algorithm/centrality/principal.hpp"
#include "algorithm/centrality/scores.hpp"
#include "algorithm/centrality/symmetric_parts.hpp"
#include "algorithm/run_guard.hpp"
#include "algorithm/structure/tie_matrix.hpp"

namespace entente {

namespace {

using kernel::EigenPair;
using kernel::TieMatrix;

[[noreturn]] void throw_not_converged(std::string_view measure, unsigned iterations) {
  throw LimitReached("not-converged",
                     fmt::format("{} did not settle in {} iterations: the network has no single "
                                 "centre; allow more iterations, or ask for pagerank",
                                 measure, iterations));
}

/// Lanczos leaves errors of 1e-14 of the largest score in each, which is all there is of the
/// smallest. What neighbours give has none of these but its own relative ones, so it is passed on
/// until the smallest are what it makes them; those that it does not settle are 0, not noise.
void settle_small_scores(const TieMatrix& ties, EigenPair& pair, kernel::RunGuard& guard) {
  constexpr double small = 1e-8;
  constexpr double noise = 1e-14;
  constexpr int most_rounds = 100;
  std::vector<double>& x = pair.vector;
  const double largest = std::ranges::max(x);
  const auto is_small = [&](double score) { return score < small * largest; };
  if (std::ranges::none_of(x, is_small)) return;
  std::vector<double> next(x.size());
  std::vector<double> change(x.size(), 0.0);
  for (int round = 0; round < most_rounds; ++round) {
    guard.check();
    ties.gather(x, next);
    double most = 0;
    for (std::size_t v = 0; v < x.size(); ++v) {
      const double score = next[v] / pair.value;
      change[v] = score > 0 ? std::abs(score - x[v]) / score : 0;
      most = std::max(most, is_small(score) ? change[v] : 0);
      x[v] = score;
    }
    if (most <= noise) break;
  }
  for (std::size_t v = 0; v < x.size(); ++v)
    if (x[v] < noise * largest && change[v] > small) x[v] = 0;
}

EigenPair undirected_principal(const TieMatrix& ties, const EigenvectorOptions& options,
                               std::string_view measure) {
  const Network& g = ties.network();
  if (ties.empty()) return {0, std::vector<double>(g.vertex_count(), 0.0)};
  kernel::RunGuard guard(options.run);
  const kernel::Parts parts = kernel::tied_parts(ties);
  auto pair = kernel::principal_of_parts(
      [&](std::uint32_t part, auto x, auto y) {
        for (const Vertex v : parts.row(part)) y[v] = ties.gathered(v, x);
      },
      parts, options.max_iterations, guard);
  if (!pair) throw_not_converged(measure, options.max_iterations);
  settle_small_scores(ties, *pair, guard);
  return *std::move(pair);
}

/// The largest eigenvalue of the matrix as it is divided.
double radius(const TieMatrix& ties, const EigenvectorOptions& options, std::string_view measure) {
  if (ties.network().directedness() == Directedness::undirected)
    return undirected_principal(ties, options, measure).value;
  const auto value = kernel::directed_radius(ties, options.max_iterations, options.run);
  if (!value) throw_not_converged(measure, options.max_iterations);
  return *value;
}

std::vector<double> principal_vector(const Network& g, const EigenvectorOptions& options) {
  constexpr std::string_view measure = "eigenvector";
  const TieMatrix ties(g, options.weights, measure);
  if (g.directedness() == Directedness::undirected)
    return undirected_principal(ties, options, measure).vector;
  auto vector = kernel::directed_principal(ties, options.max_iterations, options.run);
  if (!vector) throw_not_converged(measure, options.max_iterations);
  return *std::move(vector);
}

std::vector<double> shares(std::vector<double> x) {
  const double sum = std::accumulate(x.begin(), x.end(), 0.0);
  for (double& each : x) each = sum > 0 ? each / sum : 0;
  return x;
}

/// What `alpha` passes on in a matrix that is divided by 2^exponent and whose largest eigenvalue is
/// then `largest`.
double passed_on_by(double alpha, double largest, int exponent) {
  const double passed_on = std::ldexp(alpha, exponent);
  if (alpha >= 0 && passed_on * largest < 1) return passed_on;
  throw InvalidArgument(
      "bad-alpha", fmt::format("alpha is {}, but walks fade only if it is at least 0 and below "
                               "{}, one over the largest eigenvalue",
                               alpha, std::ldexp(1 / largest, -exponent)));
}

}  // namespace

Ranking eigenvector(const Network& g, const EigenvectorOptions& options) {
  return kernel::ranking_of(g, "eigenvector", principal_vector(g, options));
}

double largest_eigenvalue(const Network& g, const EigenvectorOptions& options) {
  constexpr std::string_view measure = "the largest eigenvalue";
  const TieMatrix ties(g, options.weights, measure);
  return std::ldexp(radius(ties, options, measure), ties.exponent());
}

Ranking katz(const Network& g, const KatzOptions& options) {
  if (!std::isfinite(options.beta))
    throw InvalidArgument(
        "bad-beta",
        fmt::format("beta is {}, but everyone has a finite amount; 1 is usual", options.beta));
  const EigenvectorOptions same{options.weights, options.max_iterations, options.run};
  const TieMatrix ties(g, options.weights, "katz");
  const double largest = radius(ties, same, "katz");
  const double passed_on = options.alpha ? passed_on_by(*options.alpha, largest, ties.exponent())
                           : largest > 0 ? 0.85 / largest
                                         : passed_on_by(0.85, largest, ties.exponent());
  kernel::RunGuard guard(options.run);
  std::vector<double> scores(g.vertex_count(), options.beta);
  std::vector<double> sums(g.vertex_count());
  for (unsigned iteration = 0; iteration < options.max_iterations; ++iteration) {
    guard.work(g.vertex_count() + g.edge_count());
    ties.gather(scores, sums);
    double change = 0;
    double size = 0;
    for (Vertex v = 0; v < g.vertex_count(); ++v) {
      const double score = passed_on * sums[v] + options.beta;
      change = std::max(change, std::abs(score - scores[v]));
      size = std::max(size, std::abs(score));
      scores[v] = score;
    }
    // What is still to come is at most change · αλ / (1 - αλ).
    if (change <= 1e-13 * size * (1 - passed_on * largest)) {
      return kernel::ranking_of(g, "katz", scores);
    }
  }
  throw_not_converged("katz", options.max_iterations);
}

Hits hits(const Network& g, const EigenvectorOptions& options) {
  kernel::RunGuard guard(options.run);
  const TieMatrix ties(g, options.weights, "hits");
  const std::size_t n = g.vertex_count();
  std::vector<double> authorities(n, 0.0);
  std::vector<double> hubs(n, 0.0);
  if (!ties.empty()) {
    std::vector<double> between(n);
    const kernel::HubParts parts = kernel::hub_parts(ties);
    auto pair = kernel::principal_of_parts(
        [&](std::uint32_t part, auto x, auto y) {
          for (const Vertex v : parts.authorities.row(part)) between[v] = ties.gathered(v, x);
          for (const Vertex v : parts.hubs.row(part)) y[v] = ties.gathered_from_out(v, between);
        },
        parts.hubs, options.max_iterations, guard);
    if (!pair) throw_not_converged("hits", options.max_iterations);
    hubs = std::move(pair->vector);
    ties.gather(hubs, authorities);
  }
  return {kernel::ranking_of(g, "hits", shares(std::move(hubs))),
          kernel::ranking_of(g, "hits", shares(std::move(authorities)))};
}

}  // namespace entente
