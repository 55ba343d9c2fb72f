#pragma once

/// The graphs that are measured: one binary file each, read alike by every program.

#include <cstdint>
#include <string>
#include <vector>

namespace bench {

/// Edges, undirected and without parallels or loops, with weights 1 … 100; and questions to ask: a
/// pair of vertices each. The file holds "EDGES\0\0\1", then n, m and the number of questions as
/// 64-bit numbers, then the five columns as 32-bit ones, all little-endian.
struct Edges {
  std::uint32_t vertices = 0;
  std::vector<std::uint32_t> from;
  std::vector<std::uint32_t> to;
  std::vector<std::uint32_t> weight;
  std::vector<std::uint32_t> ask_from;
  std::vector<std::uint32_t> ask_to;
};

/// Both end the program with a message if the file cannot be used.
[[nodiscard]] Edges read_edges(const std::string& file);
void write_edges(const std::string& file, const Edges& edges);

}  // namespace bench
