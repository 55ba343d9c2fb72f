#pragma once

/// Neighbours as sparse rows, and distances along edges.

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include <entente/render/layout.hpp>

namespace entente {

inline constexpr std::uint32_t unreached = std::numeric_limits<std::uint32_t>::max();

/// Neighbours of every vertex, ascending, without loops and repetitions.
class Adjacency {
 public:
  Adjacency(std::size_t vertices, std::span<const LayoutEdge> edges);

  [[nodiscard]] std::size_t size() const { return offsets_.size() - 1; }
  [[nodiscard]] std::span<const std::uint32_t> neighbours(std::uint32_t vertex) const {
    return std::span(targets_).subspan(offsets_[vertex], offsets_[vertex + 1] - offsets_[vertex]);
  }

 private:
  std::vector<std::size_t> offsets_;
  std::vector<std::uint32_t> targets_;
};

/// Edges between `source` and every vertex, `unreached` where there is no path. Cost: O(n + m).
[[nodiscard]] std::vector<std::uint32_t> hops_from(const Adjacency& graph, std::uint32_t source);

/// Distances where an edge between vertices of degrees a and b is longer the more each has around
/// it: (1 + a + b - 2)^0.4, and 1 for a pair on its own; negative where there is no path.
/// Cost: O(m log n).
[[nodiscard]] std::vector<double> lengths_from(const Adjacency& graph, std::uint32_t source);

/// The vertices of each connected component, ascending; components by their first vertex.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> components_of(const Adjacency& graph);

}  // namespace entente
