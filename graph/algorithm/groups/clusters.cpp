// Local moves after V. Blondel et al., Fast unfolding of communities in large networks, J. Stat.
// Mech. (2008) P10008, with the queue of V. Traag, L. Waltman, N. van Eck, From Louvain to Leiden,
// Scientific Reports 9 (2019) 5233, whose refinement this is too. Ties to clusters are added up in
// an array that is cleared by the list of what was touched.

#include "algorithm/groups/clusters.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace entente::kernel {

namespace {

// Gains below this share of what a vertex weighs are rounding.
constexpr double least_gain = 1e-13;

/// What chance ties a vertex and a cluster by, for each unit of their weights' product.
template <typename Weight>
double per_weight_of(const Level<Weight>& level, double resolution) {
  return level.total > 0 ? resolution / level.total : 0;
}

/// What a vertex gains by being in a cluster that it is not in: its ties there, less what chance
/// would put there.
template <typename Weight>
double gain_of(Weight ties, double per_weight, Weight weight, Weight total) {
  return static_cast<double>(ties) -
         per_weight * static_cast<double>(weight) * static_cast<double>(total);
}

/// A first-in first-out queue in which nothing stands twice.
class WorkQueue {
 public:
  explicit WorkQueue(std::vector<Vertex> first)
      : ring_(std::move(first)), waiting_(ring_.size(), 1), count_(ring_.size()) {}

  [[nodiscard]] bool empty() const { return count_ == 0; }
  Vertex pop() {
    const Vertex v = ring_[head_];
    head_ = head_ + 1 == ring_.size() ? 0 : head_ + 1;
    --count_;
    waiting_[v] = 0;
    return v;
  }
  void push(Vertex v) {
    if (waiting_[v] != 0) return;
    waiting_[v] = 1;
    const std::size_t place = head_ + count_++;
    ring_[place < ring_.size() ? place : place - ring_.size()] = v;
  }

 private:
  std::vector<Vertex> ring_;
  std::vector<std::uint8_t> waiting_;
  std::size_t head_ = 0;
  std::size_t count_ = 0;
};

}  // namespace

std::vector<Vertex> working_order(Vertex n, std::mt19937_64& random) {
  constexpr Vertex block = 4096;
  std::vector<Vertex> order(n);
  std::iota(order.begin(), order.end(), Vertex{0});
  for (Vertex first = 0; first < n; first += std::min(block, n - first)) {
    for (Vertex i = std::min(block, n - first); i > 1; --i)
      std::swap(order[first + i - 1], order[first + random() % i]);
  }
  std::reverse(order.begin(), order.end());  // vertices are numbered by falling degree
  return order;
}

template <typename Weight>
Level<Weight> first_level(const TieRows& rows) {
  Level<Weight> level;
  level.offsets.reserve(rows.offsets.size());
  level.offsets.push_back(0);
  level.ties.reserve(rows.neighbours.size());
  level.weight.reserve(rows.vertex_count());
  for (Vertex v = 0; v < rows.vertex_count(); ++v) {
    Weight sum = 0;
    for (std::uint32_t i = rows.offsets[v]; i < rows.offsets[v + 1]; ++i) {
      const auto weight = static_cast<Weight>(rows.weights[i]);
      if (weight == 0) continue;
      level.ties.push_back({rows.neighbours[i], weight});
      sum += weight;
    }
    level.offsets.push_back(static_cast<std::uint32_t>(level.ties.size()));
    level.weight.push_back(sum);
    level.total += static_cast<double>(sum);
  }
  if (!level.ties.empty()) level.mean = level.total / static_cast<double>(level.ties.size());
  return level;
}

