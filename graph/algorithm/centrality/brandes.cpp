// U. Brandes, J. Math. Sociology 25 (2001) 163, algorithm 1, without lists of predecessors: on the
// way back a vertex pulls from its neighbours one further (K. Madduri et al., A faster parallel
// algorithm for betweenness, IPDPS 2009), which needs the rows in one direction only. Here by
// weight; by hops see brandes_by_hops.cpp.

#include "algorithm/centrality/brandes.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

#include "algorithm/centrality/brandes_by_hops.hpp"
#include "algorithm/parallel.hpp"
#include "algorithm/paths/lengths.hpp"
#include "algorithm/paths/monotone_queue.hpp"
#include "algorithm/structure/simple_rows.hpp"

namespace entente::kernel {

namespace {

/// A number of paths, of any size: there can be 2^(n/3) of them.
struct PathCount {
  double fraction = 0;
  int exponent = 0;

  void operator+=(const PathCount& more) {
    const int largest = std::max(exponent, more.exponent);
    const double sum = std::ldexp(fraction, std::max(exponent - largest, -2000)) +
                       std::ldexp(more.fraction, std::max(more.exponent - largest, -2000));
    int shift = 0;
    fraction = std::frexp(sum, &shift);
    exponent = fraction == 0 ? 0 : largest + shift;
  }
  friend double operator/(const PathCount& a, const PathCount& b) {
    return std::ldexp(a.fraction / b.fraction, a.exponent - b.exponent);
  }
};

/// One source at a time; scores add up.
template <typename Kind>
class DependenciesByWeight {
  using Sum = typename Kind::Sum;

 public:
  DependenciesByWeight(const SimpleRows& rows, const Kind& lengths, std::size_t edges)
      : rows_(rows),
        lengths_(lengths),
        distance_(rows.vertex_count(), without_end<Sum>()),
        paths_(rows.vertex_count()),
        carried_(rows.vertex_count()) {
    sums_.vertices.resize(rows.vertex_count());
    sums_.edges.resize(edges);
  }

  void add_source(Vertex s, RunGuard& guard) {
    distance_[s] = Sum(0);
    paths_[s] = {1, 0};
    search(s, guard);
    pull_back();
    for (const Vertex v : order_) distance_[v] = without_end<Sum>();
    order_.clear();
  }

  [[nodiscard]] Dependencies take_sums() { return std::move(sums_); }

 private:
  void search(Vertex s, RunGuard& guard) {
    MonotoneQueue<Sum> queue;
    queue.push(Sum(0), s);
    while (!queue.empty()) {
      const auto [near, v] = queue.pop();
      if (near > distance_[v]) continue;
      order_.push_back(v);
      const auto row = rows_.out().neighbours_of(v);
      const auto edges = rows_.out().edges_of(v);
      guard.work(4 * row.size() + 1);
      for (std::size_t slot = 0; slot < row.size(); ++slot) {
        const Vertex w = row[slot];
        const Sum far = lengths_.after(near, edges[slot]);
        if (far < distance_[w]) {
          distance_[w] = far;
          paths_[w] = {};
          queue.push(far, w);
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
        if (distance_[w] != lengths_.after(distance_[v], edges[slot])) continue;
        const double along = paths_[v] / paths_[w] * (1 + carried_[w]);
        carried += along;
        if (!sums_.edges.empty()) sums_.edges[index(edges[slot])] += along;
      }
      carried_[v] = carried;
      if (i > 0) sums_.vertices[v] += carried;
    }
  }

  const SimpleRows& rows_;
  const Kind& lengths_;
  std::vector<Vertex> order_;  // nearest first
  std::vector<Sum> distance_;
  std::vector<PathCount> paths_;
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

/// What the sources of a pile are added up with.
struct PileRun {
  RunGuard guard;
  SharedProgress& progress;
};

Dependencies of_pile_by_hops(const SimpleRows& rows, std::size_t edges,
                             std::span<const Vertex> sources, PileRun run) {
  DependenciesByHops sum(rows, edges);
  constexpr std::size_t lanes = DependenciesByHops::lanes;
  for (std::size_t i = 0; i < sources.size(); i += lanes) {
    const auto block = sources.subspan(i, std::min(lanes, sources.size() - i));
    sum.add_sources(block, run.guard);
    run.progress.add(block.size());
  }
  return sum.take_sums();
}

template <typename Kind>
Dependencies of_pile_by_weight(const SimpleRows& rows, const Kind& lengths, std::size_t edges,
                               std::span<const Vertex> sources, PileRun run) {
  DependenciesByWeight<Kind> sum(rows, lengths, edges);
  for (const Vertex s : sources) {
    sum.add_source(s, run.guard);
    run.progress.add(1);
  }
  return sum.take_sums();
}

}  // namespace

Dependencies dependencies(const Network& g, Cost cost, std::span<const Vertex> sources,
                          Carriers carriers, const RunControl& run) {
  const SimpleRows rows(g);
  const NetworkLengths any_lengths = lengths_of(g, cost, Admitted::positive);
  const std::size_t edges = carriers == Carriers::vertices_and_edges ? g.edge_count() : 0;
  // Whole blocks of sources that are searched from at once.
  const std::size_t block = cost == Cost::hops ? DependenciesByHops::lanes : 1;
  const std::size_t blocks = (sources.size() + block - 1) / block;
  const std::size_t piles = std::min(blocks, most_piles);
  const RunControl quiet = silent(run);
  std::vector<Dependencies> by_pile(piles);
  const unsigned threads = threads_for(sources.size() * (g.vertex_count() + g.edge_count()), run);
  SharedProgress progress(run, sources.size());
  run_tasks(piles, threads, quiet, [&](std::size_t pile) {
    const PileRun pile_run{RunGuard(quiet), progress};
    const std::size_t begin = pile * blocks / piles * block;
    const std::size_t end = std::min(sources.size(), (pile + 1) * blocks / piles * block);
    const auto own = sources.subspan(begin, end - begin);
    by_pile[pile] = cost == Cost::hops
                        ? of_pile_by_hops(rows, edges, own, pile_run)
                        : std::visit(
                              [&](const auto& lengths) {
                                return of_pile_by_weight(rows, lengths, edges, own, pile_run);
                              },
                              any_lengths);
  });
  if (!sources.empty()) progress.finish();
  Dependencies sums{std::vector<double>(g.vertex_count()), std::vector<double>(edges)};
  for (const Dependencies& pile : by_pile) {
    add(sums.vertices, pile.vertices);
    add(sums.edges, pile.edges);
  }
  return sums;
}

}  // namespace entente::kernel
