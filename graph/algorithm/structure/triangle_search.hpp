#pragma once

/// Every triangle once.

#include <cstdint>
#include <span>
#include <vector>

#include "algorithm/paths/weighted_rows.hpp"
#include "algorithm/run_guard.hpp"
#include "algorithm/structure/simple_rows.hpp"

namespace entente::kernel {

/// Of each row the neighbours with smaller numbers, which are those of higher degree.
struct ForwardRows {
  std::vector<std::uint32_t> offsets;
  std::vector<Vertex> neighbours;
  std::vector<std::uint8_t> weights;  ///< empty: 1 each

  [[nodiscard]] std::span<const Vertex> of(Vertex v) const {
    return {neighbours.data() + offsets[v], neighbours.data() + offsets[v + 1]};
  }
  [[nodiscard]] std::span<const std::uint8_t> weights_of(Vertex v) const {
    return {weights.data() + offsets[v], weights.data() + offsets[v + 1]};
  }
};

/// Rows of an undirected network.
[[nodiscard]] ForwardRows forward_rows(const SimpleRows& rows);
/// Ties that weigh at most 255.
[[nodiscard]] ForwardRows forward_rows(const TieRows& ties);

/// Calls `found(v, u, w)` for every triangle, v > u > w.
template <typename Found>
void for_each_triangle(const ForwardRows& rows, RunGuard& guard, Found found) {
  const std::size_t n = rows.offsets.size() - 1;
  std::vector<std::uint64_t> marks(n / 64 + 1, 0);
  for (Vertex v = 0; v < n; ++v) {
    const auto row = rows.of(v);
    if (row.size() < 2) continue;
    for (const Vertex w : row) marks[w / 64] |= std::uint64_t{1} << (w % 64);
    for (const Vertex u : row.subspan(1)) {
      const auto onward = rows.of(u);
      guard.work(onward.size() + 1);
      for (const Vertex w : onward) {
        if ((marks[w / 64] >> (w % 64) & 1) != 0) found(v, u, w);
      }
    }
    for (const Vertex w : row) marks[w / 64] = 0;
  }
}

/// Calls `found(v, u, w, weight)` with the product of the three weights.
template <typename Found>
void for_each_weighted_triangle(const ForwardRows& rows, RunGuard& guard, Found found) {
  const std::size_t n = rows.offsets.size() - 1;
  std::vector<std::uint8_t> marks(n, 0);
  for (Vertex v = 0; v < n; ++v) {
    const auto row = rows.of(v);
    for (std::size_t i = 0; i < row.size(); ++i) marks[row[i]] = rows.weights_of(v)[i];
    for (std::size_t i = 0; i < row.size(); ++i) {
      const Vertex u = row[i];
      const auto onward = rows.of(u);
      guard.work(onward.size() + 1);
      for (std::size_t k = 0; k < onward.size(); ++k) {
        const unsigned closes = marks[onward[k]];
        if (closes != 0)
          found(v, u, onward[k], closes * rows.weights_of(v)[i] * rows.weights_of(u)[k]);
      }
    }
    for (const Vertex w : row) marks[w] = 0;
  }
}

}  // namespace entente::kernel
