// L. Page, S. Brin, R. Motwani, T. Winograd, The PageRank citation ranking (1999). Each vertex
// pulls from those that lead to it, so that no two write the same score and threads need not wait.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <entente/algorithm/pagerank.hpp>

#include "algorithm/centrality/scores.hpp"
#include "algorithm/parallel.hpp"
#include "algorithm/run_guard.hpp"

namespace entente {

namespace {

void check_damping(double damping) {
  if (damping >= 0 && damping < 1) return;
  throw InvalidArgument("bad-damping",
                        fmt::format("the damping is {}, but it must be at least 0 and below 1; "
                                    "0.85 is customary",
                                    damping));
}

void check_tolerance(double tolerance) {
  if (tolerance >= 0 && std::isfinite(tolerance)) return;
  throw InvalidArgument(
      "bad-tolerance",
      fmt::format("the tolerance is {}, but it must be 0 or a small number above; 1e-13 is usual",
                  tolerance));
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

/// What each vertex hands on in all: the sum of its outgoing weights, divided by 2^exponent where
/// sums of weights as they are would not fit into doubles.
struct Outgoing {
  std::vector<double> sums;
  std::vector<int> exponents;  // by vertex; empty where nothing is divided
};

void check_weights(const Network& g) {
  for (const double weight : g.weights())
    if (!(weight >= 0) || std::isinf(weight))
      throw InvalidArgument("bad-weight",
                            fmt::format("an edge weighs {}, but PageRank needs weights that are "
                                        "finite and not below 0",
                                        weight));
}

/// Each vertex by its own largest weight: what is tiny beside others' is not beside its own.
Outgoing divided_weights(const Network& g) {
  Outgoing outgoing;
  for (Vertex v = 0; v < g.vertex_count(); ++v) {
    double largest = 0;
    for (const EdgeIndex e : g.out_edges(v)) largest = std::max(largest, g.weight(e));
    const int exponent = largest > 0 ? std::ilogb(largest) : 0;
    double sum = 0;
    for (const EdgeIndex e : g.out_edges(v)) sum += std::ldexp(g.weight(e), -exponent);
    outgoing.exponents.push_back(exponent);
    outgoing.sums.push_back(sum);
  }
  return outgoing;
}

Outgoing outgoing_weights(const Network& g, Weights weights) {
  Outgoing outgoing{std::vector<double>(g.vertex_count(), 0.0), {}};
  if (weights == Weights::ignored || !g.weighted()) {
    for (Vertex v = 0; v < g.vertex_count(); ++v)
      outgoing.sums[v] = static_cast<double>(g.out(v).size());
    return outgoing;
  }
  check_weights(g);
  constexpr double most = 0x1p900;
  constexpr double least = 0x1p-900;
  for (Vertex v = 0; v < g.vertex_count(); ++v) {
    for (const EdgeIndex e : g.out_edges(v)) outgoing.sums[v] += g.weight(e);
    if (outgoing.sums[v] > 0 && !(outgoing.sums[v] > least && outgoing.sums[v] < most))
      return divided_weights(g);
  }
  return outgoing;
}

/// Scores that only come from walks that start anew: y = (1 - damping) restart + damping P y, where
/// a walk ends at a dead end. Letting it start anew there instead scales y, and no more.
class Walks {
 public:
  Walks(const Network& g, const PageRankOptions& options)
      : g_(g),
        options_(options),
        restart_(restart_shares(g, options)),
        outgoing_(outgoing_weights(g, options.weights)),
        per_weight_(std::move(outgoing_.sums)),
        scores_(restart_),
        before_(g.vertex_count(), 0.0),
        handed_(g.vertex_count()),
        next_handed_(g.vertex_count()),
        blocks_(kernel::even_blocks(g.in_rows())),
        threads_(kernel::threads_for(steps_a_slot * g.in_rows().neighbours.size(), options.run)) {
    for (Vertex v = 0; v < g.vertex_count(); ++v) {
      if (!(per_weight_[v] > 0)) dead_ends_.push_back(v);
      per_weight_[v] = per_weight_[v] > 0 ? 1 / per_weight_[v] : 0;
      handed_[v] = shared_out(v, scores_[v]);
    }
  }

  /// One step of the power iteration; dead ends start anew.
  void step() {
    double stranded = 0;
    for (const Vertex v : dead_ends_) stranded += scores_[v];
    const double anew = 1 - options_.damping + options_.damping * stranded;
    for_all_blocks([this, anew](Vertex v, double pulled) {
      scores_[v] = anew * restart_[v] + options_.damping * pulled;
      next_handed_[v] = shared_out(v, scores_[v]);
      return Sums{};
    });
  }

  /// y ← y' + weight (step(y) - y'), where y' was y before; returns by how much a step changes what
  /// y was, compared to y.
  double leap(double weight) {
    const Sums sums = for_all_blocks([this, weight](Vertex v, double pulled) {
      const double stepped = (1 - options_.damping) * restart_[v] + options_.damping * pulled;
      const double change = std::abs(stepped - scores_[v]);
      const double leapt = before_[v] + weight * (stepped - before_[v]);
      before_[v] = scores_[v];
      scores_[v] = leapt;
      next_handed_[v] = shared_out(v, leapt);
      // On the way scores may fall below 0, and so may their sum.
      return Sums{change, std::abs(leapt)};
    });
    return sums.change / sums.size;
  }

  [[nodiscard]] std::vector<double> take_scores() { return as_shares(std::move(scores_)); }
  /// What the scores were before the last leap.
  [[nodiscard]] std::vector<double> take_scores_before() { return as_shares(std::move(before_)); }

 private:
  /// Over all vertices: by how much a step changes them, and how large they are.
  struct Sums {
    double change = 0;
    double size = 0;
    Sums& operator+=(const Sums& other) {
      change += other.change;
      size += other.size;
      return *this;
    }
  };

  static std::vector<double> as_shares(std::vector<double> scores) {
    const double sum = std::accumulate(scores.begin(), scores.end(), 0.0);
    for (double& score : scores) score /= sum;
    return scores;
  }

  /// What v hands on for a weight of 1, or of 2^exponent.
  [[nodiscard]] double shared_out(Vertex v, double score) const { return score * per_weight_[v]; }

  /// Calls `update(v, what v pulls)` for all vertices and adds up what it returns, block by block.
  template <typename Update>
  Sums for_all_blocks(Update update) {
    std::vector<Sums> sums(blocks_.size() - 1);
    const bool weighted = options_.weights == Weights::used && g_.weighted();
    kernel::run_tasks(sums.size(), threads_, quiet_, [&](std::size_t block) {
      sums[block] = !weighted                     ? update_block<Pull::counted>(block, update)
                    : outgoing_.exponents.empty() ? update_block<Pull::weighed>(block, update)
                                                  : update_block<Pull::divided>(block, update);
    });
    handed_.swap(next_handed_);
    Sums all;
    for (const Sums& each : sums) all += each;
    return all;
  }

  enum class Pull : std::uint8_t { counted, weighed, divided };
  template <Pull pull, typename Update>
  Sums update_block(std::size_t block, Update& update) {
    // Held here, so that what `update` writes does not make the compiler look them up again.
    const Rows rows = g_.in_rows();
    const std::uint32_t* offsets = rows.offsets.data();
    const Vertex* neighbours = rows.neighbours.data();
    const double* weights = g_.weights().data();
    const double* handed = handed_.data();
    Sums sum;
    for (Vertex v = blocks_[block]; v < blocks_[block + 1]; ++v) {
      double pulled = 0;
      if constexpr (pull == Pull::weighed) {
        const RowEdges edges = rows.edges_of(v);
        for (std::uint32_t slot = 0; slot < edges.size(); ++slot)
          pulled += handed[neighbours[offsets[v] + slot]] * weights[index(edges[slot])];
      } else if constexpr (pull == Pull::divided) {
        const RowEdges edges = rows.edges_of(v);
        for (std::uint32_t slot = 0; slot < edges.size(); ++slot) {
          const Vertex from = neighbours[offsets[v] + slot];
          pulled +=
              handed[from] * std::ldexp(weights[index(edges[slot])], -outgoing_.exponents[from]);
        }
      } else {
        for (std::uint32_t slot = offsets[v]; slot < offsets[v + 1]; ++slot)
          pulled += handed[neighbours[slot]];
      }
      sum += update(v, pulled);
    }
    return sum;
  }

  // A step for the hand-over and three for the wait: scores lie all over the memory.
  static constexpr std::uint64_t steps_a_slot = 4;

  const Network& g_;
  const PageRankOptions& options_;
  std::vector<double> restart_;
  Outgoing outgoing_;
  std::vector<double> per_weight_;  // 1 / the sum of weights out of each vertex; 0 at dead ends
  std::vector<Vertex> dead_ends_;
  std::vector<double> scores_;
  std::vector<double> before_;
  std::vector<double> handed_;  // what each vertex gives for a weight of 1
  std::vector<double> next_handed_;
  std::vector<Vertex> blocks_;
  unsigned threads_;
  RunControl quiet_;
};

/// G. Golub, R. Varga, Chebyshev semi-iterative methods, Numer. Math. 3 (1961) 147: in an
/// undirected network the eigenvalues of a step are real and between -damping and damping, and
/// mixing the last two scores in the right proportion takes the square root of the number of steps.
/// Without that knowledge (directed edges) the weight stays 1, which is the power iteration.
std::vector<double> settled_scores(const Network& g, const PageRankOptions& options) {
  Walks walks(g, options);
  kernel::RunGuard guard(options.run);
  const double square =
      g.directedness() == Directedness::undirected ? options.damping * options.damping : 0;
  double weight = 1;
  for (unsigned step = 0; step < options.max_iterations; ++step) {
    guard.check();
    if (walks.leap(weight) < options.tolerance) return walks.take_scores_before();
    weight = step == 0 ? 1 / (1 - square / 2) : 1 / (1 - square * weight / 4);
  }
  throw LimitReached(
      "not-converged",
      fmt::format("PageRank still changed by more than {} after {} iterations; allow "
                  "more or a larger tolerance",
                  options.tolerance, options.max_iterations));
}

}  // namespace

std::vector<double> pagerank_scores(const Network& g, const PageRankOptions& options) {
  check_damping(options.damping);
  check_tolerance(options.tolerance);
  if (g.vertex_count() == 0) return {};
  if (options.tolerance > 0) return settled_scores(g, options);
  Walks walks(g, options);
  kernel::RunGuard guard(options.run);
  for (unsigned step = 0; step < options.max_iterations; ++step) {
    guard.check();
    walks.step();
  }
  return walks.take_scores();
}

Ranking pagerank(const Network& g, const PageRankOptions& options) {
  return kernel::ranking_of(g, "pagerank", pagerank_scores(g, options));
}

}  // namespace entente
