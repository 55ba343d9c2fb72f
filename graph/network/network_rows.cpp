// Rows of the second direction come from a transposition: edges handed out in the order of their
// rows reach the rows of their other ends ascending.

#include "network/network_rows.hpp"

#include <cstddef>
#include <utility>

namespace entente {

// A row is its edges to smaller vertices, then its own edges; both arrive ascending.
void fill_undirected(Network::Store& store, const Numbers& to) {
  const std::size_t n = store.entities.size();
  auto& [offsets, neighbours, listed] = store.out;
  const auto& forward = store.forward;
  offsets.assign(n + 1, 0);
  for (std::size_t v = 0; v < n; ++v) {
    offsets[v + 1] += forward[v + 1] - forward[v];
    for (std::uint32_t e = forward[v]; e < forward[v + 1]; ++e)
      if (to[e] != v) ++offsets[to[e] + std::size_t{1}];
  }
  accumulate(offsets);
  neighbours.resize(offsets.back());
  listed.resize(offsets.back() - forward.back());
  Numbers next(offsets.begin(), offsets.end() - 1);
  for (std::size_t v = 0; v < n; ++v) {
    const std::uint32_t begin = offsets[v + 1] - (forward[v + 1] - forward[v]);
    for (std::uint32_t e = forward[v]; e < forward[v + 1]; ++e) {
      neighbours[begin + (e - forward[v])] = to[e];
      if (to[e] == v) continue;
      const std::uint32_t back = next[to[e]]++;
      neighbours[back] = static_cast<Vertex>(v);
      listed[back - forward[to[e]]] = EdgeIndex(e);
    }
  }
}

void fill_directed(Network::Store& store, const Numbers& to) {
  const std::size_t n = store.entities.size();
  auto& out = store.out;
  auto& in = store.in;
  const auto& forward = store.forward;
  in.offsets.assign(n + 1, 0);
  for (const Vertex v : to) ++in.offsets[v + std::size_t{1}];
  accumulate(in.offsets);
  in.neighbours.resize(to.size());
  in.listed.resize(to.size());
  Numbers next(in.offsets.begin(), in.offsets.end() - 1);
  for (std::size_t v = 0; v < n; ++v)
    for (std::uint32_t e = forward[v]; e < forward[v + 1]; ++e) {
      const std::uint32_t slot = next[to[e]]++;
      in.neighbours[slot] = static_cast<Vertex>(v);
      in.listed[slot] = EdgeIndex(e);
    }
  out.offsets = std::move(store.forward);
  out.neighbours.assign(to.begin(), to.end());
}

}  // namespace entente
