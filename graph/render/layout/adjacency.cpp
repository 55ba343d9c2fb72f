#include "render/layout/adjacency.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <queue>

#include "render/layout/box.hpp"

namespace entente {
namespace {

using Arc = std::pair<std::uint32_t, std::uint32_t>;

std::vector<Arc> arcs_of(std::span<const LayoutEdge> edges) {
  std::vector<Arc> arcs;
  arcs.reserve(edges.size() * 2);
  for (const LayoutEdge& edge : edges) {
    if (edge.from == edge.to) continue;
    arcs.emplace_back(edge.from, edge.to);
    arcs.emplace_back(edge.to, edge.from);
  }
  std::sort(arcs.begin(), arcs.end());
  arcs.erase(std::unique(arcs.begin(), arcs.end()), arcs.end());
  return arcs;
}

}  // namespace

Adjacency::Adjacency(std::size_t vertices, std::span<const LayoutEdge> edges)
    : offsets_(vertices + 1, 0) {
  const std::vector<Arc> arcs = arcs_of(edges);
  targets_.reserve(arcs.size());
  for (const auto& [from, to] : arcs) {
    ++offsets_[from + 1];
    targets_.push_back(to);
  }
  for (std::size_t i = 0; i < vertices; ++i) offsets_[i + 1] += offsets_[i];
}

std::vector<std::uint32_t> hops_from(const Adjacency& graph, std::uint32_t source) {
  std::vector<std::uint32_t> hops(graph.size(), unreached);
  std::vector<std::uint32_t> queue = {source};
  hops[source] = 0;
  for (std::size_t next = 0; next < queue.size(); ++next) {
    const std::uint32_t here = queue[next];
    for (const std::uint32_t neighbour : graph.neighbours(here)) {
      if (hops[neighbour] != unreached) continue;
      hops[neighbour] = hops[here] + 1;
      queue.push_back(neighbour);
    }
  }
  return hops;
}

std::vector<double> lengths_from(const Adjacency& graph, std::uint32_t source) {
  constexpr double crowding = 0.4;
  const auto length = [&](std::uint32_t a, std::uint32_t b) {
    const auto others =
        static_cast<double>(graph.neighbours(a).size() + graph.neighbours(b).size());
    return std::pow(std::max(1.0, others - 1), crowding);
  };
  std::vector<double> lengths(graph.size(), -1);
  using Reached = std::pair<double, std::uint32_t>;
  std::priority_queue<Reached, std::vector<Reached>, std::greater<>> front;
  front.emplace(0.0, source);
  while (!front.empty()) {
    const auto [so_far, here] = front.top();
    front.pop();
    if (lengths[here] >= 0) continue;
    lengths[here] = so_far;
    for (const std::uint32_t neighbour : graph.neighbours(here))
      if (lengths[neighbour] < 0) front.emplace(so_far + length(here, neighbour), neighbour);
  }
  return lengths;
}

std::vector<std::vector<std::uint32_t>> components_of(const Adjacency& graph) {
  std::vector<std::vector<std::uint32_t>> result;
  std::vector<char> seen(graph.size(), 0);
  for (std::uint32_t first = 0; first < graph.size(); ++first) {
    if (seen[first]) continue;
    std::vector<std::uint32_t> component = {first};
    seen[first] = 1;
    for (std::size_t next = 0; next < component.size(); ++next)
      for (const std::uint32_t neighbour : graph.neighbours(component[next]))
        if (!seen[neighbour]) {
          seen[neighbour] = 1;
          component.push_back(neighbour);
        }
    std::sort(component.begin(), component.end());
    result.push_back(std::move(component));
  }
  return result;
}

}  // namespace entente
