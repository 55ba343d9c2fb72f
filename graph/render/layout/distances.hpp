#pragma once

/// Distances from many vertices at once.

#include <cstdint>
#include <span>
#include <vector>

#include "render/layout/adjacency.hpp"

namespace entente {

/// Edges between every vertex and each of some sources; 0 for itself and where there is no path.
/// Distances beyond 65535 count as that.
class HopTable {
 public:
  /// 64 searches run together, one bit each.
  /// Cost: O((n + m) eccentricity) for every 64 sources.
  /// @see M. Then et al., "The more the merrier: efficient multi-source graph traversal", PVLDB
  /// 8(4), 2014.
  HopTable(const Adjacency& graph, std::span<const std::uint32_t> sources);

  [[nodiscard]] std::size_t source_count() const { return sources_; }
  /// The distances of a vertex, in the order of the sources.
  [[nodiscard]] std::span<const std::uint16_t> row(std::uint32_t vertex) const {
    return std::span(hops_).subspan(vertex * sources_, sources_);
  }

 private:
  std::size_t sources_;
  std::vector<std::uint16_t> hops_;
};

}  // namespace entente