template <typename Weight>
Level<Weight> joined_level(const Level<Weight>& level, const std::vector<Cluster>& clusters,
                           Cluster count) {
  std::vector<std::uint32_t> begin(count + std::size_t{1}, 0);
  for (const Cluster cluster : clusters) ++begin[cluster + 1];
  std::partial_sum(begin.begin(), begin.end(), begin.begin());
  std::vector<Vertex> members(clusters.size());
  auto next = begin;
  for (Vertex v = 0; v < level.vertex_count(); ++v) members[next[clusters[v]]++] = v;
  Level<Weight> joined{{}, {}, std::vector<Weight>(count, 0), level.total, level.mean};
  joined.offsets.reserve(count + std::size_t{1});
  joined.offsets.push_back(0);
  joined.ties.reserve(level.ties.size());
  ClusterSums<Weight> sums(count);
  for (Cluster cluster = 0; cluster < count; ++cluster) {
    for (std::uint32_t i = begin[cluster]; i < begin[cluster + 1]; ++i) {
      const Vertex v = members[i];
      joined.weight[cluster] += level.weight[v];
      for (const Tie<Weight>& tie : level.ties_of(v)) sums.add(clusters[tie.to], tie.weight);
    }
    for (const Cluster other : sums.touched()) {
      if (other != cluster) joined.ties.push_back({other, sums.ties(other)});
    }
    sums.clear_ties();
    joined.offsets.push_back(static_cast<std::uint32_t>(joined.ties.size()));
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

template <typename Weight>
void move_vertices(const Level<Weight>& level, double resolution, Draws draws,
                   std::vector<Cluster>& clusters, std::mt19937_64& random, RunGuard& guard) {
  const double per_weight = per_weight_of(level, resolution);
  const double least = least_gain * std::max(resolution, 1.0);
  ClusterSums<Weight> sums(level, clusters);
  WorkQueue queue(working_order(level.vertex_count(), random));
  while (!queue.empty()) {
    const Vertex v = queue.pop();
    const auto row = level.ties_of(v);
    guard.work(2 * row.size() + 1);
    for (const Tie<Weight>& tie : row) sums.add(clusters[tie.to], tie.weight);
    const Cluster own = clusters[v];
    const Weight weight = level.weight[v];
    sums.leave(own, weight);
    const auto gain = [&](Cluster cluster) {
      return gain_of(sums.ties(cluster), per_weight, weight, sums.total(cluster));
    };
    Cluster best = own;
    const double rounding = least * static_cast<double>(weight);
    double best_gain = gain(own) + rounding;
    std::uint32_t as_good = 0;
    for (const Cluster cluster : sums.touched()) {
      const double here = gain(cluster);
      if (cluster == own || here <= best_gain - (best == own ? 0 : rounding)) continue;
      if (best != own && here <= best_gain + rounding) {
        if (draws == Draws::to_the_first || random() % ++as_good != 0) continue;
      } else {
        as_good = 1;
      }
      best = cluster;
      best_gain = here;
    }
    sums.join(best, weight);
    sums.clear_ties();
    if (best == own) continue;
    clusters[v] = best;
    for (const Tie<Weight>& tie : row) {
      if (clusters[tie.to] != best) queue.push(tie.to);
    }
  }
}

namespace {

/// The parts that a cluster falls into; a part is named by the vertex that began it.
template <typename Weight>
class Refinement {
 public:
  Refinement(const Level<Weight>& level, double resolution, const std::vector<Cluster>& clusters)
      : level_(level),
        clusters_(clusters),
        per_weight_(per_weight_of(level, resolution)),
        part_(level.vertex_count()),
        whole_(level.vertex_count(), 0),
        outward_(level.vertex_count(), 0),
        alone_(level.vertex_count(), 1),
        sums_(level.vertex_count()) {
    std::iota(part_.begin(), part_.end(), Cluster{0});
    for (Vertex v = 0; v < level.vertex_count(); ++v) {
      whole_[clusters[v]] += level.weight[v];
      sums_.join(v, level.weight[v]);
      outward_[v] = ties_inside_cluster(v);
    }
  }

  /// Lets v join a part, if v is still alone and well enough tied to the rest of its cluster.
  void place(Vertex v, std::mt19937_64& random, RunGuard& guard) {
    if (alone_[v] == 0 || !well_tied(v, level_.weight[v], outward_[v])) return;
    const auto row = level_.ties_of(v);
    guard.work(2 * row.size() + 1);
    for (const Tie<Weight>& tie : row) {
      if (clusters_[tie.to] == clusters_[v]) sums_.add(part_[tie.to], tie.weight);
    }
    const Cluster part = chosen(v, random);
    if (part != part_[v]) join(v, part);
    sums_.clear_ties();
  }

  [[nodiscard]] std::vector<Cluster> take_parts() { return std::move(part_); }

 private:
  [[nodiscard]] Weight ties_inside_cluster(Vertex v) const {
    Weight sum = 0;
    for (const Tie<Weight>& tie : level_.ties_of(v)) {
      sum += clusters_[tie.to] == clusters_[v] ? tie.weight : 0;
    }
    return sum;
  }

  /// Whether something of that weight, with such ties to the rest of v's cluster, has no fewer than
  /// chance would give it.
  [[nodiscard]] bool well_tied(Vertex v, Weight weight, Weight outward) const {
    return gain_of(outward, per_weight_, weight, whole_[clusters_[v]] - weight) >= 0;
  }

  /// One of the parts that v gains by joining, the better the likelier; or its own.
  [[nodiscard]] Cluster chosen(Vertex v, std::mt19937_64& random) {
    const double randomness = 0.01 * level_.mean;
    candidates_.clear();
    double best = 0;
    for (const Cluster part : sums_.touched()) {
      if (part == part_[v] || !well_tied(part, sums_.total(part), outward_[part])) continue;
      const double gain =
          gain_of(sums_.ties(part), per_weight_, level_.weight[v], sums_.total(part));
      if (gain < 0) continue;
      candidates_.emplace_back(gain, part);
      best = std::max(best, gain);
    }
    if (candidates_.empty()) return part_[v];
    if (candidates_.size() == 1) return candidates_.front().second;
    double sum = 0;
    for (auto& [gain, part] : candidates_) gain = sum += std::exp((gain - best) / randomness);
    const double drawn = sum * (static_cast<double>(random() >> 11) * 0x1p-53);
    for (const auto& [up_to, part] : candidates_) {
      if (drawn < up_to) return part;
    }
    return candidates_.back().second;
  }

  void join(Vertex v, Cluster part) {
    alone_[v] = 0;
    alone_[part] = 0;
    sums_.leave(part_[v], level_.weight[v]);
    sums_.join(part, level_.weight[v]);
    // Ties into the part are no longer outward, on either side.
    outward_[part] += outward_[v] - 2 * sums_.ties(part);
    part_[v] = part;
  }

  const Level<Weight>& level_;
  const std::vector<Cluster>& clusters_;
  double per_weight_;
  std::vector<Cluster> part_;
  std::vector<Weight> whole_;    // by cluster
  std::vector<Weight> outward_;  // by part: its ties to the rest of its cluster
  std::vector<std::uint8_t> alone_;
  ClusterSums<Weight> sums_;  // of parts
  std::vector<std::pair<double, Cluster>> candidates_;
};

}  // namespace

template <typename Weight>
std::vector<Cluster> refine(const Level<Weight>& level, double resolution,
                            const std::vector<Cluster>& clusters, std::mt19937_64& random,
                            RunGuard& guard) {
  Refinement<Weight> refinement(level, resolution, clusters);
  for (const Vertex v : working_order(level.vertex_count(), random)) {
    refinement.place(v, random, guard);
  }
  return refinement.take_parts();
}

template Level<double> first_level(const TieRows&);
template Level<std::uint32_t> first_level(const TieRows&);
template Level<double> joined_level(const Level<double>&, const std::vector<Cluster>&, Cluster);
template Level<std::uint32_t> joined_level(const Level<std::uint32_t>&, const std::vector<Cluster>&,
                                           Cluster);
template void move_vertices(const Level<double>&, double, Draws, std::vector<Cluster>&,
                            std::mt19937_64&, RunGuard&);
template void move_vertices(const Level<std::uint32_t>&, double, Draws, std::vector<Cluster>&,
                            std::mt19937_64&, RunGuard&);
template std::vector<Cluster> refine(const Level<double>&, double, const std::vector<Cluster>&,
                                     std::mt19937_64&, RunGuard&);
template std::vector<Cluster> refine(const Level<std::uint32_t>&, double,
                                     const std::vector<Cluster>&, std::mt19937_64&, RunGuard&);

}  // namespace entente::kernel
