#include "render/layout/distances.hpp"

#include <algorithm>
#include <bit>

namespace entente {
namespace {

using Searches = std::uint64_t;  // a bit a search

constexpr std::size_t searches_at_once = 64;

void note(Searches found, std::uint16_t hops, std::uint16_t* row) {
  for (; found != 0; found &= found - 1) row[std::countr_zero(found)] = hops;
}

}  // namespace

HopTable::HopTable(const Adjacency& graph, std::span<const std::uint32_t> sources)
    : sources_(sources.size()), hops_(graph.size() * sources.size(), 0) {
  std::vector<Searches> seen(graph.size());
  std::vector<Searches> front(graph.size());
  std::vector<Searches> next(graph.size());
  for (std::size_t first = 0; first < sources.size(); first += searches_at_once) {
    std::fill(seen.begin(), seen.end(), 0);
    std::fill(front.begin(), front.end(), 0);
    const std::size_t count = std::min(searches_at_once, sources.size() - first);
    for (std::size_t i = 0; i < count; ++i) front[sources[first + i]] |= Searches{1} << i;
    seen = front;
    bool moving = true;
    for (std::uint32_t hops = 1; moving; ++hops) {
      moving = false;
      for (std::uint32_t v = 0; v < graph.size(); ++v) {
        Searches reached = 0;
        for (const std::uint32_t neighbour : graph.neighbours(v)) reached |= front[neighbour];
        next[v] = reached & ~seen[v];
        if (next[v] == 0) continue;
        moving = true;
        seen[v] |= next[v];
        note(next[v], static_cast<std::uint16_t>(std::min<std::uint32_t>(hops, 0xFFFF)),
             &hops_[v * sources_ + first]);
      }
      std::swap(front, next);
    }
  }
}

}  // namespace entente
