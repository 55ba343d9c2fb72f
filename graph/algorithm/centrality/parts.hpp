#pragma once

/// A network in parts, each a row of its vertices.

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include <entente/network/network.hpp>

namespace entente::kernel {

/// Eigenvalues of parts this close, relative to the largest, differ by rounding alone.
inline constexpr double same_value = 1e-12;

struct Parts {
  std::vector<std::uint32_t> part_of;
  std::vector<std::uint32_t> offsets;
  std::vector<Vertex> vertices;

  [[nodiscard]] std::uint32_t count() const {
    return static_cast<std::uint32_t>(offsets.size() - 1);
  }
  [[nodiscard]] std::span<const Vertex> row(std::uint32_t part) const {
    return {vertices.data() + offsets[part], vertices.data() + offsets[part + 1]};
  }
};

/// Of the part of each vertex, below `count`. Rows ascend.
inline Parts parts_of(std::vector<std::uint32_t> part_of, std::uint32_t count) {
  Parts parts{std::move(part_of), std::vector<std::uint32_t>(count + 1, 0), {}};
  for (const std::uint32_t part : parts.part_of) ++parts.offsets[part + 1];
  for (std::size_t i = 1; i < parts.offsets.size(); ++i) parts.offsets[i] += parts.offsets[i - 1];
  parts.vertices.resize(parts.part_of.size());
  std::vector<std::uint32_t> next = parts.offsets;
  for (Vertex v = 0; v < parts.part_of.size(); ++v) parts.vertices[next[parts.part_of[v]]++] = v;
  return parts;
}

}  // namespace entente::kernel
