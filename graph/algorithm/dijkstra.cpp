// E. Dijkstra, A note on two problems in connexion with graphs, Numer. Math. 1 (1959) 269, with a
// binary heap and lazy deletion. The key is (cost, hops), so that among routes of one cost those of
// fewest hops are known, also where edges cost nothing.

#include "algorithm/dijkstra.hpp"

#include <algorithm>
#include <cmath>
#include <queue>

#include <fmt/format.h>

namespace entente::kernel {

void check_weights(const Network& g, Admitted admitted) {
  if (!g.weighted()) return;
  for (EdgeIndex e = 0; e < g.edge_count(); ++e) {
    const double weight = g.weight(e);
    const bool good = admitted == Admitted::positive ? weight > 0 : weight >= 0;
    if (good && std::isfinite(weight)) continue;
    throw InvalidArgument(
        "bad-weight",
        fmt::format("an edge weighs {}, but paths by weight need weights that are finite and {}; "
                    "choose another attribute or count hops",
                    weight, admitted == Admitted::positive ? "above 0" : "not below 0"));
  }
}

std::vector<Reach> dijkstra(const Network& g, Vertex s, Vertex t, const std::vector<bool>& avoided,
                            RunGuard& guard) {
  using Entry = std::pair<Reach, Vertex>;
  const auto later = [](const Entry& a, const Entry& b) { return b.first < a.first; };
  std::priority_queue<Entry, std::vector<Entry>, decltype(later)> queue(later);
  std::vector<Reach> reach(g.vertex_count());
  reach[s] = {0, 0};
  queue.push({reach[s], s});
  while (!queue.empty() && !(reach[t] < queue.top().first)) {
    const auto [near, v] = queue.top();
    queue.pop();
    if (reach[v] < near) continue;
    const auto row = g.out(v);
    const auto edges = g.out_edges(v);
    guard.work(row.size() + 1);
    for (std::size_t slot = 0; slot < row.size(); ++slot) {
      const Vertex w = row[slot];
      const Reach far{near.cost + g.weight(edges[slot]), near.hops + 1};
      if (avoided[w] || !(far < reach[w])) continue;
      reach[w] = far;
      queue.push({far, w});
    }
  }
  return reach;
}

namespace {

bool is_tight(Reach near, double weight, Reach far, Ties ties) {
  return near.cost + weight == far.cost && (ties == Ties::any_hops || near.hops + 1 == far.hops);
}

/// The vertices from which tight edges lead to `t`, nearest to the start first.
std::vector<Vertex> vertices_towards(const Network& g, Vertex t, std::span<const Reach> reach,
                                     Ties ties, RunGuard& guard) {
  std::vector<Vertex> found{t};
  std::vector<bool> seen(g.vertex_count(), false);
  seen[t] = true;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Vertex v = found[i];
    const auto row = g.in(v);
    const auto edges = g.in_edges(v);
    guard.work(row.size());
    for (std::size_t slot = 0; slot < row.size(); ++slot) {
      const Vertex u = row[slot];
      if (seen[u] || !is_tight(reach[u], g.weight(edges[slot]), reach[v], ties)) continue;
      seen[u] = true;
      found.push_back(u);
    }
  }
  std::sort(found.begin(), found.end(), [&g, reach](Vertex a, Vertex b) {
    if (reach[a] == reach[b]) return g.entity(a) < g.entity(b);
    return reach[a] < reach[b];
  });
  return found;
}

}  // namespace

RouteDag tight_routes(const Network& g, Vertex s, Vertex t, std::span<const Reach> reach, Ties ties,
                      RunGuard& guard) {
  constexpr auto nowhere = std::numeric_limits<std::uint32_t>::max();
  RouteDag dag;
  if (std::isinf(reach[t].cost)) return dag;
  dag.vertices = vertices_towards(g, t, reach, ties, guard);
  std::vector<std::uint32_t> local(g.vertex_count(), nowhere);
  for (std::uint32_t i = 0; i < dag.vertices.size(); ++i) local[dag.vertices[i]] = i;
  dag.offsets.push_back(0);
  for (const Vertex v : dag.vertices) {
    const auto first = static_cast<std::ptrdiff_t>(dag.arcs.size());
    const auto row = g.out(v);
    const auto edges = g.out_edges(v);
    for (std::size_t slot = 0; v != t && slot < row.size(); ++slot) {
      const Vertex w = row[slot];
      if (local[w] == nowhere || w == s) continue;
      if (is_tight(reach[v], g.weight(edges[slot]), reach[w], ties)) {
        dag.arcs.push_back({local[w], edges[slot]});
      }
    }
    std::sort(dag.arcs.begin() + first, dag.arcs.end(), [&](RouteDag::Arc a, RouteDag::Arc b) {
      const EntityId one = g.entity(dag.vertices[a.to]);
      const EntityId other = g.entity(dag.vertices[b.to]);
      return one < other || (one == other && a.edge < b.edge);
    });
    dag.offsets.push_back(static_cast<std::uint32_t>(dag.arcs.size()));
  }
  return dag;
}

}  // namespace entente::kernel
