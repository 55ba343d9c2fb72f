// U. Brandes, J. Math. Sociology 25 (2001) 163, algorithm 1, without lists of predecessors: on the
// way back a vertex pulls from its neighbours one level further (K. Madduri et al., A faster
// parallel algorithm for betweenness, IPDPS 2009), which needs the rows in one direction only.

#include "algorithm/brandes.hpp"

#include <algorithm>
#include <queue>

#include "algorithm/lengths.hpp"
#include "algorithm/simple_rows.hpp"

namespace entente::kernel {

namespace {

/// One source at a time; scores add up.
class Dependencies {
 public:
  Dependencies(const Network& g, Cost cost)
      : rows_(g),
        lengths_(g, cost, Admitted::positive),
        cost_(cost),
        distance_(g.vertex_count()),
        paths_(g.vertex_count()),
        carried_(g.vertex_count()),
        scores_(g.vertex_count(), 0.0) {}

  void add_source(Vertex s, RunGuard& guard) {
    std::fill(distance_.begin(), distance_.end(), unreachable);
    order_.clear();
    distance_[s] = 0;
    paths_[s] = 1;
    if (cost_ == Cost::hops) {
      search_by_hops(s);
    } else {
      search_by_weight(s);
    }
    pull_back();
    guard.work(order_.size() + rows_.out().neighbours.size());
  }

  [[nodiscard]] std::vector<double> take_scores() { return std::move(scores_); }

 private:
  void search_by_hops(Vertex s) {
    order_.push_back(s);
    for (std::size_t i = 0; i < order_.size(); ++i) {
      const Vertex v = order_[i];
      for (const Vertex w : rows_.out().neighbours_of(v)) {
        if (distance_[w] == unreachable) {
          distance_[w] = distance_[v] + 1;
          paths_[w] = 0;
          order_.push_back(w);
        }
        if (distance_[w] == distance_[v] + 1) paths_[w] += paths_[v];
      }
    }
  }

  void search_by_weight(Vertex s) {
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
        carried += paths_[v] / paths_[w] * (1 + carried_[w]);
      }
      carried_[v] = carried;
      if (i > 0) scores_[v] += carried;
    }
  }

  SimpleRows rows_;
  Lengths lengths_;
  Cost cost_;
  std::vector<Vertex> order_;  // nearest first
  std::vector<Length> distance_;
  std::vector<double> paths_;
  std::vector<double> carried_;
  std::vector<double> scores_;
};

}  // namespace

std::vector<double> dependencies(const Network& g, Cost cost, RunGuard& guard) {
  Dependencies sum(g, cost);
  for (Vertex s = 0; s < g.vertex_count(); ++s) sum.add_source(s, guard);
  return sum.take_scores();
}

}  // namespace entente::kernel
