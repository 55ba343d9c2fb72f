#pragma once

/// The moves that Louvain and Leiden share, on a network whose vertices may be whole groups.

#include <cstdint>
#include <limits>
#include <random>
#include <span>
#include <vector>

#include "algorithm/paths/weighted_rows.hpp"
#include "algorithm/run_guard.hpp"

namespace entente::kernel {

using Cluster = std::uint32_t;

/// A tie, its weight beside its other end: one place in memory to wait for, not two.
template <typename Weight>
struct Tie {
  Vertex to = 0;
  Weight weight = 0;
};

/// A level: ties without self-loops, and what each vertex weighs with its inner ties. `Weight` is
/// double, or a whole number where ties are counted, which takes half the memory and is exact.
template <typename Weight>
struct Level {
  std::vector<std::uint32_t> offsets;
  std::vector<Tie<Weight>> ties;
  std::vector<Weight> weight;  ///< by vertex: all its ties, inner ones twice
  double total = 0;            ///< the sum of all weights
  double mean = 1;             ///< the mean weight of a tie of the first level

  [[nodiscard]] Vertex vertex_count() const { return static_cast<Vertex>(weight.size()); }
  [[nodiscard]] std::span<const Tie<Weight>> ties_of(Vertex v) const {
    return {ties.data() + offsets[v], ties.data() + offsets[v + 1]};
  }
};

/// Ties that weigh nothing are left out.
template <typename Weight>
[[nodiscard]] Level<Weight> first_level(const TieRows& rows);

/// The level whose vertices are the clusters of another; `clusters` are numbered 0 … count-1.
template <typename Weight>
[[nodiscard]] Level<Weight> joined_level(const Level<Weight>& level,
                                         const std::vector<Cluster>& clusters, Cluster count);

/// What each cluster weighs, and the weight of one vertex' ties into it: beside each other, since
/// both are asked for together. Ties are cleared in the time it took to add them up.
template <typename Weight>
class ClusterSums {
 public:
  /// All clusters weigh nothing.
  explicit ClusterSums(std::size_t clusters) : sums_(clusters), touched_(clusters + 1) {}
  /// Of these vertices of a level.
  ClusterSums(const Level<Weight>& level, const std::vector<Cluster>& clusters)
      : ClusterSums(level.vertex_count()) {
    for (Vertex v = 0; v < level.vertex_count(); ++v) sums_[clusters[v]].total += level.weight[v];
  }

  void add(Cluster cluster, Weight weight) {
    // Written always and counted if new: which it is cannot be foreseen.
    touched_[count_] = cluster;
    count_ += static_cast<std::size_t>(sums_[cluster].ties == 0);
    sums_[cluster].ties += weight;
  }
  [[nodiscard]] Weight ties(Cluster cluster) const { return sums_[cluster].ties; }
  [[nodiscard]] Weight total(Cluster cluster) const { return sums_[cluster].total; }
  /// Clusters that ties lead into.
  [[nodiscard]] std::span<const Cluster> touched() const { return {touched_.data(), count_}; }
  void clear_ties() {
    for (const Cluster cluster : touched()) sums_[cluster].ties = 0;
    count_ = 0;
  }
  void leave(Cluster cluster, Weight weight) { sums_[cluster].total -= weight; }
  void join(Cluster cluster, Weight weight) { sums_[cluster].total += weight; }

 private:
  struct Sums {
    Weight total = 0;
    Weight ties = 0;
  };
  std::vector<Sums> sums_;
  std::vector<Cluster> touched_;
  std::size_t count_ = 0;
};

/// Numbers the clusters in use 0 … count-1 in the order of their first vertices; returns count.
Cluster renumber(std::vector<Cluster>& clusters);

/// Where a vertex goes that gains as much in several clusters: to the first met, or by lot.
enum class Draws : std::uint8_t { to_the_first, by_lot };

/// Moves vertices between clusters as long as modularity gains, looking again only at neighbours of
/// those that moved.
template <typename Weight>
void move_vertices(const Level<Weight>& level, double resolution, Draws draws,
                   std::vector<Cluster>& clusters, std::mt19937_64& random, RunGuard& guard);

/// Splits clusters into parts that hang together: starting alone, vertices join parts of their
/// cluster that they gain by joining. Returns the part of each vertex.
template <typename Weight>
[[nodiscard]] std::vector<Cluster> refine(const Level<Weight>& level, double resolution,
                                          const std::vector<Cluster>& clusters,
                                          std::mt19937_64& random, RunGuard& guard);

/// 0 … n-1 in an order to look at them: shuffled, and in large networks roughly by rising degree,
/// the same for one state of `random` on every machine. A vertex with few ties has the fewest ways
/// to go wrong, and rows that are read after each other lie near each other.
[[nodiscard]] std::vector<Vertex> working_order(Vertex n, std::mt19937_64& random);

}  // namespace entente::kernel
