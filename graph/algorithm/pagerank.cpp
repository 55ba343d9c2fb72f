// L. Page, S. Brin, R. Motwani, T. Winograd, The PageRank citation ranking (1999), by power
// iteration. Each vertex pulls from those that lead to it, so that no two write the same score.

#include <cmath>
#include <numeric>
#include <vector>

#include <fmt/format.h>

#include <entente/algorithm/pagerank.hpp>

#include "algorithm/run_guard.hpp"
#include "algorithm/scores.hpp"

namespace entente {

namespace {

void check_damping(double damping) {
  if (damping >= 0 && damping < 1) return;
  throw InvalidArgument("bad-damping",
                        fmt::format("the damping is {}, but it must be at least 0 and below 1; "
                                    "0.85 is customary",
                                    damping));
}

/// Where walks start anew, as shares that sum to 1.
std::vector<double> restart_shares(const Network& g, const PageRankOptions& options) {
  const double n = g.vertex_count();
  if (options.restart.empty()) return std::vector<double>(g.vertex_count(), 1 / n);
  std::vector<double> shares(g.vertex_count(), 0);
  for (const auto& [entity, share] : options.restart) {
    if (!(share >= 0) || std::isinf(share)) {
      throw InvalidArgument("bad-restart",
                            fmt::format("a share of the restart is {}, but shares must be finite "
                                        "and not below 0",
                                        share));
    }
    if (const auto v = g.vertex(entity)) shares[*v] += share;
  }
  const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
  if (!(sum > 0)) {
    throw InvalidArgument("bad-restart",
                          "no entity of the network has a share of the restart above 0");
  }
  for (double& share : shares) share /= sum;
  return shares;
}

/// What each vertex hands on in all: the sum of its outgoing weights.
std::vector<double> outgoing_weights(const Network& g, Weights weights) {
  std::vector<double> sums(g.vertex_count(), 0);
  for (Vertex v = 0; v < g.vertex_count(); ++v) {
    for (const EdgeIndex e : g.out_edges(v)) {
      const double weight = weights == Weights::used ? g.weight(e) : 1.0;
      if (!(weight >= 0) || std::isinf(weight)) {
        throw InvalidArgument("bad-weight",
                              fmt::format("an edge weighs {}, but PageRank needs weights that are "
                                          "finite and not below 0",
                                          weight));
      }
      sums[v] += weight;
    }
  }
  return sums;
}

class PowerIteration {
 public:
  PowerIteration(const Network& g, const PageRankOptions& options)
      : g_(g),
        options_(options),
        restart_(restart_shares(g, options)),
        outgoing_(outgoing_weights(g, options.weights)),
        scores_(restart_),
        handed_(g.vertex_count()) {}

  /// One step of all walks; returns how much the scores changed in all.
  double step() {
    double stranded = 0;
    for (Vertex v = 0; v < g_.vertex_count(); ++v) {
      handed_[v] = outgoing_[v] > 0 ? scores_[v] / outgoing_[v] : 0;
      if (!(outgoing_[v] > 0)) stranded += scores_[v];
    }
    double change = 0;
    const double anew = 1 - options_.damping + options_.damping * stranded;
    for (Vertex v = 0; v < g_.vertex_count(); ++v) {
      const double score = anew * restart_[v] + options_.damping * pulled(v);
      change += std::abs(score - scores_[v]);
      scores_[v] = score;
    }
    return change;
  }

  [[nodiscard]] const std::vector<double>& scores() const { return scores_; }

 private:
  [[nodiscard]] double pulled(Vertex v) const {
    double sum = 0;
    const auto row = g_.in(v);
    if (options_.weights == Weights::ignored) {
      for (const Vertex u : row) sum += handed_[u];
      return sum;
    }
    const auto edges = g_.in_edges(v);
    for (std::size_t slot = 0; slot < row.size(); ++slot) {
      sum += handed_[row[slot]] * g_.weight(edges[slot]);
    }
    return sum;
  }

  const Network& g_;
  const PageRankOptions& options_;
  std::vector<double> restart_;
  std::vector<double> outgoing_;
  std::vector<double> scores_;
  std::vector<double> handed_;
};

}  // namespace

Ranking pagerank(const Network& g, const PageRankOptions& options) {
  check_damping(options.damping);
  if (g.vertex_count() == 0) return kernel::ranking_of(g, "pagerank", {});
  PowerIteration iteration(g, options);
  kernel::RunGuard guard(options.run);
  for (unsigned step = 0; step < options.max_iterations; ++step) {
    guard.check();
    if (iteration.step() < options.tolerance) {
      return kernel::ranking_of(g, "pagerank", iteration.scores());
    }
  }
  throw LimitReached(
      "not-converged",
      fmt::format("PageRank still changed by more than {} after {} iterations; allow "
                  "more or a larger tolerance",
                  options.tolerance, options.max_iterations));
}

}  // namespace entente
