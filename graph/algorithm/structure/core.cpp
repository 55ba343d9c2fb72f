// H. Kabir, K. Madduri, Parallel k-core decomposition on multicore platforms, IPDPS Workshops
// (2017): take the vertices away level by level, looking through what is left for those of the
// lowest degree. A vertex is looked at once a level up to its own core number, so all looks
// together are no more than the edge ends, and nothing but what is left of the degrees is read out
// of order.

#include <algorithm>
#include <limits>
#include <vector>

#include <entente/algorithm/core.hpp>

#include "algorithm/centrality/scores.hpp"
#include "algorithm/structure/simple_rows.hpp"
#include "base/prefetch.hpp"

namespace entente {

namespace {

/// Vertices that are taken away once no more than so many of their neighbours are left.
class Peeling {
 public:
  Peeling(const Network& g, const kernel::SimpleRows& rows)
      : rows_(rows),
        directed_(g.directedness() == Directedness::directed),
        left_(g.vertex_count()),
        rest_(g.vertex_count()),
        queue_(g.vertex_count() + 1) {
    for (Vertex v = 0; v < g.vertex_count(); ++v) {
      const std::size_t in = directed_ ? rows.in().neighbours_of(v).size() : 0;
      left_[v] = static_cast<std::uint32_t>(rows.out().neighbours_of(v).size() + in);
      rest_[v] = v;
    }
  }

  /// Takes all vertices away; a vertex's core number stays where its degree was.
  [[nodiscard]] std::vector<std::uint32_t> core_numbers() && {
    while (!rest_.empty()) take_all(queue_lowest());
    return std::move(left_);
  }

 private:
  /// Moves the vertices of the lowest degree from the rest to the queue; returns the degree.
  std::uint32_t queue_lowest() {
    std::uint32_t lowest = std::numeric_limits<std::uint32_t>::max();
    for (const Vertex v : rest_) lowest = std::min(lowest, left_[v]);
    std::size_t kept = 0;
    for (const Vertex v : rest_) {
      const bool is_lowest = left_[v] == lowest;
      queue_[queued_] = v;
      rest_[kept] = v;
      queued_ += is_lowest ? 1 : 0;
      kept += is_lowest ? 0 : 1;
    }
    rest_.resize(kept);
    return lowest;
  }

  /// Takes the queued vertices, and those that come down to the level by it.
  void take_all(std::uint32_t level) {
    for (; next_ < queued_; ++next_) {
      prefetch_rows();
      const Vertex v = queue_[next_];
      lower(rows_.out().neighbours_of(v), level);
      if (directed_) lower(rows_.in().neighbours_of(v), level);
    }
    std::erase_if(rest_, [this, level](Vertex v) { return left_[v] == level; });
  }

  /// Half of the neighbours, without a pattern, have gone before: no branch would be foreseen.
  void lower(std::span<const Vertex> neighbours, std::uint32_t level) {
    std::size_t queued = queued_;
    for (const Vertex w : neighbours) {
      const std::uint32_t before = left_[w];
      const std::uint32_t after = before - (before > level ? 1 : 0);
      left_[w] = after;
      queue_[queued] = w;
      queued +=
          static_cast<std::size_t>(before != after) & static_cast<std::size_t>(after == level);
    }
    queued_ = queued;
  }

  /// Asks for the rows of vertices that will be taken soon.
  void prefetch_rows() const {
    constexpr std::size_t soon = 4;
    constexpr std::size_t later = 8;
    const Rows& rows = rows_.out();
    if (next_ + later < queued_) prefetch(&rows.offsets[queue_[next_ + later]]);
    if (next_ + soon < queued_) {
      prefetch(rows.neighbours.data() + rows.offsets[queue_[next_ + soon]]);
    }
  }

  const kernel::SimpleRows& rows_;
  bool directed_;
  std::vector<std::uint32_t> left_;  // neighbours not taken yet; the core number of the taken
  std::vector<Vertex> rest_;         // those above the level
  std::vector<Vertex> queue_;        // in the order in which they go, and a place to write beyond
  std::size_t queued_ = 0;
  std::size_t next_ = 0;  // in queue_
};

}  // namespace

std::vector<std::uint32_t> core_numbers(const Network& g) {
  const kernel::SimpleRows rows(g);
  return Peeling(g, rows).core_numbers();
}

Ranking core_number(const Network& g) {
  const auto cores = core_numbers(g);
  return kernel::ranking_of(g, "core", std::vector<double>(cores.begin(), cores.end()));
}

}  // namespace entente
