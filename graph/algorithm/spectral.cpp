#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <entente/algorithm/components.hpp>
#include <entente/algorithm/spectral.hpp>

#include "algorithm/principal.hpp"
#include "algorithm/route_dag.hpp"
#include "algorithm/run_guard.hpp"
#include "algorithm/scores.hpp"
#include "algorithm/weighted_rows.hpp"

namespace entente {

namespace {

using kernel::EigenPair;

[[noreturn]] void throw_not_converged(std::string_view measure, unsigned iterations) {
  throw LimitReached("not-converged",
                     fmt::format("{} did not settle in {} iterations: the network has no single "
                                 "centre; allow more iterations, or ask for pagerank",
                                 measure, iterations));
}

/// The adjacency matrix with its weights.
class Adjacency {
 public:
  Adjacency(const Network& g, Weights weights, std::string_view measure)
      : g_(g), weights_(kernel::tie_weights(g, weights, measure)) {}

  /// y[v]: the sum of x over those that lead to v.
  void gather(std::span<const double> x, std::span<double> y) const {
    add_rows(g_.in_rows(), x, y);
  }
  /// y[v]: the sum of x over those that v leads to.
  void gather_from_out(std::span<const double> x, std::span<double> y) const {
    add_rows(g_.out_rows(), x, y);
  }
  /// The same for one v, from those marked.
  [[nodiscard]] double gathered_inside(Vertex v, std::span<const double> x,
                                       const std::vector<bool>& inside) const {
    const auto row = g_.in(v);
    const auto edges = g_.in_edges(v);
    double sum = 0;
    for (std::size_t slot = 0; slot < row.size(); ++slot) {
      if (inside[row[slot]]) sum += weights_[edges[slot]] * x[row[slot]];
    }
    return sum;
  }
  [[nodiscard]] bool empty() const {
    return std::all_of(weights_.begin(), weights_.end(), [](double weight) { return weight == 0; });
  }

 private:
  void add_rows(const Rows& rows, std::span<const double> x, std::span<double> y) const {
    for (Vertex v = 0; v < g_.vertex_count(); ++v) {
      const auto row = rows.neighbours_of(v);
      const auto edges = rows.edges_of(v);
      double sum = 0;
      for (std::size_t slot = 0; slot < row.size(); ++slot) {
        sum += weights_[edges[slot]] * x[row[slot]];
      }
      y[v] = sum;
    }
  }

  const Network& g_;
  std::vector<double> weights_;
};

/// The largest eigenvalue of a strongly connected part, between bounds that close in on it
/// (L. Collatz, Math. Z. 48 (1942) 221): the smallest and the largest factor by which A + I, which
/// does not swing, makes an element grow.
class PartIteration {
 public:
  PartIteration(const Network& g, const Adjacency& adjacency)
      : g_(g),
        adjacency_(adjacency),
        inside_(g.vertex_count(), false),
        x_(g.vertex_count()),
        y_(g.vertex_count()) {}

  /// None if it did not settle.
  std::optional<double> largest_eigenvalue(const std::vector<Vertex>& part, unsigned max_iterations,
                                           kernel::RunGuard& guard) {
    for (const Vertex v : part) inside_[v] = true;
    for (const Vertex v : part) x_[v] = 1;
    std::optional<double> found;
    for (unsigned i = 0; i < max_iterations && !found; ++i) found = step(part, guard);
    for (const Vertex v : part) inside_[v] = false;
    return found;
  }

 private:
  std::optional<double> step(const std::vector<Vertex>& part, kernel::RunGuard& guard) {
    double low = std::numeric_limits<double>::infinity();
    double high = 0;
    for (const Vertex v : part) {
      guard.work(g_.in(v).size() + 1);
      y_[v] = x_[v] + adjacency_.gathered_inside(v, x_, inside_);
      low = std::min(low, y_[v] / x_[v]);
      high = std::max(high, y_[v] / x_[v]);
    }
    for (const Vertex v : part) x_[v] = y_[v] / high;
    if (high - low > 1e-13 * high) return std::nullopt;
    return (low + high) / 2 - 1;
  }

