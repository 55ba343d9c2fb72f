// E. Dijkstra's search over the whole network, with a queue of buckets where lengths are small
// whole numbers and a radix heap where they are not.

#include "algorithm/paths/cost_distances.hpp"

#include <algorithm>
#include <limits>
#include <type_traits>

#include <entente/algorithm/distances.hpp>

#include "algorithm/paths/monotone_queue.hpp"
#include "algorithm/paths/route_dag.hpp"
#include "base/prefetch.hpp"

namespace entente {

namespace kernel {

namespace {

// More buckets than this take longer to look through than a heap.
constexpr Length most_buckets = 1 << 16;

}  // namespace

CostDistances<Lengths>::CostDistances(const Network& g, const Lengths& lengths)
    : offsets_(g.out_rows().offsets), longest_(lengths.longest()), hops_(hops_of(g, lengths)) {}

// Read all over: the smaller a number, the more of them stay in the cache.
CostDistances<Lengths>::Hops CostDistances<Lengths>::hops_of(const Network& g,
                                                             const Lengths& lengths) {
  constexpr Length most = std::numeric_limits<std::uint32_t>::max();
  constexpr Vertex most_packed = 1U << 24U;
  const Length longest = lengths.longest();
  if (longest >= most_buckets || longest * g.vertex_count() >= most)
    return laid_out<Wide, Length>(g, lengths);
  if (longest > std::numeric_limits<std::uint8_t>::max())
    return laid_out<Narrow, std::uint32_t>(g, lengths);
  if (g.vertex_count() > most_packed) return laid_out<Narrow, std::uint8_t>(g, lengths);
  return laid_out<Packed, std::uint8_t>(g, lengths);
}

template <typename Row, typename Small>
Row CostDistances<Lengths>::laid_out(const Network& g, const Lengths& lengths) {
  std::vector<Small> length(g.edge_count());
  const Lengths held = lengths;  // that what is written here cannot change
  for (const EdgeIndex e : g.edges()) length[index(e)] = static_cast<Small>(held.of(e));
  const Rows& rows = g.out_rows();
  Row hops(rows.neighbours.size());
  for (Vertex v = 0; v < g.vertex_count(); ++v) {
    std::size_t slot = rows.offsets[v];
    const auto add = [&](std::uint32_t e) {
      hops[slot] = {rows.neighbours[slot], Length{length[e]}};
      ++slot;
    };
    const RowEdges row = rows.edges_of(v);
    for (const EdgeIndex e : row.listed()) add(index(e));
    for (std::uint32_t e = index(row.counted()); slot < rows.offsets[v + 1]; ++e) add(e);
  }
  return hops;
}

namespace {

/// Asks for what the vertices about to come need: where their rows begin and how near they are, and
/// a little later the rows.
template <typename Distance, typename Hop>
void prefetch_next(std::span<const Vertex> next, std::span<const std::uint32_t> offsets,
                   const std::vector<Distance>& distance, const Scratch<Hop>& hops) {
  constexpr std::size_t soon = 2;
  constexpr std::size_t later = 6;
  if (next.size() > later) {
    const Vertex v = next[next.size() - 1 - later];
    prefetch(&offsets[v]);
    prefetch(&distance[v]);
  }
  if (next.size() > soon) prefetch(hops.data() + offsets[next[next.size() - 1 - soon]]);
}

}  // namespace

template <typename Hop, typename Queue>
std::vector<Length> CostDistances<Lengths>::search(const Scratch<Hop>& hops, Queue queue,
                                                   std::span<const Vertex> starts,
                                                   RunGuard& guard) const {
  using Distance = typename Hop::Distance;
  constexpr Distance far_away = std::numeric_limits<Distance>::max();
  std::vector<Distance> distance(offsets_.size() - 1, far_away);
  for (const Vertex v : starts) {
    distance[v] = 0;
    queue.push(0, v);
  }
  while (!queue.empty()) {
    const auto [near, v] = queue.pop();
    prefetch_next(queue.next(), offsets_, distance, hops);
    if (distance[v] < near) continue;
    guard.work(offsets_[v + 1] - offsets_[v] + 1);
    for (std::uint32_t slot = offsets_[v]; slot < offsets_[v + 1]; ++slot) {
      const Hop hop = hops[slot];
      const Vertex w = hop.to;
      const auto far = static_cast<Distance>(near + hop.length);
      if (far >= distance[w]) continue;
      distance[w] = far;
      queue.push(far, w);
    }
  }
  std::vector<Length> lengths(distance.begin(), distance.end());
  if constexpr (far_away != unreachable) {
    std::replace(lengths.begin(), lengths.end(), Length{far_away}, unreachable);
  }
  return lengths;
}

std::vector<Length> CostDistances<Lengths>::from(std::span<const Vertex> starts,
                                                 RunGuard& guard) const {
  return std::visit(
      [&](const auto& hops) {
        if constexpr (std::is_same_v<decltype(hops), const Wide&>)
          return search(hops, RadixHeap(), starts, guard);
        else
          return search(hops, BucketQueue(longest_), starts, guard);
      },
      hops_);
}

}  // namespace kernel

std::vector<double> costs_from(const Network& g, std::span<const EntityId> from,
                               const RunControl& run) {
  kernel::RunGuard guard(run);
  const auto starts = kernel::vertices_of(g, from);
  std::vector<double> costs(g.vertex_count(), std::numeric_limits<double>::infinity());
  const auto add = [&](const auto& lengths) {
    using Kind = std::decay_t<decltype(lengths)>;
    const auto distance = kernel::CostDistances<Kind>(g, lengths).from(starts, guard);
    for (Vertex v = 0; v < g.vertex_count(); ++v)
      if (distance[v] != kernel::without_end<typename Kind::Sum>())
        costs[v] = lengths.cost(distance[v]);
  };
  std::visit(add, kernel::lengths_of(g, Cost::weight, kernel::Admitted::non_negative));
  return costs;
}

}  // namespace entente
