// E. Dinic, Algorithm for solution of a problem of maximum flow in networks with power estimation,
// Soviet Math. Doklady 11 (1970) 1277: level the network from the start, fill all ways that go down
// a level with every step, and again, until no way is left.

#include <algorithm>
#include <limits>
#include <vector>

#include <entente/algorithm/flow.hpp>

#include "algorithm/paths/unseen.hpp"
#include "algorithm/paths/weighted_rows.hpp"
#include "algorithm/run_guard.hpp"

namespace entente {

namespace {

using kernel::unseen;

/// Pipes in pairs: 2i one way, 2i + 1 the other; what flows one way makes room the other way.
class Pipes {
 public:
  Pipes(const Network& g, std::span<const double> capacities) : begin_(g.vertex_count() + 1, 0) {
    const bool undirected = g.directedness() == Directedness::undirected;
    for (Vertex v = 0; v < g.vertex_count(); ++v) {
      const auto row = g.out(v);
      for (std::size_t slot = 0; slot < row.size(); ++slot) {
        if (row[slot] == v || (undirected && row[slot] < v)) continue;
        const double capacity = capacities[g.out_edges(v)[slot]];
        ends_.insert(ends_.end(), {row[slot], v});
        room_.insert(room_.end(), {capacity, undirected ? capacity : 0});
      }
    }
    sort_by_start();
  }

  [[nodiscard]] Vertex vertex_count() const { return static_cast<Vertex>(begin_.size() - 1); }
  [[nodiscard]] std::size_t degree(Vertex v) const { return begin_[v + 1] - begin_[v]; }
  [[nodiscard]] std::uint32_t pipe(Vertex v, std::size_t i) const {
    return by_start_[begin_[v] + i];
  }
  [[nodiscard]] Vertex end(std::uint32_t pipe) const { return ends_[pipe]; }
  [[nodiscard]] double room(std::uint32_t pipe) const { return room_[pipe]; }
  void fill(std::uint32_t pipe, double flow) {
    room_[pipe] -= flow;
    room_[pipe ^ 1] += flow;
  }

 private:
  void sort_by_start() {
    for (std::uint32_t pipe = 0; pipe < ends_.size(); ++pipe) ++begin_[ends_[pipe ^ 1] + 1];
    for (std::size_t v = 1; v < begin_.size(); ++v) begin_[v] += begin_[v - 1];
    by_start_.resize(ends_.size());
    auto next = begin_;
    for (std::uint32_t pipe = 0; pipe < ends_.size(); ++pipe) {
      by_start_[next[ends_[pipe ^ 1]]++] = pipe;
    }
  }

  std::vector<Vertex> ends_;
  std::vector<double> room_;
  std::vector<std::uint32_t> begin_;
  std::vector<std::uint32_t> by_start_;
};

class Dinic {
 public:
  Dinic(Pipes& pipes, Vertex s, Vertex t, kernel::RunGuard& guard)
      : pipes_(pipes), s_(s), t_(t), guard_(guard), tried_(pipes.vertex_count()) {}

  double run() {
    double flow = 0;
    while (find_levels()) {
      std::fill(tried_.begin(), tried_.end(), 0);
      while (find_way()) flow += fill_way();
    }
    return flow;
  }

  /// After run(): what can still be reached from the start.
  [[nodiscard]] bool near(Vertex v) const { return level_[v] != unseen; }

 private:
  bool find_levels() {
    level_.assign(pipes_.vertex_count(), unseen);
    level_[s_] = 0;
    std::vector<Vertex> queue{s_};
    for (std::size_t i = 0; i < queue.size(); ++i) {
      const Vertex v = queue[i];
      guard_.work(pipes_.degree(v) + 1);
      for (std::size_t k = 0; k < pipes_.degree(v); ++k) {
        const std::uint32_t pipe = pipes_.pipe(v, k);
        const Vertex w = pipes_.end(pipe);
        if (level_[w] != unseen || !(pipes_.room(pipe) > 0)) continue;
        level_[w] = level_[v] + 1;
        queue.push_back(w);
      }
    }
    return level_[t_] != unseen;
  }

  /// Goes down a level with every step; what led nowhere is not tried again.
  bool find_way() {
    way_.clear();
    Vertex v = s_;
    while (v != t_) {
      guard_.work();
      if (tried_[v] == pipes_.degree(v)) {
        if (way_.empty()) return false;
        v = pipes_.end(way_.back() ^ 1);
        way_.pop_back();
        ++tried_[v];
        continue;
      }
      const std::uint32_t pipe = pipes_.pipe(v, tried_[v]);
      const Vertex w = pipes_.end(pipe);
      if (pipes_.room(pipe) > 0 && level_[w] == level_[v] + 1) {
        way_.push_back(pipe);
        v = w;
      } else {
        ++tried_[v];
      }
    }
    return true;
  }

  double fill_way() {
    double flow = std::numeric_limits<double>::infinity();
    for (const std::uint32_t pipe : way_) flow = std::min(flow, pipes_.room(pipe));
    for (const std::uint32_t pipe : way_) pipes_.fill(pipe, flow);
    return flow;
  }

  Pipes& pipes_;
  Vertex s_;
  Vertex t_;
  kernel::RunGuard& guard_;
  std::vector<std::uint32_t> level_;
  std::vector<std::size_t> tried_;
  std::vector<std::uint32_t> way_;
};

Flow told(const Network& g, double value, const Dinic& dinic, std::span<const double> capacities) {
  Flow flow{value, {}, {}};
  for (Vertex v = 0; v < g.vertex_count(); ++v) {
    if (!dinic.near(v)) continue;
    flow.near_side.push_back(g.entity(v));
    const auto row = g.out(v);
    for (std::size_t slot = 0; slot < row.size(); ++slot) {
      const EdgeIndex e = g.out_edges(v)[slot];
      if (!dinic.near(row[slot]) && capacities[e] > 0) flow.cut.push_back(e);
    }
  }
  std::sort(flow.near_side.begin(), flow.near_side.end());
  std::sort(flow.cut.begin(), flow.cut.end());
  return flow;
}

}  // namespace

Flow max_flow(const Network& g, EntityId from, EntityId to, const FlowOptions& options) {
  if (from == to) {
    throw InvalidArgument("same-entity", "a flow needs two different entities as its ends");
  }
  const auto s = g.vertex(from);
  const auto t = g.vertex(to);
  if (!s || !t) return {};
  kernel::RunGuard guard(options.run);
  const auto capacities = kernel::tie_weights(g, options.capacities, "a flow");
  Pipes pipes(g, capacities);
  Dinic dinic(pipes, *s, *t, guard);
  const double value = dinic.run();
  return told(g, value, dinic, capacities);
}

}  // namespace entente
