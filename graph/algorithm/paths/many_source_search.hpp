#pragma once

/// Breadth-first searches from hundreds of sources at a time, a bit for each.

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include <entente/network/network.hpp>

#include "algorithm/run_guard.hpp"

namespace entente::kernel {

class ManySourceSearch {
 public:
  static constexpr std::size_t lanes = 512;

  /// Called once for each vertex and level: how many of the sources reach `v` after `hops` hops and
  /// not before.
  using Visit = std::function<void(Vertex v, std::uint32_t hops, std::uint32_t sources)>;

  /// Searches from the vertices first … first + lanes - 1 (as far as there are any) along
  /// `forward`; `backward` are the same edges from their other ends.
  ManySourceSearch(const Rows& forward, const Rows& backward);
  void run(Vertex first, const Visit& visit, RunGuard& guard);

 private:
  using Word = std::uint64_t;
  static constexpr std::size_t words = lanes / 64;
  struct alignas(64) Lanes {
    std::array<Word, words> word{};
  };

  [[nodiscard]] Vertex vertex_count() const {
    return static_cast<Vertex>(forward_.offsets.size() - 1);
  }
  void gather(RunGuard& guard);
  void scatter(RunGuard& guard);
  [[nodiscard]] bool settle(std::uint32_t hops, const Visit& visit);

  Rows forward_;
  Rows backward_;
  std::vector<Lanes> seen_;
  std::vector<Lanes> fresh_;  // reached in the last level
  std::vector<Lanes> next_;
  std::uint64_t fresh_degrees_ = 0;
  Lanes all_;
};

}  // namespace entente::kernel
