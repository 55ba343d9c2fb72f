// Local moves after V. Blondel et al., Fast unfolding of communities in large networks, J. Stat.
// Mech. (2008) P10008, with the queue of V. Traag, L. Waltman, N. van Eck, From Louvain to Leiden,
// Scientific Reports 9 (2019) 5233, whose refinement this is too. Ties to clusters are added up in
// an array that is cleared by the list of what was touched.

#include "algorithm/groups/clusters.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <utility>

namespace entente::kernel {

namespace {

// Gains below this share of all weight are rounding.
constexpr double least_gain = 1e-13;

/// What clusters weigh, and what a vertex gains by being in one.
class Weights {
 public:
  Weights(const Level& level, double resolution, const std::vector<Cluster>& clusters)
      : level_(level),
        per_weight_(level.total > 0 ? resolution / level.total : 0),
        total_(level.vertex_count(), 0.0) {
    for (Vertex v = 0; v < level.vertex_count(); ++v) total_[clusters[v]] += level.weight[v];
  }

  /// In a cluster that v is not in, given the weight of v's ties into it.
  [[nodiscard]] double gain(Vertex v, double ties, Cluster cluster) const {
    return ties - per_weight_ * level_.weight[v] * total_[cluster];
  }
  [[nodiscard]] double of(Cluster cluster) const { return total_[cluster]; }
  [[nodiscard]] double per_weight() const { return per_weight_; }
  void leave(Vertex v, Cluster cluster) { total_[cluster] -= level_.weight[v]; }
  void join(Vertex v, Cluster cluster) { total_[cluster] += level_.weight[v]; }

 private:
  const Level& level_;
  double per_weight_;
  std::vector<double> total_;
};

/// A first-in first-out queue in which nothing stands twice.
class WorkQueue {
 public:
  explicit WorkQueue(std::vector<Vertex> first)
      : ring_(std::move(first)), waiting_(ring_.size(), true), count_(ring_.size()) {}

  [[nodiscard]] bool empty() const { return count_ == 0; }
  Vertex pop() {
    const Vertex v = ring_[head_];
    head_ = head_ + 1 == ring_.size() ? 0 : head_ + 1;
    --count_;
    waiting_[v] = false;
    return v;
  }
  void push(Vertex v) {
    if (waiting_[v]) return;
    waiting_[v] = true;
    ring_[(head_ + count_++) % ring_.size()] = v;
  }

 private:
  std::vector<Vertex> ring_;
  std::vector<bool> waiting_;
  std::size_t head_ = 0;
  std::size_t count_ = 0;
};

}  // namespace

std::vector<Vertex> shuffled(Vertex n, std::mt19937_64& random) {
  std::vector<Vertex> order(n);
  std::iota(order.begin(), order.end(), Vertex{0});
  for (Vertex i = n; i > 1; --i) std::swap(order[i - 1], order[random() % i]);
  return order;
}

Level first_level(TieRows ties) {
  Level level{std::move(ties), {}, 0};
  level.weight.reserve(level.vertex_count());
  for (Vertex v = 0; v < level.vertex_count(); ++v) {
    const auto weights = level.ties.weights_of(v);
    level.weight.push_back(std::accumulate(weights.begin(), weights.end(), 0.0));
    level.total += level.weight.back();
  }
  return level;
}

Level joined_level(const Level& level, const std::vector<Cluster>& clusters, Cluster count) {
  std::vector<std::uint32_t> begin(count + std::size_t{1}, 0);
  for (const Cluster cluster : clusters) ++begin[cluster + 1];
  std::partial_sum(begin.begin(), begin.end(), begin.begin());
  std::vector<Vertex> members(clusters.size());
  auto next = begin;
  for (Vertex v = 0; v < level.vertex_count(); ++v) members[next[clusters[v]]++] = v;
  Level joined{{}, std::vector<double>(count, 0.0), level.total};
  joined.ties.offsets.push_back(0);
  ClusterSums sums(count);
  for (Cluster cluster = 0; cluster < count; ++cluster) {
    for (std::uint32_t i = begin[cluster]; i < begin[cluster + 1]; ++i) {
      const Vertex v = members[i];
      joined.weight[cluster] += level.weight[v];
      const auto row = level.ties.neighbours_of(v);
      const auto weights = level.ties.weights_of(v);
      for (std::size_t k = 0; k < row.size(); ++k) sums.add(clusters[row[k]], weights[k]);
    }
    for (const Cluster other : sums.touched()) {
      if (other == cluster) continue;
      joined.ties.neighbours.push_back(other);
      joined.ties.weights.push_back(sums.of(other));
    }
    sums.clear();
    joined.ties.offsets.push_back(static_cast<std::uint32_t>(joined.ties.neighbours.size()));
  }
  return joined;
}

Cluster renumber(std::vector<Cluster>& clusters) {
  constexpr auto unused = std::numeric_limits<Cluster>::max();
  std::vector<Cluster> number(clusters.size(), unused);
  Cluster count = 0;
  for (Cluster& cluster : clusters) {
    if (number[cluster] == unused) number[cluster] = count++;
    cluster = number[cluster];
  }
  return count;
}

void move_vertices(const Level& level, double resolution, std::vector<Cluster>& clusters,
                   std::mt19937_64& random, RunGuard& guard) {
  Weights weights(level, resolution, clusters);
  ClusterSums ties(level.vertex_count());
  WorkQueue queue(shuffled(level.vertex_count(), random));
  while (!queue.empty()) {
    const Vertex v = queue.pop();
    const auto row = level.ties.neighbours_of(v);
    guard.work(2 * row.size() + 1);
    for (std::size_t i = 0; i < row.size(); ++i) {
      ties.add(clusters[row[i]], level.ties.weights_of(v)[i]);
    }
    const Cluster own = clusters[v];
    weights.leave(v, own);
    Cluster best = own;
    double best_gain = weights.gain(v, ties.of(own), own) + least_gain * level.total;
    for (const Cluster cluster : ties.touched()) {
      const double gain = weights.gain(v, ties.of(cluster), cluster);
      if (cluster == own || gain <= best_gain) continue;
      best = cluster;
      best_gain = gain;
    }
    weights.join(v, best);
    ties.clear();
    if (best == own) continue;
    clusters[v] = best;
    for (const Vertex w : row) {
      if (clusters[w] != best) queue.push(w);
    }
  }
}

namespace {

/// The parts that a cluster falls into; a part is named by the vertex that began it.
class Refinement {
 public:
  Refinement(const Level& level, double resolution, const std::vector<Cluster>& clusters)
      : level_(level),
        clusters_(clusters),
        part_(level.vertex_count()),
        whole_(level, resolution, clusters),
        outward_(level.vertex_count(), 0.0),
        alone_(level.vertex_count(), true),
        ties_(level.vertex_count()) {
    std::iota(part_.begin(), part_.end(), Cluster{0});
    parts_.emplace(level, resolution, part_);
    for (Vertex v = 0; v < level.vertex_count(); ++v) outward_[v] = ties_inside_cluster(v);
  }