  const Network& g_;
  const Adjacency& adjacency_;
  std::vector<bool> inside_;
  std::vector<double> x_;
  std::vector<double> y_;
};

/// A walk that never ends stays in one strongly connected part, so the largest eigenvalue is that
/// of a part; 0 where there is no endless walk.
double directed_radius(const Network& g, const Adjacency& adjacency,
                       const EigenvectorOptions& options, std::string_view measure) {
  kernel::RunGuard guard(options.run);
  PartIteration iteration(g, adjacency);
  double largest = 0;
  for (const auto& part : components(g, Connectivity::strong, options.run)) {
    const auto value =
        iteration.largest_eigenvalue(kernel::vertices_of(g, part), options.max_iterations, guard);
    if (!value) throw_not_converged(measure, options.max_iterations);
    largest = std::max(largest, *value);
  }
  return largest;
}

EigenPair undirected_principal(const Network& g, const Adjacency& adjacency,
                               const EigenvectorOptions& options, std::string_view measure) {
  if (adjacency.empty()) return {0, std::vector<double>(g.vertex_count(), 0.0)};
  kernel::RunGuard guard(options.run);
  const auto pair =
      kernel::principal_symmetric([&adjacency](auto x, auto y) { adjacency.gather(x, y); },
                                  g.vertex_count(), options.max_iterations, guard);
  if (!pair) throw_not_converged(measure, options.max_iterations);
  return *pair;
}

double radius(const Network& g, const Adjacency& adjacency, const EigenvectorOptions& options,
              std::string_view measure) {
  return g.directedness() == Directedness::undirected
             ? undirected_principal(g, adjacency, options, measure).value
             : directed_radius(g, adjacency, options, measure);
}

std::vector<double> principal_vector(const Network& g, const EigenvectorOptions& options) {
  constexpr std::string_view measure = "eigenvector";
  const Adjacency adjacency(g, options.weights, measure);
  if (g.directedness() == Directedness::undirected) {
    return undirected_principal(g, adjacency, options, measure).vector;
  }
  if (directed_radius(g, adjacency, options, measure) == 0) {
    return std::vector<double>(g.vertex_count(), 0.0);
  }
  kernel::RunGuard guard(options.run);
  const auto vector =
      kernel::principal_non_negative([&adjacency](auto x, auto y) { adjacency.gather(x, y); },
                                     g.vertex_count(), options.max_iterations, guard);
  if (!vector) throw_not_converged(measure, options.max_iterations);
  return *vector;
}

std::vector<double> shares(std::vector<double> x) {
  const double sum = std::accumulate(x.begin(), x.end(), 0.0);
  for (double& each : x) each = sum > 0 ? each / sum : 0;
  return x;
}

void check_alpha(double alpha, double largest) {
  if (alpha >= 0 && alpha * largest < 1) return;
  throw InvalidArgument(
      "bad-alpha", fmt::format("alpha is {}, but walks fade only if it is at least 0 and below "
                               "{}, one over the largest eigenvalue",
                               alpha, 1 / largest));
}

}  // namespace

Ranking eigenvector(const Network& g, const EigenvectorOptions& options) {
  return kernel::ranking_of(g, "eigenvector", principal_vector(g, options));
}

double largest_eigenvalue(const Network& g, const EigenvectorOptions& options) {
  constexpr std::string_view measure = "the largest eigenvalue";
  return radius(g, Adjacency(g, options.weights, measure), options, measure);
}

Ranking katz(const Network& g, const KatzOptions& options) {
  const EigenvectorOptions same{options.weights, options.max_iterations, options.run};
  const Adjacency adjacency(g, options.weights, "katz");
  const double largest = radius(g, adjacency, same, "katz");
  const double alpha = options.alpha.value_or(largest > 0 ? 0.85 / largest : 0.85);
  check_alpha(alpha, largest);
  kernel::RunGuard guard(options.run);
  std::vector<double> scores(g.vertex_count(), options.beta);
  std::vector<double> sums(g.vertex_count());
  for (unsigned iteration = 0; iteration < options.max_iterations; ++iteration) {
    guard.work(g.vertex_count() + g.edge_count());
    adjacency.gather(scores, sums);
    double change = 0;
    double size = 0;
    for (Vertex v = 0; v < g.vertex_count(); ++v) {
      const double score = alpha * sums[v] + options.beta;
      change = std::max(change, std::abs(score - scores[v]));
      size = std::max(size, std::abs(score));
      scores[v] = score;
    }
    // What is still to come is at most change · αλ / (1 - αλ).
    if (change <= 1e-13 * size * (1 - alpha * largest)) {
      return kernel::ranking_of(g, "katz", scores);
    }
  }
  throw_not_converged("katz", options.max_iterations);
}

Hits hits(const Network& g, const EigenvectorOptions& options) {
  kernel::RunGuard guard(options.run);
  const Adjacency adjacency(g, options.weights, "hits");
  const std::size_t n = g.vertex_count();
  std::vector<double> authorities(n, 0.0);
  std::vector<double> hubs(n, 0.0);
  if (!adjacency.empty()) {
    std::vector<double> between(n);
    const kernel::Apply apply = [&](auto x, auto y) {
      adjacency.gather(x, between);
      adjacency.gather_from_out(between, y);
    };
    const auto pair = kernel::principal_symmetric(apply, n, options.max_iterations, guard);
    if (!pair) throw_not_converged("hits", options.max_iterations);
    hubs = pair->vector;
    adjacency.gather(hubs, authorities);
  }
  return {kernel::ranking_of(g, "hits", shares(std::move(hubs))),
          kernel::ranking_of(g, "hits", shares(std::move(authorities)))};
}

}  // namespace entente
