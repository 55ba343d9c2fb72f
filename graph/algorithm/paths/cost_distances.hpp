#pragma once

/// Least costs from a start to everywhere, many starts one after the other.

#include <cstdint>
#include <span>
#include <variant>
#include <vector>

#include <entente/network/network.hpp>

#include "algorithm/paths/lengths.hpp"
#include "algorithm/paths/monotone_queue.hpp"
#include "algorithm/run_guard.hpp"
#include "system/scratch.hpp"

namespace entente::kernel {

/// The rows with lengths in them, laid out once. Safe to ask from many threads.
template <typename Kind>
class CostDistances;

template <>
class CostDistances<Lengths> {
 public:
  /// Cost: O(n + m).
  CostDistances(const Network& g, const Lengths& lengths);

  /// By vertex, from the nearest of these; `unreachable` where no path leads.
  [[nodiscard]] std::vector<Length> from(std::span<const Vertex> starts, RunGuard& guard) const;

 private:
  /// A slot of a row with its edge's length beside it: one place in memory to wait for, not three.
  template <typename Sum>
  struct FullHop {
    using Distance = Sum;
    FullHop() = default;
    FullHop(Vertex w, Length far) : to(w), length(static_cast<Sum>(far)) {}
    Vertex to = 0;
    Sum length = 0;
  };
  /// The same in half the memory, for lengths of a byte and 2^24 vertices.
  struct PackedHop {
    using Distance = std::uint32_t;
    PackedHop() = default;
    PackedHop(Vertex w, Length far) : to(w & 0xffffffU), length(far & 0xffU) {}
    std::uint32_t to : 24 = 0;
    std::uint32_t length : 8 = 0;
  };
  using Packed = Scratch<PackedHop>;
  using Narrow = Scratch<FullHop<std::uint32_t>>;  // where no path is too long for it
  using Wide = Scratch<FullHop<Length>>;
  using Hops = std::variant<Packed, Narrow, Wide>;

  static Hops hops_of(const Network& g, const Lengths& lengths);
  template <typename Row, typename Small>
  static Row laid_out(const Network& g, const Lengths& lengths);
  template <typename Hop, typename Queue>
  std::vector<Length> search(const Scratch<Hop>& hops, Queue queue, std::span<const Vertex> starts,
                             RunGuard& guard) const;

  std::span<const std::uint32_t> offsets_;
  Length longest_;
  Hops hops_;
};

/// For lengths too long for an integer: with a binary heap, and nothing laid out.
template <std::size_t Words>
class CostDistances<WideLengths<Words>> {
 public:
  using Sum = WideSum<Words>;

  CostDistances(const Network& g, const WideLengths<Words>& lengths) : g_(g), lengths_(lengths) {}

  /// By vertex, from the nearest of these; without_end() where no path leads.
  [[nodiscard]] std::vector<Sum> from(std::span<const Vertex> starts, RunGuard& guard) const {
    std::vector<Sum> distance(g_.vertex_count(), without_end<Sum>());
    HeapQueue<Sum> queue;
    for (const Vertex v : starts) {
      distance[v] = Sum(0);
      queue.push(Sum(0), v);
    }
    while (!queue.empty()) {
      const auto [near, v] = queue.pop();
      if (distance[v] < near) continue;
      const auto row = g_.out(v);
      const auto edges = g_.out_edges(v);
      guard.work(4 * row.size() + 1);
      for (std::size_t slot = 0; slot < row.size(); ++slot) {
        const Sum far = lengths_.after(near, edges[slot]);
        if (far >= distance[row[slot]]) continue;
        distance[row[slot]] = far;
        queue.push(far, row[slot]);
      }
    }
    return distance;
  }

 private:
  const Network& g_;
  const WideLengths<Words>& lengths_;
};

}  // namespace entente::kernel