  /// Lets v join a part, if v is still alone and well enough tied to the rest of its cluster.
  void place(Vertex v, std::mt19937_64& random, RunGuard& guard) {
    if (!alone_[v] || !well_tied(v, level_.weight[v], outward_[v])) return;
    const auto row = level_.ties.neighbours_of(v);
    guard.work(2 * row.size() + 1);
    for (std::size_t i = 0; i < row.size(); ++i) {
      const Vertex w = row[i];
      if (clusters_[w] == clusters_[v]) ties_.add(part_[w], level_.ties.weights_of(v)[i]);
    }
    const Cluster part = chosen(v, random);
    if (part != part_[v]) join(v, part);
    ties_.clear();
  }

  [[nodiscard]] std::vector<Cluster> take_parts() { return std::move(part_); }

 private:
  [[nodiscard]] double ties_inside_cluster(Vertex v) const {
    const auto row = level_.ties.neighbours_of(v);
    double sum = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (clusters_[row[i]] == clusters_[v]) sum += level_.ties.weights_of(v)[i];
    }
    return sum;
  }

  /// Whether something of that weight, with such ties to the rest of v's cluster, has no fewer than
  /// chance would give it.
  [[nodiscard]] bool well_tied(Vertex v, double weight, double outward) const {
    const double rest = whole_.of(clusters_[v]) - weight;
    return outward >= whole_.per_weight() * weight * rest;
  }

  /// One of the parts that v gains by joining, the better the likelier; or its own.
  [[nodiscard]] Cluster chosen(Vertex v, std::mt19937_64& random) {
    constexpr double randomness = 0.01;
    candidates_.clear();
    double best = 0;
    for (const Cluster part : ties_.touched()) {
      if (part == part_[v] || !well_tied(part, parts_->of(part), outward_[part])) continue;
      const double gain = parts_->gain(v, ties_.of(part), part);
      if (gain < 0) continue;
      candidates_.emplace_back(gain, part);
      best = std::max(best, gain);
    }
    if (candidates_.empty()) return part_[v];
    double sum = 0;
    for (auto& [gain, part] : candidates_) gain = sum += std::exp((gain - best) / randomness);
    const double drawn = sum * (static_cast<double>(random() >> 11) * 0x1p-53);
    for (const auto& [up_to, part] : candidates_) {
      if (drawn < up_to) return part;
    }
    return candidates_.back().second;
  }

  void join(Vertex v, Cluster part) {
    alone_[v] = false;
    alone_[part] = false;
    parts_->leave(v, part_[v]);
    parts_->join(v, part);
    // Ties into the part are no longer outward, on either side.
    outward_[part] += outward_[v] - 2 * ties_.of(part);
    part_[v] = part;
  }

  const Level& level_;
  const std::vector<Cluster>& clusters_;
  std::vector<Cluster> part_;
  Weights whole_;
  std::optional<Weights> parts_;
  std::vector<double> outward_;  // by part: its ties to the rest of its cluster
  std::vector<bool> alone_;
  ClusterSums ties_;
  std::vector<std::pair<double, Cluster>> candidates_;
};

}  // namespace

std::vector<Cluster> refine(const Level& level, double resolution,
                            const std::vector<Cluster>& clusters, std::mt19937_64& random,
                            RunGuard& guard) {
  Refinement refinement(level, resolution, clusters);
  for (const Vertex v : shuffled(level.vertex_count(), random)) {
    refinement.place(v, random, guard);
  }
  return refinement.take_parts();
}

}  // namespace entente::kernel
