#pragma once

/// A network as the measures see it: at most one edge from one vertex to another, and no
/// self-loops.

#include <cstdint>
#include <span>
#include <vector>

#include <entente/network/network.hpp>

namespace entente::kernel {

/// Costs nothing on a merged network without self-loops; otherwise a copy of the rows, in which the
/// cheapest of parallel edges stands for all. Keep the network alive beside it.
class SimpleRows {
 public:
  explicit SimpleRows(const Network& g);
  SimpleRows(const SimpleRows&) = delete;
  SimpleRows& operator=(const SimpleRows&) = delete;

  [[nodiscard]] Vertex vertex_count() const { return static_cast<Vertex>(out_.offsets.size() - 1); }
  [[nodiscard]] const Rows& out() const { return out_; }
  [[nodiscard]] const Rows& in() const { return in_; }

 private:
  struct Columns {
    std::vector<std::uint32_t> offsets;
    std::vector<Vertex> neighbours;
    std::vector<EdgeIndex> edges;
    [[nodiscard]] Rows rows() const { return {offsets, neighbours, edges, {}}; }
  };
  static Columns simplified(const Network& g, const Rows& rows);

  Columns out_columns_;
  Columns in_columns_;
  Rows out_;
  Rows in_;
};

}  // namespace entente::kernel
