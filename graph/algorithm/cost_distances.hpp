#pragma once

/// Least costs from a start to everywhere, many starts one after the other.

#include <cstdint>
#include <span>
#include <vector>

#include <entente/network/network.hpp>

#include "algorithm/lengths.hpp"
#include "algorithm/run_guard.hpp"

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
  template <typename Distance>
  struct Hop {
    Vertex to;
    Distance length;
  };
  template <typename Distance>
  using Hops = std::vector<Hop<Distance>>;

  template <typename Distance>
  static Hops<Distance> hops_of(const Network& g, const Lengths& lengths);
  template <typename Distance, typename Small>
  static Hops<Distance> hops_by(const Network& g, const Lengths& lengths);
  template <typename Distance, typename Queue>
  std::vector<Length> search(const Hops<Distance>& hops, Queue queue,
                             std::span<const Vertex> starts, RunGuard& guard) const;

  std::span<const std::uint32_t> offsets_;
  Length longest_;
  Hops<std::uint32_t> narrow_;  // where no path is too long for it
  Hops<Length> wide_;           // else
};

}  // namespace entente::kernel
