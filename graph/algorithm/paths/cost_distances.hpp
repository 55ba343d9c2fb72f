#pragma once

/// Least costs from a start to everywhere, many starts one after the other.

#include <cstdint>
#include <span>
#include <variant>
#include <vector>

#include <entente/network/network.hpp>

#include "algorithm/paths/lengths.hpp"
#include "algorithm/run_guard.hpp"
#include "system/scratch.hpp"

namespace entente::kernel {

/// The rows with lengths in them, laid out once. Safe to ask from many threads.
class CostDistances {
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

}  // namespace entente::kernel
