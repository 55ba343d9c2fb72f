// Eccentricity by many breadth-first searches at a time; the diameter of undirected networks by
// bounds: P. Crescenzi, R. Grossi, M. Habib, L. Lanzi, A. Marino, On computing the diameter of
// real-world undirected graphs, Theoretical Computer Science 514 (2013) 84. From a vertex u in the
// middle, two vertices that are at most k hops from u are at most 2k hops apart; so once a path
// longer than that is known, no vertex nearer to u can be an end of a longer one.

#include <algorithm>
#include <vector>

#include <entente/algorithm/eccentricity.hpp>

#include "algorithm/centrality/scores.hpp"
#include "algorithm/paths/many_source_search.hpp"
#include "algorithm/paths/unseen.hpp"
#include "algorithm/run_guard.hpp"

namespace entente {

namespace {

using kernel::unseen;

/// One search: vertices nearest first, with their distances.
class Sweep {
 public:
  explicit Sweep(const Network& g) : g_(g), hops_(g.vertex_count(), unseen) {}

  void run(Vertex s, kernel::RunGuard& guard) {
    for (const Vertex v : order_) hops_[v] = unseen;
    order_.assign(1, s);
    hops_[s] = 0;
    for (std::size_t i = 0; i < order_.size(); ++i) {
      const Vertex v = order_[i];
      guard.work(g_.out(v).size() + 1);
      for (const Vertex w : g_.out(v)) {
        if (hops_[w] != unseen) continue;
        hops_[w] = hops_[v] + 1;
        order_.push_back(w);
      }
    }
  }

  [[nodiscard]] const std::vector<Vertex>& order() const { return order_; }
  [[nodiscard]] std::uint32_t hops(Vertex v) const { return hops_[v]; }
  [[nodiscard]] Vertex farthest() const { return order_.back(); }
  [[nodiscard]] std::uint32_t reach() const { return hops_[order_.back()]; }

  /// A vertex half way back from the farthest one.
  [[nodiscard]] Vertex middle() const {
    Vertex v = farthest();
    for (std::uint32_t left = reach() / 2; left > 0; --left) {
      const auto row = g_.out(v);
      v = *std::find_if(row.begin(), row.end(),
                        [this, v](Vertex u) { return hops_[u] + 1 == hops_[v]; });
    }
    return v;
  }

 private:
  const Network& g_;
  std::vector<std::uint32_t> hops_;
  std::vector<Vertex> order_;
};

/// The longest path seen so far.
struct Longest {
  std::uint32_t hops = 0;
  Vertex from = 0;
  Vertex to = 0;
  void take(Vertex s, const Sweep& sweep) {
    if (sweep.reach() <= hops) return;
    *this = {sweep.reach(), s, sweep.farthest()};
  }
};

/// The longest in the component of `s`, if it is longer than `longest`; marks the component.
void search_component(Vertex s, Sweep& sweep, Longest& longest, std::vector<bool>& done,
                      kernel::RunGuard& guard) {
  sweep.run(s, guard);
  for (const Vertex v : sweep.order()) done[v] = true;
  // Two double sweeps give a long path, and a vertex in the middle of it.
  for (int round = 0; round < 2; ++round) {
    const Vertex end = sweep.farthest();
    longest.take(sweep.order().front(), sweep);
    sweep.run(end, guard);
    longest.take(end, sweep);
    sweep.run(sweep.middle(), guard);
  }
  longest.take(sweep.order().front(), sweep);
  std::vector<std::pair<std::uint32_t, Vertex>> fringe;
  for (const Vertex v : sweep.order()) fringe.emplace_back(sweep.hops(v), v);
  while (!fringe.empty() && 2 * fringe.back().first > longest.hops) {
    const Vertex v = fringe.back().second;
    fringe.pop_back();
    sweep.run(v, guard);
    longest.take(v, sweep);
  }
}

Longest longest_undirected(const Network& g, kernel::RunGuard& guard) {
  Longest longest;
  Sweep sweep(g);
  std::vector<bool> done(g.vertex_count(), false);
  for (Vertex v = 0; v < g.vertex_count(); ++v) {
    if (!done[v]) search_component(v, sweep, longest, done, guard);
  }
  return longest;
}

std::vector<double> farthest_hops(const Network& g, kernel::RunGuard& guard) {
  std::vector<double> farthest(g.vertex_count(), 0);
  kernel::ManySourceSearch search(g.in_rows(), g.out_rows());
  constexpr std::size_t lanes = kernel::ManySourceSearch::lanes;
  for (std::size_t first = 0; first < g.vertex_count(); first += lanes) {
    search.run(
        static_cast<Vertex>(first),
        [&farthest](Vertex v, std::uint32_t hops, std::uint32_t) {
          farthest[v] = std::max<double>(farthest[v], hops);
        },
        guard);
    guard.progress(static_cast<double>(first) / g.vertex_count());
  }
  return farthest;
}

Longest longest_directed(const Network& g, kernel::RunGuard& guard) {
  const auto farthest = farthest_hops(g, guard);
  const auto best = std::max_element(farthest.begin(), farthest.end());
  Longest longest;
  Sweep sweep(g);
  sweep.run(static_cast<Vertex>(best - farthest.begin()), guard);
  longest.take(static_cast<Vertex>(best - farthest.begin()), sweep);
  return longest;
}

}  // namespace

Ranking eccentricity(const Network& g, const RunControl& run) {
  kernel::RunGuard guard(run);
  return kernel::ranking_of(g, "eccentricity", farthest_hops(g, guard));
}

std::optional<Diameter> diameter(const Network& g, const RunControl& run) {
  kernel::RunGuard guard(run);
  if (g.vertex_count() == 0) return std::nullopt;
  const Longest longest = g.directedness() == Directedness::undirected
                              ? longest_undirected(g, guard)
                              : longest_directed(g, guard);
  if (longest.hops == 0) return Diameter{0, g.entity(0), g.entity(0)};
  return Diameter{longest.hops, g.entity(longest.from), g.entity(longest.to)};
}

}  // namespace entente
