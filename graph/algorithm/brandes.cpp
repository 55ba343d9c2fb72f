// U. Brandes, J. Math. Sociology 25 (2001) 163, algorithm 1, without lists of predecessors: on the
// way back a vertex pulls from its neighbours one level further (K. Madduri et al., A faster
// parallel algorithm for betweenness, IPDPS 2009), which needs the rows in one direction only.

#include "algorithm/brandes.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <utility>

#include "algorithm/lengths.hpp"
#include "algorithm/parallel.hpp"
#include "algorithm/simple_rows.hpp"

namespace entente::kernel {

namespace {

/// One source at a time; scores add up.
class DependencySum {
 public:
  DependencySum(const SimpleRows& rows, const Lengths& lengths, Cost cost, std::size_t edges)
      : rows_(rows),
        lengths_(lengths),
        cost_(cost),
        distance_(rows.vertex_count(), unreachable),
        paths_(rows.vertex_count()),
        carried_(rows.vertex_count()) {
    sums_.vertices.resize(rows.vertex_count());
    sums_.edges.resize(edges);
  }

  void add_source(Vertex s, RunGuard& guard) {
    distance_[s] = 0;
    paths_[s] = 1;
    if (cost_ == Cost::hops) {
      search_by_hops(s, guard);
    } else {
      search_by_weight(s, guard);
    }
    pull_back();
    for (const Vertex v : order_) distance_[v] = unreachable;
    order_.clear();
  }

  [[nodiscard]] const Dependencies& sums() const { return sums_; }

 private:
  void search_by_hops(Vertex s, RunGuard& guard) {
    order_.push_back(s);
    for (std::size_t i = 0; i < order_.size(); ++i) {
      const Vertex v = order_[i];
      const auto row = rows_.out().neighbours_of(v);
      guard.work(2 * row.size());
      for (const Vertex w : row) {
        if (distance_[w] == unreachable) {
          distance_[w] = distance_[v] + 1;
          paths_[w] = 0;
          order_.push_back(w);
        }
        if (distance_[w] == distance_[v] + 1) paths_[w] += paths_[v];
      }
    }
  }

  void search_by_weight(Vertex s, RunGuard& guard) {
    using Entry = std::pair<Length, Vertex>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    queue.push({0, s});
    while (!queue.empty()) {
      const auto [near, v] = queue.top();
      queue.pop();
      if (near > distance_[v]) continue;
      order_.push_back(v);
      const auto row = rows_.out().neighbours_of(v);
      const auto edges = rows_.out().edges_of(v);
      guard.work(4 * row.size() + 1);
      for (std::size_t slot = 0; slot < row.size(); ++slot) {
        const Vertex w = row[slot];
        const Length far = near + lengths_.of(edges[slot]);
        if (far < distance_[w]) {
          distance_[w] = far;
          paths_[w] = 0;
          queue.push({far, w});
        }
        if (far == distance_[w]) paths_[w] += paths_[v];
      }
    }
  }

  void pull_back() {
    for (std::size_t i = order_.size(); i-- > 0;) {
      const Vertex v = order_[i];
      const auto row = rows_.out().neighbours_of(v);
      const auto edges = rows_.out().edges_of(v);
      double carried = 0;
      for (std::size_t slot = 0; slot < row.size(); ++slot) {
        const Vertex w = row[slot];
        if (distance_[w] != distance_[v] + lengths_.of(edges[slot])) continue;
        const double along = paths_[v] / paths_[w] * (1 + carried_[w]);
        carried += along;
        if (!sums_.edges.empty()) sums_.edges[edges[slot]] += along;
      }
      carried_[v] = carried;
      if (i > 0) sums_.vertices[v] += carried;
    }
  }

  const SimpleRows& rows_;
  const Lengths& lengths_;
  Cost cost_;
  std::vector<Vertex> order_;  // nearest first
  std::vector<Length> distance_;
  std::vector<double> paths_;
  std::vector<double> carried_;
  Dependencies sums_;
};

void add(std::vector<double>& sums, const std::vector<double>& more) {
  sums.resize(more.size());
  for (std::size_t i = 0; i < more.size(); ++i) sums[i] += more[i];
}

// Sources are dealt to that many piles; each is added up on its own, then the piles in order, so
// that rounding does not depend on the threads.
constexpr std::size_t most_piles = 16;

}  // namespace

Dependencies dependencies(const Network& g, Cost cost, std::span<const Vertex> sources,
                          Carriers carriers, const RunControl& run) {
  const SimpleRows rows(g);
  const Lengths lengths(g, cost, Admitted::positive);
  const std::size_t edges = carriers == Carriers::vertices_and_edges ? g.edge_count() : 0;
  const std::size_t piles = std::min(sources.size(), most_piles);
  const RunControl quiet = silent(run);
  std::vector<Dependencies> by_pile(piles);
  const unsigned threads = threads_for(sources.size() * (g.vertex_count() + g.edge_count()), run);
  run_tasks(piles, threads, run, [&](std::size_t pile) {
    RunGuard guard(quiet);
    DependencySum sum(rows, lengths, cost, edges);
    for (std::size_t i = pile; i < sources.size(); i += piles) sum.add_source(sources[i], guard);
    by_pile[pile] = sum.sums();
  });
  Dependencies sums{std::vector<double>(g.vertex_count()), std::vector<double>(edges)};
  for (const Dependencies& pile : by_pile) {
    add(sums.vertices, pile.vertices);
    add(sums.edges, pile.edges);
  }
  return sums;
}

}  // namespace entente::kernel
