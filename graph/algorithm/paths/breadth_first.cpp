// S. Beamer, K. Asanović, D. Patterson, Direction-optimizing breadth-first search, SC 2012: while
// the frontier is small it pushes to its neighbours; once most edges lead from it, the vertices not
// yet reached pull instead: they look for a neighbour in it, and stop at the first. Rows begin with
// the vertices of highest degree, which are likely to be that neighbour.

#include <algorithm>
#include <vector>

#include <entente/algorithm/distances.hpp>

#include "algorithm/paths/route_dag.hpp"
#include "algorithm/run_guard.hpp"

namespace entente {

namespace {

// Beamer's measures of when to pull instead of push, and when to push again.
constexpr std::uint64_t pulling_pays = 15;
constexpr std::uint64_t pushing_pays = 18;

class BitSet {
 public:
  explicit BitSet(std::size_t n) : words_(n / 64 + 1, 0) {}
  [[nodiscard]] bool has(Vertex v) const { return (words_[v / 64] >> (v % 64) & 1) != 0; }
  void add(Vertex v) { words_[v / 64] |= std::uint64_t{1} << (v % 64); }
  void clear() { std::fill(words_.begin(), words_.end(), 0); }
  void swap(BitSet& other) { words_.swap(other.words_); }

 private:
  std::vector<std::uint64_t> words_;
};

class BreadthFirst {
 public:
  BreadthFirst(const Network& g, const RunControl& run)
      : out_(g.out_rows()),
        in_(g.in_rows()),
        n_(g.vertex_count()),
        guard_(run),
        hops_(n_, no_hops),
        frontier_(n_),
        next_(n_),
        unexplored_(out_.neighbours.size()) {}

  std::vector<std::uint32_t> run(std::span<const Vertex> from) {
    for (const Vertex v : from) reach(v, 0);
    for (std::uint32_t hops = 1; !queue_.empty(); ++hops) {
      if (queue_degrees_ > unexplored_ / pulling_pays) {
        hops = pull(hops);
      } else {
        unexplored_ -= std::min(unexplored_, queue_degrees_);
        push(hops);
      }
    }
    return std::move(hops_);
  }

 private:
  void reach(Vertex v, std::uint32_t hops) {
    if (hops_[v] != no_hops) return;
    hops_[v] = hops;
    queue_.push_back(v);
    queue_degrees_ += out_.offsets[v + 1] - out_.offsets[v];
  }

  void push(std::uint32_t hops) {
    level_.swap(queue_);
    queue_.clear();
    queue_degrees_ = 0;
    for (const Vertex v : level_) {
      const auto row = out_.neighbours_of(v);
      guard_.work(row.size());
      for (const Vertex w : row) reach(w, hops);
    }
  }

  /// Levels by pulling, until few are reached by one; returns the last level's hops.
  std::uint32_t pull(std::uint32_t hops) {
    frontier_.clear();
    for (const Vertex v : queue_) frontier_.add(v);
    std::size_t reached_before = 0;
    std::size_t reached = queue_.size();
    while (true) {
      reached_before = reached;
      reached = pull_once(hops);
      if (reached == 0 || (reached < reached_before && reached < n_ / pushing_pays)) break;
      frontier_.swap(next_);
      ++hops;
    }
    queue_.clear();
    queue_degrees_ = 0;
    if (reached == 0) return hops;
    for (Vertex v = 0; v < n_; ++v) {
      if (!next_.has(v)) continue;
      queue_.push_back(v);
      queue_degrees_ += out_.offsets[v + 1] - out_.offsets[v];
    }
    return hops;
  }

  std::size_t pull_once(std::uint32_t hops) {
    guard_.work(n_);
    next_.clear();
    std::size_t reached = 0;
    for (Vertex v = 0; v < n_; ++v) {
      if (hops_[v] != no_hops) continue;
      for (const Vertex u : in_.neighbours_of(v)) {
        if (!frontier_.has(u)) continue;
        hops_[v] = hops;
        next_.add(v);
        ++reached;
        break;
      }
    }
    return reached;
  }

  const Rows& out_;
  const Rows& in_;
  Vertex n_;
  kernel::RunGuard guard_;
  std::vector<std::uint32_t> hops_;
  std::vector<Vertex> queue_;
  std::vector<Vertex> level_;
  BitSet frontier_;
  BitSet next_;
  std::uint64_t queue_degrees_ = 0;
  std::uint64_t unexplored_;  // edges that no level has followed
};

}  // namespace

std::vector<std::uint32_t> hops_from(const Network& g, std::span<const EntityId> from,
                                     const RunControl& run) {
  return BreadthFirst(g, run).run(kernel::vertices_of(g, from));
}

}  // namespace entente
