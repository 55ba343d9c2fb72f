#pragma once

/// The moves that Louvain and Leiden share, on a network whose vertices may be whole groups.

#include <cstdint>
#include <random>
#include <vector>

#include "algorithm/paths/weighted_rows.hpp"
#include "algorithm/run_guard.hpp"

namespace entente::kernel {

using Cluster = std::uint32_t;

/// A level: ties without self-loops, and what each vertex weighs with its inner ties.
struct Level {
  TieRows ties;
  std::vector<double> weight;  ///< by vertex: all its ties, inner ones twice
  double total = 0;            ///< the sum of all weights

  [[nodiscard]] Vertex vertex_count() const { return ties.vertex_count(); }
};

[[nodiscard]] Level first_level(TieRows ties);

/// The level whose vertices are the clusters of another; `clusters` are numbered 0 … count-1.
[[nodiscard]] Level joined_level(const Level& level, const std::vector<Cluster>& clusters,
                                 Cluster count);

/// Sums by cluster that are cleared in the time it took to fill them.
class ClusterSums {
 public:
  explicit ClusterSums(std::size_t clusters) : sum_(clusters, -1.0) {}

  void add(Cluster cluster, double weight) {
    if (sum_[cluster] < 0) {
      sum_[cluster] = 0;
      touched_.push_back(cluster);
    }
    sum_[cluster] += weight;
  }
  [[nodiscard]] double of(Cluster cluster) const { return sum_[cluster] < 0 ? 0 : sum_[cluster]; }
  [[nodiscard]] const std::vector<Cluster>& touched() const { return touched_; }
  void clear() {
    for (const Cluster cluster : touched_) sum_[cluster] = -1;
    touched_.clear();
  }

 private:
  std::vector<double> sum_;  // below 0: not touched
  std::vector<Cluster> touched_;
};

/// Numbers the clusters in use 0 … count-1 in the order of their first vertices; returns count.
Cluster renumber(std::vector<Cluster>& clusters);

/// Moves vertices between clusters as long as modularity gains, looking again only at neighbours of
/// those that moved.
void move_vertices(const Level& level, double resolution, std::vector<Cluster>& clusters,
                   std::mt19937_64& random, RunGuard& guard);

/// Splits clusters into parts that hang together: starting alone, vertices join parts of their
/// cluster that they gain by joining. Returns the part of each vertex.
[[nodiscard]] std::vector<Cluster> refine(const Level& level, double resolution,
                                          const std::vector<Cluster>& clusters,
                                          std::mt19937_64& random, RunGuard& guard);

/// 0 … n-1 shuffled, the same for one state of `random` on every machine.
[[nodiscard]] std::vector<Vertex> shuffled(Vertex n, std::mt19937_64& random);

}  // namespace entente::kernel
